package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** For some time the screens that show the group do not show what it is like. */
record ShownWrong(When when, Lie lie, Duration time) implements Fault {

    enum Lie {
        /** What it was like at the moment of the strike. */
        STALE,
        BOTH_ACTIVE,
        NOBODY_UP
    }

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            Instant until = ambush.now().plus(time);
            GroupView then = ambush.group().lastView();
            ambush.group().ledger().screensLie(ambush.now(), until);
            ambush.struck("screens show %s for %d s".formatted(lie, time.toSeconds()));
            ambush.seams().show(shown -> ambush.now().isBefore(until) ? wrong(shown, then) : shown);
        });
    }

    private GroupView wrong(GroupView shown, GroupView then) {
        return switch (lie) {
            case STALE -> then;
            case BOTH_ACTIVE ->
                new GroupView(
                        shown.sgms(),
                        Map.of(ChassisId.CHASSIS1, "ACTIVE", ChassisId.CHASSIS2, "ACTIVE"),
                        shown.active(),
                        shown.smo());
            case NOBODY_UP -> nobodyUp(shown);
        };
    }

    private static GroupView nobodyUp(GroupView shown) {
        SortedMap<SgmId, SgmState> down = new TreeMap<>();
        shown.sgms().keySet().forEach(sgm -> down.put(sgm, SgmState.DOWN));
        return new GroupView(
                down, Map.of(ChassisId.CHASSIS1, "DOWN", ChassisId.CHASSIS2, "DOWN"), shown.active(), shown.smo());
    }
}
