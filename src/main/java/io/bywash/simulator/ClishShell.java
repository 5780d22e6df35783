package io.bywash.simulator;

import io.bywash.group.GatewayMode;
import java.util.List;
import java.util.Map;

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
    private int rows;
    private boolean left;
    private boolean interactive;

    ClishShell(LoginSession session, SimulatedSgm sgm, boolean global, int vs) {
        this.session = session;
        this.sgm = sgm;
        this.global = global;
        this.vs = vs;
        this.rows = session.group().seams().shells().rows(session.tty().rows());
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

    void pageEvery(int newRows) {
        rows = session.group().seams().shells().rows(newRows);
    }

    void leave() {
        left = true;
    }

    /** Reads commands until the shell is left. */
    void interact() {
        interactive = true;
        LineEditor editor = new LineEditor(session.tty());
        acquireLock(session.tty());
        try {
            while (!left) {
                try {
                    String line = editor.read(prompt(), typed -> NumberedList.onTab(typed, this));
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
     * Runs one command, as {@code -c} does, and saves the configuration with {@code -s}. The exit status says only
     * whether the command was known (REFERENCE 3.3: it lies, D).
     */
    int once(String line, boolean save, Console out) {
        acquireLock(out);
        try {
            boolean known = run(line, out);
            if (known && save) {
                out.print("\n");
                new ClishCall(this, Map.of(), out).answerForEach(each -> "success\n");
            }
            return known ? 0 : 1;
        } finally {
            sgm.lock().release(this);
        }
    }

    /** Prints an answer, page by page on a terminal. */
    void show(String text, Console out) {
        if (interactive && out == session.tty() && session.tty().pty()) {
            Pager.print(text, rows, session.tty());
        } else {
            out.print(text);
        }
    }

    String help(List<String> typed) {
        return grammar.help(typed);
    }

    private void acquireLock(Console out) {
        sgm.lock().takeIfFree(this, LoginSession.USER);
        sgm.lock()
                .ownerSeenBy(this)
                .ifPresent(
                        owner -> out.println("CLINFR0771  Config lock is owned by %s. Use the command".formatted(owner)
                                + " 'lock database override' to acquire the lock."));
    }

    private boolean run(String line, Console out) {
        boolean known = answer(line, out);
        session.answered(sgm, line.strip());
        return known;
    }

    private boolean answer(String line, Console out) {
        List<String> words = ClishGrammar.words(line);
        if (words.isEmpty()) {
            return true;
        }
        session.received(sgm, global ? "gclish" : "clish", line.strip());
        var match = grammar.match(words);
        if (match.isEmpty()) {
            out.println(
                    grammar.incomplete(words)
                            ? "CLINFR0349 Incomplete command"
                            : "CLINFR0329  Invalid command:'%s'.".formatted(line.strip()));
            return false;
        }
        match.get().form().asks().ifPresent(session::asks);
        String instead = session.group().seams().shells().answerInstead();
        if (instead != null) {
            out.print(instead);
            return false;
        }
        if (match.get().form().lock() == ClishGrammar.Lock.NEEDED && !mayChange(words, line, out)) {
            return false;
        }
        match.get().form().action().run(new ClishCall(this, match.get().arguments(), out));
        return true;
    }

    /** Changes belong in VS0 and need the lock; a free lock is taken. */
    private boolean mayChange(List<String> words, String line, Console out) {
        if (vs != 0 && !words.get(0).equals("lock")) {
            out.println("CLINFR0329  Invalid command:'%s'.".formatted(line.strip()));
            return false;
        }
        sgm.lock().takeIfFree(this, LoginSession.USER);
        if (!sgm.lock().heldBy(this)) {
            out.println("CLINFR0519  Configuration lock present. Can not execute this command."
                    + " To acquire the lock use the command 'lock database override'.");
            return false;
        }
        return true;
    }

    private String prompt() {
        boolean vsx = session.group().settings().mode() == GatewayMode.VSX;
        String usual = (global ? "[Global] " : "") + sgm.host() + (vsx ? ":" + vs : "") + "> ";
        return session.group().seams().shells().prompt(usual);
    }
}
