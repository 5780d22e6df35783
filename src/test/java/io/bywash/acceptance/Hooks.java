package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.cucumber.java.AfterStep;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** What holds for every scenario: nothing runs after the run has ended, and no step passes without a measurement. */
public final class Hooks {
    private static final Pattern ID = Pattern.compile("\\[([1-5]\\.[A-Z])\\].*");

    @Before(order = 0)
    public void nothingAfterTheEnd() {
        Run.current().steps().ended().ifPresent(why -> {
            throw new TestAbortedException("Not run: " + why);
        });
    }

    @AfterStep
    public void noStepWithoutMeasurement(Scenario scenario) {
        Matcher id = ID.matcher(CurrentStep.words());
        if (scenario.getStatus() != Status.PASSED || !id.matches()) {
            return;
        }
        Optional<Fact.StepFinished> last = Run.current().history().facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .reduce((before, after) -> after);
        boolean measured = last.filter(step -> step.id().equals(id.group(1)))
                .filter(step -> step.outcome() == Outcome.PASSED)
                .filter(step -> !step.measurements().isEmpty())
                .isPresent();
        if (!measured) {
            throw new NotProven("Step %s is bound to nothing that measures.".formatted(id.group(1)));
        }
    }
}
