package io.bywash.evidence;

/** What was seen neither shows nor excludes what the step promised; a person has to look. */
public class NotProven extends RuntimeException implements Told {
    public NotProven(String paragraph) {
        super(paragraph, null, false, false);
    }

    @Override
    public Outcome outcome() {
        return Outcome.NOT_PROVEN;
    }
}
