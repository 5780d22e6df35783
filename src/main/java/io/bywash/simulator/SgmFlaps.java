package io.bywash.simulator;

import java.time.Duration;

/** After its reboot an SGM comes up, goes down again, and so on so many times. */
record SgmFlaps(Victim victim, int times, Duration up, Duration down) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(
                When.next(Moment.Kind.BOOT, victim),
                booted -> ambush.at(When.next(Moment.Kind.SGM_UP, victim), isUp -> flap(ambush, isUp.on(), times)));
    }

    private void flap(Ambush ambush, SimulatedSgm sgm, int left) {
        ambush.later(up, () -> {
            ambush.struck(sgm.id() + " goes down again", sgm);
            sgm.falls(new SimulatedSgm.Ailment(SgmState.DOWN, "FSYNC"));
            ambush.later(down, () -> {
                sgm.recovers();
                if (left > 1) {
                    flap(ambush, sgm, left - 1);
                }
            });
        });
    }
}
