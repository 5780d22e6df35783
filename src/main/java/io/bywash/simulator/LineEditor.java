package io.bywash.simulator;

import java.util.function.Function;

/**
 * How a shell reads a command line on a pty: it prints the prompt, echoes each key itself and edits.
 *
 * <p>Backspace, Ctrl-U, Ctrl-W, Ctrl-C, Ctrl-D on an empty line, Tab; arrow keys and other sequences are swallowed.
 */
final class LineEditor {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_U = 21;
    private static final int CTRL_W = 23;
    private static final int ESCAPE = 27;

    private final Tty tty;
    private final StringBuilder line = new StringBuilder();

    LineEditor(Tty tty) {
        this.tty = tty;
    }

    /**
     * Reads one line.
     *
     * @param onTab what to print for the text typed so far; an empty answer rings the bell
     * @return null when the shell is left with Ctrl-D or the input is over
     */
    String read(String prompt, Function<String, String> onTab) {
        tty.print(prompt);
        if (!tty.pty()) {
            return tty.readLine(false);
        }
        line.setLength(0);
        while (true) {
            int key = tty.readKey();
            if (key == -1 || key == CTRL_D && line.isEmpty()) {
                return null;
            }
            if (key == '\r' || key == '\n') {
                tty.echo("\r\n");
                return Tty.utf8(line.toString());
            }
            edit(key, prompt, onTab);
        }
    }

    private void edit(int key, String prompt, Function<String, String> onTab) {
        switch (key) {
            case CTRL_C -> {
                line.setLength(0);
                tty.echo("^C\r\n");
                tty.print(prompt);
            }
            case CTRL_U -> erase(line.length());
            case CTRL_W -> erase(lastWord());
            case '\b', 127 -> erase(Math.min(1, line.length()));
            case '\t' -> tab(prompt, onTab.apply(line.toString()));
            case ESCAPE -> swallowSequence();
            default -> {
                if (key >= ' ') {
                    line.append((char) key);
                    tty.echoByte(key);
                }
            }
        }
    }

    private void tab(String prompt, String list) {
        if (list.isEmpty()) {
            tty.echo("\007");
        } else {
            tty.echo("\r\n");
            tty.print(list + prompt);
            tty.echo(line.toString());
        }
    }

    private int lastWord() {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return line.length() - (line.lastIndexOf(" ", Math.max(0, end - 1)) + 1);
    }

    private void erase(int count) {
        line.setLength(line.length() - count);
        tty.echo("\b \b".repeat(count));
    }

    private void swallowSequence() {
        if (tty.readKey() == '[') {
            int key = tty.readKey();
            while (key >= '0' && key <= '?') {
                key = tty.readKey();
            }
        }
    }
}
