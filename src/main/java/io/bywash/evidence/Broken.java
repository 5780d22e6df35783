package io.bywash.evidence;

/**
 * The harness, its settings, the lab or the network misbehaved.
 *
 * <p>The message says what, where, the value seen and what to do; there is no stack trace, because the reader is not the
 * author.
 */
public class Broken extends RuntimeException implements Told {
    public Broken(String paragraph) {
        this(paragraph, null);
    }

    public Broken(String paragraph, Throwable cause) {
        super(paragraph, cause, false, false);
    }

    @Override
    public Outcome outcome() {
        return Outcome.BROKEN;
    }
}
