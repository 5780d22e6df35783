package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a whole run is marked. It is passed only when nothing else in the history speaks against that.
 *
 * @param against what speaks against the word of the run itself, a sentence each
 */
record RunMark(Mark mark, List<String> against) {
    static RunMark of(RunFacts run) {
        List<String> against = new ArrayList<>();
        run.brokenAt()
                .ifPresent(line -> against.add(
                        "Line %d of the history does not follow from the line before: somebody has changed the file since it was written."
                                .formatted(line)));
        if (run.finished().isEmpty()) {
            return new RunMark(Mark.INCOMPLETE, against);
        }
        Fact.RunFinished finished = run.finished().get();
        if (finished.outcome() != Outcome.PASSED) {
            return new RunMark(Mark.of(finished.outcome()), against);
        }
        run.trouble()
                .ifPresent(step -> against.add(
                        "The run says that it passed, and its step %s is %s.".formatted(step.id(), step.outcome())));
        finished.rules().stream()
                .filter(rule -> rule.verdict().equals("violated"))
                .forEach(rule ->
                        against.add("The run says that it passed, and a rule is violated: %s.".formatted(rule.rule())));
        List<String> missing = missing(run);
        if (!missing.isEmpty()) {
            against.add("The run says that it passed, and no proof is kept of %s.".formatted(missing));
        }
        return new RunMark(against.isEmpty() ? Mark.PASSED : Mark.NOT_PROVEN, against);
    }

    /** The same from what a list of runs knows. */
    static RunMark of(KeptRun run) {
        if (run.finished().isEmpty()) {
            return new RunMark(Mark.INCOMPLETE, List.of());
        }
        Outcome worst = run.steps().stream()
                .map(Fact.StepFinished::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.PASSED);
        Outcome said = run.finished().get().outcome();
        boolean agree = said != Outcome.PASSED || worst == Outcome.PASSED;
        return new RunMark(agree ? Mark.of(said) : Mark.NOT_PROVEN, List.of());
    }

    /** The lettered steps of the selected stages that neither passed nor had nothing left to do. */
    private static List<String> missing(RunFacts run) {
        Set<String> passed = run.passed();
        List<Fact.PlannedFeature> planned = run.all(Fact.Planned.class).stream()
                .flatMap(plan -> plan.features().stream())
                .toList();
        if (planned.isEmpty()) {
            return List.of("any step: what was planned is not in the history");
        }
        return planned.stream()
                .filter(feature -> run.started().stages().contains(feature.tag()))
                .filter(feature -> run.passedOver(feature.tag()).isEmpty())
                .flatMap(feature -> feature.scenarios().stream())
                .flatMap(scenario -> scenario.steps().stream())
                .map(StepTable::idIn)
                .filter(id -> !id.isEmpty() && !passed.contains(id))
                .collect(Collectors.toList());
    }
}
