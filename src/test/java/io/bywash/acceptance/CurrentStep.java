package io.bywash.acceptance;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Knows the words of the steps of the scenario that is being run, which Cucumber does not give to their definitions. */
public final class CurrentStep implements ConcurrentEventListener {
    private static final ThreadLocal<String> WORDS = ThreadLocal.withInitial(() -> "");
    private static final ThreadLocal<List<String>> PASSED = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                TestCaseStarted.class, event -> PASSED.get().clear());
        publisher.registerHandlerFor(TestStepStarted.class, event -> words(event.getTestStep(), WORDS::set));
        publisher.registerHandlerFor(TestStepFinished.class, event -> {
            if (event.getResult().getStatus() == Status.PASSED) {
                words(event.getTestStep(), PASSED.get()::add);
            }
        });
    }

    private static void words(TestStep step, Consumer<String> use) {
        if (step instanceof PickleStepTestStep written) {
            use.accept(written.getStep().getText());
        }
    }

    static String words() {
        return WORDS.get();
    }

    /** The steps of this scenario that Cucumber takes for passed. */
    static List<String> passed() {
        return List.copyOf(PASSED.get());
    }
}
