package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.util.Set;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** What holds for every scenario: nothing runs after the run has ended, and no step passes without a measurement. */
public final class Hooks {
    @Before(order = 0)
    public void nothingAfterTheEnd() {
        Run.current().steps().ended().ifPresent(why -> {
            throw new TestAbortedException("Not run: " + why);
        });
    }

    @After
    public void noStepWithoutMeasurement() {
        Set<String> measured = Run.current().history().facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .filter(step -> step.outcome() == Outcome.PASSED)
                .filter(step -> !step.measurements().isEmpty())
                .map(Fact.StepFinished::title)
                .collect(Collectors.toSet());
        CurrentStep.passed().stream()
                .filter(words -> !measured.contains(words))
                .findFirst()
                .ifPresent(words -> {
                    String why = "The step '%s' is bound to nothing that measures.".formatted(words);
                    Run.current().steps().breakOff("the feature", Outcome.NOT_PROVEN, why);
                    throw new NotProven(why);
                });
    }

    /** What goes wrong beside the steps, such as words that are bound to nothing, ends the run too. */
    @After(order = 0)
    public void nothingGoesOnBehindATrouble(Scenario scenario) {
        boolean well = scenario.getStatus() == Status.PASSED || scenario.getStatus() == Status.SKIPPED;
        if (!well && Run.current().steps().ended().isEmpty()) {
            Run.current()
                    .steps()
                    .breakOff(
                            "the feature",
                            Outcome.BROKEN,
                            "The scenario '%s' ended as %s, and no step says why. Nothing more is sent."
                                    .formatted(scenario.getName(), scenario.getStatus()));
        }
    }
}
