package io.bywash.cpuse;

import io.bywash.gaia.UnknownLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbered list that Tab shows behind {@code installer install} (REFERENCE 3.3, D; its form I 80 %). */
final class NumberedList {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[.)]?\\s+(\\S.*)");
    private static final Pattern DECORATION =
            Pattern.compile("|\\*.*|-+|(?:Num|Number|No\\.?|#)?\\s*(?:Display name|Package)\\b.*");
    private static final Pattern GAP = Pattern.compile("\\s{2,}");

    private NumberedList() {}

    /** A package and the number it has on this member at this moment. */
    record Entry(int number, String name) {}

    static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher numbered = NUMBERED.matcher(line.strip());
            if (numbered.matches()) {
                entries.add(new Entry(Integer.parseInt(numbered.group(1)), GAP.split(numbered.group(2))[0]));
            } else if (line.startsWith(" ") && !entries.isEmpty() && !line.isBlank()) {
                Entry begun = entries.remove(entries.size() - 1);
                entries.add(new Entry(begun.number(), begun.name() + GAP.split(line.strip())[0]));
            } else if (!DECORATION.matcher(line.strip()).matches()) {
                throw new UnknownLine(
                        "The numbered list of packages",
                        line,
                        "a number and a name, the rest of a name on a line that begins with a blank, a heading and lines of asterisks");
            }
        }
        return entries;
    }
}
