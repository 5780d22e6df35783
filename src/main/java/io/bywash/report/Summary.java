package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.group.ChassisId;
import io.bywash.group.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The summary of a run for who has to approve it: one page of HTML that is printed on at most two sheets of A4.
 *
 * <p>All texts whose length nobody bounds are cut, and say so with three dots; whole they are in the history.
 */
public final class Summary {
    private static final int MOST_DEVIATIONS = 9;
    private static final int MOST_BESIDE_TROUBLE = 3;
    private static final int MOST_APPROVALS = 5;
    private static final int LONGEST_LINE = 200;
    private static final int ONE_LINE = 140;
    private static final int FAILURE_LINES = 25;

    private final RunFacts run;
    private final ReportContext context;
    private final RunMark mark;
    private final StepTable steps;
    private final SgmReadings sgms;

    private Summary(HistoryFile history, ReportContext context) {
        this.run = new RunFacts(history);
        this.context = context;
        this.mark = RunMark.of(run);
        this.steps = new StepTable(run, context.expected());
        this.sgms = new SgmReadings(run);
    }

    /** The page. A history that does not even say how its run began is told as that, and nothing else. */
    public static String html(HistoryFile run, ReportContext context) {
        if (run.facts().stream().noneMatch(Fact.RunStarted.class::isInstance)) {
            return Html.page(
                    "INCOMPLETE run of which nothing is known",
                    Style.SUMMARY,
                    Html.all(
                            Html.of("p", Mark.INCOMPLETE.loud()),
                            Html.of("p", "The history does not say how its run began, so nothing is known of it.")));
        }
        return new Summary(run, context).page();
    }

    private String page() {
        String title = "%s run on Security Group %s, %s: %s"
                .formatted(
                        run.started().target(),
                        run.started().group(),
                        take(),
                        mark.mark().loudWord());
        return Html.page(
                title,
                Style.SUMMARY,
                Html.all(
                        Html.of(
                                "section",
                                header(),
                                Html.of(
                                        "p.plain " + mark.mark().tone(),
                                        new PlainWords(run, mark.mark(), steps, sgms).told()),
                                new Particulars(run, steps, sgms).told(),
                                trouble(),
                                timeline(),
                                deviations(),
                                approvals()),
                        Html.of(
                                "section",
                                header("sheet 2"),
                                stepTables(),
                                judged(),
                                sgmTables(),
                                new Seal(run).told())));
    }

    private Html header() {
        return Html.of(
                "header",
                Html.of(
                        "div",
                        Html.of(
                                "span.kind " + run.started().target().name().toLowerCase(Locale.ROOT),
                                run.started().target().name()),
                        Html.of(
                                "h1",
                                "%s on Security Group %s"
                                        .formatted(take(), cut(60, run.started().group())))),
                Html.of("div.verdict " + mark.mark().tone(), mark.mark().loud()));
    }

    private Html header(String sheet) {
        return Html.of(
                "div.again",
                Html.of(
                        "span",
                        "%s · %s on Security Group %s · begun %s UTC"
                                .formatted(
                                        run.started().target(),
                                        take(),
                                        cut(40, run.started().group()),
                                        RunFacts.utc(run.started().at()))),
                mark.mark().loud(),
                Html.of("span", sheet));
    }

    private Html trouble() {
        Optional<Fact.FailureTold> told = run.last(Fact.FailureTold.class);
        if (told.isPresent()) {
            List<String> page = told.get().page();
            List<String> lines = page.stream()
                    .limit(FAILURE_LINES)
                    .map(line -> line.length() <= 112 ? line : line.substring(0, 108) + " ...")
                    .toList();
            return Html.of(
                    "div.trouble",
                    Html.of("h2", "What the operator was told"),
                    Html.of("pre", String.join("\n", lines)));
        }
        return run.trouble()
                .map(step -> Html.of(
                        "div.trouble",
                        Html.of("h2", "Why step %s is %s".formatted(step.id(), step.outcome())),
                        Html.of("p", cut(900, step.why().isEmpty() ? "The history does not say why." : step.why()))))
                .orElse(Html.NONE);
    }

