package io.bywash.gaia;

import java.util.regex.Pattern;

/**
 * What stands on a serial console, by the whole line the cursor is in (Linux's agetty, login and bash; on an SGM I 85 %).
 *
 * <p>What is none of these is not known, and nothing is typed at it.
 */
enum ConsoleScreen {
    /** Nothing at all is in the cursor's line. */
    BLANK("\\s*"),
    LOGIN("(?:[A-Za-z0-9][\\w.-]* )?login: ?"),
    PASSWORD("Password: ?"),
    PAGER("-- ?More ?--.*"),
    /** A shell of Gaia, known by its prompt. */
    GAIA_SHELL(""),
    /** Another shell at rest; a bare {@code >} is none, because it may go on with a line that is half typed. */
    OTHER_SHELL("-?(?:ba)?sh-\\d+(?:\\.\\d+)*[#$] ?|\\[[A-Za-z_][\\w.-]*@[A-Za-z0-9][\\w.-]* [~/][^\\]\\s]*\\][#$] ?"),
    UNKNOWN("(?s).*");

    private static final Pattern REBOOTS = Pattern.compile(
            "(?m)^(?:The system is going down for reboot NOW!?|(?:\\[ *\\d+\\.\\d+\\] )?(?:reboot: )?Restarting system\\.?|INIT: Switching to runlevel: 6)\\s*$");
    private static final Pattern INCORRECT = Pattern.compile("(?m)^Login incorrect\\s*$");
    private static final Pattern JOBS = Pattern.compile("(?m)^There are (?:stopped|running) jobs\\.\\s*$");

    private final Pattern whole;

    ConsoleScreen(String whole) {
        this.whole = Pattern.compile(whole);
    }

    static ConsoleScreen of(String cursorLine) {
        if (Prompt.read(cursorLine).isPresent()) {
            return GAIA_SHELL;
        }
        for (ConsoleScreen screen : values()) {
            if (screen != GAIA_SHELL && screen.whole.matcher(cursorLine).matches()) {
                return screen;
            }
        }
        return UNKNOWN;
    }

    /** Whether the machine says that it goes down to boot anew. */
    static boolean tellsOfReboot(String said) {
        return REBOOTS.matcher(said).find();
    }

    static boolean refusesLogIn(String said) {
        return INCORRECT.matcher(said).find();
    }

    /** Whether a shell that was to be left says that leaving it would end programs. */
    static boolean keepsJobs(String said) {
        return JOBS.matcher(said).find();
    }
}
