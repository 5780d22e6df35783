package io.bywash.procedure;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.History;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.ProcessBroken;
import io.bywash.evidence.StepRecord;
import io.bywash.evidence.Told;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Performs the steps of a run one after another, and ends the run at the first that does not pass.
 *
 * <p>After that every further step is refused with {@link RunEnded} before it can send anything.
 */
public final class Steps {
    private final History history;
    private Optional<String> ended = Optional.empty();
    private Outcome outcome = Outcome.NOT_RUN;
    private Optional<String> trouble = Optional.empty();
    private final Map<Stage, String> passedOver = new EnumMap<>(Stage.class);
    private boolean rehearsal;
    private Consumer<Trouble> whenEnded = trouble -> {};

    public Steps(History history) {
        this.history = history;
    }

    /**
     * Performs one step.
     *
     * @param id the step of the page, or the part or note that the check is for
     * @param title the step as the feature writes it
     * @param promised the names of what the step will measure, at least one
     * @throws RunEnded when the run has ended before
     */
    public void perform(String id, String title, List<String> promised, Consumer<StepRecord> body) {
        Optional<String> over = ended.or(() -> passedOver.entrySet().stream()
                .filter(entry -> id.startsWith(entry.getKey().number() + ".")
                        || id.equals(entry.getKey().comparison()))
                .map(Map.Entry::getValue)
                .findFirst());
        if (over.isPresent()) {
            throw new RunEnded("Step %s was not run: %s.".formatted(id, over.get()));
        }
        StepRecord record = new StepRecord(id, title, history.now(), promised);
        try {
            history.record(new Fact.StepStarted(record.started(), id, title));
            body.accept(record);
            judge(record);
            finish(record, Outcome.PASSED, "");
        } catch (RuntimeException | Error e) {
            Throwable told = ProcessBroken.told(e);
            end(record, told);
            throwOn(told);
            if (told instanceof ProcessBroken broken) {
                throw broken;
            }
            throw e;
        }
    }

    /** What leaves a step is shown to a person, so that a trouble with a secret in its words goes on without them. */
    private void throwOn(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (!written(cause.toString()).equals(cause.toString())) {
                String why = written(why(e));
                if (e instanceof AssertionError) {
                    throw new Misbehaviour(why);
                }
                throw new Broken(why);
            }
        }
    }

    private String written(String text) {
        return history.redaction().of(text);
    }

    private static String why(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void judge(StepRecord record) {
        if (record.outcome() == Outcome.FAILED) {
            String advice = record.finding().advice();
            throw new Misbehaviour("The Security Group is not as the procedure wants it. Nothing more is sent.%n%s%s"
                    .formatted(differences(record), advice.isEmpty() ? "" : System.lineSeparator() + advice));
        }
        if (record.outcome() == Outcome.NOT_PROVEN && !record.silences().isEmpty()) {
            throw new NotProven(
                    "",
                    "The Security Group did not tell what the step promised to measure: %s. Nothing more is sent."
                            .formatted(record.silences().entrySet().stream()
                                    .map(silence -> "%s: %s".formatted(silence.getKey(), silence.getValue()))
                                    .collect(Collectors.joining("; "))),
                    record.finding());
        }
        if (record.outcome() == Outcome.NOT_PROVEN) {
            throw new NotProven("What the step promised to measure was not measured: %s. Nothing more is sent."
                    .formatted(record.unmeasured().isEmpty() ? "it promised nothing" : record.unmeasured()));
        }
    }

    private static String differences(StepRecord record) {
        return record.measurements().stream()
                .filter(measurement -> !measurement.asExpected())
                .map(Measurement::toString)
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }

    private void end(StepRecord record, Throwable e) {
        String why = written(why(e));
        Outcome how =
                e instanceof Told told ? told.outcome() : e instanceof AssertionError ? Outcome.FAILED : Outcome.BROKEN;
        ended = Optional.of("the run ended at step %s, which is %s".formatted(record.id(), how));
        trouble = Optional.of("Step %s: %s".formatted(record.id(), why));
        whenEnded.accept(history.redaction().in(Trouble.in(record, how, e, history.now())));
        finish(record, how, why);
    }

    /**
     * Ends the run for a reason that no step told, such as a check that found a step without a measurement.
     *
     * @param place where it was found
     */
    public void breakOff(String place, Outcome how, String why) {
        ended = Optional.of("the run ended at %s, which is %s".formatted(place, how));
        trouble = Optional.of("%s: %s".formatted(place, why));
        outcome = outcome.and(how);
        whenEnded.accept(new Trouble(
                place,
                "",
                history.now(),
                how,
                "every step is bound to something that measures",
                why,
                true,
                Finding.NONE));
    }

    /** Who is to be told of the trouble that ends the run, before the step is recorded as ended. */
    public void whenEnded(Consumer<Trouble> listener) {
        whenEnded = listener;
    }

    private void finish(StepRecord record, Outcome how, String why) {
        outcome = outcome == Outcome.NOT_RUN ? how : outcome.and(how);
        history.record(new Fact.StepFinished(
                history.now(),
                record.id(),
                record.title(),
                how,
                record.measurements(),
                record.notes(),
                why,
                Duration.between(record.started(), history.now())));
    }

    /** Leaves out the steps of a stage, because the device proves that nothing of it is left to do. */
    void passOver(Stage stage, String why) {
        passedOver.put(stage, written(why));
        history.record(new Fact.StagePassedOver(history.now(), stage.tag(), why));
    }

    /** Ends a run that was only to say what it would do. */
    void endRehearsal(String why) {
        rehearsal = true;
        ended = Optional.of(why);
    }

    /** The stages that were left out because they were already done, with the proof in words. */
    public Map<Stage, String> passedOver() {
        return Collections.unmodifiableMap(passedOver);
    }

    /** Whether the run ended after saying what it would do. */
    public boolean rehearsal() {
        return rehearsal;
    }

    /** Why no further step is run; empty while the run goes on. */
    public Optional<String> ended() {
        return ended;
    }

    /** The paragraph of the step that ended the run in trouble. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The worst outcome of the steps so far; not run before the first. */
    public Outcome outcome() {
        return outcome;
    }
}
