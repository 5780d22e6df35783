package io.bywash.simulator;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes between the two ends of {@code scp}: records of one line, contents, and an answer of one byte to each. */
final class ScpLine {
    private final Tty tty;
    private byte[] arrived = {};
    private int next;

    ScpLine(Tty tty) {
        this.tty = tty;
    }

    /** One record without its line end; null when the other end is done. */
    String read() throws IOException {
        if (!more()) {
            return null;
        }
        StringBuilder record = new StringBuilder();
        for (char key = take(); key != '\n'; key = take()) {
            record.append(key);
        }
        return Tty.utf8(record.toString());
    }

    /** So many bytes of a file; what has arrived of it is written even if the rest never comes. */
    void copy(long size, OutputStream file) throws IOException {
        long missing = size;
        while (missing > 0) {
            need();
            int here = (int) Math.min(missing, arrived.length - next);
            file.write(arrived, next, here);
            next += here;
            missing -= here;
        }
    }

    void copy(InputStream file) throws IOException {
        byte[] block = new byte[1 << 15];
        for (int read = file.read(block); read >= 0; read = file.read(block)) {
            tty.writeBytes(Arrays.copyOf(block, read));
        }
        tty.flush();
    }

    void send(String record) {
        tty.writeBytes(record.getBytes(StandardCharsets.UTF_8));
        tty.flush();
    }

    void acknowledge() {
        send("\0");
    }

    /** Waits for the other end's answer; anything but zero ends the transfer. */
    void acknowledged() throws IOException {
        char answer = take();
        if (answer != 0) {
            throw new IOException("answered with " + (int) answer);
        }
    }

    private char take() throws IOException {
        need();
        return (char) (arrived[next++] & 0xff);
    }

    private void need() throws IOException {
        if (!more()) {
            throw new EOFException();
        }
    }

    private boolean more() {
        if (next == arrived.length) {
            arrived = tty.readBytes();
            next = 0;
        }
        return arrived.length > 0;
    }
}
