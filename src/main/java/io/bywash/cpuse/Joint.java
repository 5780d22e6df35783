package io.bywash.cpuse;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text goes on in the next row of its column: with a blank between, or in the middle of a word.
 *
 * <p>A blank at either side of the edge is a blank. A text without one fills its cell, and was either cut at the edge or broken
 * between two words that just fitted; then the words tell which (I 85 %).
 */
final class Joint {
    /** Words of the sentences that are known (REFERENCE 3.3), which end and begin pieces of them. */
    private static final Set<String> WORDS = Set.of(
            "action",
            "allowed",
            "already",
            "an",
            "and",
            "are",
            "be",
            "been",
            "build",
            "by",
            "cannot",
            "disk",
            "does",
            "enough",
            "error",
            "failed",
            "for",
            "from",
            "has",
            "have",
            "imported",
            "in",
            "install",
            "installation",
            "installed",
            "is",
            "local",
            "log",
            "machine",
            "member",
            "members",
            "not",
            "number",
            "of",
            "on",
            "or",
            "package",
            "please",
            "ready",
            "remove",
            "see",
            "space",
            "stored",
            "successfully",
            "the",
            "this",
            "to",
            "upgrade",
            "verify",
            "was",
            "with");

    private static final int SHORTEST = 4;
    private static final Pattern LAST_WORD = Pattern.compile("[a-z']+$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[a-z']+");

    private Joint() {}

    /**
     * The text and its next piece.
     *
     * @param begun the text so far, without blanks at its end
     * @param filled whether its last cell has no blank at the edge
     * @param more the next cell as it stands there
     */
    static String of(String begun, boolean filled, String more) {
        boolean blank = !filled || more.startsWith(" ") || isBetweenWords(begun, more);
        return (begun + (blank ? " " : "") + more.strip()).strip();
    }

    private static boolean isBetweenWords(String begun, String more) {
        String left = found(LAST_WORD, begun);
        String right = found(FIRST_WORD, more);
        if (left.isEmpty() || right.isEmpty()) {
            return begun.matches("(?s).*[.,:;!]") || left.isEmpty() != right.isEmpty() && startsAWord(begun, more);
        }
        boolean oneWord = WORDS.contains(left + right);
        boolean known = WORDS.contains(left) && right.length() >= SHORTEST
                || WORDS.contains(right) && left.length() >= SHORTEST
                || WORDS.contains(left) && WORDS.contains(right);
        return known && !oneWord;
    }

    /** A number beside a known word, or a known word beside a number. */
    private static boolean startsAWord(String begun, String more) {
        boolean numberBehind = Character.isDigit(begun.isEmpty() ? ' ' : begun.charAt(begun.length() - 1));
        boolean numberBefore = Character.isDigit(more.isEmpty() ? ' ' : more.charAt(0));
        return numberBehind && WORDS.contains(found(FIRST_WORD, more))
                || numberBefore && WORDS.contains(found(LAST_WORD, begun));
    }

    private static String found(Pattern word, String text) {
        Matcher matcher = word.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.find() ? matcher.group() : "";
    }
}
