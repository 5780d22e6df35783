package io.bywash.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What a far end has sent and nobody has heard yet: filled by a reading thread, heard by one other.
 *
 * <p>It holds a few MiB at most. When it is full, the reading thread waits, and with it, by the flow control of the line,
 * the far end.
 */
final class Inbox {
    private static final byte[] END = new byte[0];

    /** So many pieces of at most 32 KiB are held. */
    private static final int PIECES = 64;

    /** So much is heard at a time, or a far end that goes on without a pause would be heard without an end. */
    private static final int AT_ONCE = 256 * 1024;

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(PIECES);
    private final ScreenBytes screenBytes = new ScreenBytes();
    private volatile IOException broken;

    /** Makes the paragraph of a line that is dead, of the reason that is known, or of {@code null}. */
    interface Obituary {
        ConnectionLost of(Exception why);
    }

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            room.acquireUninterruptibly();
            waiting.add(bytes);
        }
    }

    /** Whoever waits for room waits no more: nothing is heard from here on. */
    void close() {
        room.release(PIECES * PIECES);
    }

    /** Nothing more will come, for this reason. */
    void fail(IOException why) {
        broken = why;
    }

    void end() {
        waiting.add(END);
    }

    /**
     * Waits for the next characters; the empty string when none came within {@code atMost}.
     *
     * @throws ConnectionLost when the line is dead and everything it said was heard
     */
    String hear(Duration atMost, Obituary obituary) {
        try {
            byte[] first = waiting.poll(Math.max(atMost.toNanos(), 0), TimeUnit.NANOSECONDS);
            if (first == null) {
                return "";
            }
            StringBuilder text = new StringBuilder();
            for (byte[] next = first; next != null; next = text.length() < AT_ONCE ? waiting.poll() : null) {
                if (next == END) {
                    waiting.add(END);
                    text.append(screenBytes.rest());
                    if (text.isEmpty()) {
                        throw obituary.of(broken);
                    }
                    break;
                }
                room.release();
                text.append(screenBytes.read(next));
            }
            return text.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw obituary.of(e);
        }
    }
}
