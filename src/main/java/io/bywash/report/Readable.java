package io.bywash.report;

import java.util.regex.Pattern;

/** Texts of a history as a page can hold them. */
final class Readable {
    /** A byte of a device that is no UTF-8, as histories write it: the character 0xDC00 plus its value, alone. */
    private static final Pattern BYTE = Pattern.compile("(?<![\\uD800-\\uDBFF])[\\uDC80-\\uDCFF]");

    private Readable() {}

    /** The text with a byte that is no text written as {@code \xFF}. */
    static String of(String text) {
        if (text.chars().noneMatch(character -> character >= 0xDC80 && character <= 0xDCFF)) {
            return text;
        }
        return BYTE.matcher(text)
                .replaceAll(found -> "\\\\x%02X".formatted(found.group().charAt(0) - 0xDC00));
    }

    /** At most so many characters of the text, in one line. */
    static String line(int most, String text) {
        String line = of(text).strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 4) + " ...";
    }
}
