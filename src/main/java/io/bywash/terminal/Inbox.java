package io.bywash.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a far end has sent and nobody has heard yet: filled by a reading thread, heard by one other. */
final class Inbox {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final ScreenBytes screenBytes = new ScreenBytes();
    private volatile IOException broken;

    /** Makes the paragraph of a line that is dead, of the reason that is known, or of {@code null}. */
    interface Obituary {
        ConnectionLost of(Exception why);
    }

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            waiting.add(bytes);
        }
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
            for (byte[] next = first; next != null; next = waiting.poll()) {
                if (next == END) {
                    waiting.add(END);
                    text.append(screenBytes.rest());
                    if (text.isEmpty()) {
                        throw obituary.of(broken);
                    }
                    break;
                }
                text.append(screenBytes.read(next));
            }
            return text.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw obituary.of(e);
        }
    }
}
