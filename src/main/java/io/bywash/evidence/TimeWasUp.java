package io.bywash.evidence;

/** In a history that is gone through again, something was given up here because its time was up. */
public final class TimeWasUp extends RuntimeException {
    TimeWasUp() {
        super("the time was up", null, false, false);
    }
}
