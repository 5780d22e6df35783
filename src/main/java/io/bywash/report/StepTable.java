package io.bywash.report;

import io.bywash.evidence.ExpectedTimes;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps of the vendor's page, and the checks beside them, with what became of each. */
final class StepTable {
    private static final Pattern LETTERED = Pattern.compile("\\[(\\d\\.[A-Z])\\] (.*)", Pattern.DOTALL);

    private final RunFacts run;
    private final ExpectedTimes expected;

    /**
     * One part of the page.
     *
     * @param begun when its first step began; empty when none did
     * @param whyNot why its steps were not run, as one line; empty when they were
     */
    record Part(String name, String begun, String whyNot, List<Row> rows) {}

    /**
     * One step.
     *
     * @param id as the page or the harness calls it; empty for a check that was not reached
     * @param took empty when it did not end
     * @param usual what it took in earlier runs, in words; empty when too few are known
     */
    record Row(String id, String words, Mark mark, String took, String usual) {}

    StepTable(RunFacts run, ExpectedTimes expected) {
        this.run = run;
        this.expected = expected;
    }

    /** The id in the words of a lettered step; empty for any other. */
    static String idIn(String words) {
        Matcher lettered = LETTERED.matcher(words);
        return lettered.matches() ? lettered.group(1) : "";
    }

    /** All parts in the order of the page. */
    List<Part> parts() {
        return run.all(Fact.Planned.class).stream()
                .flatMap(planned -> planned.features().stream())
                .map(this::part)
                .toList();
    }

    private Part part(Fact.PlannedFeature feature) {
        List<Row> rows = new ArrayList<>();
        feature.scenarios().forEach(scenario -> scenario.steps().forEach(words -> rows.add(row(feature, words))));
        boolean left = rows.stream().anyMatch(row -> row.mark() == Mark.NOT_RUN || row.mark() == Mark.DONE);
        String begun = run.all(Fact.StepStarted.class).stream()
                .filter(step -> feature.scenarios().stream()
                        .anyMatch(scenario -> scenario.steps().contains(step.title())))
                .findFirst()
                .map(step -> "from %s UTC".formatted(RunFacts.time(step.at())))
                .orElse("");
        return new Part(feature.name(), begun, left ? whyNot(feature.tag()) : "", rows);
    }

    private Row row(Fact.PlannedFeature feature, String words) {
        Matcher lettered = LETTERED.matcher(words);
        String plain = lettered.matches() ? lettered.group(2) : words;
        Optional<Fact.StepStarted> started = run.all(Fact.StepStarted.class).stream()
                .filter(step -> step.title().equals(words))
                .findFirst();
        Optional<Fact.StepFinished> finished = run.steps().stream()
                .filter(step -> step.title().equals(words))
                .max(Comparator.comparing(Fact.StepFinished::outcome));
        String id = started.map(Fact.StepStarted::id).orElse(idIn(words));
        Mark mark = finished.map(step -> Mark.of(step.outcome()))
                .orElse(started.isPresent() ? Mark.INCOMPLETE : notBegun(feature.tag()));
        String took = finished.map(Fact.StepFinished::took).map(run::told).orElse("");
        return new Row(
                id,
                plain,
                mark,
                took,
                expected.ofStep(id)
                        .map(ExpectedTimes.Expected::usual)
                        .map(run::told)
                        .orElse(""));
    }

    private Mark notBegun(String tag) {
        return run.passedOver(tag).isPresent() ? Mark.DONE : Mark.NOT_RUN;
    }

    private String whyNot(String tag) {
        Optional<Fact.StagePassedOver> over = run.passedOver(tag);
        if (over.isPresent()) {
            return over.get().why();
        }
        if (!run.started().stages().contains(tag)) {
            return "not run: this part was not selected";
        }
        Optional<Fact.StepFinished> trouble = run.trouble();
        if (trouble.isPresent()) {
            return "not run: the run ended at step %s, which is %s"
                    .formatted(trouble.get().id(), trouble.get().outcome());
        }
        if (!run.file().whole()) {
            return "not run as far as the history goes, which has no end";
        }
        return run.finished().filter(end -> end.outcome() == Outcome.NOT_RUN).isPresent()
                ? "not run: this was a rehearsal, which only reads"
                : "not run, and the history does not say why";
    }

    /** How many lettered steps there are, and how many of them passed. */
    int[] passedOfAll() {
        List<Row> lettered = parts().stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.id().matches("\\d\\.[A-Z]"))
                .toList();
        return new int[] {
            (int) lettered.stream().filter(row -> row.mark() == Mark.PASSED).count(), lettered.size()
        };
    }

    /** A table for each part. */
    List<Html> tables() {
        List<Part> parts = parts();
        boolean usual = parts.stream()
                .flatMap(part -> part.rows().stream())
                .anyMatch(row -> !row.usual().isEmpty());
        return parts.stream().map(part -> table(part, usual)).toList();
    }

    private static Html table(Part part, boolean usual) {
        List<Html> rows = new ArrayList<>();
        rows.add(Html.of(
                "tr.part",
                Html.of("td", Html.of("b", part.name()), Html.of("i", " " + part.begun()))
                        .with("colspan", "2"),
                Html.of("td.took", "took"),
                usual ? Html.of("td.took", "usually") : Html.NONE));
        if (!part.whyNot().isEmpty()) {
            rows.add(Html.of(
                    "tr.why", Html.of("td", RunFacts.cut(150, part.whyNot())).with("colspan", usual ? "4" : "3")));
        }
        part.rows().forEach(row -> rows.add(row(row, usual)));
        return Html.of("table.steps", rows);
    }

    private static Html row(Row row, boolean usual) {
        boolean passed = row.mark() == Mark.PASSED;
        boolean idle = row.mark() == Mark.NOT_RUN || row.mark() == Mark.DONE;
        return Html.of(
                idle ? "tr.idle" : "tr",
                Html.of("td.id", row.mark().shape(row.mark().word()), row.id().isEmpty() ? "check" : row.id()),
                Html.of("td", row.words()),
                Html.of("td.took", told(row, passed || idle)),
                usual ? Html.of("td.took", row.usual().isEmpty() ? "–" : row.usual()) : Html.NONE);
    }

    private static Html told(Row row, boolean quiet) {
        if (row.mark() == Mark.NOT_RUN || row.mark() == Mark.DONE) {
            return Html.all(row.mark().word());
        }
        if (row.took().isEmpty()) {
            return Html.of("b." + row.mark().tone(), "no end");
        }
        Html took = Html.all(row.took());
        return quiet
                ? took
                : Html.all(Html.of("b." + row.mark().tone(), row.mark().word()), " ", took);
    }

    /** The longest wait of the run for the device, in words. */
    String longestWait() {
        return run.all(Fact.WaitEnded.class).stream()
                .max(Comparator.comparing(Fact.WaitEnded::took))
                .map(wait -> "%s for %s (%s)"
                        .formatted(run.told(wait.took()), RunFacts.cut(90, wait.what()), RunFacts.cut(50, wait.how())))
                .orElse("no wait was recorded in this run");
    }

    /** How long all took, from the first fact to the last. */
    Duration whole() {
        return Duration.between(run.started().at(), run.end());
    }
}
