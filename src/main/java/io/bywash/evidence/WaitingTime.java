package io.bywash.evidence;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Measures how long a run has waited for the device: the time during which at least one thread waited.
 *
 * <p>What is left of the run's own time is the harness's.
 */
public final class WaitingTime {
    private int waiting;
    private long since;
    private long total;

    /** Counts the time that {@code wait} takes. */
    public <T> T during(Supplier<T> wait) {
        begin();
        try {
            return wait.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (waiting++ == 0) {
            since = System.nanoTime();
        }
    }

    private synchronized void end() {
        if (--waiting == 0) {
            total += System.nanoTime() - since;
        }
    }

    public synchronized Duration total() {
        return Duration.ofNanos(waiting == 0 ? total : total + System.nanoTime() - since);
    }
}
