package io.bywash.cpuse;

import io.bywash.gaia.Cells;
import io.bywash.gaia.Notices;
import io.bywash.gaia.UnknownLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbered list that Tab shows behind {@code installer install} (REFERENCE 3.3, D; its form I 80 %). */
final class NumberedList {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[.)]?\\s+(\\S.*)");
    private static final Pattern SPEAKING = Pattern.compile(
            "Show packages: no packages to display\\.?|(?:Num|Number|No\\.?|#)?\\s*(?:Display name|Package)\\b.*");
    private static final Pattern DECORATION = Pattern.compile("|-+");
    private static final String KNOWN =
            "a number and a name, the rest of a name on a line that begins with a blank, a heading and lines of asterisks";

    private NumberedList() {}

    /** A package and the number it has on this member at this moment. */
    record Entry(int number, String name) {}

    /**
     * The packages of the list.
     *
     * @throws UnknownLine when a line is not known, or nothing of what was said is a list, not even an empty one
     */
    static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        boolean speaks = false;
        for (String line : text.lines().toList()) {
            Matcher numbered = NUMBERED.matcher(line.strip());
            if (numbered.matches()) {
                entries.add(new Entry(
                        Integer.parseInt(numbered.group(1)),
                        Cells.of(numbered.group(2)).get(0)));
            } else if (SPEAKING.matcher(line.strip()).matches()) {
                speaks = true;
            } else if (!DECORATION.matcher(line.strip()).matches() && !Box.isKnown(line) && !Notices.isNotice(line)) {
                addToTheLast(entries, line);
            }
        }
        if (entries.isEmpty() && !speaks) {
            throw new UnknownLine("The numbered list of packages", text.strip().replace("\n", " / "), KNOWN);
        }
        return entries;
    }

    private static void addToTheLast(List<Entry> entries, String line) {
        boolean indented = line.startsWith(" ") || line.startsWith("\t");
        if (!indented || entries.isEmpty()) {
            throw new UnknownLine("The numbered list of packages", line, KNOWN);
        }
        Entry begun = entries.remove(entries.size() - 1);
        String name = PackageName.joined(begun.name(), Cells.of(line).get(0))
                .orElseThrow(() -> new UnknownLine("The numbered list of packages", line, KNOWN));
        entries.add(new Entry(begun.number(), name));
    }
}
