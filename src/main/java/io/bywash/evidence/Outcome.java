package io.bywash.evidence;

/** How a step, or a whole run, ended. Later values outweigh earlier ones. */
public enum Outcome {
    /** Everything that was promised was measured, and every measurement was as expected. */
    PASSED("passed"),
    /** It was never reached, or there was nothing left to do and the device proves it. */
    NOT_RUN("not run"),
    /** We cannot say: the evidence has a hole where the answer should be. */
    NOT_PROVEN("not proven"),
    /** The Security Group is not in the state that the procedure needs, so nothing was sent. */
    REFUSED("refused"),
    /** The harness, its settings, the lab or the network misbehaved; nothing is said about the Security Group. */
    BROKEN("broken"),
    /** The Security Group did what the procedure does not allow; no later accident hides this. */
    FAILED("failed");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** The worse of the two. */
    public Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return words;
    }
}
