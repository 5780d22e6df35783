package io.bywash.gaia;

import io.bywash.evidence.Secret;
import io.bywash.terminal.LoginRefused;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Logs in on a serial console, in whatever state somebody left it, and logs out again.
 *
 * <p>It types six things and no others: Ctrl-U, Enter, the user at {@code login:}, the password at the question that
 * follows it, {@code q} at a pager and {@code exit} at a shell that is at rest. Enter is never the first key: a line that is half
 * typed would be sent with it. Ctrl-U takes such a line away without sending it, and what it takes away shows (the kernel's
 * line editing and readline alike, D); then nothing more is typed. Ctrl-C is never typed, because it would end a program that somebody
 * else has running.
 */
final class ConsoleLogin {
    private static final String ERASE = "\u0015";
    private static final String ENTER = "\n";
    private static final String NEXT = "q";
    private static final String LEAVE = "exit\n";
    private static final int MOST_MOVES = 8;
    private static final int MOST_LOG_INS = 2;
    private static final int AT_REST = 3;
    private static final int LONG_SILENCE = 30;
    private static final Pattern TOOK_AWAY = Pattern.compile("\\x08|\\x1b\\[\\d*[JKPX]");
    private static final Pattern BOOTS = Pattern.compile(
            "(?m)^(?:\\[ *\\d+\\.\\d+\\] .*|INIT: .*|Starting \\S.*|Booting .*|Loading .*|GNU GRUB .*|Welcome to GRUB.*)$");

    private final Line line;
    private final String user;
    private final Secret password;

    ConsoleLogin(Line line, String user, Secret password) {
        this.line = line;
        this.user = user;
        this.password = password;
    }

    /**
     * Logs in, and ends at the first prompt of the login shell.
     *
     * @param patience how long the member may take to boot
     * @throws ConsoleUnusable when the line is silent, or in the middle of something
     * @throws LoginRefused when the member refuses user and password twice
     */
    void logIn(Duration patience) {
        awaitRest(patience);
        wake();
        awaitRest(patience);
        leaveOthers();
        for (int attempt = 1; !accepted(patience); attempt++) {
            if (attempt == MOST_LOG_INS) {
                throw new LoginRefused("""
                        The console '%s' refused user %s and the password %d times. Check where the target file takes the password of \
                        the consoles from. It is not tried again, so that the user is not locked out.""".formatted(line.name(), user, attempt));
            }
        }
    }

    /** Leaves every shell, so that nobody finds one open; ends at the log-in. Nothing is typed at a command that is not over. */
    void logOut() {
        while (line.listen(Duration.ZERO)) {
            continue;
        }
        leaveOthers();
    }

    /**
     * Boot messages are waited out, without a key: one could stop the boot. After a long silence a boot counts as over, because a
     * message may stand where the log-in did.
     */
    private void awaitRest(Duration patience) {
        long began = line.nanos();
        long lastHeard = began;
        while (true) {
            if (!isSilent(line.tempo().bewildered())) {
                lastHeard = line.nanos();
            } else if (!boots()
                    || isKnown()
                    || line.since(lastHeard).compareTo(line.tempo().bewildered().multipliedBy(LONG_SILENCE)) >= 0) {
                return;
            }
            if (line.since(began).compareTo(patience) >= 0) {
                throw unusable(
                        "is not at rest: it still says something, or boots, after %d s".formatted(patience.toSeconds()),
                        "Wait until the member has booted, and run the stage again.");
            }
        }
    }

    private boolean boots() {
        return BOOTS.matcher(line.shown()).find() || ConsoleScreen.tellsOfReboot(line.shown());
    }

    private boolean isKnown() {
        ConsoleScreen screen = ConsoleScreen.of(line.cursorLine());
        return screen != ConsoleScreen.UNKNOWN && screen != ConsoleScreen.BLANK;
    }

    private boolean isSilent(Duration howLong) {
        long began = line.nanos();
        while (line.since(began).compareTo(howLong) < 0) {
            if (line.listen(line.tempo().quiet())) {
                return false;
            }
        }
        return true;
    }

