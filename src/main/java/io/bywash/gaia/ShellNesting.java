package io.bywash.gaia;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The shells opened inside one another on one terminal, innermost on top, each known by the prompt that the device showed.
 *
 * <p>Gaia's shells are no ladder: any of them may be the login shell, and a hop to another member begins a new nesting on
 * top of the old one (REFERENCE 2).
 */
final class ShellNesting {
    private final Deque<Level> open = new ArrayDeque<>();

    private record Level(Prompt prompt, boolean hop) {}

    /** Known is only where we stood. */
    static ShellNesting at(Prompt prompt, boolean hop) {
        ShellNesting nesting = new ShellNesting();
        nesting.open.push(new Level(prompt, hop));
        return nesting;
    }

    /** The prompt we stand at. */
    Prompt here() {
        return open.element().prompt();
    }

    int depth() {
        return open.size();
    }

    /** A shell was opened on the member we are on. */
    void opened(Prompt prompt) {
        open.push(new Level(prompt, false));
    }

    /** Another member let us in, with this prompt of its login shell. */
    void hopped(Prompt prompt) {
        open.push(new Level(prompt, true));
    }

    /** Whether the shell is open on the member we are on, under the one on top. */
    boolean isOpenHere(Shell shell) {
        for (Level level : open) {
            if (level.prompt().shell() == shell) {
                return true;
            }
            if (level.hop()) {
                return false;
            }
        }
        return false;
    }

    /** Whether the shell on top is the login shell of a hop. */
    boolean atHop() {
        return open.element().hop();
    }

    boolean onAHop() {
        return open.stream().anyMatch(Level::hop);
    }

    /** Whether this is the prompt of a shell further out. */
    boolean isOuter(Prompt prompt) {
        return open.stream().skip(1).anyMatch(level -> prompt.isAgain(level.prompt()));
    }

    /** The shell on top shows this prompt now. */
    void stand(Prompt prompt) {
        open.push(new Level(prompt, open.pop().hop()));
    }

    /** The shells inside the one with this prompt are gone. */
    void backAt(Prompt prompt) {
        if (!isOuter(prompt)) {
            throw new IllegalArgumentException("%s is no shell further out.".formatted(prompt));
        }
        do {
            open.pop();
        } while (!prompt.isAgain(here()));
        stand(prompt);
    }
}
