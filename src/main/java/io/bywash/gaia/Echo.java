package io.bywash.gaia;

/** Where a device repeats the line that was typed; a narrow terminal goes on with it in the next row. */
final class Echo {
    /** So far from the beginning it may begin: a prompt that is drawn again may stand before it. */
    private static final int FARTHEST = 4096;

    private Echo() {}

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
            int end = endOfWrapped(shown, start, line);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static int endOfWrapped(String shown, int start, String line) {
        int at = start;
        for (int next = 0; next < line.length(); at++) {
            if (at >= shown.length()) {
                return -1;
            }
            char character = shown.charAt(at);
            if (character == line.charAt(next)) {
                next++;
            } else if (line.charAt(next) == ' ' && character == '\n') {
                next++;
            } else if (character != '\n') {
                return -1;
            }
        }
        return at;
    }
}
