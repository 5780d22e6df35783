package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * The raw TCP ports of a terminal server, one for the console of each SGM; whoever comes while a port is taken waits. The same lines
 * are reached over SSH.
 */
final class ConsoleDoor {
    /** Connections through the management address are counted from 1, consoles from here. */
    private static final int FIRST_NUMBER = 100_001;

    private final SimulatedGroup group;
    private final ExecutorService threads;
    private final SortedMap<SgmId, ServerSocket> ports = new TreeMap<>();
    private final SortedMap<SgmId, SerialLine> lines = new TreeMap<>();
    private Optional<TerminalServer> server = Optional.empty();
    private volatile Socket[] clients = new Socket[0];

    ConsoleDoor(SimulatedGroup group, ExecutorService threads) {
        this.group = group;
        this.threads = threads;
    }

    /** @param first the port of the first SGM, with those of the others behind it; 0 for any free ones; SSH is at the port before it */
    void open(int first) throws IOException {
        clients = new Socket[group.sgms().size()];
        for (SimulatedSgm sgm : group.sgms()) {
            int index = lines.size();
            ServerSocket port = new ServerSocket(first == 0 ? 0 : first + index, 5, InetAddress.getByName("127.0.0.1"));
            SerialLine line = new SerialLine(group, sgm, FIRST_NUMBER + index);
            ports.put(sgm.id(), port);
            lines.put(sgm.id(), line);
            threads.execute(line);
            threads.execute(() -> serve(port, line, index));
        }
        TerminalServer overSsh = new TerminalServer(lines);
        server = Optional.of(overSsh);
        overSsh.open(first == 0 ? 0 : first - 1);
    }

    TerminalServer server() {
        return server.orElseThrow();
    }

    int port(SgmId sgm) {
        return ports.get(sgm).getLocalPort();
    }

    private void serve(ServerSocket port, SerialLine line, int index) {
        while (!port.isClosed()) {
            try (Socket client = port.accept()) {
                client.setTcpNoDelay(true);
                clients[index] = client;
                line.plugIn(client.getOutputStream());
                try {
                    passOn(client, line);
                } finally {
                    line.unplug();
                }
            } catch (IOException gone) {
                // The client, or the whole group, went away; the line stays.
            }
        }
    }

    private static void passOn(Socket client, SerialLine line) throws IOException {
        byte[] buffer = new byte[1024];
        for (int count = client.getInputStream().read(buffer);
                count >= 0;
                count = client.getInputStream().read(buffer)) {
            line.type(buffer, count);
        }
    }

    void close() {
        for (ServerSocket port : ports.values()) {
            shut(port);
        }
        for (Socket client : clients) {
            if (client != null) {
                shut(client);
            }
        }
        lines.values().forEach(SerialLine::end);
        server.ifPresent(TerminalServer::close);
    }

    private static void shut(Closeable open) {
        try {
            open.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
    }
}
