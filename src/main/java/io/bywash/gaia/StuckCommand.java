package io.bywash.gaia;

import io.bywash.evidence.Console;
import io.bywash.evidence.NotProven;
import java.time.Duration;

/** A command was silent, or went on, for too long; it was broken off and may or may not have had its effect. */
public final class StuckCommand extends NotProven {
    private StuckCommand(Command command, Prompt prompt, String did, String last) {
        super("""
                '%s' at %s %s and was broken off with Ctrl-C. Its last line was: "%s". Whether it had an \
                effect is not known: look at the state of both chassis before it is tried again.""".formatted(command, prompt, did, last));
    }

    static StuckCommand silent(Command command, Prompt prompt, Duration silence, String last) {
        return new StuckCommand(command, prompt, "said nothing for " + Console.told(silence), last);
    }

    /** One that goes on talking and comes to no end. */
    static StuckCommand endless(Command command, Prompt prompt, Duration longest, String last) {
        return new StuckCommand(command, prompt, "came to no end within " + Console.told(longest), last);
    }
}
