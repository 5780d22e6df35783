package io.bywash.verdict;

/** What a checker concludes; silence is never taken for success. */
public sealed interface Verdict {
    /** The rule held in each of {@code looks} places where it could be checked. */
    record Holds(int looks) implements Verdict {}

    /** The rule was broken; {@code where} names the first place. */
    record Violated(String where) implements Verdict {}

    /** It cannot be said; {@code missing} is what would have told. */
    record Unknown(String missing) implements Verdict {}
}
