package io.bywash.gaia;

import io.bywash.evidence.Broken;

/** The device says that it did not run the command. Most refusals are our typing, so this is ours. */
public final class CommandRefused extends Broken {
    private final String answer;

    CommandRefused(Command command, Prompt prompt, String answer) {
        super("""
                The device refused '%s' at the prompt %s: %s. The command did not run. Compare the command with the \
                release of the device; a wording can be replaced under 'dialect' in the target file.""".formatted(command, prompt, answer));
        this.answer = answer;
    }

    /** The line that refuses. */
    public String answer() {
        return answer;
    }
}
