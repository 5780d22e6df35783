package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A line that asked the group for a change, whether or not anything came of it.
 *
 * @param on the SGM on which it was typed
 * @param tookEffect when it changed something; empty if it was refused, cancelled or cut off before
 * @param touched the SGMs it changed, or set out to change
 */
public record ActReceived(
        Instant at, SgmId on, String line, Kind kind, Optional<Instant> tookEffect, SortedSet<SgmId> touched) {

    /** What was asked for. */
    public enum Kind {
        UPLOAD,
        IMPORT,
        CLONING_OFF,
        CHASSIS_DOWN,
        CHASSIS_UP,
        INSTALL,
        LOCK_OVERRIDE,
        LEASE_TAKEN,
        LEASE_GIVEN_BACK,
        /** A change that the procedure has no place for. */
        ANOTHER
    }

    /** Whether it can take SGMs out of service. */
    boolean disrupts() {
        return kind == Kind.CHASSIS_DOWN || kind == Kind.INSTALL || kind == Kind.ANOTHER;
    }

    Set<ChassisId> chassis() {
        return touched.stream().map(SgmId::chassis).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "'%s' on %s at %s".formatted(line, on, at);
    }
}
