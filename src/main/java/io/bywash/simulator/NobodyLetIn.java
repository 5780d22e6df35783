package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For a while after the agent was at work, what only reads in Clish is answered by CLINFR0819 (REFERENCE 2, D; that it passes
 * I 70 %): everywhere, or below the heading of one SGM alone.
 */
record NobodyLetIn(When when, Duration length, Optional<Victim> alone) implements Fault {
    private static final String DENIED =
            "CLINFR0819  User: admin denied access via CLI\nERROR: Could not get Security Group from db\n";

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            Instant end = ambush.now().plus(length);
            ambush.seams().shells().denied(sgm -> concerns(sgm, ambush, end) ? DENIED : "", alone.isPresent());
            ambush.struck("nobody is let in on %s for %d s"
                    .formatted(alone.map(Victim::toString).orElse("any SGM"), length.toSeconds()));
        });
    }

    /** It passes within a minute: a person types the line again. */
    @Override
    public boolean harmless() {
        return true;
    }

    private boolean concerns(SimulatedSgm sgm, Ambush ambush, Instant end) {
        return ambush.group().clock().now().isBefore(end)
                && alone.map(victim -> victim.in(ambush.group()) == sgm).orElse(true);
    }
}
