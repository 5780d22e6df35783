package io.bywash.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The next long screen stops in its midst for a while, behind a bracket where it has one, and then goes on. */
record ScreenStalls(When when, Duration pause) implements Fault {
    private static final int LONG = 400;

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> ambush.seams().wires().add(stall(ambush)));
    }

    /** A person waits for the rest of the screen. */
    @Override
    public boolean harmless() {
        return true;
    }

    private Wires.Quirk stall(Ambush ambush) {
        AtomicBoolean stalled = new AtomicBoolean();
        return (bytes, pty, next) -> {
            if (pty && bytes.length >= LONG && stalled.compareAndSet(false, true)) {
                ambush.struck("a screen stops in its midst for " + pause.toSeconds() + " s");
                inTwo(bytes, next, ambush.group().clock());
            } else {
                next.send(bytes);
            }
        };
    }

    private void inTwo(byte[] bytes, Wires.Sender next, DeviceClock clock) throws IOException {
        int bracket = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(')', LONG / 2);
        int cut = bracket < 0 ? bytes.length / 2 : bracket + 1;
        next.send(Arrays.copyOf(bytes, cut));
        LockSupport.parkNanos(clock.real(pause).toNanos());
        next.send(Arrays.copyOfRange(bytes, cut, bytes.length));
    }
}
