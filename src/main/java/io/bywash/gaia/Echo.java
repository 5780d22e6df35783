package io.bywash.gaia;

import java.util.Arrays;

/** Where a device repeats the line that was typed; a narrow terminal goes on with it in the next row. */
final class Echo {
    /** So far from the beginning it may begin: a prompt that is drawn again may stand before it. */
    private static final int FARTHEST = 4096;

    private Echo() {}

    /** The widths of the terminals that we know of: a console's, and our own. */
    private static final int[] WIDTHS = {80, 250};

    /**
     * The same when a line that ends with its row, or one character behind it, had its last row drawn once more.
     *
     * @param prompt as it stands before the line
     */
    static int endIn(String shown, String line, String prompt) {
        int end = endIn(shown, line);
        if (end < 0 || line.isEmpty()) {
            return end;
        }
        String all = prompt + line;
        return Arrays.stream(WIDTHS)
                .filter(width -> all.length() % width <= 1)
                .mapToObj(width -> "\n" + all.substring((all.length() - 1) / width * width))
                .filter(row -> shown.startsWith(row + "\n", end))
                .findFirst()
                .map(row -> end + row.length())
                .orElse(end);
    }

    /** The place behind the echo of a line, or -1 where it has not come, or not whole. */
    static int endIn(String shown, String line) {
        int plain = shown.indexOf(line);
        if (plain >= 0) {
            return plain + line.length();
        }
        if (line.isEmpty()) {
            return 0;
        }
        int last = Math.min(shown.length(), FARTHEST);
        for (int start = shown.indexOf(line.charAt(0));
                start >= 0 && start < last;
                start = shown.indexOf(line.charAt(0), start + 1)) {
            int end = endOfWrapped(shown, start, line, 0);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** At the end of a row bash writes the next character twice, before and behind the carriage return. */
    private static int endOfWrapped(String shown, int from, String line, int first) {
        int at = from;
        for (int next = first; next < line.length(); at++) {
            if (at >= shown.length()) {
                return -1;
            }
            char character = shown.charAt(at);
            boolean endOfRow = character == '\n';
            if (endOfRow && next > 0 && isAt(shown, at + 1, line.charAt(next - 1))) {
                int twice = endOfWrapped(shown, at + 2, line, next);
                if (twice >= 0) {
                    return twice;
                }
            }
            if (character == line.charAt(next) || endOfRow && line.charAt(next) == ' ') {
                next++;
            } else if (!endOfRow) {
                return -1;
            }
        }
        return at;
    }

    private static boolean isAt(String shown, int place, char character) {
        return place < shown.length() && shown.charAt(place) == character;
    }
}
