package io.bywash.gaia;

import io.bywash.evidence.Secret;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that a command is known to ask, and our one answer to it.
 *
 * @param name what it is called in reports and errors
 * @param whole everything the device says from the last answer to the cursor, without blank lines and blanks at the end
 *     of lines; nothing less is recognised
 * @param answer what is typed, with Enter after it
 */
public record Question(String name, Pattern whole, Answer answer) {
    /** What is typed at a question. */
    public record Answer(Secret text, boolean secret) {}

    /** A question with this very text, upper and lower case being the same (the vendor's page mixes them). */
    public static Question saying(String name, String text, String answer) {
        return new Question(
                name,
                Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE),
                new Answer(Secret.of(answer), false));
    }

    /** A question whose answer the device does not echo and no report may show. */
    public static Question secret(String name, String text, Secret answer) {
        return new Question(name, Pattern.compile(Pattern.quote(text)), new Answer(answer, true));
    }

    /** Whether this is the beginning of the question, whose end has not come yet. */
    boolean mayBecome(String begun) {
        Matcher matcher = whole.matcher(begun);
        return !matcher.matches() && matcher.hitEnd();
    }
}
