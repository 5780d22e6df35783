package io.bywash.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** What comes from outside as it happens. */
final class LiveCourse implements Course {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Instant began;
    private final long origin;

    /**
     * @param nanoTime a clock that nobody can set
     */
    LiveCourse(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.began = clock.instant();
        this.origin = nanoTime.getAsLong();
    }

    @Override
    public Instant began() {
        return began;
    }

    @Override
    public Arrived next(String from, History.Waiting waiting) {
        History.Arrival arrival = waiting.await();
        return new Arrived(arrival.at(clock.instant()), nanoTime.getAsLong() - origin);
    }

    @Override
    public boolean isNext(Predicate<Fact.Input> such) {
        return false;
    }

    @Override
    public void typed(Fact.Typed typed) {
        // The device answers to it.
    }
}
