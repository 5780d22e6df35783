package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.RunResult;
import io.bywash.procedure.Stage;
import io.bywash.procedure.StepId;
import io.bywash.procedure.Steps;
import io.bywash.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code result.json} holds of the steps and the rules of a run. */
final class ResultFile {
    private ResultFile() {}

    /** Every step of every selected stage, reached or not, and the checks beside the steps that were begun. */
    static List<RunResult.Part> parts(List<Stage> stages, Steps steps, List<Fact> facts) {
        return stages.stream()
                .map(stage -> {
                    Optional<String> over =
                            Optional.ofNullable(steps.passedOver().get(stage));
                    String whyNot = over.or(steps::ended).orElse("the run ended before it");
                    return new RunResult.Part(
                            stage.number(), stage.tag(), stage.title(), over.orElse(""), steps(stage, whyNot, facts));
                })
                .toList();
    }

    private static List<RunResult.Step> steps(Stage stage, String whyNot, List<Fact> facts) {
        Map<String, RunResult.Step> steps = new LinkedHashMap<>();
        Map<String, Instant> started = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.StepStarted step) {
                started.put(step.id(), step.at());
            } else if (fact instanceof Fact.StepFinished step
                    && Stage.ofStep(step.id()).equals(Optional.of(stage))) {
                steps.merge(step.id(), step(step, started.get(step.id())), ResultFile::worse);
            }
        }
        for (StepId id : stage.steps()) {
            steps.putIfAbsent(
                    id.toString(), new RunResult.Step(id.toString(), "", Outcome.NOT_RUN.name(), whyNot, null, null));
        }
        return inOrderOfThePage(stage, steps);
    }

    private static RunResult.Step step(Fact.StepFinished step, Instant started) {
        return new RunResult.Step(step.id(), step.title(), step.outcome().name(), step.why(), started, step.at());
    }

    private static RunResult.Step worse(RunResult.Step one, RunResult.Step other) {
        return Outcome.valueOf(one.outcome()).compareTo(Outcome.valueOf(other.outcome())) >= 0 ? one : other;
    }

    /** What stands beside the lettered steps stays where it was: before the first of them or behind the last. */
    private static List<RunResult.Step> inOrderOfThePage(Stage stage, Map<String, RunResult.Step> steps) {
        List<RunResult.Step> ordered = new ArrayList<>();
        List<String> behind = List.of(stage.comparison(), "proof");
        steps.values().stream()
                .filter(step -> !isLettered(step) && !behind.contains(step.id()))
                .forEach(ordered::add);
        stage.steps().forEach(id -> ordered.add(steps.get(id.toString())));
        behind.forEach(id -> Optional.ofNullable(steps.get(id)).ifPresent(ordered::add));
        return ordered;
    }

    private static boolean isLettered(RunResult.Step step) {
        return step.id().matches("\\d\\.[A-Z]");
    }

    static List<Fact.Rule> rules(Map<String, Verdict> verdicts) {
        List<Fact.Rule> rules = new ArrayList<>();
        verdicts.forEach((rule, verdict) -> rules.add(rule(rule, verdict)));
        return rules;
    }

    private static Fact.Rule rule(String rule, Verdict verdict) {
        if (verdict instanceof Verdict.Holds holds) {
            return new Fact.Rule(rule, "holds", "%d times".formatted(holds.looks()));
        }
        return verdict instanceof Verdict.Violated violated
                ? new Fact.Rule(rule, "violated", violated.where())
                : new Fact.Rule(rule, "unknown", ((Verdict.Unknown) verdict).missing());
    }
}
