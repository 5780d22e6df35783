package io.bywash.simulator;

import java.time.Duration;

/** The clock of every SGM is set; dates on screens move by so much, and so do boot times, though nothing rebooted. */
record ClockJumps(When when, Duration step) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            ambush.struck("the clock jumps by %d min".formatted(step.toMinutes()));
            ambush.group().clock().jump(step);
        });
    }
}
