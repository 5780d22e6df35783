package io.bywash.verdict;

/** What a checker concludes; silence is never taken for success. */
public sealed interface Verdict {
    /**
     * The rule held in each of {@code looks} places where it could be checked.
     *
     * @param beside what a reader should know all the same, in words; empty for nothing
     */
    record Holds(int looks, String beside) implements Verdict {
        public Holds(int looks) {
            this(looks, "");
        }

        /** {@code 54 times}, and what a reader should know beside that. */
        public String told() {
            return "%d times%s".formatted(looks, beside.isEmpty() ? "" : "; " + beside);
        }
    }

    /** The rule was broken; {@code where} names the first place. */
    record Violated(String where) implements Verdict {}

    /** It cannot be said; {@code missing} is what would have told. */
    record Unknown(String missing) implements Verdict {}
}
