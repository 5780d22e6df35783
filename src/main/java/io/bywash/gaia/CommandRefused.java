package io.bywash.gaia;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Remedy;
import java.util.List;

/** The device says that it did not run the command. Most refusals are our typing, so this is ours. */
public final class CommandRefused extends Broken {
    private final String answer;

    CommandRefused(Command command, Prompt prompt, String answer) {
        super(
                "The device refused '%s' at the prompt %s: %s. The command did not run."
                        .formatted(command, prompt, answer),
                Finding.of(Remedy.ON_OUR_SIDE, Refusals.explained(answer))
                        .with(Finding.OfTheAct.DENIED)
                        .with(List.of(Deciding.answer(command.line(), List.of(answer)))),
                null);
        this.answer = answer;
    }

    /** The line that refuses. */
    public String answer() {
        return answer;
    }
}
