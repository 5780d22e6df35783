package io.bywash.procedure;

import io.bywash.evidence.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What may become of a field of the Security Group from before a stage to after it.
 *
 * @param words the class of the field, for a person
 * @param why the reason, for a person
 * @param holds whether a value before and one after are as they may be
 * @param otherwise how a field is judged whose values are not
 */
record FieldRule(Kind kind, String words, String why, BiPredicate<String, String> holds, Outcome otherwise) {
    /** How a field is classed. */
    enum Kind {
        MUST_EQUAL,
        MAY_DRIFT,
        MUST_CHANGE,
        /** What it was before does not matter. */
        MUST_BE,
        IGNORED,
        /** Nobody has said what may become of it, so nothing is proven of it. */
        UNCLASSED
    }

    static final FieldRule EQUAL = new FieldRule(
            Kind.MUST_EQUAL, "must equal", "nothing of this stage changes it", String::equals, Outcome.FAILED);

    static final FieldRule UNCLASSED = new FieldRule(
            Kind.UNCLASSED,
            "unclassed",
            "no rule says what may become of it",
            (before, after) -> false,
            Outcome.NOT_PROVEN);

    /** The words of a rule that lets a field be. */
    static final String IGNORED = "ignored";

    private static final int FEW = 100;

    /** Equal as before, or this value, which is the better one. */
    static FieldRule equalOr(String better, String why) {
        return new FieldRule(
                Kind.MUST_EQUAL,
                "must equal, or become " + better,
                why,
                (before, after) -> after.equals(before) || after.equals(better),
                Outcome.FAILED);
    }

    /** Another value than before, and this one where one is given. */
    static FieldRule change(Optional<String> target, String why) {
        return new FieldRule(
                Kind.MUST_CHANGE,
                target.map("must change to "::concat).orElse("must change"),
                why,
                (before, after) -> !after.equals(before) && after.equals(target.orElse(after)),
                Outcome.FAILED);
    }

    /** One of these values, whatever it was before. */
    static FieldRule be(Collection<String> values, String why) {
        return new FieldRule(
                Kind.MUST_BE,
                "must be " + String.join(" or ", values),
                why,
                (before, after) -> values.contains(after),
                Outcome.FAILED);
    }

    /** Any value, as long as there is one. */
    static FieldRule beThere(String why) {
        return new FieldRule(Kind.MUST_BE, "must be there", why, (before, after) -> !after.isEmpty(), Outcome.FAILED);
    }

    /** The same moment, but for so much by which the clock of a device may be set meanwhile. */
    static FieldRule sameMoment(Duration most, String why) {
        return new FieldRule(
                Kind.MAY_DRIFT,
                "may drift by %d min".formatted(most.toMinutes()),
                why,
                (before, after) -> apart(before, after)
                        .map(apart -> apart.abs().compareTo(most) <= 0)
                        .orElse(false),
                Outcome.FAILED);
    }

    /** A moment that is later than the one before, by more than a clock may be set. */
    static FieldRule laterMoment(Duration least, String why) {
        return new FieldRule(
                Kind.MUST_CHANGE,
                "must change to a later time",
                why,
                (before, after) -> apart(before, after)
                        .map(apart -> apart.compareTo(least) > 0)
                        .orElse(false),
                Outcome.FAILED);
    }

    private static Optional<Duration> apart(String before, String after) {
        try {
            return Optional.of(Duration.between(Instant.parse(before), Instant.parse(after)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A number that may rise, and fall by this share; where it is small anyway it may be anything. */
    static FieldRule fall(int percent, String why) {
        return new FieldRule(
                Kind.MAY_DRIFT,
                "may drift: fall by %d %%, and rise".formatted(percent),
                why,
                (before, after) -> List.of(before, after).stream().allMatch(value -> value.matches("\\d{1,9}"))
                        && (Long.parseLong(before) <= FEW
                                || Long.parseLong(after) * 100 >= Long.parseLong(before) * (100 - percent)),
                Outcome.NOT_PROVEN);
    }

    static FieldRule ignored(String why) {
        return new FieldRule(Kind.IGNORED, IGNORED, why, (before, after) -> true, Outcome.PASSED);
    }
}