    private void wake() {
        ConsoleScreen before = ConsoleScreen.of(line.cursorLine());
        if (before == ConsoleScreen.PAGER) {
            return;
        }
        if (before == ConsoleScreen.UNKNOWN) {
            throw amidst();
        }
        line.type(ERASE);
        String heard = "";
        long typed = line.nanos();
        while (line.since(typed).compareTo(line.tempo().quiet().multipliedBy(AT_REST)) < 0) {
            heard += line.hearAndShow(line.tempo().quiet());
        }
        if (TOOK_AWAY.matcher(heard).find()) {
            throw unusable(
                    "had a line on it that somebody has half typed",
                    "It was wiped out with Ctrl-U and not sent. Ask who works there, have them log out, and run the stage again.");
        }
        if (heard.contains("^U")) {
            throw amidst();
        }
        line.type(ENTER);
        awaitAnswer("Ctrl-U and Enter");
    }

    /**
     * Waits for an answer and its end. The first character may take as long as a command may be silent. A pause is the end only
     * where the screen is known: on a slow line an echo comes in pieces, and what stands there for a moment is no screen yet.
     */
    private void awaitAnswer(String typed) {
        if (isSilent(line.tempo().limit())) {
            throw unusable("is silent: %s brought nothing".formatted(typed), """
                    Check that the cable and the speed of the line are right, that the SGM is switched on, that no program runs there that \
                    does not answer, and that the port of the terminal server is the one of this SGM.""");
        }
        while (!isSilent(line.tempo().quiet().multipliedBy(AT_REST))
                || !isKnown() && !isSilent(line.tempo().bewildered())) {
            continue;
        }
    }

    /** Leaves the shells and the pager that somebody left open, down to the log-in. */
    private void leaveOthers() {
        for (int move = 0; move < MOST_MOVES; move++) {
            switch (ConsoleScreen.of(line.cursorLine())) {
                case LOGIN -> {
                    return;
                }
                case PAGER -> press(NEXT);
                case PASSWORD -> press(ENTER);
                case GAIA_SHELL, OTHER_SHELL -> {
                    press(LEAVE);
                    if (ConsoleScreen.keepsJobs(line.shown())) {
                        throw unusable(
                                "is logged in, and programs run there in the background",
                                "They would end with the log-out, so it was left as it is. Have whoever started them log out, and run the stage again.");
                    }
                }
                default -> throw amidst();
            }
        }
        throw unusable(
                "does not come to a log-in after %d times 'exit'".formatted(MOST_MOVES),
                "Log out there by hand, and run the stage again.");
    }

    private void press(String keys) {
        line.settle();
        line.type(keys);
        awaitAnswer("what was typed last");
    }

    /** One log-in, at {@code login:}; false when it is refused. */
    private boolean accepted(Duration patience) {
        press(user + "\n");
        String asked = line.shown();
        if (!asked.strip().equals(user + "\nPassword:")) {
            throw unusable(
                    "did not ask for a password right behind the user; it said \"%s\""
                            .formatted(asked.strip().replace('\n', ' ')),
                    "No password was typed. Log in there by hand, and look what it asks.");
        }
        line.settle();
        line.type(password);
        long typed = line.nanos();
        Predicate<ConsoleScreen> ends = screen -> screen == ConsoleScreen.GAIA_SHELL || screen == ConsoleScreen.LOGIN;
        while (!isSilent(line.tempo().quiet().multipliedBy(AT_REST))
                || !ends.test(ConsoleScreen.of(line.cursorLine()))) {
            if (line.since(typed)
                                    .compareTo(longer(
                                            line.tempo().limit(), line.tempo().bewildered()))
                            >= 0
                    || line.since(typed).compareTo(patience) >= 0) {
                throw amidst();
            }
        }
        return ConsoleScreen.of(line.cursorLine()) == ConsoleScreen.GAIA_SHELL
                && !ConsoleScreen.refusesLogIn(line.shown());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private ConsoleUnusable amidst() {
        return unusable(
                "is in the middle of something; its last line is \"%s\""
                        .formatted(line.cursorLine().strip()),
                "Nothing was typed at it, because what it would do is not known. Look there by hand, bring it to its log-in, and run the stage again.");
    }

    private ConsoleUnusable unusable(String what, String remedy) {
        return new ConsoleUnusable(
                "The console '%s' %s. %s To go on without it, take this SGM out of 'consoles' in the target file."
                        .formatted(line.name(), what, remedy));
    }
}
