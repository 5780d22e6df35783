package io.bywash.gaia;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A line to be typed in one shell, with the questions it will ask, in order.
 *
 * @param permit the leave to send it; empty for a read, which may be tried again, while an act never is
 * @param questions every question it may ask; it may end before it has asked them all
 * @param noise lines that may stand between and before the questions without meaning anything
 * @param limit how long it may say nothing new; empty for the session's own limit
 * @param goesOn whether the device goes on with it by itself once every question is answered, so that a line on which
 *     nothing new is said is given up without a key
 * @param enough of one that goes on by itself: whether what was said decides already, so that the line is given up at once
 */
public record Command(
        String line,
        Shell shell,
        Optional<Permit> permit,
        List<Question> questions,
        List<Pattern> noise,
        Optional<Duration> limit,
        boolean goesOn,
        Predicate<String> enough) {
    private static final Predicate<String> NEVER = said -> false;

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
        return new Command(line, shell, Optional.empty(), List.of(), List.of(), Optional.empty(), false, NEVER);
    }

    /** A command that changes something, with the leave to send it. */
    public static Command act(Shell shell, Permit permit) {
        return new Command(
                permit.line(), shell, Optional.of(permit), List.of(), List.of(), Optional.empty(), false, NEVER);
    }

    boolean isAct() {
        return permit.isPresent();
    }

    /** The same act with another leave to send the same line. */
    Command with(Permit another) {
        return new Command(line, shell, Optional.of(another), questions, noise, limit, goesOn, enough);
    }

    public Command asking(List<Question> expected) {
        return new Command(line, shell, permit, expected, noise, limit, goesOn, enough);
    }

    public Command amidst(List<Pattern> meaningless) {
        return new Command(line, shell, permit, questions, meaningless, limit, goesOn, enough);
    }

    public Command within(Duration silence) {
        return new Command(line, shell, permit, questions, noise, Optional.of(silence), goesOn, enough);
    }

    public Command goingOnByItself() {
        return new Command(line, shell, permit, questions, noise, limit, true, enough);
    }

    /** One that goes on by itself is followed until what it said says enough; it is left there without a key. */
    public Command until(Predicate<String> saidEnough) {
        return new Command(line, shell, permit, questions, noise, limit, goesOn, saidEnough);
    }

    @Override
    public String toString() {
        return line;
    }
}
