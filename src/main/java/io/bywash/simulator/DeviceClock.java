package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The device's time: it runs with real time at a pace, or stands until a test advances it.
 *
 * <p>Whoever waits for a moment asks {@link #realMillisUntil} how long to sleep and looks again; whoever must be woken
 * when time is moved by hand says so with {@link #whenAdvanced}.
 */
final class DeviceClock {
    private static final long LONGEST_SLEEP = 60_000;

    private final double pace;
    private final Instant from;
    private final long startedAt = System.nanoTime();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Duration byHand = Duration.ZERO;
    private Duration jumped = Duration.ZERO;

    private DeviceClock(Instant from, double pace) {
        this.from = from;
        this.pace = pace;
    }

    /** A clock that shows {@code from} now and gains {@code pace} seconds every real second. */
    static DeviceClock running(Instant from, double pace) {
        return new DeviceClock(from, pace);
    }

    /** A clock that stands at {@code from} until it is advanced. */
    static DeviceClock byHand(Instant from) {
        return new DeviceClock(from, 0);
    }

    synchronized Instant now() {
        long real = System.nanoTime() - startedAt;
        return from.plus(byHand).plusNanos((long) (real * pace));
    }

    /** The time that screens tell, which may have been set; nothing is due by it. */
    synchronized Instant told() {
        return told(now());
    }

    /** How screens tell a moment that has passed: after the clock was set, by what it shows now. */
    synchronized Instant told(Instant moment) {
        return moment.plus(jumped);
    }

    /** Somebody, or a time server, sets what the clock tells. */
    synchronized void jump(Duration step) {
        jumped = jumped.plus(step);
    }

    void advance(Duration step) {
        synchronized (this) {
            byHand = byHand.plus(step);
        }
        listeners.forEach(Runnable::run);
    }

    /** Calls {@code listener} whenever time is moved by hand; a running clock never is. */
    void whenAdvanced(Runnable listener) {
        if (pace == 0) {
            listeners.add(listener);
        }
    }

    /** The real milliseconds to wait for {@code moment}: at least one, and never so long that a wake-up is missed. */
    long realMillisUntil(Instant moment) {
        Instant now = now();
        if (pace == 0 || moment.isAfter(now.plusMillis((long) (LONGEST_SLEEP * pace)))) {
            return LONGEST_SLEEP;
        }
        double millis = Duration.between(now, moment).toNanos() / pace / 1e6;
        return (long) Math.max(1, Math.ceil(millis));
    }

    /** How long a piece of device time is in real time; none on a clock that stands. */
    Duration real(Duration device) {
        return pace == 0 ? Duration.ZERO : Duration.ofNanos((long) (device.toNanos() / pace));
    }

    /** The device time that passes in {@code real} time. */
    Duration during(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() * pace));
    }
}
