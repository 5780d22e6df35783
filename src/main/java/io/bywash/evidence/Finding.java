package io.bywash.evidence;

import java.util.List;

/**
 * What the finder of a trouble knows of it as data, so that no page has to read its paragraph.
 *
 * @param remedy what puts it right
 * @param subject what the remedy is about, as {@link Remedy} says; empty where it is about nothing
 * @param advice what a person does first, in whole sentences; empty where the finder knows of nothing
 * @param act what became of the act that was sent right before
 * @param deciding what stood on the screens and decided, the most important first
 * @param whole lines to be copied, such as a host key; they are never broken
 */
public record Finding(
        Remedy remedy,
        String subject,
        @FreeText String advice,
        OfTheAct act,
        List<Deciding> deciding,
        List<String> whole) {
    /** What the finder of a trouble knows of the act that was sent right before. */
    public enum OfTheAct {
        NOT_SAID,
        /** The device answered that it did not carry it out, or carried it out otherwise. */
        DENIED,
        /** It was not answered, and no effect of it was seen. */
        NOT_SEEN,
        /** It was answered or not, and its effect was seen. */
        SEEN
    }

    /** For a finder that knows nothing beyond its paragraph. */
    public static final Finding NONE = of(Remedy.UNKNOWN, "");

    public Finding {
        deciding = List.copyOf(deciding);
        whole = List.copyOf(whole);
    }

    public static Finding of(Remedy remedy, String advice) {
        return about(remedy, "", advice);
    }

    public static Finding about(Remedy remedy, String subject, String advice) {
        return new Finding(remedy, subject, advice, OfTheAct.NOT_SAID, List.of(), List.of());
    }

    /** Only what stood on the screens. */
    public static Finding shownBy(Deciding... deciding) {
        return NONE.with(List.of(deciding));
    }

    public Finding with(List<Deciding> seen) {
        return new Finding(remedy, subject, advice, act, seen, whole);
    }

    public Finding with(OfTheAct known) {
        return new Finding(remedy, subject, advice, known, deciding, whole);
    }

    /** The same with lines to be copied. */
    public Finding toCopy(List<String> lines) {
        return new Finding(remedy, subject, advice, act, deciding, lines);
    }

    /** A paragraph of what was seen, with the advice behind it. */
    String behind(String seen) {
        String said = advice.isEmpty() ? seen : seen.stripTrailing() + " " + advice;
        if (remedy == Remedy.AFRESH) {
            said += " To begin anew after that run, add -Dbywash.afresh=" + subject;
        }
        return whole.isEmpty() ? said : said + "\n" + String.join("\n", whole);
    }
}
