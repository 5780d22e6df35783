package io.bywash.gaia;

import java.util.Random;
import java.util.function.IntSupplier;

/**
 * A command of a real session, played again both ways: the device says the very bytes that were recorded, and goes on only
 * when what is typed is what was typed then.
 */
public final class RecordedDialogue {
    private final ScriptedTerminal terminal;
    private String rest;
    private String typed;

    private RecordedDialogue(ScriptedTerminal terminal, String command, String rest) {
        this.terminal = terminal;
        this.typed = command;
        this.rest = command + "\r\n" + rest;
    }

    /** A command that is typed at a prompt, and what the device said behind its echo. */
    public static RecordedDialogue of(ScriptedTerminal terminal, String command, String said) {
        return new RecordedDialogue(terminal, command, said);
    }

    /** The device waits behind this text, and what stands behind it to the end of the line was typed then. */
    public RecordedDialogue asks(String question) {
        int end = rest.indexOf(question) + question.length();
        if (end < question.length()) {
            throw new IllegalArgumentException("'%s' is not in: %s".formatted(question, rest));
        }
        terminal.keys(typed + "\n", rest.substring(0, end));
        rest = rest.substring(end);
        typed = rest.lines().findFirst().orElseThrow().replace("\r", "");
        return this;
    }

    /** The command ends, at this prompt. */
    public ScriptedTerminal endsAt(String prompt) {
        return terminal.keys(typed + "\n", rest + prompt);
    }

    /** The line is lost before the command ends. */
    public ScriptedTerminal dies() {
        return terminal.keysThenDeath(typed + "\n", rest);
    }

    /** A session that waits long enough for whatever is recorded, said in pieces of at most this many characters. */
    public static GaiaSession session(ScriptedTerminal terminal, int most, long seed) {
        Random random = new Random(seed);
        IntSupplier sizes = () -> 1 + random.nextInt(most);
        return terminal.inPieces(sizes).patient();
    }
}
