package io.bywash.gaia;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.Remedy;
import java.util.List;

/** The device asked something that the procedure does not know; it was not answered and the command was broken off. */
public final class UnknownQuestion extends Misbehaviour {
    private final String expected;

    UnknownQuestion(Command command, String question, String expected) {
        super(
                """
                While '%s' ran, the device asked something that is not known, so it was not answered and the command was \
                broken off with Ctrl-C. Asked: "%s". Expected: %s.""".formatted(command, question.replace('\n', ' '), expected),
                Finding.of(Remedy.ON_THE_GROUP, "Look at the state of both chassis before anything else.")
                        .with(List.of(
                                Deciding.answer(command.line(), question.lines().toList()))));
        this.expected = expected;
    }

    @Override
    public String expected() {
        return expected;
    }
}
