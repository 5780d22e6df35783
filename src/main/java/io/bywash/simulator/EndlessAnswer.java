package io.bywash.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Behind the next thing that is said on a terminal comes a flood of lines that no key stops; it ends with the line it is
 * said on.
 *
 * @param megabytes how much comes
 */
record EndlessAnswer(When when, int megabytes) implements Fault {
    private static final int MEGABYTE = 1024 * 1024;

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> ambush.seams().wires().add(flood(ambush)));
    }

    /** A person closes the window, and logs in again. */
    @Override
    public boolean harmless() {
        return true;
    }

    private Wires.Quirk flood(Ambush ambush) {
        AtomicBoolean begun = new AtomicBoolean();
        return (bytes, pty, next) -> {
            next.send(bytes);
            if (pty && begun.compareAndSet(false, true)) {
                ambush.struck("%d MB of lines are said on one terminal".formatted(megabytes));
                byte[] block = block();
                for (long sent = 0; sent < (long) megabytes * MEGABYTE; sent += block.length) {
                    next.send(block);
                }
            }
        };
    }

    private static byte[] block() {
        String line = "kernel: [fw4_0];fw_log_drop_ex: Packet proto=6 198.51.100.7:443 -> 203.0.113.9:%05d dropped\r\n";
        StringBuilder lines = new StringBuilder();
        for (int port = 10_000; lines.length() < 32 * 1024; port++) {
            lines.append(line.formatted(port));
        }
        return Arrays.copyOf(lines.toString().getBytes(StandardCharsets.US_ASCII), lines.length());
    }
}
