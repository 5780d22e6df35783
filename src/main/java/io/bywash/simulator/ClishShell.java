package io.bywash.simulator;

import io.bywash.group.GatewayMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Gaia Clish on one SGM, or gClish, which runs the same commands on every member in reach (REFERENCE 2).
 *
 * <p>Prompts: {@code host>} (I 85 %), {@code [Global] host>} (D); in VSX mode the number of the virtual system stands
 * behind the host name (I). Each running Clish is a process of its own to the configuration lock. Not imitated: the
 * inactivity time-out, roles, and what commands do outside of this procedure.
 */
final class ClishShell {
    private final LoginSession session;
    private final SimulatedSgm sgm;
    private final boolean global;
    private final ClishGrammar grammar;
    private int vs;
    private OptionalInt rows = OptionalInt.empty();
    private int commands;
    private boolean refused;
    private boolean left;
    private boolean interactive;

    ClishShell(LoginSession session, SimulatedSgm sgm, boolean global, int vs) {
        this.session = session;
        this.sgm = sgm;
        this.global = global;
        this.vs = vs;
        this.grammar = ClishCommands.of(session.group().settings().release(), global);
    }

    LoginSession session() {
        return session;
    }

    SimulatedSgm sgm() {
        return sgm;
    }

    boolean global() {
        return global;
    }

    boolean interactive() {
        return interactive;
    }

    int vs() {
        return vs;
    }

    void enterVs(int id) {
        vs = id;
    }

    /** The height of a page from now on, whatever the window has; 0 for no pages. */
    void pageEvery(int newRows) {
        rows = OptionalInt.of(newRows);
    }

    /** Answers the command being run with what Clish says instead of doing it. */
    void refuse(String text, Console out) {
        refused = true;
        out.println(text);
    }

    void leave() {
        left = true;
    }

    /** Reads commands until the shell is left. */
    void interact() {
        interactive = true;
        LineEditor editor = new LineEditor(session.tty(), new ClishCompletion(this, grammar));
        acquireLock(session.tty());
        try {
            while (!left) {
                try {
                    String line = editor.read(prompt());
                    if (line == null) {
                        return;
                    }
                    run(line, session.tty());
                } catch (KeyboardInterrupt interrupt) {
                    session.tty().flush();
                }
            }
        } finally {
            sgm.lock().release(this);
        }
    }

    /**
     * Runs one command, as {@code -c} does, and saves the configuration with {@code -s}. The exit status is 1 where
     * Clish itself refused (D:field F5), and says nothing about what a command that ran came to (REFERENCE 3.3: it lies,
     * D).
     */
    int once(String line, boolean save, Console out) {
        acquireLock(out);
        try {
            boolean ran = run(line, out);
            if (ran && save) {
                out.print("\n");
                new ClishCall(this, Map.of(), out).answerForEach(each -> "success\n");
            }
            return ran ? 0 : 1;
        } finally {
            sgm.lock().release(this);
        }
    }

    /** Prints an answer, page by page on a terminal. */
    void show(String text, Console out) {
        if (interactive && out == session.tty() && session.tty().pty()) {
            int wanted = rows.orElse(session.tty().rows());
            Pager.print(text, session.group().seams().shells().rows(wanted), session.tty());
        } else {
            out.print(text);
        }
    }

    String help(List<String> typed) {
        return grammar.help(typed);
    }

    private void acquireLock(Console out) {
        sgm.lock().takeIfFree(this, LoginSession.USER);
        sgm.lock().ownerSeenBy(this).ifPresent(owner -> out.println(ClishRefusals.lockOwnedBy(owner)));
    }

    private boolean run(String line, Console out) {
        refused = false;
        answer(line, out);
        session.answered(sgm, line.strip());
        return !refused;
    }

    private void answer(String line, Console out) {
        List<String> words = ClishGrammar.words(line);
        if (words.isEmpty()) {
            return;
        }
        commands++;
        session.received(sgm, global ? "gclish" : "clish", line.strip());
        var match = grammar.match(words);
        if (match.isEmpty()) {
            refuse(grammar.incomplete(words) ? ClishRefusals.INCOMPLETE : ClishRefusals.invalid(line.strip()), out);
            return;
        }
        match.get().form().asks().ifPresent(session::asks);
        String denied = match.get().form().asks().isPresent()
                ? ""
                : session.group().seams().shells().deniedHere(sgm);
        if (!denied.isEmpty() && words.get(0).equals("show")) {
            refused = true;
            out.print(denied);
            return;
        }
        String instead = session.group().seams().shells().answerInstead();
        if (instead != null) {
            refused = true;
            out.print(instead);
            return;
        }
        if (match.get().form().lock() == ClishGrammar.Lock.NOT_NEEDED || mayChange(words, line, out)) {
            match.get().form().action().run(new ClishCall(this, match.get().arguments(), out));
        }
    }

    /** Changes belong in VS0 and need the lock; a free lock is taken. */
    private boolean mayChange(List<String> words, String line, Console out) {
        if (vs != 0 && !words.get(0).equals("lock")) {
            refuse(ClishRefusals.invalid(line.strip()), out);
            return false;
        }
        sgm.lock().takeIfFree(this, LoginSession.USER);
        if (!sgm.lock().heldBy(this)) {
            refuse(ClishRefusals.LOCKED, out);
            return false;
        }
        return true;
    }

    private String prompt() {
        boolean vsx = session.group().settings().mode() == GatewayMode.VSX;
        String usual = (global ? "[Global] " : "") + sgm.host() + (vsx ? ":" + vs : "") + "> ";
        return session.group().seams().shells().prompt(usual, commands);
    }
}
