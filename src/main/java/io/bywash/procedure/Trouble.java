package io.bywash.procedure;

import io.bywash.evidence.Finding;
import io.bywash.evidence.FreeText;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.StepRecord;
import io.bywash.evidence.Told;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What ended a run before it could pass.
 *
 * @param place the step, as {@code 3.C} or {@code part 3}, or what else it was found in
 * @param words the step as the feature writes it; empty when it is no step
 * @param expected what was expected, in words
 * @param seen what was there instead, in words: the paragraph of the trouble, or the values that were measured
 * @param letIn whether the device let us in, so that it may be looked at once more
 * @param finding what the finder knows of it as data
 */
public record Trouble(
        String place,
        String words,
        Instant at,
        Outcome outcome,
        @FreeText String expected,
        @FreeText String seen,
        boolean letIn,
        Finding finding) {
    /** The trouble of a step: what it knows itself, else what it measured wrong, else what it promised to measure. */
    static Trouble in(StepRecord step, Outcome outcome, Throwable e, Instant at) {
        String words = step.title().replaceFirst("^\\[\\d\\.[A-Z]\\] ", "");
        String known = e instanceof Told told ? told.expected() : "";
        List<Measurement> wrong = step.measurements().stream()
                .filter(measured -> !measured.asExpected())
                .toList();
        if (known.isEmpty() && !wrong.isEmpty()) {
            return new Trouble(step.id(), words, at, outcome, expected(wrong), actual(wrong), true, step.finding());
        }
        return new Trouble(
                step.id(),
                words,
                at,
                outcome,
                known.isEmpty() ? "to measure: " + promised(step) : known,
                seen(e),
                !(e instanceof Told told) || told.letIn(),
                e instanceof Told told ? told.finding() : Finding.NONE);
    }

    private static String seen(Throwable e) {
        if (e instanceof Told told) {
            return told.seen();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** A value that several measurements share is told once. */
    private static String expected(List<Measurement> wrong) {
        boolean shared = wrong.stream().map(Measurement::expected).distinct().count() == 1;
        return shared && wrong.size() > 1
                ? "%s: %s".formatted(names(wrong), wrong.get(0).expected())
                : told(wrong, Measurement::expected);
    }

    private static String actual(List<Measurement> wrong) {
        boolean shared = wrong.stream().map(Measurement::actual).distinct().count() == 1;
        return shared && wrong.size() > 1
                ? "%s: %s".formatted(names(wrong), wrong.get(0).actual())
                : told(wrong, Measurement::actual);
    }

    private static String told(List<Measurement> wrong, java.util.function.Function<Measurement, String> value) {
        return wrong.stream()
                .map(measured -> "%s: %s".formatted(measured.name(), value.apply(measured)))
                .collect(Collectors.joining("; "));
    }

    private static String names(List<Measurement> measurements) {
        return measurements.stream().map(Measurement::name).collect(Collectors.joining(", "));
    }

    private static String promised(StepRecord step) {
        return String.join("; ", step.promised());
    }
}
