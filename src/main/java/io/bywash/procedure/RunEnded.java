package io.bywash.procedure;

/** The run has ended, for a reason already told, so this step is not run and nothing is sent. */
public final class RunEnded extends RuntimeException {
    public RunEnded(String why) {
        super(why, null, false, false);
    }
}
