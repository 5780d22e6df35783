package io.bywash.evidence;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a bounded width. */
public final class Wrapped {
    private static final String MORE = " ...";

    private Wrapped() {}

    /** The words of the text, in as many lines as they need; a word that is wider than a line is broken. */
    public static List<String> to(int width, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The same in at most so many lines; a text that is too long ends in three dots. */
    public static List<String> atMost(int most, int width, String text) {
        List<String> lines = to(width, text);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, to(width - MORE.length(), kept.get(most - 1)).get(0) + MORE);
        return kept;
    }

    /** A command line that a shell takes for one: every line but the last ends in a backslash. */
    public static List<String> command(int width, String command) {
        return String.join(" \\\n", to(width - 2, command)).lines().toList();
    }

    /** One line of a screen: when it is too wide its runs of blanks are shortened, and then its end is left out. */
    public static String cut(int width, String line) {
        String shorter = line.length() > width ? line.replaceAll("\\s{3,}", "  ") : line;
        return shorter.length() > width ? shorter.substring(0, width - MORE.length()) + MORE : shorter;
    }
}
