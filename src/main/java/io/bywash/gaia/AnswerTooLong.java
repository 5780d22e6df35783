package io.bywash.gaia;

import io.bywash.evidence.NotProven;
import io.bywash.terminal.ConnectionLost;

/** More was said in one answer than is taken in; its line was given up, and nothing is concluded from what it said. */
public final class AnswerTooLong extends NotProven {
    private static final int KEPT = 4096;

    private final String line;
    private final AnswerSize said;
    private final AnswerSize most;

    AnswerTooLong(String line, AnswerSize said, AnswerSize most) {
        this("On the line '%s' more was said than is taken in.".formatted(line), line, said, most);
    }

    private AnswerTooLong(String what, String line, AnswerSize said, AnswerSize most) {
        super("an answer of at most " + most, """
                %s It was given up after %s; at most %s are read as one answer, and nothing is concluded from this one. Look by \
                hand what is printed there without end. If an answer may rightly be so long, set 'answer' in the target \
                file.""".formatted(what, said, most));
        this.line = line;
        this.said = said;
        this.most = most;
    }

    AnswerTooLong during(Command command, Prompt prompt) {
        return new AnswerTooLong(
                "'%s' at %s said more than is taken in, and was broken off with Ctrl-C.%s"
                        .formatted(
                                command,
                                prompt,
                                command.isAct()
                                        ? " Whether it had an effect is not known: look at the state of both chassis before it is tried again."
                                        : ""),
                line,
                said,
                most);
    }

    ConnectionLost asALostLine() {
        return new ConnectionLost(
                "More was said on it than is taken in (%s), so the line was given up; the device goes on by itself."
                        .formatted(said),
                this);
    }

    /** The head and the tail of the answer, with what it came to between them. */
    String excerptOf(String text) {
        return text.length() <= 2 * KEPT
                ? text
                : "%s%n[... left out here; the answer was given up after %s ...]%n%s"
                        .formatted(text.substring(0, KEPT), said, text.substring(text.length() - KEPT));
    }
}
