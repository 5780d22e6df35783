package io.bywash.evidence;

import java.time.Instant;
import java.util.function.Predicate;

/** Where the inputs of a run come from: from outside, as they happen, or from a history that is gone through again. */
interface Course {
    /**
     * An input and its time.
     *
     * @param nanos since the run began, by a clock that nobody can set
     */
    record Arrived(Fact.Input input, long nanos) {}

    /** When the run began. */
    Instant began();

    /**
     * The next input.
     *
     * @param from what it is expected from
     * @param waiting brings it about, where it is not known yet
     */
    Arrived next(String from, History.Waiting waiting);

    /** Whether the next input is known and is such a one; never so while it comes from outside. */
    boolean isNext(Predicate<Fact.Input> such);

    /** Takes note of what the run types, since the inputs that follow are answers to it. */
    void typed(Fact.Typed typed);
}
