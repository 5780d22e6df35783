package io.bywash.verdict;

import io.bywash.evidence.Console;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Looks in a row in which no chassis was shown to carry with every SGM. */
final class Gap {
    private static final Set<SgmState> NOT_UP =
            Set.of(SgmState.DOWN, SgmState.STARTING, SgmState.READY, SgmState.ABSENT);

    private final SecurityGroup group;
    private final GroupStatus first;
    private final Optional<ChassisId> whole;
    private GroupStatus last;
    private Duration seen = Duration.ZERO;
    private Duration atMost;
    private boolean closed;
    private int dark;

    /**
     * @param before the look before; the first one itself where there was none
     * @param first the first look that showed no carrier
     */
    Gap(SecurityGroup group, GroupStatus before, GroupStatus first) {
        this.group = group;
        this.first = first;
        this.last = first;
        this.atMost = between(before, first);
        this.whole = Arrays.stream(ChassisId.values())
                .filter(chassis ->
                        first.strays(group.sgmsOf(chassis), SgmState.UP).isEmpty())
                .findFirst();
    }

    /** A clock that was set back counts for nothing. */
    private static Duration between(GroupStatus earlier, GroupStatus later) {
        Duration passed = Duration.between(earlier.at(), later.at());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    void add(GroupStatus look) {
        Duration passed = between(last, look);
        seen = seen.plus(passed);
        atMost = atMost.plus(passed);
        last = look;
        boolean nobodyIsUp = group.sgms().stream()
                .allMatch(sgm -> look.sgms().containsKey(sgm)
                        && NOT_UP.contains(look.sgms().get(sgm).state()));
        dark = nobodyIsUp ? dark + 1 : 0;
    }

    void closedBy(GroupStatus carries) {
        atMost = atMost.plus(between(last, carries));
        closed = true;
    }

    /** How long it lasted at least: from its first look to its last. */
    Duration seen() {
        return seen;
    }

    /** How long it can have lasted: from the look before it to the one behind it. */
    Duration atMost() {
        return atMost;
    }

    /** In how many looks in a row, up to the last, no SGM of the group was up. */
    int dark() {
        return dark;
    }

    /** {@code a role lagged for less than 3 s from 22:41:07Z on, while every SGM of chassis1 was UP}. */
    @Override
    public String toString() {
        String length = closed ? "less than " + Console.told(atMost) : Console.told(seen) + " or more";
        return whole.map(chassis -> "a role lagged for %s from %s on, while every SGM of %s was UP"
                        .formatted(length, first.at(), chassis))
                .orElse("none did for %s from %s on".formatted(length, first.at()));
    }
}
