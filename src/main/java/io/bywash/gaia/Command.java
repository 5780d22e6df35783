package io.bywash.gaia;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line to be typed in one shell, with the questions it will ask, in order.
 *
 * @param permit the leave to send it; empty for a read, which may be tried again, while an act never is
 * @param questions every question it may ask; it may end before it has asked them all
 * @param noise lines that may stand between and before the questions without meaning anything
 * @param limit how long it may take, from the last thing heard; empty for the session's own limit
 */
public record Command(
        String line,
        Shell shell,
        Optional<Permit> permit,
        List<Question> questions,
        List<Pattern> noise,
        Optional<Duration> limit) {
    /**
     * Whoever makes one, a line without a permit is a read.
     *
     * @throws Forbidden when the line is not of the form of a read and comes without a permit
     */
    public Command {
        if (permit.isEmpty() && !Reads.isRead(line)) {
            throw new Forbidden(line, "it is no read that is known here, and it has no permit.");
        }
        questions = List.copyOf(questions);
        noise = List.copyOf(noise);
    }

    /**
     * A command that changes nothing.
     *
     * @throws Forbidden when the line is not of the form of a read
     */
    public static Command read(Shell shell, String line) {
        return new Command(line, shell, Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /** A command that changes something, with the leave to send it. */
    public static Command act(Shell shell, Permit permit) {
        return new Command(permit.line(), shell, Optional.of(permit), List.of(), List.of(), Optional.empty());
    }

    boolean isAct() {
        return permit.isPresent();
    }

    /** The same act with another leave to send the same line. */
    Command with(Permit another) {
        return new Command(line, shell, Optional.of(another), questions, noise, limit);
    }

    public Command asking(List<Question> expected) {
        return new Command(line, shell, permit, expected, noise, limit);
    }

    public Command amidst(List<Pattern> meaningless) {
        return new Command(line, shell, permit, questions, meaningless, limit);
    }

    public Command within(Duration silence) {
        return new Command(line, shell, permit, questions, noise, Optional.of(silence));
    }

    @Override
    public String toString() {
        return line;
    }
}
