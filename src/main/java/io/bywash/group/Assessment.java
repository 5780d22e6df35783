package io.bywash.group;

/** What one look at the Security Group says about a condition. */
public sealed interface Assessment {
    /** The condition holds. */
    record Met() implements Assessment {}

    /** It does not hold yet; {@code seen} says what was there instead. */
    record NotYet(String seen) implements Assessment {}

    /** It cannot come to hold any more, so waiting longer is pointless. */
    record Hopeless(String why) implements Assessment {}
}
