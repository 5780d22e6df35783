package io.bywash.verdict;

import java.time.Instant;
import java.util.Set;

/**
 * What held from one moment up to another.
 *
 * @param until {@link Instant#MAX} while it lasts
 * @param because what made it begin; empty where nobody did
 */
public record Interval<T>(Instant from, Instant until, T what, Set<Cause> because) {
    public Interval {
        because = Set.copyOf(because);
    }

    boolean overlaps(Instant begin, Instant end) {
        return !from.isAfter(end) && until.isAfter(begin);
    }

    boolean byAct() {
        return because.stream().anyMatch(Cause::ours);
    }

    boolean byFault() {
        return because.stream().anyMatch(cause -> !cause.ours());
    }
}
