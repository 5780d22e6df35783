package io.bywash.cpuse;

import io.bywash.evidence.NotProven;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far one member has come with a package, by {@code show installer package} (REFERENCE 3.3 and 7, row 9, D). */
public enum PackageStanding {
    /** It is stored, or not even that, and nothing is done with it. */
    NOT_BEGUN,
    UNDER_WAY,
    /** CPUSE counts it as installed; the member may still have to reboot. */
    INSTALLED;

    private static final Pattern STATUS = Pattern.compile("Status\\s*:\\s*(\\S.*)");
    /** How a member says that it does not have the package; the second is I 90 % (REFERENCE 3.3, 14.3). */
    private static final Pattern NONE =
            Pattern.compile("Show packages: no packages to display\\.?|NMSHNM0679\\s+Package \\S+ is invalid\\.?");

    private static final Pattern WORKING = Pattern.compile("Installing package\\.\\.\\.|[A-Za-z ]+: +\\d{1,3} ?%");

    /**
     * Reads the screen of one member.
     *
     * @throws NotProven when it shows no status that is known
     */
    static PackageStanding read(String screen) {
        List<String> told = screen.lines()
                .map(String::strip)
                .map(STATUS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
        boolean none =
                screen.lines().anyMatch(line -> NONE.matcher(line.strip()).matches());
        if (none && told.isEmpty()) {
            return NOT_BEGUN;
        }
        String words = String.join(" / ", told) + (none ? " / no package" : "");
        if (words.matches("Available for Install|Imported")) {
            return NOT_BEGUN;
        }
        if (words.matches("Installed(?: as part of.*)?")) {
            return INSTALLED;
        }
        if (WORKING.matcher(words).matches() && !Installer.isTrouble(words)) {
            return UNDER_WAY;
        }
        throw NotProven.by(
                screen.lines().toList(), """
                How far the installation of the package is cannot be told: the status is \"%s\", and only Available for \
                Install, Imported, Installed and a percentage are known. The whole screen: "%s".""".formatted(words, screen.strip().replace("\n", " / ")));
    }
}
