package io.bywash.simulator;

import io.bywash.group.ChassisId;
import java.util.List;

/**
 * The SGM that a fault chose before it knew the group.
 *
 * @param place counted from 0 among the SGMs of the chassis; counted round where there are fewer
 */
record Victim(ChassisId chassis, int place) {

    SimulatedSgm in(SimulatedGroup group) {
        List<SimulatedSgm> sgms = group.sgmsOf(chassis);
        return sgms.get(place % sgms.size());
    }

    @Override
    public String toString() {
        return "SGM " + (place + 1) + " of " + chassis;
    }
}
