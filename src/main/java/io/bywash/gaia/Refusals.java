package io.bywash.gaia;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a device says that it did not run a command (REFERENCE 2, "Configuration lock"). */
public final class Refusals {
    /** CLINFR0771 is left out: it is a notice, and the command still ran. */
    private static final Pattern REFUSAL = Pattern.compile(
            "CLINFR(?!0771)\\d{4}.*|NMSHST.*|NMSHNM\\d+.*|Bad parameter starting at.*|-?(?:ba)?sh: .*(?:command not found|Permission denied|No such file or directory|syntax error.*)");

    private static final Pattern LOCKED = Pattern.compile("CLINFR0519.*");
    private static final Pattern LOCK_OWNER = Pattern.compile("CLINFR0771 .*owned by (\\S+)\\.(?: .*)?");

    private Refusals() {}

    /** The line that refuses, if there is one. */
    static Optional<String> in(Reply reply) {
        return in(reply.text());
    }

    /** The line of a screen by which the device says that it did not run the command, if there is one. */
    public static Optional<String> in(String screen) {
        return screen.lines()
                .map(String::strip)
                .filter(said -> REFUSAL.matcher(said).matches())
                .findFirst();
    }

    /** Whether the refusal means that somebody else owns the configuration lock. */
    static boolean isLock(String refusal) {
        return LOCKED.matcher(refusal).matches();
    }

    /** Who owns the configuration lock, if the screen says so. */
    static Optional<String> lockOwner(String screen) {
        return screen.lines()
                .map(LOCK_OWNER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .reduce((first, last) -> last);
    }
}
