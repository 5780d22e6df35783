package io.bywash.procedure;

import io.bywash.evidence.Journal;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Unanswered;
import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The two audited orders to the chassis that is worked on: down and up, each only while the other chassis carries.
 *
 * <p>When the line dies meanwhile, the state of the group is the answer.
 */
final class ChassisOrders {
    private final Assignment assignment;
    private final Means means;
    private final ChassisId chassis;
    private final Invariants invariants;
    private final Aftermath aftermath;
    private Optional<String> cutOff = Optional.empty();

    ChassisOrders(Assignment assignment, Means means, ChassisId chassis) {
        this.assignment = assignment;
        this.means = means;
        this.chassis = chassis;
        this.invariants = new Invariants(assignment, means);
        this.aftermath = new Aftermath(assignment, means);
    }

    String downLine() {
        return means.chassisAdmin().downLine(chassis);
    }

    private String upLine() {
        return means.chassisAdmin().upLine(chassis);
    }

    /** Whether the chassis goes down by an order of an earlier run. */
    boolean goesDown() {
        return aftermath.tookEffect(
                means.journal().last(downLine()),
                Conditions.downWhileTheOtherCarries(assignment.group(), chassis),
                assignment.waits().settle());
    }

    /**
     * Whether the chassis is up, or an order that an earlier run gave after the installation sets it up: then it is Standby,
     * though not yet with every SGM, or never; an order that is given again changes nothing about these.
     */
    boolean comesUp(Journal.Installation installation) {
        return Conditions.upAsStandby(assignment.group(), chassis)
                                .of(means.monitor().lookPatiently())
                        instanceof Assessment.Met
                || aftermath.tookEffect(
                        means.journal().lastAfter(installation.order(), upLine()),
                        Conditions.isStandby(assignment.group(), chassis),
                        assignment.waits().chassisUp());
    }

    void down(StepId step, StepRecord record, GaiaSession session) {
        Permit permit = permit(step, Phrase.CHASSIS_DOWN, downLine(), Set.of(ChassisRole.STANDBY));
        give(record, permit, () -> means.chassisAdmin().down(session, permit));
    }

    /** What the device said, in words. */
    String up(StepId step, StepRecord record, GaiaSession session) {
        Permit permit = permit(step, Phrase.CHASSIS_UP, upLine(), Set.of(ChassisRole.DOWN, ChassisRole.STANDBY));
        return give(record, permit, () -> means.chassisAdmin().up(session, permit));
    }

    private Permit permit(StepId step, Phrase act, String line, Set<ChassisRole> roles) {
        return means.permits()
                .forChassis(step.toString(), chassis, act, line, invariants.whileTheOtherCarries(chassis, roles, line));
    }

    private String give(StepRecord record, Permit permit, Supplier<String> order) {
        String answer;
        try {
            cutOff = Optional.empty();
            answer = "state is " + order.get();
        } catch (Unanswered e) {
            answer = "unanswered: " + e.getMessage();
            cutOff = Optional.of(permit.line());
        }
        record.note("The device said: " + answer);
        return answer;
    }

    /** The last order, when its line died before the device had answered it. */
    Optional<String> cutOff() {
        return cutOff;
    }
}
