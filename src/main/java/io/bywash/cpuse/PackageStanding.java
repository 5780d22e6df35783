package io.bywash.cpuse;

import io.bywash.evidence.NotProven;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far one member has come with a package, by {@code show installer package} (REFERENCE 3.3 and 7, row 9, D). */
public enum PackageStanding {
    /** It is stored, or not even that, and nothing is done with it. */
    NOT_BEGUN,
    UNDER_WAY,
    /** CPUSE counts it as installed; the member may still have to reboot. */
    INSTALLED;

    private static final Pattern STATUS = Pattern.compile("(?m)^\\s*Status\\s*:\\s*(\\S.*?)\\s*$");

    /**
     * Reads the screen of one member.
     *
     * @throws NotProven when it shows no status that is known
     */
    static PackageStanding read(String screen) {
        if (screen.contains("no packages to display")) {
            return NOT_BEGUN;
        }
        Matcher status = STATUS.matcher(screen);
        String words = status.find() ? status.group(1) : "";
        if (words.matches("Available for Install|Imported")) {
            return NOT_BEGUN;
        }
        if (words.matches("Installed(?: as part of.*)?")) {
            return INSTALLED;
        }
        if (words.matches("Installing package\\.\\.\\.|.*\\d+ ?%.*")) {
            return UNDER_WAY;
        }
        throw new NotProven("""
                How far the installation of the package is cannot be told: the status is \"%s\", and only Available for \
                Install, Imported, Installed and a percentage are known. The whole screen: "%s".""".formatted(words, screen.strip().replace("\n", " / ")));
    }
}
