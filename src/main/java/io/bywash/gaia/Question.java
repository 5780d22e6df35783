package io.bywash.gaia;

import io.bywash.evidence.Secret;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that a command is known to ask, and our one answer to it.
 *
 * @param name what it is called in reports and errors
 * @param whole everything the device says from the last answer to the cursor, without blank lines and blanks at the end
 *     of lines; nothing less is recognised. Where it names SGMs they are its group {@code members}
 * @param right whether the SGMs that it names are exactly those that it should name
 * @param answer what is typed, with Enter after it
 */
public record Question(String name, Pattern whole, Predicate<String> right, Answer answer) {
    private static final String MEMBERS = "(?<members>";

    /** What is typed at a question. */
    public record Answer(Secret text, boolean secret) {}

    /** A question with this very text, upper and lower case being the same (the vendor's page mixes them). */
    public static Question saying(String name, String text, String answer) {
        return about(name, Pattern.quote(text), members -> false, answer);
    }

    /**
     * A question of this form, upper and lower case being the same where the form does not say otherwise (REFERENCE 14.5, D).
     *
     * @param form with a group {@code members} where the SGMs stand, if it names them
     * @param right whether what stands there names exactly those that it should
     */
    public static Question about(String name, String form, Predicate<String> right, String answer) {
        return new Question(
                name, Pattern.compile(form, Pattern.CASE_INSENSITIVE), right, new Answer(Secret.of(answer), false));
    }

    /** A question of this form whose answer the device does not echo and no report may show. */
    public static Question secret(String name, String form, Secret answer) {
        return new Question(name, Pattern.compile(form), members -> false, new Answer(answer, true));
    }

    /** Whether this, whole and alone, is the question. */
    public boolean isAsked(String said) {
        Matcher matcher = whole.matcher(said);
        if (!matcher.matches()) {
            return false;
        }
        String members = whole.pattern().contains(MEMBERS) ? matcher.group("members") : null;
        return members == null || right.test(members);
    }

    /** Whether this is the beginning of the question, whose end has not come yet. */
    boolean mayBecome(String begun) {
        Matcher matcher = whole.matcher(begun);
        return !matcher.matches() && matcher.hitEnd();
    }
}
