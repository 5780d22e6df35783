package io.bywash.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody at a terminal of this machine, who starts a program there, types, and looks at what appears. */
final class Typist implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;

    private final Process process;
    private final OutputStream keys;
    private final StringBuilder screen = new StringBuilder();
    private int read;

    private Typist(Process process) {
        this.process = process;
        this.keys = process.getOutputStream();
    }

    static Typist starts(int rows, int columns, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                Programs.PYTHON,
                Programs.resource("on_a_terminal.py").toString(),
                String.valueOf(rows),
                String.valueOf(columns)));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SSH_"));
        builder.environment().put("TERM", "xterm");
        try {
            Typist typist = new Typist(builder.start());
            Thread looking = new Thread(typist::look, "typist");
            looking.setDaemon(true);
            looking.start();
            return typist;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Typist types(String text) {
        return sends(text);
    }

    /** Pulls the window to another size. */
    Typist resizes(int rows, int columns) {
        return sends("\0%d %d\n".formatted(rows, columns));
    }

    /** Waits for a text that was not looked at yet and returns what came up to its end. */
    String sees(String text) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        synchronized (screen) {
            int at = screen.indexOf(text, read);
            while (at < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || !process.isAlive() && screen.indexOf(text, read) < 0) {
                    throw new AssertionError("'%s' was not seen, but:%n%s".formatted(text, screen.substring(read)));
                }
                await(left);
                at = screen.indexOf(text, read);
            }
            String seen = screen.substring(read, at + text.length());
            read = at + text.length();
            return seen;
        }
    }

    /** The program's exit status, once it has ended by itself. */
    int exitStatus() {
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The program did not end. The screen: " + screen);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private Typist sends(String text) {
        try {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The program has ended. The screen: " + screen, e);
        }
    }

    private void look() {
        byte[] block = new byte[8192];
        try (InputStream bytes = process.getInputStream()) {
            for (int count = bytes.read(block); count >= 0; count = bytes.read(block)) {
                synchronized (screen) {
                    screen.append(new String(block, 0, count, StandardCharsets.ISO_8859_1));
                    screen.notifyAll();
                }
            }
        } catch (IOException ended) {
            // the program has ended
        }
        synchronized (screen) {
            screen.notifyAll();
        }
    }

    private void await(long millis) {
        try {
            screen.wait(Math.min(millis, 100));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
