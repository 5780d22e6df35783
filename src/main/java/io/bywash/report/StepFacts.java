package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts between the beginning of a step and its end.
 *
 * @param finished empty when the history ends before the step does
 */
record StepFacts(Fact.StepStarted started, List<Line> lines, Optional<Fact.StepFinished> finished) {
    /**
     * A fact with where it stands.
     *
     * @param number of its line in the history, from 1
     */
    record Line(int number, Fact fact) {}

    static <T extends Fact> Stream<T> all(Class<T> kind, List<Line> lines) {
        return lines.stream().map(Line::fact).filter(kind::isInstance).map(kind::cast);
    }

    Judged judged() {
        return finished.map(end -> end.outcome() == Outcome.PASSED
                        ? Judged.PASSED
                        : new Judged(Standing.of(end.outcome()), end.why()))
                .orElse(
                        new Judged(
                                Standing.INCOMPLETE,
                                "The history ends in this step: the run died, or is under way. Nobody knows how the step ended. Look at the group before anything else is done."));
    }
}
