package io.bywash.evidence;

import java.util.List;

/** What was seen neither shows nor excludes what the step promised; a person has to look. */
public class NotProven extends RuntimeException implements Told {
    private final String expected;
    private final String seen;
    private final transient Finding finding;

    public NotProven(String paragraph) {
        this("", paragraph);
    }

    /**
     * @param expected what would have proven it, in words
     */
    public NotProven(String expected, String paragraph) {
        this(expected, paragraph, Finding.NONE);
    }

    /**
     * @param expected what would have proven it, in words
     * @param paragraph what was seen; the advice of the finding is put behind it
     */
    public NotProven(String expected, String paragraph, Finding finding) {
        super(finding.behind(paragraph), null, false, false);
        this.expected = expected;
        this.seen = paragraph;
        this.finding = finding;
    }

    /** What some lines do not tell, which are shown as they stand on the screen. */
    public static NotProven by(List<String> lines, String paragraph) {
        return new NotProven("", paragraph, Finding.shownBy(Deciding.lines(lines)));
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
        return Outcome.NOT_PROVEN;
    }
}
