package io.bywash.simulator;

import java.time.Duration;

/** An SGM is away for so much longer each time it reboots. */
record RebootLonger(Victim victim, Duration more) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().atReboots(new Seams.RebootOddity() {
            @Override
            public Duration longer(SimulatedSgm sgm, SgmPhase phase) {
                if (phase != SgmPhase.REBOOTING || sgm != victim.in(ambush.group())) {
                    return Duration.ZERO;
                }
                ambush.struck("%s is away for %d s more".formatted(sgm.id(), more.toSeconds()), sgm);
                return more;
            }
        });
    }

    /** A person waits half an hour for an SGM, and not for ever. */
    @Override
    public boolean harmless() {
        return more.compareTo(Duration.ofHours(1)) < 0;
    }
}
