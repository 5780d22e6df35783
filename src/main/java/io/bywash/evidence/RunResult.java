package io.bywash.evidence;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a run ended, for programs: what {@code result.json} holds. The fields are explained in {@code reports/README.md}.
 *
 * <p>It is a function of the history: made again, it is the same byte for byte. Outcomes are written in capitals with an
 * underscore, {@code NOT_PROVEN}. What does not apply is an empty text.
 *
 * @param outcome the worst of the steps, or worse
 * @param verdict the last line of the console
 * @param goOn the command line to go on with; empty when nothing is left to do
 * @param deviceSeconds how long the run waited for the device, in seconds of the device
 * @param harnessSeconds the rest of its own time, in seconds
 * @param head the hash of the last line of the history
 */
public record RunResult(
        String group,
        boolean simulated,
        String outcome,
        @FreeText String verdict,
        Instant started,
        Instant ended,
        double deviceSeconds,
        double harnessSeconds,
        List<Part> stages,
        List<Fact.Rule> rules,
        List<NotChecked> notChecked,
        String goOn,
        String head) {
    private static final double MILLISECONDS = 1000.0;
    private static final DefaultPrettyPrinter INDENTED =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .defaultPrettyPrinter(INDENTED)
            .build();

    /** Something that this run did not check, and why. */
    public record NotChecked(String what, String why) {
        /** What the facts of a run say of it, in order. */
        static List<NotChecked> in(List<Fact> facts) {
            return facts.stream()
                    .filter(Fact.NotChecked.class::isInstance)
                    .map(Fact.NotChecked.class::cast)
                    .map(not -> new NotChecked(not.what(), not.why()))
                    .toList();
        }
    }

    /**
     * One selected stage.
     *
     * @param passedOver why its steps were left out, because the device proves that nothing of it is left to do
     */
    public record Part(
            int part, String tag, String title, @FreeText String passedOver, List<Step> steps) {}

    /**
     * One step of a stage, or a check beside the steps, such as {@code part 3}.
     *
     * @param words the step as the feature writes it; empty when it was not reached
     * @param why the whole paragraph of a step that did not pass, or why it was not run
     * @param started null when it was not reached
     * @param ended null when it was not reached
     */
    public record Step(
            String id,
            String words,
            String outcome,
            @FreeText String why,
            Instant started,
            Instant ended) {}

    /**
     * What a run that has ended came to.
     *
     * @param facts the whole history, or all of it but what came from outside
     * @param head the hash of its last line
     */
    public static RunResult of(List<Fact> facts, String head) {
        Fact.RunStarted run = (Fact.RunStarted) facts.get(0);
        Fact.RunFinished end = facts.stream()
                .filter(Fact.RunFinished.class::isInstance)
                .map(Fact.RunFinished.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the history has no end"));
        return new RunResult(
                run.group(),
                run.target() == Fact.TargetKind.SIMULATED,
                end.outcome().name(),
                end.verdict(),
                run.at(),
                end.at(),
                end.deviceTime().toMillis() / MILLISECONDS,
                end.harnessTime().toMillis() / MILLISECONDS,
                new StagesOfRun(facts).parts(run.stages()),
                end.rules(),
                NotChecked.in(facts),
                end.goOn(),
                head);
    }

    /** The same run, which came to something worse after its history was closed. */
    public RunResult worse(Outcome how, String said, String next) {
        return new RunResult(
                group,
                simulated,
                how.name(),
                said,
                started,
                ended,
                deviceSeconds,
                harnessSeconds,
                stages,
                rules,
                notChecked,
                next,
                head);
    }

    /** The content of {@link RunDirectory#RESULT}: ASCII, indented, with line feeds on every system. */
    public String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
