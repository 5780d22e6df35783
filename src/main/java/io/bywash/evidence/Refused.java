package io.bywash.evidence;

/** The Security Group is not as the procedure needs it, so the command was not sent. */
public class Refused extends RuntimeException implements Told {
    public Refused(String paragraph) {
        super(paragraph, null, false, false);
    }

    @Override
    public Outcome outcome() {
        return Outcome.REFUSED;
    }
}
