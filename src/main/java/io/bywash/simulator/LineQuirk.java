package io.bywash.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * From some moment on bytes arrive in an unusual way, on every connection.
 *
 * @param amount bytes in a device second, device seconds of a pause, or sendings from one message to the next
 */
record LineQuirk(Kind kind, When when, int amount) implements Fault {
    private static final int ESCAPE = 27;

    /** Each key that is echoed is a sending, so that this is a message in some twenty lines. */
    private static final int NOW_AND_THEN = 600;

    private static final String MESSAGE = """

            Broadcast message from root@fw-ops (Tue 04:00):

            The log partition is 81% full. See wiki> Housekeeping [Y/n]
            """;

    enum Kind {
        SLOW,
        SINGLE_BYTES,
        SPLIT_ESCAPES,
        NOISE
    }

    @Override
    public void lieInWait(Ambush ambush) {
        Wires.Quirk quirk = quirk(ambush.group().clock());
        ambush.at(when, moment -> {
            ambush.struck("from now on bytes arrive so: " + kind);
            ambush.seams().wires().add(quirk);
        });
    }

    /**
     * All bytes arrive, and a person waits, or reads past what somebody says to all; not where that stands in every
     * answer.
     */
    @Override
    public boolean harmless() {
        return kind != Kind.NOISE || amount >= NOW_AND_THEN;
    }

    Wires.Quirk quirk(DeviceClock clock) {
        return switch (kind) {
            case SLOW -> (bytes, pty, next) -> slowly(bytes, next, clock);
            case SINGLE_BYTES -> (bytes, pty, next) -> singly(bytes, next, clock);
            case SPLIT_ESCAPES -> (bytes, pty, next) -> split(bytes, next, clock);
            case NOISE -> noise();
        };
    }

    private void slowly(byte[] bytes, Wires.Sender next, DeviceClock clock) throws IOException {
        for (int start = 0; start < bytes.length; start += 64) {
            byte[] piece = Arrays.copyOfRange(bytes, start, Math.min(start + 64, bytes.length));
            next.send(piece);
            pause(clock, Duration.ofMillis(1000L * piece.length / amount));
        }
    }

    /** With a rest now and then, or the queue of what is to be sent grows so long that it costs more than sending. */
    private static void singly(byte[] bytes, Wires.Sender next, DeviceClock clock) throws IOException {
        int sent = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = start + 1;
            while (isBlank(bytes[start]) && end < bytes.length && isBlank(bytes[end])) {
                end++;
            }
            next.send(Arrays.copyOfRange(bytes, start, end));
            start = end;
            if (++sent % 16 == 0) {
                pause(clock, Duration.ofMillis(100));
            }
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\r' || character == '\n';
    }

    private void split(byte[] bytes, Wires.Sender next, DeviceClock clock) throws IOException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean within = bytes[i] == ESCAPE || i > 0 && bytes[i - 1] == ESCAPE;
            if (within && i + 1 < bytes.length) {
                next.send(Arrays.copyOfRange(bytes, start, i + 1));
                start = i + 1;
                pause(clock, Duration.ofSeconds(amount));
            }
        }
        next.send(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private Wires.Quirk noise() {
        AtomicInteger sent = new AtomicInteger();
        return (bytes, pty, next) -> {
            next.send(bytes);
            if (pty && sent.getAndIncrement() % amount == 0) {
                next.send(MESSAGE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static void pause(DeviceClock clock, Duration time) {
        LockSupport.parkNanos(clock.real(time).toNanos());
    }
}
