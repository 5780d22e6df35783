package io.bywash.acceptance;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepStarted;

/** Knows the words of the step that is being run, which Cucumber does not give to its definition. */
public final class CurrentStep implements ConcurrentEventListener {
    private static final ThreadLocal<String> WORDS = ThreadLocal.withInitial(() -> "");

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepStarted.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep step) {
                WORDS.set(step.getStep().getText());
            }
        });
    }

    static String words() {
        return WORDS.get();
    }
}
