package io.bywash.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes connections on to a port, until it swallows all that is sent and tells nobody, as a dead router does. */
final class BlackHole implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean swallowing;

    BlackHole(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing comes through, and nothing is read, so that whoever sends much is stopped in it. */
    void swallow() {
        swallowing = true;
    }

    /** Ends all connections as a reset does. */
    void cut() throws IOException {
        for (Socket socket : open) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private void letIn() throws IOException {
        while (true) {
            Socket here = door.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), behind);
            open.add(here);
            open.add(there);
            start(() -> pass(here.getInputStream(), there.getOutputStream()));
            start(() -> pass(there.getInputStream(), here.getOutputStream()));
        }
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        for (int count = from.read(bytes); count >= 0 && !swallowing; count = from.read(bytes)) {
            to.write(bytes, 0, count);
        }
        if (!swallowing) {
            to.close();
        }
    }

    private interface Work {
        void go() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.go();
            } catch (IOException closed) {
                // A connection or the door was closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
