package io.bywash.report;

import static io.bywash.report.RunFacts.cut;

import io.bywash.evidence.Fact;

/** The foot of the summary: the verdict, what stands for the whole history, and what made it. */
final class Seal {
    private final RunFacts run;

    Seal(RunFacts run) {
        this.run = run;
    }

    /** The words of it. */
    Html told() {
        Fact.Tool tool = run.started().tool();
        String chain = run.brokenAt().isPresent()
                ? "BROKEN at line " + run.brokenAt().getAsInt()
                : "each of its %d lines follows from the one before"
                        .formatted(run.file().entries().size());
        return Html.of(
                "footer",
                Html.of(
                        "p",
                        "verdict ",
                        Html.of(
                                "b",
                                cut(
                                        200,
                                        run.finished()
                                                .map(Fact.RunFinished::verdict)
                                                .orElse("INCOMPLETE: the history has no end"))),
                        ", head of the history ",
                        Html.of("code", run.file().head())),
                Html.of(
                        "p",
                        "history.jsonl: %s. Made by Bywash %s, commit %s, from %d feature files whose hashes are in the history.%s"
                                .formatted(
                                        chain,
                                        orUnknown(tool.version()),
                                        orUnknown(tool.commit()),
                                        tool.features().size(),
                                        run.simulated()
                                                ? " Durations are in time of the simulated device: %s device seconds a second."
                                                        .formatted((long) run.started()
                                                                .settings()
                                                                .pace())
                                                : "")));
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? "unknown" : cut(60, text);
    }
}
