package io.bywash.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Intervals without gaps, of which the last one lasts. */
final class Spans<T> {
    private final List<Span<T>> spans = new ArrayList<>();

    /** From this moment on it is {@code what}; nothing happens if it was already. */
    void become(Instant from, T what, Set<Cause> because) {
        int last = spans.size() - 1;
        if (last >= 0) {
            Span<T> open = spans.get(last);
            if (open.what().equals(what)) {
                return;
            }
            if (open.from().equals(from)) {
                spans.remove(last);
            } else {
                spans.set(last, new Span<>(open.from(), from, open.what(), open.because()));
            }
        }
        spans.add(new Span<>(from, null, what, Set.copyOf(because)));
    }

    List<Span<T>> all() {
        return List.copyOf(spans);
    }
}
