package io.bywash.simulator;

import java.time.Duration;

/**
 * Another user's session takes the configuration lock of every SGM, and gives it back when it ends; who has taken it over by then
 * keeps it.
 *
 * @param time how long that session lasts
 */
record LockOfASession(When when, Duration time) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            ambush.struck("ines holds the configuration lock until her session ends");
            Object session = new Object();
            ambush.group().sgms().forEach(sgm -> sgm.lock().override(session, "ines"));
            ambush.later(
                    time, () -> ambush.group().sgms().forEach(sgm -> sgm.lock().release(session)));
        });
    }

    /** A person overrides the lock once, or waits. */
    @Override
    public boolean harmless() {
        return true;
    }
}
