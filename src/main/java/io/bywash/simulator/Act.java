package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A line that asked for a change, whether or not anything came of it.
 *
 * @param on the SGM on which it was typed
 * @param shell {@code clish}, {@code gclish} or {@code expert}
 * @param tookEffect when it changed something; empty if it was refused, cancelled or cut off before
 * @param touched the SGMs it changed, or set out to change
 * @param login the {@link Ledger.Login#number()} of the connection it came over
 */
public record Act(
        Instant at,
        SgmId on,
        String shell,
        String line,
        Kind kind,
        Optional<Instant> tookEffect,
        SortedSet<SgmId> touched,
        int login) {

    /** What was asked for. */
    public enum Kind {
        CHASSIS_DOWN,
        CHASSIS_UP,
        MEMBERS_DOWN,
        MEMBERS_UP,
        IMPORT,
        INSTALL,
        UNINSTALL,
        DELETE,
        CLONING_ON,
        CLONING_OFF,
        LOCK_OVERRIDE,
        FILE_MADE,
        FILE_REMOVED,
        REBOOT,
        /** A question that no dialogue of the product has was answered with yes. */
        UNKNOWN_QUESTION_CONFIRMED
    }
}
