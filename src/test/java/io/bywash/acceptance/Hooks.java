package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.cucumber.java.After;
import io.cucumber.java.Before;
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
                    throw new NotProven("The step '%s' is bound to nothing that measures.".formatted(words));
                });
    }
}
