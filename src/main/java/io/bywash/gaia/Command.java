package io.bywash.gaia;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line to be typed in one shell, with the questions it will ask, in order.
 *
 * @param act whether it changes anything on the device; reads may be tried again, acts never are
 * @param questions every question it may ask; it may end before it has asked them all
 * @param noise lines that may stand between and before the questions without meaning anything
 * @param limit how long it may take, from the last thing heard; empty for the session's own limit
 */
public record Command(
        String line,
        Shell shell,
        boolean act,
        List<Question> questions,
        List<Pattern> noise,
        Optional<Duration> limit) {
    public Command {
        if (line.chars().anyMatch(character -> character < ' ')) {
            throw new IllegalArgumentException("A command is one line of printable characters: '%s'".formatted(line));
        }
        questions = List.copyOf(questions);
        noise = List.copyOf(noise);
    }

    /** A command that changes nothing. */
    public static Command read(Shell shell, String line) {
        return new Command(line, shell, false, List.of(), List.of(), Optional.empty());
    }

    /** A command that changes something. */
    public static Command act(Shell shell, String line) {
        return new Command(line, shell, true, List.of(), List.of(), Optional.empty());
    }

    public Command asking(List<Question> expected) {
        return new Command(line, shell, act, expected, noise, limit);
    }

    public Command amidst(List<Pattern> meaningless) {
        return new Command(line, shell, act, questions, meaningless, limit);
    }

    public Command within(Duration silence) {
        return new Command(line, shell, act, questions, noise, Optional.of(silence));
    }

    @Override
    public String toString() {
        return line;
    }
}
