package io.bywash.verdict;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** How something went on over time: intervals in order and without gaps. */
public record Course<T>(List<Interval<T>> intervals) {
    public Course {
        intervals = List.copyOf(intervals);
    }

    /** Whether it was so at any moment between these two, both included. */
    boolean ever(Instant begin, Instant end, Predicate<T> so) {
        return intervals.stream().anyMatch(interval -> interval.overlaps(begin, end) && so.test(interval.what()));
    }

    /** What it was between these two moments, in order, for a person. */
    String told(Instant begin, Instant end) {
        return intervals.stream()
                .filter(interval -> interval.overlaps(begin, end))
                .map(interval -> String.valueOf(interval.what()))
                .reduce((before, after) -> before + ", then " + after)
                .orElse("not recorded");
    }
}
