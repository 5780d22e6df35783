package io.bywash.evidence;

/** The Security Group did what the procedure does not allow. */
public class Misbehaviour extends AssertionError implements Told {
    private final String seen;
    private final transient Finding finding;

    public Misbehaviour(String paragraph) {
        this(paragraph, Finding.NONE);
    }

    /**
     * @param paragraph what was seen; the advice of the finding is put behind it
     */
    public Misbehaviour(String paragraph, Finding finding) {
        super(finding.behind(paragraph));
        this.seen = paragraph;
        this.finding = finding;
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
        return Outcome.FAILED;
    }

    /** Left out: the reader is the engineer in the change window, and the place is in the message. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
