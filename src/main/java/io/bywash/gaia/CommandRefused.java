package io.bywash.gaia;

import io.bywash.evidence.Broken;

/** The device says that it did not run the command. Most refusals are our typing, so this is ours. */
public final class CommandRefused extends Broken {
    private final String answer;

    CommandRefused(Command command, Prompt prompt, String answer) {
        super("The device refused '%s' at the prompt %s: %s. The command did not run. %s"
                .formatted(command, prompt, answer, Refusals.explained(answer)));
        this.answer = answer;
    }

    /** The line that refuses. */
    public String answer() {
        return answer;
    }
}
