package io.bywash.gaia;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.terminal.ConnectionLost;
import java.util.List;

/**
 * The line died while a command ran.
 *
 * <p>The command may or may not have had its effect; only a later look at the device tells.
 */
public final class Unanswered extends ConnectionLost {
    private final String said;

    Unanswered(Command command, Prompt prompt, String said, ConnectionLost cause) {
        super(
                "'%s', typed at %s, was not answered: %s%s"
                        .formatted(
                                command,
                                prompt,
                                cause.getMessage(),
                                command.isAct()
                                        ? " Whether it had its effect, only the state of the group tells."
                                        : ""),
                Finding.shownBy(Deciding.answer(command.line(), List.of())),
                cause);
        this.said = said;
    }

    /** What the device said before the line died, as plain lines. */
    public String said() {
        return said;
    }
}
