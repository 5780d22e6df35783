package io.bywash.procedure;

import io.bywash.evidence.Deciding;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Unanswered;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import java.util.List;
import java.util.Optional;

/** Part 4: all connections move from Chassis "B" to Chassis "A", which has the hotfix. */
public final class Failover implements AutoCloseable {
    private final Assignment assignment;
    private final Means means;
    private final Steps steps;
    private GaiaSession session;

    public Failover(Assignment assignment, Means means, Steps steps) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
    }

    /** 4.A */
    public void connect(StepId step, String title) {
        ChassisId chassis = assignment.chassisB();
        steps.perform(
                step.toString(), title, List.of("chassis of the member that answers", "role of " + chassis), record -> {
                    session = means.address().logIn("fail-over");
                    if (session.here()
                            .member()
                            .map(sgm -> sgm.chassis() != chassis)
                            .orElse(true)) {
                        session.goTo(assignment.group().sgmsOf(chassis).first());
                    }
                    record.measure(
                            "chassis of the member that answers",
                            chassis.toString(),
                            session.here()
                                    .member()
                                    .map(sgm -> sgm.chassis().toString())
                                    .orElse("not named by the prompt"));
                    GroupStatus status = means.monitor().lookPatiently();
                    record.readFrom("role of " + chassis, Deciding.status(status.of(chassis)));
                    record.measure("role of " + chassis, ChassisRole.ACTIVE.name(), Conditions.role(status, chassis));
                });
    }

    /** 4.B */
    public void logInToExpert(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt", "VS by its prompt"), record -> {
            session.reach(Shell.EXPERT);
            record.measure("shell by its prompt", Shell.EXPERT, session.here().shell());
            record.measure("VS by its prompt", 0, session.here().vs().orElse(-1));
        });
    }

    /** 4.C */
    public void setDown(StepId step, String title) {
        ChassisId chassisA = assignment.chassisA();
        ChassisId chassisB = assignment.chassisB();
        List<String> promises = List.of(chassisA + " carries", "state of " + chassisB);
        steps.perform(step.toString(), title, promises, record -> {
            String line = means.chassisAdmin().downLine(chassisB);
            Permit permit = means.permits()
                    .forChassis(
                            step.toString(),
                            chassisB,
                            Phrase.CHASSIS_DOWN,
                            line,
                            new Invariants(assignment, means).theOtherCanTakeOver(chassisB, line));
            Optional<String> cutOff = Optional.empty();
            try {
                record.note("The device said: state is " + means.chassisAdmin().down(session, permit));
            } catch (Unanswered e) {
                record.note("The line died with the command, as it does when the SMO moves: " + e.getMessage());
                cutOff = Optional.of(line);
            }
            GroupStatus after = new Aftermath(assignment, means)
                    .effect(
                            cutOff,
                            Conditions.downWhileTheOtherCarries(assignment.group(), chassisB),
                            status -> status.role(chassisB).equals(Optional.of(ChassisRole.DOWN)),
                            assignment.waits().chassisDown());
            record.measure(
                    chassisA + " carries", Conditions.WHOLE, Conditions.carrying(after, assignment.group(), chassisA));
            record.measure("state of " + chassisB, ChassisRole.DOWN.name(), Conditions.role(after, chassisB));
        });
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
