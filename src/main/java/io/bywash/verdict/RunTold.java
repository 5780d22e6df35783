package io.bywash.verdict;

import io.bywash.evidence.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run said. All moments are in the time of the group.
 *
 * @param stage the tag of the stage it was for, such as {@code @chassisA}
 * @param from when it was begun
 * @param until when it ended, or was given up
 * @param said its verdict and the paragraph of its trouble
 * @param looks when it had read the state of the group
 * @param cutOff the acts after which its line died or fell silent
 * @param took how long it took, in real time
 * @param deadline how long it may take, in real time
 * @param ended whether it ended on its own
 * @param failurePage the page for whoever has to go on; empty when it left none
 * @param derivedOtherwise what comes out otherwise when its history is gone through again; empty when nothing does
 */
public record RunTold(
        String stage,
        Instant from,
        Instant until,
        Outcome outcome,
        String said,
        List<StepTold> steps,
        List<Instant> looks,
        List<Cut> cutOff,
        Duration took,
        Duration deadline,
        boolean ended,
        Optional<List<String>> failurePage,
        Optional<String> derivedOtherwise) {
    /** An act after which the line died or fell silent. */
    public record Cut(Instant at, String line) {}

    public RunTold {
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
        cutOff = List.copyOf(cutOff);
    }

    /** The same, with what comes out otherwise when its history is gone through again. */
    public RunTold derivedOtherwise(Optional<String> difference) {
        return new RunTold(
                stage,
                from,
                until,
                outcome,
                said,
                steps,
                looks,
                cutOff,
                took,
                deadline,
                ended,
                failurePage,
                difference);
    }

    boolean passed() {
        return outcome == Outcome.PASSED;
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(until);
    }

    /** The last time before a moment at which it had read the state of the group. */
    Optional<Instant> lastLookBefore(Instant moment) {
        return looks.stream().filter(look -> !look.isAfter(moment)).reduce((before, last) -> last);
    }

    @Override
    public String toString() {
        return "run of %s at %s (%s)".formatted(stage, from, outcome);
    }
}
