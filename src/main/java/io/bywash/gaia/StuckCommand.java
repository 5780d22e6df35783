package io.bywash.gaia;

import io.bywash.evidence.Console;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import java.time.Duration;
import java.util.List;

/** A command was silent for too long; it was broken off and may or may not have had its effect. */
public final class StuckCommand extends NotProven {
    StuckCommand(Command command, Prompt prompt, Duration silence, String last) {
        super(
                "",
                """
                '%s' at %s said nothing new for %s, or came to no end in six times that, and was broken off with Ctrl-C. Its \
                last line was: "%s". Whether it had an effect is not known.""".formatted(command, prompt, Console.told(silence), last),
                Finding.of(Remedy.UNKNOWN, "Look at the state of both chassis before it is tried again.")
                        .with(List.of(Deciding.answer(command.line(), List.of()))));
    }
}
