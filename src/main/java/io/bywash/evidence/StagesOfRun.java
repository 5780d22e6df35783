package io.bywash.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the steps of the selected stages ended, in the order of the plan.
 *
 * <p>A lettered step that was not reached is among them; a check beside the steps only when it was begun. A step that nobody
 * planned stands behind those of the last selected stage, so that none is lost.
 */
final class StagesOfRun {
    private static final Pattern LETTERED = Pattern.compile("\\[(\\d\\.[A-Z])] .*");

    private final List<Fact.PlannedFeature> planned = new ArrayList<>();
    private final Map<String, String> passedOver = new HashMap<>();
    private final Map<String, Instant> started = new HashMap<>();
    private final Map<String, RunResult.Step> ended = new LinkedHashMap<>();
    private String whyNot = "the run ended before it";

    StagesOfRun(List<Fact> facts) {
        facts.forEach(this::read);
    }

    private void read(Fact fact) {
        if (fact instanceof Fact.Planned plan) {
            planned.addAll(plan.features());
        } else if (fact instanceof Fact.StagePassedOver over) {
            passedOver.put(over.stage(), over.why());
        } else if (fact instanceof Fact.StepStarted step) {
            started.put(step.title(), step.at());
        } else if (fact instanceof Fact.StepFinished step) {
            RunResult.Step now = new RunResult.Step(
                    step.id(), step.title(), step.outcome().name(), step.why(), started.get(step.title()), step.at());
            ended.merge(step.title(), now, StagesOfRun::worse);
            if (step.outcome() != Outcome.PASSED) {
                whyNot = "the run ended at step %s, which is %s".formatted(step.id(), step.outcome());
            }
        }
    }

    private static RunResult.Step worse(RunResult.Step one, RunResult.Step other) {
        return Outcome.valueOf(one.outcome()).compareTo(Outcome.valueOf(other.outcome())) >= 0 ? one : other;
    }

    /** @param selected the tags of the stages */
    List<RunResult.Part> parts(List<String> selected) {
        List<RunResult.Part> parts = new ArrayList<>();
        Map<String, RunResult.Step> left = new LinkedHashMap<>(ended);
        for (int at = 0; at < planned.size(); at++) {
            Fact.PlannedFeature feature = planned.get(at);
            if (selected.contains(feature.tag())) {
                List<RunResult.Step> steps = new ArrayList<>();
                for (Fact.PlannedScenario scenario : feature.scenarios()) {
                    scenario.steps()
                            .forEach(words -> step(words, left, feature.tag()).ifPresent(steps::add));
                }
                String over = passedOver.getOrDefault(feature.tag(), "");
                parts.add(new RunResult.Part(at + 1, feature.tag(), feature.name(), over, steps));
            }
        }
        if (!parts.isEmpty()) {
            parts.get(parts.size() - 1).steps().addAll(left.values());
        }
        return parts;
    }

    private Optional<RunResult.Step> step(String words, Map<String, RunResult.Step> left, String tag) {
        Optional<RunResult.Step> reached = Optional.ofNullable(left.remove(words));
        Matcher lettered = LETTERED.matcher(words);
        if (reached.isPresent() || !lettered.matches()) {
            return reached;
        }
        String why = passedOver.getOrDefault(tag, whyNot);
        return Optional.of(new RunResult.Step(lettered.group(1), "", Outcome.NOT_RUN.name(), why, null, null));
    }
}
