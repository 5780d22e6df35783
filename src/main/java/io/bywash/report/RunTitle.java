package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.util.stream.Collectors;

/** The line that a run is known by: {@code SIMULATED Security Group north-gate, failover, PASSED}. */
final class RunTitle {
    private RunTitle() {}

    static String of(RunInSteps run) {
        return "%s Security Group %s, %s, %s"
                .formatted(run.started().target(), run.started().group(), stages(run), ending(run));
    }

    /** The selected stages without their at-signs; {@code all} for all of them. */
    static String stages(RunInSteps run) {
        boolean all = !run.planned().isEmpty()
                && run.planned().stream()
                        .map(Fact.PlannedFeature::tag)
                        .allMatch(run.started().stages()::contains);
        return all
                ? "all stages"
                : run.started().stages().stream()
                        .map(tag -> tag.replaceFirst("^@", ""))
                        .collect(Collectors.joining(" + "));
    }

    /** How the run ended, in capitals; a rehearsal is called one. */
    static String ending(RunInSteps run) {
        return run.finished()
                .filter(end -> end.outcome() == Outcome.NOT_RUN)
                .map(end -> end.verdict().replaceFirst(":.*", ""))
                .orElse(run.judged().standing().word());
    }
}
