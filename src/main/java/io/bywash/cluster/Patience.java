package io.bywash.cluster;

import java.time.Duration;

/**
 * How long we wait for something, by a name that the settings use.
 *
 * @param limit when it counts as not reached
 * @param pause between two looks
 */
public record Patience(String name, Duration limit, Duration pause) {
    private static final Duration A_FEW_LOOKS = Duration.ofMinutes(1);
    private static final int LOOKS = 3;

    /** How long is still looked when the limit passed while our own process stood still: a few looks, never more than the limit. */
    Duration afterAStandstill() {
        Duration looks = pause.multipliedBy(LOOKS);
        Duration few = looks.compareTo(A_FEW_LOOKS) > 0 ? looks : A_FEW_LOOKS;
        return few.compareTo(limit) > 0 ? limit : few;
    }
}
