package io.bywash.cpuse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a box of asterisks in a list of packages (REFERENCE 3.3, "List quirks", D): its edge, the name of a section, or
 * the notice of a machine without the internet, which is normal. A box with anything else is not known.
 */
final class Box {
    private static final Pattern LINE = Pattern.compile("\\*(?:[^A-Za-z]*|\\*?\\s*(\\w[^*]*?)\\s*\\*+)");
    private static final Pattern NOTICE = Pattern.compile("Connection error\\. Packages list might be incomplete\\.?");
    private static final Pattern SECTION = Pattern.compile("[A-Z][a-z]+(?: [A-Za-z]+){0,2}");

    private Box() {}

    static boolean isKnown(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            return false;
        }
        String text = matcher.group(1);
        return text == null || NOTICE.matcher(text).matches() || isSection(line);
    }

    /** Whether it names a section, below which another heading of columns may stand. */
    static boolean isSection(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                && matcher.group(1) != null
                && SECTION.matcher(matcher.group(1)).matches()
                && !Installer.isTrouble(matcher.group(1));
    }
}
