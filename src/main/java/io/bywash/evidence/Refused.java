package io.bywash.evidence;

/** The Security Group is not as the procedure needs it, so the command was not sent. */
public class Refused extends RuntimeException implements Told {
    private final String expected;
    private final String seen;
    private final transient Finding finding;

    public Refused(String paragraph) {
        this("", paragraph);
    }

    /**
     * @param expected what has to be true first, in words
     */
    public Refused(String expected, String paragraph) {
        this(expected, paragraph, Finding.NONE);
    }

    /**
     * @param expected what has to be true first, in words
     * @param paragraph what was seen; the advice of the finding is put behind it
     */
    public Refused(String expected, String paragraph, Finding finding) {
        super(finding.behind(paragraph), null, false, false);
        this.expected = expected;
        this.seen = paragraph;
        this.finding = finding;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public String seen() {
        return seen;
    }

    @Override
    public Finding finding() {
        return finding;
    }

    @Override
    public Outcome outcome() {
        return Outcome.REFUSED;
    }
}
