package io.bywash.evidence;

/** The Security Group is not as the procedure needs it, so the command was not sent. */
public class Refused extends RuntimeException implements Told {
    private final String expected;

    public Refused(String paragraph) {
        this("", paragraph);
    }

    /**
     * @param expected what has to be true first, in words
     */
    public Refused(String expected, String paragraph) {
        super(paragraph, null, false, false);
        this.expected = expected;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public Outcome outcome() {
        return Outcome.REFUSED;
    }
}
