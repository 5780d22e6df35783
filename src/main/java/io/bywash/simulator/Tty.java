package io.bywash.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The terminal of one session: echo and line editing as the kernel's line discipline does them, seen by whatever program
 * is in the foreground.
 *
 * <p>With a pty, what is typed is echoed when it arrives, even while a program runs, and read later; lines end in
 * {@code CR LF}, and in {@code CR CR LF} behind a hop of {@code member} (REFERENCE 2, D). Without one nothing is echoed
 * and lines end in {@code LF}. Not imitated: wrapping of long input lines, key sequences, job control, the command
 * history.
 */
final class Tty implements Console {
    private static final char CTRL_C = '\003';
    private static final char CTRL_D = '\004';
    private static final char CTRL_U = '\025';

    private volatile TtyKind kind;
    private final Typed typed;
    private final OutputStream out;
    private final OutputStream err;
    private final DeviceClock clock;
    private final StringBuilder pending = new StringBuilder();
    private Supplier<Link> brokenLink = () -> null;
    private boolean echo = true;
    private boolean interrupted;
    private String lineEnd;

    Tty(TtyKind kind, Typed typed, OutputStream out, OutputStream err, DeviceClock clock) {
        this.kind = kind;
        this.typed = typed;
        this.out = out;
        this.err = err;
        this.clock = clock;
        behindHops(0);
    }

    boolean pty() {
        return kind.pty();
    }

    /** The window at the other end has another size from now on. */
    void resize(int rows, int columns) {
        kind = new TtyKind(kind.pty(), rows, columns);
    }

    /** How a broken connection below this terminal is noticed. */
    void watch(Supplier<Link> broken) {
        brokenLink = broken;
    }

    void behindHops(int hops) {
        lineEnd = !kind.pty() ? "\n" : hops == 0 ? "\r\n" : "\r\r\n";
    }

    @Override
    public void print(String text) {
        send(out, text.replace("\n", lineEnd));
    }

    @Override
    public void complain(String text) {
        send(kind.pty() ? out : err, text.replace("\n", lineEnd));
    }

    /** Prints a line as the login programs do, with an end of its own: {@code CR LF} or {@code CR CR LF}. */
    void notice(String text, boolean doubled) {
        send(out, text + (!kind.pty() ? "\n" : doubled ? "\r\r\n" : "\r\n"));
    }

    void echo(String text) {
        if (kind.pty()) {
            send(out, text);
        }
    }

    void echoByte(int key) {
        send(out, new byte[] {(byte) key});
    }

    @Override
    public String readLine(boolean echoed) {
        echo = echoed;
        try {
            while (true) {
                absorb();
                int end = pending.indexOf("\n");
                if (end >= 0) {
                    String line = pending.substring(0, end);
                    pending.delete(0, end + 1);
                    return utf8(line);
                }
                if (typed.ended() || pending.indexOf("" + CTRL_D) >= 0) {
                    String rest = pending.toString().replace("" + CTRL_D, "");
                    pending.setLength(0);
                    return rest.isEmpty() ? null : utf8(rest);
                }
                await(Instant.MAX);
            }
        } finally {
            echo = true;
        }
    }

    /** Reads one key that a program takes by itself, without echo; -1 at the end of the input. */
    int readKey() {
        if (!pending.isEmpty()) {
            char key = pending.charAt(0);
            pending.deleteCharAt(0);
            return key;
        }
        int key = typed.takeKey();
        while (key < 0 && !typed.ended()) {
            await(Instant.MAX);
            key = typed.takeKey();
        }
        return key;
    }

    /** What has arrived, byte by byte as it came, once there is something; empty at the end of the input. */
    byte[] readBytes() {
        while (true) {
            pending.append(typed.take());
            if (!pending.isEmpty() || typed.ended()) {
                byte[] bytes = latin(pending.toString());
                pending.setLength(0);
                return bytes;
            }
            await(Instant.MAX);
        }
    }

    /** Sends bytes as they are. */
    void writeBytes(byte[] bytes) {
        send(out, bytes);
    }

    @Override
    public boolean typedAhead() {
        absorb();
        return pending.indexOf("\n") >= 0;
    }

    @Override
    public void pauseUntil(Instant moment) {
        absorb();
        while (clock.now().isBefore(moment)) {
            await(moment);
            absorb();
        }
        check();
    }

    @Override
    public boolean screen() {
        return kind.pty();
    }

    @Override
    public int rows() {
        return kind.rows();
    }

    @Override
    public int columns() {
        return kind.columns();
    }

    void flush() {
        try {
            out.flush();
            err.flush();
        } catch (IOException e) {
            typed.end();
        }
    }

    private void await(Instant moment) {
        flush();
        check();
        typed.await(
                clock.realMillisUntil(moment),
                () -> brokenLink.get() == null && clock.now().isBefore(moment));
        check();
    }

    private void check() {
        Link broken = brokenLink.get();
        if (broken != null) {
            throw new LinkCut(broken);
        }
        if (interrupted) {
            interrupted = false;
            throw new KeyboardInterrupt();
        }
    }

    /** What arrived goes through the line discipline while a program is in the foreground. */
    private void absorb() {
        String arrived = typed.take();
        if (!kind.pty()) {
            pending.append(arrived);
            return;
        }
        arrived.chars().forEach(key -> discipline((char) key));
        check();
    }

    private void discipline(char key) {
        switch (key) {
            case CTRL_C -> {
                interrupted = true;
                pending.setLength(0);
                echo("^C\r\n");
            }
            case '\r', '\n' -> {
                pending.append('\n');
                echoIfOn("\r\n");
            }
            case '\177', '\b' -> rubOut();
            case CTRL_U -> {
                while (rubOut()) {
                    continue;
                }
            }
            default -> {
                pending.append(key);
                if (key != CTRL_D) {
                    echoIfOn(String.valueOf(key));
                }
            }
        }
    }

    private boolean rubOut() {
        int last = pending.length() - 1;
        if (last < 0 || pending.charAt(last) == '\n') {
            return false;
        }
        pending.setLength(last);
        echoIfOn("\b \b");
        return true;
    }

    private void echoIfOn(String text) {
        if (echo) {
            send(out, latin(text));
        }
    }

    private void send(OutputStream stream, String text) {
        send(stream, text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(OutputStream stream, byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException e) {
            typed.end();
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text behind the bytes that were typed. */
    static String utf8(String line) {
        return new String(latin(line), StandardCharsets.UTF_8);
    }
}
