package io.bywash.simulator;

/**
 * How a shell reads a command line on a pty: it prints the prompt, echoes each key itself and edits.
 *
 * <p>Backspace, Ctrl-U, Ctrl-W, Ctrl-C, Ctrl-D on an empty line, Tab, in Clish also {@code ?}; arrow keys and other
 * sequences are swallowed.
 */
final class LineEditor {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_U = 21;
    private static final int CTRL_W = 23;
    private static final int ESCAPE = 27;

    private final Tty tty;
    private final Completion completion;
    private final StringBuilder line = new StringBuilder();

    LineEditor(Tty tty, Completion completion) {
        this.tty = tty;
        this.completion = completion;
    }

    /**
     * Reads one line.
     *
     * @return null when the shell is left with Ctrl-D or the input is over
     */
    String read(String prompt) {
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
            edit(key, prompt);
        }
    }

    private void edit(int key, String prompt) {
        switch (key) {
            case CTRL_C -> {
                line.setLength(0);
                tty.echo("^C\r\n");
                tty.print(prompt);
            }
            case CTRL_U -> erase(line.length());
            case CTRL_W -> erase(lastWord());
            case '\b', 127 -> erase(Math.min(1, line.length()));
            case '\t' -> tab(prompt);
            case ESCAPE -> swallowSequence();
            default -> {
                if (key == '?' && completion.onQuestionMark()) {
                    list(prompt);
                } else if (key >= ' ') {
                    line.append((char) key);
                    tty.echoByte(key);
                }
            }
        }
    }

    private void tab(String prompt) {
        String rest = completion.rest(line.toString());
        if (rest.isEmpty()) {
            list(prompt);
        } else {
            line.append(rest);
            tty.echo(rest);
        }
    }

    private void list(String prompt) {
        String list = completion.choices(line.toString());
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
