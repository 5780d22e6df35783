package io.bywash.simulator;

/** Ctrl-C: ends the program in the foreground, down to the shell that had started it. */
final class KeyboardInterrupt extends RuntimeException {
    KeyboardInterrupt() {
        super("Ctrl-C", null, false, false);
    }
}
