package io.bywash.simulator;

import java.time.Duration;

/** For some time no password is taken, not even the right one. */
record LoginRefused(When when, Duration time) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            ambush.struck("no login for %d s".formatted(time.toSeconds()));
            ambush.seams().gate().refuseUntil(ambush.now().plus(time));
        });
    }
}
