package io.bywash.gaia;

import io.bywash.evidence.NotProven;
import java.util.stream.Collectors;

/**
 * What Tab lists behind a beginning (REFERENCE 3.3, D). The beginning is typed, never sent, and taken away again.
 *
 * @param shown all that was seen
 * @param whole whether the beginning stood on a line of its own again after the list; where there is nothing to list,
 *     nothing comes
 */
record TabList(String beginning, String shown, boolean whole) {
    private static final String CLEAR_LINE = "\u0015";

    /**
     * @throws Forbidden when it is not the beginning of an installation
     */
    static TabList behind(Line line, String beginning) {
        if (!Reads.isBeginning(beginning)) {
            throw new Forbidden(beginning + "<Tab>", "only the beginning of an installation is listed this way.");
        }
        line.settle();
        line.type(beginning + "\t");
        boolean whole = isWhole(line, beginning);
        TabList list = new TabList(beginning, line.shown(), whole);
        line.type(CLEAR_LINE);
        return list;
    }

    private static boolean isWhole(Line line, String beginning) {
        long lastHeard = line.nanos();
        while (line.since(lastHeard).compareTo(line.tempo().limit()) < 0) {
            if (line.listen(line.tempo().quiet())) {
                lastHeard = line.nanos();
            } else if (line.shown().contains("\n") && line.cursorLine().endsWith(beginning.stripTrailing() + " ")) {
                return true;
            }
        }
        return false;
    }

    String ending() {
        return whole ? "listed" : "not listed";
    }

    /**
     * The lines of the list; empty when there was nothing to list.
     *
     * @throws NotProven when it was cut short
     */
    String read() {
        if (!whole && shown.contains("\n")) {
            throw new NotProven(
                    "The list behind '%s' came to no end, so it is not known what is in it. It said: \"%s\"."
                            .formatted(beginning, shown.strip().replace("\n", " / ")));
        }
        int first = shown.indexOf('\n');
        int last = shown.lastIndexOf('\n');
        return first < 0
                ? ""
                : shown.substring(first + 1, Math.max(first + 1, last))
                        .lines()
                        .filter(line -> Prompt.read(line).isEmpty())
                        .collect(Collectors.joining("\n"));
    }
}
