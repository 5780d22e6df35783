package io.bywash.gaia;

import io.bywash.evidence.Console;
import io.bywash.evidence.NotProven;
import java.time.Duration;

/** A command was silent for too long; it was broken off and may or may not have had its effect. */
public final class StuckCommand extends NotProven {
    StuckCommand(Command command, Prompt prompt, Duration silence, String last) {
        super("""
                '%s' at %s said nothing new for %s, or came to no end in six times that, and was broken off with Ctrl-C. Its last line was: "%s". Whether it had an \
                effect is not known: look at the state of both chassis before it is tried again.""".formatted(command, prompt, Console.told(silence), last));
    }
}
