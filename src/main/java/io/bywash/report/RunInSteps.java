package io.bywash.report;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.report.StepFacts.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A history taken apart: what was planned, what became of each step, and what happened beside the steps. */
final class RunInSteps {
    private final Fact.RunStarted started;
    private final List<Fact.PlannedFeature> planned;
    private final Map<String, StepFacts> steps = new LinkedHashMap<>();
    private final List<Line> beside = new ArrayList<>();
    private final Map<String, String> passedOver = new LinkedHashMap<>();
    private final Optional<Fact.RunFinished> finished;
    private final HistoryFile history;
    private final Instant ended;
    private final Judged judged;

    /** @throws Broken when the history does not even say how its run began */
    RunInSteps(HistoryFile history) {
        this.history = history;
        List<Fact> facts = history.facts();
        if (facts.isEmpty() || !(facts.get(0) instanceof Fact.RunStarted begun)) {
            throw new Broken(
                    "This history does not begin with the beginning of a run, so there is nothing to report. Take the directory of another run.");
        }
        started = begun;
        planned = facts.stream()
                .filter(Fact.Planned.class::isInstance)
                .map(fact -> ((Fact.Planned) fact).features())
                .findFirst()
                .orElse(List.of());
        finished = history.whole() ? Optional.of((Fact.RunFinished) facts.get(facts.size() - 1)) : Optional.empty();
        takeApart(facts);
        ended = facts.get(facts.size() - 1).at();
        judged = judge();
    }

    private void takeApart(List<Fact> facts) {
        Optional<Fact.StepStarted> step = Optional.empty();
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < facts.size(); number++) {
            Fact fact = facts.get(number);
            if (fact instanceof Fact.StagePassedOver over) {
                passedOver.put(over.stage(), over.why());
            }
            if (fact instanceof Fact.StepStarted begun) {
                step = Optional.of(begun);
                lines = new ArrayList<>();
            } else if (fact instanceof Fact.StepFinished ended && step.isPresent()) {
                steps.put(ended.title(), new StepFacts(step.get(), lines, Optional.of(ended)));
                step = Optional.empty();
            } else {
                (step.isPresent() ? lines : beside).add(new Line(number + 1, fact));
            }
        }
        if (step.isPresent()) {
            steps.put(step.get().title(), new StepFacts(step.get(), lines, Optional.empty()));
        }
    }

    HistoryFile history() {
        return history;
    }

    Fact.RunStarted started() {
        return started;
    }

    /** When the last fact happened. */
    Instant ended() {
        return ended;
    }

    /** How the run ended; empty for one that is under way, or died. */
    Optional<Fact.RunFinished> finished() {
        return finished;
    }

    List<Fact.PlannedFeature> planned() {
        return planned;
    }

    /** What happened when no step was under way. */
    List<Line> beside() {
        return beside;
    }

    /** A step that was begun, by its words. */
    Optional<StepFacts> step(String words) {
        return Optional.ofNullable(steps.get(words));
    }

    /** The page that the engineer was told, when the run got into trouble. */
    Optional<List<String>> failurePage() {
        return history.facts().stream()
                .filter(Fact.FailureTold.class::isInstance)
                .map(fact -> ((Fact.FailureTold) fact).page())
                .reduce((first, last) -> last);
    }

    /** How a step stands, begun or not. */
    Judged judged(Fact.PlannedFeature feature, String words) {
        return step(words).map(StepFacts::judged).orElseGet(() -> neverTried(feature));
    }

    /** How a scenario stands: as the worst of its steps. */
    Judged judged(Fact.PlannedFeature feature, Fact.PlannedScenario scenario) {
        return scenario.steps().stream()
                .map(words -> judged(feature, words))
                .reduce(Judged::and)
                .orElse(new Judged(Standing.NOT_PROVEN, "This scenario has no steps."));
    }

    /** How the run stands as a whole: passed only when nothing in the history speaks against that. */
    Judged judged() {
        return judged;
    }

    private Judged judge() {
        RunMark mark = RunMark.of(new RunFacts(history));
        String why = finished.map(Fact.RunFinished::verdict).orElseGet(this::incomplete);
        return mark.mark() == Mark.PASSED
                ? Judged.PASSED
                : new Judged(
                        Standing.of(mark.mark()),
                        Stream.concat(mark.against().stream(), Stream.of(why)).collect(Collectors.joining(" ")));
    }

    private String incomplete() {
        String last = steps.values().stream()
                .reduce((before, after) -> after)
                .map(step -> step.finished().isPresent()
                        ? "The last step that ended is %s."
                                .formatted(step.started().id())
                        : "The step under way is %s.".formatted(step.started().id()))
                .orElse("No step was begun.");
        return "The history has no end: the run died, or is under way. %s Look at the group before anything else is done."
                .formatted(last);
    }

    private Judged neverTried(Fact.PlannedFeature feature) {
        if (!started.stages().contains(feature.tag())) {
            return new Judged(
                    Standing.LEFT_OUT,
                    "%s was not selected; this run was for %s."
                            .formatted(feature.tag(), String.join(", ", started.stages())));
        }
        if (passedOver.containsKey(feature.tag())) {
            return new Judged(Standing.LEFT_OUT, passedOver.get(feature.tag()));
        }
        return new Judged(
                Standing.NOT_REACHED,
                finished.isEmpty()
                        ? incomplete()
                        : trouble()
                                .map(step -> "The run ended at step %s, which is %s."
                                        .formatted(
                                                step.started().id(),
                                                step.judged().standing().word().toLowerCase(Locale.ROOT)))
                                .orElse("The run ended before it. "
                                        + finished.get().verdict()));
    }

    private Optional<StepFacts> trouble() {
        return steps.values().stream()
                .filter(step -> step.judged().standing() != Standing.PASSED)
                .findFirst();
    }
}
