package io.bywash.acceptance;

import io.bywash.evidence.Console;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.History;
import io.bywash.evidence.Outcome;
import io.bywash.procedure.Stage;
import io.bywash.procedure.StepId;
import io.bywash.procedure.Steps;
import io.bywash.procedure.Trouble;
import io.bywash.target.Target;
import io.bywash.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words in which a run ends; the last of them say how. */
final class Ending {
    private static final String WHOLE_RUN = "the whole run";

    private final Target target;
    private final List<Stage> stages;
    private final String stageWord;
    private final Steps steps;

    Ending(Target target, List<Stage> stages, String stageWord, Steps steps) {
        this.target = target;
        this.stages = stages;
        this.stageWord = stageWord;
        this.steps = steps;
    }

    /** The steps of the selected stages that did not measure something and pass, but for the stages that were passed over. */
    List<String> withoutProof(List<Fact> facts) {
        Set<String> passed = new HashSet<>();
        facts.stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .filter(step ->
                        step.outcome() == Outcome.PASSED && !step.measurements().isEmpty())
                .forEach(step -> passed.add(step.id()));
        return stages.stream()
                .filter(stage -> !steps.passedOver().containsKey(stage))
                .flatMap(stage ->
                        Stream.concat(stage.steps().stream().map(StepId::toString), Stream.of(stage.comparison())))
                .filter(id -> !passed.contains(id))
                .toList();
    }

    /**
     * What the failure page has to tell of instead: a run can be in trouble although each of its steps passed, or for a
     * worse reason than that of the step that ended it.
     *
     * @param lost why the evidence is not whole
     * @param told what the page tells of already
     */
    Optional<Trouble> told(
            Outcome outcome,
            Map<String, Verdict> verdicts,
            History history,
            Optional<String> lost,
            Optional<Trouble> told) {
        Optional<Map.Entry<String, Verdict>> violated = verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Verdict.Violated)
                .findFirst();
        if (violated.isPresent()) {
            String before = steps.trouble().map(" Before that: %s"::formatted).orElse("");
            String where = ((Verdict.Violated) violated.get().getValue()).where();
            return told.map(Trouble::place).equals(Optional.of(WHOLE_RUN))
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            WHOLE_RUN,
                            "",
                            history.now(),
                            outcome,
                            violated.get().getKey(),
                            "VIOLATED: " + where + before,
                            true,
                            Finding.NONE));
        }
        if (told.isPresent() || outcome == Outcome.PASSED || outcome == Outcome.NOT_RUN) {
            return Optional.empty();
        }
        return Optional.of(new Trouble(
                "the end of the run",
                "",
                history.now(),
                outcome,
                "every step of every selected stage measured what it promised, and all of it is written down",
                lost.orElse("steps without proof: " + withoutProof(history.facts())),
                true,
                Finding.NONE));
    }

    /** The last line. */
    String verdict(Outcome outcome) {
        String group = "%s Security Group %s"
                .formatted(
                        target.simulated() ? "SIMULATED" : "REAL",
                        target.assignment().group().name());
        return switch (outcome) {
            case PASSED ->
                steps.passedOver().isEmpty()
                        ? "PASSED: %s, %s".formatted(group, stageWord)
                        : "PASSED: %s; %s"
                                .formatted(
                                        group,
                                        String.join("; ", steps.passedOver().values()));
            case FAILED -> "FAILED: %s did what the procedure does not allow".formatted(group);
            case BROKEN ->
                "BROKEN: the harness, its settings, the lab or the network; nothing is said about %s".formatted(group);
            case REFUSED -> "REFUSED: %s is not as this stage needs it; the command was not sent".formatted(group);
            case NOT_PROVEN -> "NOT PROVEN: %s, a person has to look".formatted(group);
            case NOT_RUN ->
                steps.rehearsal()
                        ? "REHEARSED, not run: %s; nothing was changed on it".formatted(group)
                        : "NOT RUN: %s, no step was reached".formatted(group);
        };
    }

    /** The command line to go on with after a run that is in no trouble; empty when nothing is left to do. */
    String goOn(Outcome outcome) {
        if (outcome == Outcome.PASSED) {
            return stages.get(stages.size() - 1)
                    .after()
                    .map(target.assignment()::commandFor)
                    .orElse("");
        }
        return steps.rehearsal()
                ? "%s -Dbywash.confirm=%s"
                        .formatted(
                                target.assignment().commandFor(firstNotBehind()),
                                target.assignment().group().name())
                : "";
    }

    /** The first selected stage of which something is left to do. */
    private Stage firstNotBehind() {
        return stages.stream()
                .filter(stage -> !steps.passedOver().containsKey(stage))
                .findFirst()
                .orElseThrow();
    }

    /** What the console shows at the end, in order. */
    List<String> lines(
            Outcome outcome,
            List<String> page,
            Map<String, Verdict> verdicts,
            Duration device,
            Duration harness,
            Duration writing,
            String evidence,
            List<String> head) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(page);
        if (!page.isEmpty()) {
            lines.add("");
        }
        verdicts.forEach((rule, verdict) -> lines.add("  %s: %s".formatted(rule, told(verdict))));
        if (page.isEmpty() && !goOn(outcome).isEmpty()) {
            lines.add("  %s: %s".formatted(outcome == Outcome.PASSED ? "next" : "to execute", goOn(outcome)));
        }
        lines.add("device time %s%s, harness time %s, of which %s for the history"
                .formatted(
                        Console.told(device),
                        target.simulated()
                                ? " (scaled, %s device seconds a second)".formatted((long) target.pace())
                                : "",
                        Console.told(harness),
                        Console.told(writing)));
        lines.add(evidence);
        lines.addAll(head);
        lines.add(verdict(outcome));
        return lines;
    }

    private static String told(Verdict verdict) {
        if (verdict instanceof Verdict.Holds holds) {
            return "holds (%s)".formatted(holds.told());
        }
        return verdict instanceof Verdict.Violated violated
                ? "VIOLATED: " + violated.where()
                : "not known, " + ((Verdict.Unknown) verdict).missing();
    }
}
