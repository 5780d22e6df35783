package io.bywash.simulator;

import io.bywash.group.ChassisId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** For some time the screens that show the group do not show what it is like. */
record ShownWrong(When when, Lie lie, Duration time) implements Fault {

    enum Lie {
        /** What it was like at the moment of the strike. */
        STALE,
        BOTH_ACTIVE
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
        return lie == Lie.STALE
                ? then
                : new GroupView(
                        shown.sgms(),
                        Map.of(ChassisId.CHASSIS1, "ACTIVE", ChassisId.CHASSIS2, "ACTIVE"),
                        shown.active(),
                        shown.smo());
    }
}
