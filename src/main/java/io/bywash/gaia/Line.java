package io.bywash.gaia;

import io.bywash.evidence.WaitingTime;
import io.bywash.terminal.Terminal;
import java.time.Duration;

/** A terminal and what it shows since we last typed a command. */
final class Line {
    private final Terminal terminal;
    private final Tempo tempo;
    private final WaitingTime waiting;
    private final Screen screen = new Screen();

    Line(Terminal terminal, Tempo tempo, WaitingTime waiting) {
        this.terminal = terminal;
        this.tempo = tempo;
        this.waiting = waiting;
    }

    String name() {
        return terminal.name();
    }

    Tempo tempo() {
        return tempo;
    }

    String shown() {
        return screen.text();
    }

    /** The line the cursor is in. */
    String cursorLine() {
        String text = screen.text();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    void type(String characters) {
        terminal.type(characters);
    }

    /** Listens until something new is heard; false when nothing was within {@code atMost}. */
    boolean listen(Duration atMost) {
        String heard = waiting.during(() -> terminal.hear(atMost));
        screen.show(heard);
        return !heard.isEmpty();
    }

    /** Takes in what the device still had to say, and begins a clean screen. */
    void settle() {
        while (listen(Duration.ZERO)) {
            continue;
        }
        screen.clear();
    }

    void close() {
        terminal.close();
    }
}
