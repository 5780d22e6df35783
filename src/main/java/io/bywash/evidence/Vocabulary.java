package io.bywash.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a run itself says or waits for. A secret that may be a part of it cannot be taken out of free text, or the text would
 * not be what it was.
 *
 * <p>Words are compared without upper and lower case, one digit being like another and several blanks like one.
 */
final class Vocabulary {
    /** Fewer characters stand in any text by chance. */
    static final int LEAST = 6;

    private static final int FEWEST_DIFFERENT = 4;
    private static final Pattern NUMBER = Pattern.compile("[-+|=_.:,;/\\[\\]{}()\"'#<> \\d]{1,11}|[0-9A-Fa-f]{1,11}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final class Product {
        private static final String WORDS = normal(OwnWords.all() + "\n" + Redaction.SHOWN.repeat(2));
    }

    private String ofTheRun = "";

    void add(String words) {
        ofTheRun += "\n" + normal(words);
    }

    /** Whether a text of any length is a part of it. */
    boolean has(String text) {
        String wanted = normal(text);
        return ofTheRun.contains(wanted) || Product.WORDS.contains(wanted);
    }

    /** Whether a secret may stand in what a run says without being meant: it is short, a number or a time or a sum, or known. */
    boolean mayHold(String secret) {
        return secret.codePointCount(0, secret.length()) < LEAST
                || secret.codePoints().distinct().count() < FEWEST_DIFFERENT
                || NUMBER.matcher(secret).matches()
                || has(secret)
                || isOfJson(secret)
                || secret.contains(Redaction.SHOWN);
    }

    /** As {@code "fact":"Heard"} is, whose words are known and whose marks stand between any of them. */
    private boolean isOfJson(String secret) {
        return secret.contains("\"")
                && Arrays.stream(NO_WORD.split(secret))
                        .filter(word -> !word.isEmpty())
                        .allMatch(this::has);
    }

    private static String normal(String text) {
        return text.lines()
                .map(line -> BLANKS.matcher(DIGIT.matcher(line).replaceAll("0")).replaceAll(" "))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
