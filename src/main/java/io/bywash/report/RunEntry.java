package io.bywash.report;

import io.bywash.evidence.Fact;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first entry of the report, about the run as a whole. */
final class RunEntry {
    /** What it is listed under; sorts before the first feature. */
    static final String FEATURE = "0. The whole run";

    static final String NAME = "0.0 The whole run: how it ended, its rules, its picture";

    private static final String ABOUT = """
            %s, run %d on this group.

            This report is made from history.jsonl alone, whose last line has the SHA-256 `%s`. "line 123" behind a command \
            is the line of that file. Times are UTC and the harness's own.%s

            **%s**""";

    private final RunInSteps run;
    private final Attachments attachments;
    private final StepResults steps;

    RunEntry(RunInSteps run, Attachments attachments, StepResults steps) {
        this.run = run;
        this.attachments = attachments;
        this.steps = steps;
    }

    String description() {
        Fact.RunStarted started = run.started();
        return ABOUT.formatted(
                RunTitle.of(run),
                started.number(),
                run.history().head(),
                started.target() == Fact.TargetKind.SIMULATED
                        ? " The group is simulated and lives %s device seconds in one second: multiply durations by that."
                                .formatted((long) started.settings().pace())
                        : "",
                run.finished()
                        .map(Fact.RunFinished::verdict)
                        .orElse("INCOMPLETE: " + run.judged().why()));
    }

    /** The rules over the whole run, and what happened beside the steps. */
    List<StepResult> steps() {
        List<StepResult> all = new ArrayList<>();
        run.finished().ifPresent(end -> end.rules().forEach(rule -> all.add(rule(rule, end.at()))));
        steps.typed(" beside the steps", run.beside(), run.judged()).forEach(all::add);
        return all;
    }

    private static StepResult rule(Fact.Rule rule, Instant judged) {
        return StepResults.result(
                        "%s: %s (%s)".formatted(rule.rule(), rule.verdict(), rule.detail()),
                        switch (rule.verdict()) {
                            case "holds" -> Judged.PASSED;
                            case "violated" -> new Judged(Standing.FAILED, rule.detail());
                            default -> new Judged(Standing.LEFT_OUT, rule.detail());
                        })
                .setStart(judged.toEpochMilli())
                .setStop(judged.toEpochMilli());
    }

    /**
     * What people look at first.
     *
     * @param pictures pages and pictures of the whole run, by the name they are shown under
     */
    List<Attachment> attachments(Map<String, String> pictures) {
        List<Attachment> all = new ArrayList<>();
        run.failurePage().ifPresent(page -> all.add(steps.failurePage(page)));
        pictures.forEach((name, content) -> all.add(
                content.contains("<html") ? attachments.html(name, content) : attachments.picture(name, content)));
        all.add(attachments.text("about", String.join("\n", run.started().about())));
        all.addAll(steps.seen(run.beside(), List.of()));
        return all;
    }
}
