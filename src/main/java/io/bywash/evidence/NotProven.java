package io.bywash.evidence;

/** What was seen neither shows nor excludes what the step promised; a person has to look. */
public class NotProven extends RuntimeException implements Told {
    private final String expected;

    public NotProven(String paragraph) {
        this("", paragraph);
    }

    /**
     * @param expected what would have proven it, in words
     */
    public NotProven(String expected, String paragraph) {
        super(paragraph, null, false, false);
        this.expected = expected;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public Outcome outcome() {
        return Outcome.NOT_PROVEN;
    }
}
