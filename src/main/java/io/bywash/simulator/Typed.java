package io.bywash.simulator;

import java.util.function.BooleanSupplier;

/**
 * What was typed and not yet read: bytes as they arrived, one char each.
 *
 * <p>The network fills it from its own thread; the programs of one session take from it.
 */
final class Typed {
    private final StringBuilder arrived = new StringBuilder();
    private boolean ended;

    synchronized void add(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            arrived.append((char) (bytes[i] & 0xff));
        }
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Lets whoever waits look around: time was moved, or a connection was cut. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized String take() {
        String all = arrived.toString();
        arrived.setLength(0);
        return all;
    }

    /** The next key alone, or -1 if none has arrived: what follows it may be for another program. */
    synchronized int takeKey() {
        if (arrived.isEmpty()) {
            return -1;
        }
        char key = arrived.charAt(0);
        arrived.deleteCharAt(0);
        return key;
    }

    synchronized boolean ended() {
        return ended && arrived.isEmpty();
    }

    /**
     * Waits until something arrives, the input ends, somebody wakes us, or the time is over; a wake-up between the look
     * at {@code idle} and the wait is not lost.
     */
    synchronized void await(long millis, BooleanSupplier idle) {
        try {
            if (arrived.isEmpty() && idle.getAsBoolean()) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }
}
