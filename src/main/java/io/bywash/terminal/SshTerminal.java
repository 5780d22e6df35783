package io.bywash.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.channel.direct.Session;

/** A login shell on a pseudo-terminal, over SSH. */
final class SshTerminal implements Terminal {
    /** Wide enough that no line we type is wrapped by the device's line editor. */
    private static final int COLUMNS = 250;

    /** Enough for the table of 28 SGMs, so that it is drawn in one piece. */
    private static final int ROWS = 60;

    /** How long the other end may take to agree that a terminal is closed; one that is silent never does. */
    private static final int CLOSING_MILLISECONDS = 500;

    private final String name;
    private final SshEndpoint endpoint;
    private final Connection connection;
    private final Session session;
    private final OutputStream keyboard;
    private final Inbox inbox = new Inbox();

    private SshTerminal(
            String name, SshEndpoint endpoint, Connection connection, Session session, OutputStream keyboard) {
        this.name = name;
        this.endpoint = endpoint;
        this.connection = connection;
        this.session = session;
        this.keyboard = keyboard;
    }

    /** Opens one on a connection of its own, which is of no use any more once the terminal is closed. */
    static SshTerminal open(String name, SshEndpoint endpoint, SSHClient client) throws IOException {
        Session session = client.startSession();
        session.allocatePTY("vt100", COLUMNS, ROWS, 0, 0, Map.of());
        Session.Shell shell = session.startShell();
        SshTerminal terminal =
                new SshTerminal(name, endpoint, client.getConnection(), session, shell.getOutputStream());
        terminal.listenTo(shell.getErrorStream(), "errors of ", () -> {});
        terminal.listenTo(shell.getInputStream(), "terminal ", terminal.inbox::end);
        return terminal;
    }

    /** What is said as an error is said on the screen too; left unread, it would stop the device at some time. */
    private void listenTo(InputStream screen, String what, Runnable atTheEnd) {
        Thread reader = new Thread(
                () -> {
                    byte[] buffer = new byte[32 * 1024];
                    try {
                        for (int count = screen.read(buffer); count >= 0; count = screen.read(buffer)) {
                            inbox.add(Arrays.copyOf(buffer, count));
                        }
                    } catch (IOException e) {
                        inbox.fail(e);
                    } finally {
                        atTheEnd.run();
                    }
                },
                what + name);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void type(String characters) {
        try {
            keyboard.write(characters.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public String hear(Duration atMost) {
        return inbox.hear(atMost, this::lost);
    }

    private ConnectionLost lost(Exception cause) {
        String why = cause == null || cause.getMessage() == null ? "the far end closed it" : cause.getMessage();
        return new ConnectionLost("The line '%s' to %s is gone: %s.".formatted(name, endpoint, why), cause);
    }

    @Override
    public void close() {
        inbox.close();
        connection.setTimeoutMs(CLOSING_MILLISECONDS);
        try {
            session.close();
        } catch (IOException | IllegalStateException alreadyGone) {
            // A dead line needs no closing.
        }
    }
}
