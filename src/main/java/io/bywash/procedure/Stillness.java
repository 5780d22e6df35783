package io.bywash.procedure;

import io.bywash.evidence.History;
import java.time.Duration;

/** For how long a reading has been the same. */
final class Stillness {
    private final History history;
    private Object last;
    private long since;

    Stillness(History history) {
        this.history = history;
    }

    /** Takes a reading, and says for how long it has been this one. */
    Duration of(Object reading) {
        if (!reading.equals(last)) {
            last = reading;
            since = history.nanos();
        }
        return Duration.ofNanos(history.nanos() - since);
    }
}
