package io.bywash.simulator;

import java.util.List;

/**
 * The members that take a gClish command typed on one of them: those that answer and are not held down by a person,
 * itself, and from within a chassis or member that is down also its companions (REFERENCE 5 part 3: that an SGM in
 * admin DOWN takes none from elsewhere is D:vendor; that this holds for a whole chassis and not among its own is I).
 */
final class GclishReach {
    private GclishReach() {}

    static List<SimulatedSgm> from(SimulatedSgm local, SimulatedGroup group) {
        return group.read(
                () -> group.sgms().stream().filter(sgm -> takes(sgm, local)).toList());
    }

    private static boolean takes(SimulatedSgm sgm, SimulatedSgm local) {
        boolean companion = local.heldDown() && sgm.chassis() == local.chassis();
        return sgm == local || sgm.answers() && (!sgm.heldDown() || companion);
    }
}
