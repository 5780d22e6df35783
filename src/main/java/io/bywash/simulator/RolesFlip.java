package io.bywash.simulator;

import io.bywash.group.ChassisId;

/** The Standby chassis becomes the Active one though nobody asked for it; nothing happens while it cannot carry. */
record RolesFlip(When when) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            GroupView view = ambush.group().lastView();
            ChassisId other = view.active().other();
            boolean can = view.up(other) > 0;
            ambush.struck(other + (can ? " becomes ACTIVE" : " cannot become ACTIVE"));
            if (can) {
                ambush.group().failOver(other);
            }
        });
    }
}
