package io.bywash.procedure;

import io.bywash.evidence.Refused;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be true right before something is sent to a chassis (REFERENCE 6); each reads the device anew. */
final class Invariants {
    private final Assignment assignment;
    private final Means means;

    Invariants(Assignment assignment, Means means) {
        this.assignment = assignment;
        this.means = means;
    }

    /** While this chassis is worked on, the other one is ACTIVE with every SGM UP. */
    GroupStatus theOtherCarries(ChassisId chassis, String act) {
        GroupStatus status = means.monitor().lookPatiently();
        String missing = Conditions.notCarrying(status, assignment.group(), chassis.other());
        if (!missing.isEmpty()) {
            throw new Refused("""
                    '%s' was not sent: while %s is worked on, %s has to carry with every SGM, and it does not: %s. The \
                    whole status: %s. Set %s right first, then run the stage again.""".formatted(act, chassis, chassis.other(), missing, status, chassis.other()));
        }
        return status;
    }

    /** This chassis is Standby with every SGM UP, has a policy and is synchronised, so that connections survive. */
    void canTakeOver(ChassisId chassis, String act) {
        GroupStatus status = means.monitor().lookPatiently();
        boolean ready = status.role(chassis).equals(Optional.of(ChassisRole.STANDBY))
                && status.strays(assignment.group().sgmsOf(chassis), SgmState.UP)
                        .isEmpty()
                && status.policy().isPresent()
                && status.synchronised().orElse(false);
        if (!ready) {
            throw new Refused("""
                    '%s' was not sent: %s has to be STANDBY with every SGM UP, with a policy and synchronised, to take over, \
                    and it is not. The whole status: %s; policy %s, synchronised %s. Find out what is wrong with it first.""".formatted(
                            act,
                            chassis,
                            status,
                            status.policy().orElse("not shown"),
                            status.synchronised().map(Object::toString).orElse("not shown")));
        }
    }

    /** The chassis to be installed is DOWN, and the other one carries. */
    void isDown(ChassisId chassis, String act) {
        GroupStatus status = theOtherCarries(chassis, act);
        if (!status.role(chassis).equals(Optional.of(ChassisRole.DOWN))) {
            throw new Refused("'%s' was not sent: %s has to be DOWN before, and it is %s. The whole status: %s."
                    .formatted(act, chassis, Conditions.role(status, chassis), status));
        }
    }

    /** Image cloning is off on every SGM, those that are down included. */
    void cloningIsOff(String act) {
        Map<SgmId, String> states =
                means.monitor().on(session -> means.cloning().read(session, assignment.group()));
        List<SgmId> wrong = means.cloning().notOff(states);
        if (!wrong.isEmpty()) {
            throw new Refused("""
                    '%s' was not sent: image cloning has to be off on every SGM, or the reboot takes the hotfix away again. \
                    %s say otherwise: %s. Both chassis stay as they are; run part 2, and then this stage again: %s""".formatted(act, wrong, states, assignment.commandFor(Stage.IMAGE_CLONING)));
        }
    }
}