    private boolean isTroubled() {
        return run.trouble().isPresent() || run.last(Fact.FailureTold.class).isPresent();
    }

    private Html timeline() {
        return context.timeline().map(svg -> Html.of("figure", new Html(svg))).orElse(Html.NONE);
    }

    private Html approvals() {
        return Html.of(
                "div.approvals",
                Html.of(
                        "div",
                        Html.of("h2", "Approvals"),
                        Html.of("p.sign", Html.of("span", "change manager"), Html.of("span", "date")),
                        Html.of("p.sign", Html.of("span", "operator"), Html.of("span", "date"))),
                Html.of(
                        "div",
                        Html.of("h2", "What the history says of it"),
                        list(MOST_APPROVALS, LONGEST_LINE, new Trail(run).approvals())));
    }

    private Html stepTables() {
        if (steps.parts().isEmpty()) {
            return Html.of(
                    "p.unread", "What was planned is not in the history, so no step can be shown as run or not run.");
        }
        return Html.of("div.parts", steps.tables());
    }

    private Html judged() {
        return Html.all(rules(), differences());
    }

    private Html rules() {
        List<Html> rules = new ArrayList<>();
        run.finished().stream()
                .flatMap(finished -> finished.rules().stream())
                .forEach(rule -> rules.add(Html.of(
                        "li",
                        markOf(rule).shape(rule.verdict()),
                        "%s: ".formatted(cut(90, rule.rule())),
                        Html.of("b", rule.verdict().equals("unknown") ? "not known" : rule.verdict()),
                        ", " + cut(60, rule.detail()))));
        return Html.all(
                Html.of("h2", "Rules over the whole run"),
                rules.isEmpty()
                        ? Html.of("p.unread", "Not judged: that is done at the end of a run, and this one has none.")
                        : Html.of("ul.marked", rules));
    }

    private static Mark markOf(Fact.Rule rule) {
        return switch (rule.verdict()) {
            case "holds" -> Mark.PASSED;
            case "violated" -> Mark.FAILED;
            default -> Mark.NOT_PROVEN;
        };
    }

    private Html differences() {
        return Html.all(Html.of("h2", "Before and after"), new Differences(run).told());
    }

    private Html sgmTables() {
        return Html.all(
                Html.of(
                        "h2",
                        "What each SGM (blade) said last",
                        Html.of(
                                "small",
                                " ",
                                Mark.PASSED.shape("both"),
                                "%s; rebooted by the clock of the device".formatted(sgms.provenBy(take())))),
                Html.of(
                        "div.columns",
                        Html.of("div", SgmTable.of(sgms.rows(), ChassisId.CHASSIS1)),
                        Html.of("div", SgmTable.of(sgms.rows(), ChassisId.CHASSIS2))));
    }

    /** A trouble takes the room of most of them. */
    private Html deviations() {
        List<String> deviations = new Trail(run).deviations();
        Html told = deviations.isEmpty()
                ? Html.of("p", "Nothing of that kind is in the history.")
                : isTroubled()
                        ? list(MOST_BESIDE_TROUBLE, ONE_LINE, deviations)
                        : list(MOST_DEVIATIONS, LONGEST_LINE, deviations);
        return Html.all(Html.of("h2", "Out of the ordinary"), told);
    }

    private static Html list(int most, int longest, List<String> sentences) {
        int shown = sentences.size() <= most ? most : most - 1;
        List<Html> items = new ArrayList<>();
        sentences.stream().limit(shown).forEach(sentence -> items.add(Html.of("li", cut(longest, sentence))));
        if (sentences.size() > shown) {
            items.add(Html.of("li.more", "and %d more, in history.jsonl".formatted(sentences.size() - shown)));
        }
        return Html.of("ul", items);
    }

    private String take() {
        return new Take(run.started().hotfix().take()).toString();
    }

    private static String cut(int most, String text) {
        return RunFacts.cut(most, text);
    }
}
