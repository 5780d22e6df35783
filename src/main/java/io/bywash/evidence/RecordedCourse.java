package io.bywash.evidence;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** What came from outside in a run that is over, once more. */
final class RecordedCourse implements Course {
    private final Instant began;
    private final Deque<HistoryFile.Entry> left = new ArrayDeque<>();
    private final int lines;

    RecordedCourse(HistoryFile history) {
        began = history.facts().get(0).at();
        lines = history.entries().size();
        history.entries().stream()
                .filter(entry -> entry.fact() instanceof Fact.Input || entry.fact() instanceof Fact.Typed)
                .forEach(left::add);
    }

    @Override
    public Instant began() {
        return began;
    }

    @Override
    public Arrived next(String from, History.Waiting waiting) {
        HistoryFile.Entry entry = nextEntry("something from '%s'".formatted(from));
        if (entry.fact() instanceof Fact.TimeUp up && !up.from().equals(from)) {
            throw new TimeWasUp();
        }
        if (!(entry.fact() instanceof Fact.Input input) || !input.from().equals(from)) {
            throw new Astray("the run waits for something from '%s' here, and its history goes on with %s"
                    .formatted(from, entry.fact()));
        }
        left.remove();
        return new Arrived(input, entry.nanos());
    }

    @Override
    public boolean isNext(Predicate<Fact.Input> such) {
        return !left.isEmpty() && left.peek().fact() instanceof Fact.Input next && such.test(next);
    }

    @Override
    public void typed(Fact.Typed typed) {
        Fact recorded = nextEntry(typed.toString()).fact();
        if (!recorded.equals(typed)) {
            throw new Astray(
                    "the run would have done %s here, and its history goes on with %s".formatted(typed, recorded));
        }
        left.remove();
    }

    private HistoryFile.Entry nextEntry(String wanted) {
        if (left.isEmpty()) {
            throw new Astray("the history has %d lines, and the run would go on with %s".formatted(lines, wanted));
        }
        return left.peek();
    }
}
