package io.bywash.procedure;

import java.time.Duration;

/** For how long a reading has been the same. */
final class Stillness {
    private Object last;
    private long since;

    /** Takes a reading, and says for how long it has been this one. */
    Duration of(Object reading) {
        if (!reading.equals(last)) {
            last = reading;
            since = System.nanoTime();
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
