package io.bywash.gaia;

import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import io.bywash.terminal.SshLink;
import io.bywash.terminal.TcpTerminal;
import io.bywash.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;

/**
 * A terminal that has its connection to itself and takes it along when it is closed.
 *
 * @param link empty for a raw port, and in a run that is gone through again: what was said then is in its history
 * @param hostKey the fingerprint of the key that the host proved
 */
record LinkedTerminal(String name, Optional<SshLink> link, Optional<Terminal> terminal, String hostKey)
        implements Terminal {
    static LinkedTerminal open(String name, SshEndpoint endpoint, SshAccess access) {
        SshLink link = SshLink.open(endpoint, access);
        try {
            return new LinkedTerminal(name, Optional.of(link), Optional.of(link.terminal(name)), link.hostKey());
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /** A console: a raw port, or a shell of the terminal server that passes the line on. */
    static LinkedTerminal open(String name, ConsolePort port) {
        return port.ssh()
                .map(access -> open(name, port.endpoint(), access))
                .orElseGet(() -> new LinkedTerminal(
                        name, Optional.empty(), Optional.of(TcpTerminal.open(name, port.endpoint())), ""));
    }

    /** A terminal that has its connection with it, or needs none. */
    static LinkedTerminal of(Terminal terminal) {
        return terminal instanceof LinkedTerminal linked
                ? linked
                : new LinkedTerminal(terminal.name(), Optional.empty(), Optional.of(terminal), terminal.hostKey());
    }

    /** The terminal of a run that is gone through again. */
    static LinkedTerminal ofEarlier(String name) {
        return new LinkedTerminal(name, Optional.empty(), Optional.empty(), "");
    }

    /** What the SSH server calls itself. */
    String server() {
        return link.map(SshLink::server).orElse("");
    }

    LinkedTerminal provenBy(String key) {
        return new LinkedTerminal(name, link, terminal, key);
    }

    @Override
    public void type(String characters) {
        terminal.ifPresent(open -> open.type(characters));
    }

    @Override
    public String hear(Duration atMost) {
        return terminal.orElseThrow().hear(atMost);
    }

    @Override
    public void close() {
        terminal.ifPresent(Terminal::close);
        link.ifPresent(SshLink::close);
    }
}
