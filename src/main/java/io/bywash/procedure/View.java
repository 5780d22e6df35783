package io.bywash.procedure;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SecurityGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a person may conclude from the last look at the group.
 *
 * @param sight what it shows
 * @param chassis the one that it shows to carry, or to be ACTIVE
 * @param moving the act after which the group had not had the time to settle when it was taken
 * @param afterTheStop whether it was taken after the run had ended
 */
record View(Sight sight, Optional<ChassisId> chassis, Optional<Traces.Act> moving, boolean afterTheStop) {
    /** What a look shows of who carries. */
    enum Sight {
        /** No look was taken in this run. */
        NEVER_TAKEN,
        BOTH_ACTIVE,
        /** One chassis carries with every SGM. */
        CARRIES,
        /** One chassis is ACTIVE, not with every SGM. */
        ACTIVE,
        /** No chassis is ACTIVE. */
        NONE
    }

    /** @param settle how long the group may go on moving after an act */
    static View of(StateNow now, SecurityGroup group, Optional<Traces.Act> last, Duration settle) {
        List<ChassisId> active = Arrays.stream(ChassisId.values())
                .filter(chassis -> now.role(chassis).equals(Optional.of(ChassisRole.ACTIVE)))
                .toList();
        Optional<ChassisId> one = active.size() == 1 ? Optional.of(active.get(0)) : Optional.empty();
        Optional<Traces.Act> moving = last.filter(act -> isYounger(now, act.at().plus(settle)));
        return new View(sight(now, group, active), one, moving, now.notRead().isEmpty());
    }

    private static boolean isYounger(StateNow now, Instant settled) {
        return now.status().isEmpty() || now.status().get().at().isBefore(settled);
    }

    private static Sight sight(StateNow now, SecurityGroup group, List<ChassisId> active) {
        if (now.status().isEmpty()) {
            return Sight.NEVER_TAKEN;
        }
        if (active.size() != 1) {
            return active.isEmpty() ? Sight.NONE : Sight.BOTH_ACTIVE;
        }
        return now.carries(group, active.get(0)) ? Sight.CARRIES : Sight.ACTIVE;
    }

    /**
     * Whether a command that changes the group may be named for what it shows: it is from after the stop, and the last act had
     * the time to show its effect.
     */
    boolean supportsChange() {
        return sight != Sight.NEVER_TAKEN && sight != Sight.BOTH_ACTIVE && moving.isEmpty() && afterTheStop;
    }
}
