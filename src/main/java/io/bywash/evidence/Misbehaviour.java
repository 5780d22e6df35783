package io.bywash.evidence;

/** The Security Group did what the procedure does not allow. */
public class Misbehaviour extends AssertionError implements Told {
    public Misbehaviour(String paragraph) {
        super(paragraph);
    }

    @Override
    public Outcome outcome() {
        return Outcome.FAILED;
    }

    /** Left out: the reader is the engineer in the change window, and the place is in the message. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
