package io.bywash.gaia;

import io.bywash.terminal.SshLink;
import io.bywash.terminal.Terminal;
import java.time.Duration;

/** A terminal that has its connection to itself and takes it along when it is closed. */
record LinkedTerminal(SshLink link, Terminal terminal) implements Terminal {
    @Override
    public String name() {
        return terminal.name();
    }

    @Override
    public void type(String characters) {
        terminal.type(characters);
    }

    @Override
    public String hear(Duration atMost) {
        return terminal.hear(atMost);
    }

    @Override
    public void close() {
        terminal.close();
        link.close();
    }
}
