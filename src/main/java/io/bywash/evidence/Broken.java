package io.bywash.evidence;

/**
 * The harness, its settings, the lab or the network misbehaved.
 *
 * <p>The message says what, where, the value seen and what to do; there is no stack trace, because the reader is not the
 * author.
 */
public class Broken extends RuntimeException implements Told {
    private final String seen;
    private final transient Finding finding;

    public Broken(String paragraph) {
        this(paragraph, null);
    }

    public Broken(String paragraph, Throwable cause) {
        this(paragraph, Finding.NONE, cause);
    }

    /**
     * @param paragraph what was seen; the advice of the finding is put behind it
     */
    public Broken(String paragraph, Finding finding, Throwable cause) {
        super(finding.behind(paragraph), cause, false, false);
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
        return Outcome.BROKEN;
    }
}
