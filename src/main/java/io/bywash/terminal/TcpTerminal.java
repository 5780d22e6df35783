package io.bywash.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * A TCP port of a terminal server behind which there is a serial line, raw or with telnet's commands.
 *
 * <p>The port does not tell who is at the other end, and the line to it is not encrypted: who is let in is for the network
 * of the consoles to say. A peer that is gone is noticed within 30 seconds by TCP keep-alive where the system can set it,
 * because a console may rightly be silent for days.
 */
public final class TcpTerminal implements Terminal {
    private static final int CONNECT_MILLISECONDS = 15_000;
    private static final int IDLE_SECONDS = 10;
    private static final int INTERVAL_SECONDS = 5;
    private static final int PROBES = 3;

    private final String name;
    private final SshEndpoint endpoint;
    private final Socket socket;
    private final OutputStream keyboard;
    private final Inbox inbox = new Inbox();
    private final Telnet telnet = new Telnet();

    private TcpTerminal(String name, SshEndpoint endpoint, Socket socket, OutputStream keyboard) {
        this.name = name;
        this.endpoint = endpoint;
        this.socket = socket;
        this.keyboard = keyboard;
    }

    /**
     * Connects to a port.
     *
     * @throws ConnectionLost when nobody answers there
     */
    public static TcpTerminal open(String name, SshEndpoint endpoint) {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            watch(socket);
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), CONNECT_MILLISECONDS);
            TcpTerminal terminal = new TcpTerminal(name, endpoint, socket, socket.getOutputStream());
            terminal.listen();
            return terminal;
        } catch (IOException e) {
            shut(socket);
            throw new ConnectionLost("""
                    No connection to the console port %s: %s. Check the address of the terminal server and the port of this \
                    line, and that nobody else is connected to it.""".formatted(endpoint, e.getMessage()), e);
        }
    }

    private static void watch(Socket socket) throws IOException {
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
        }
    }

    private void listen() {
        Thread reader = new Thread(
                () -> {
                    byte[] buffer = new byte[32 * 1024];
                    try {
                        for (int count = socket.getInputStream().read(buffer);
                                count >= 0;
                                count = socket.getInputStream().read(buffer)) {
                            inbox.add(telnet.read(buffer, count));
                            send(telnet.answers());
                        }
                    } catch (IOException e) {
                        inbox.fail(e);
                    } finally {
                        inbox.end();
                    }
                },
                "console " + name);
        reader.setDaemon(true);
        reader.start();
    }

    private void send(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            synchronized (keyboard) {
                keyboard.write(bytes);
                keyboard.flush();
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void type(String characters) {
        try {
            send(characters.getBytes(StandardCharsets.UTF_8));
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
        return new ConnectionLost("The console line '%s' at %s is gone: %s.".formatted(name, endpoint, why), cause);
    }

    @Override
    public void close() {
        inbox.close();
        shut(socket);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
    }
}
