package io.bywash.procedure;

import io.bywash.cluster.Boot;
import io.bywash.cluster.SgmFiles;
import io.bywash.cluster.SgmTour;
import io.bywash.cpuse.InstallScope;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.SgmSilent;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Unanswered;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Parts 3 and 5: the hotfix is installed on the SGMs of one chassis while the other chassis carries. */
public final class ChassisInstallation implements AutoCloseable {
    private final Assignment assignment;
    private final Means means;
    private final Steps steps;
    private final Invariants invariants;
    private final ChassisId chassis;
    private final InstallScope scope;
    private GaiaSession session;
    private SortedMap<SgmId, Instant> bootsBefore;

    public ChassisInstallation(Assignment assignment, Means means, Steps steps, ChassisId chassis) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
        this.invariants = new Invariants(assignment, means);
        this.chassis = chassis;
        this.scope = InstallScope.of(assignment.group(), chassis);
    }

    /** A */
    public void connect(StepId step, String title) {
        ChassisRole expected = step.part() == Stage.CHASSIS_A.number() ? ChassisRole.STANDBY : ChassisRole.DOWN;
        steps.perform(step.toString(), title, List.of("member that answers", "role of " + chassis), record -> {
            session = means.address().logIn("chassis " + assignment.letter(chassis));
            boolean ours = session.here()
                    .member()
                    .map(assignment.group().sgms()::contains)
                    .orElse(false);
            record.measure(
                    "member that answers", "an SGM of the group", session.here().memberTold(), ours);
            GroupStatus status = means.monitor().lookPatiently();
            String role = Conditions.role(status, chassis);
            boolean fits = role.equals(expected.name()) || role.equals(ChassisRole.DOWN.name());
            record.measure("role of " + chassis, expected + " (or DOWN already)", role, fits);
        });
    }

    /** B */
    public void logInToExpert(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt", "VS by its prompt"), record -> {
            session.reach(Shell.EXPERT);
            record.measure("shell by its prompt", Shell.EXPERT, session.here().shell());
            record.measure("VS by its prompt", 0, session.here().vs().orElse(-1));
        });
    }

    /** C */
    public void setDown(StepId step, String title) {
        String carries = chassis.other() + " carries";
        String down = "state of " + chassis;
        steps.perform(step.toString(), title, List.of(carries, down), record -> {
            String line = means.chassisAdmin().downLine(chassis);
            GroupStatus before = invariants.theOtherCarries(chassis, line);
            if (before.role(chassis).equals(Optional.of(ChassisRole.DOWN))) {
                record.note("%s was DOWN already, so nothing was sent.".formatted(chassis));
            } else {
                Permit permit = means.permits()
                        .forChassis(
                                step.toString(),
                                chassis,
                                Phrase.CHASSIS_DOWN,
                                line,
                                () -> invariants.theOtherCarries(chassis, line));
                order(record, () -> means.chassisAdmin().down(session, permit));
            }
            GroupStatus after = means.watch()
                    .until(
                            Conditions.downWhileTheOtherCarries(assignment.group(), chassis),
                            assignment.waits().chassisDown());
            record.measure(carries, Conditions.WHOLE, Conditions.carrying(after, assignment.group(), chassis.other()));
            record.measure(down, ChassisRole.DOWN.name(), Conditions.role(after, chassis));
        });
    }

    /** Gives an order that an audit dialogue answers; when the line dies meanwhile, the state of the group is the answer. */
    private String order(StepRecord record, Supplier<String> order) {
        String answer;
        try {
            answer = "state is " + order.get();
        } catch (Unanswered e) {
            answer = "unanswered: " + e.getMessage();
        }
        record.note("The device said: " + answer);
        return answer;
    }

    private void openAgainIfOver(StepRecord record) {
        if (session.isOver()) {
            session = means.address().logIn("chassis " + assignment.letter(chassis));
            record.note("The line had died; a new one was opened.");
        }
    }

    /** D */
    public void connectToSgm(StepId step, String title) {
        SgmId sgm = scope.sgms().first();
        steps.perform(step.toString(), title, List.of("member by its prompt"), record -> {
            session.goTo(sgm);
            record.measure(
                    "member by its prompt", sgm.toString(), session.here().memberTold());
        });
    }

    /** E */
    public void goToGclish(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt", "member by its prompt"), record -> {
            session.reach(Shell.GCLISH);
            record.measure("shell by its prompt", Shell.GCLISH, session.here().shell());
            record.measure(
                    "member by its prompt",
                    scope.sgms().first().toString(),
                    session.here().memberTold());
        });
    }

    /** F */
    public void install(StepId step, String title) {
        List<String> promises = Stream.concat(
                        Stream.of("questions answered"), scope.sgms().stream().map(sgm -> "installation on " + sgm))
                .toList();
        steps.perform(step.toString(), title, promises, record -> {
            String plan = means.installer().installLine("<number>", scope);
            bootsBefore = means.monitor()
                    .on(smo -> SgmTour.of(smo, scope.sgms(), onSgm -> {
                        refuseWithoutBrake(onSgm, plan);
                        return Boot.read(onSgm, means.dialect());
                    }));
            new InstallOrder(means, invariants, scope).give(step, record, session);
        });
    }

    private void refuseWithoutBrake(GaiaSession onSgm, String act) {
        if (SgmFiles.read(onSgm).answersByItself()) {
            throw new Refused("""
                    '%s' was not sent: /etc/.asg_auto_confirm exists on %s, so the device would not ask before it acts. Find \
                    out who made it, remove it on every member, and run the stage again.""".formatted(act, onSgm.here().memberTold()));
        }
    }

    /** G */
    public void exitToExpert(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt"), record -> {
            openAgainIfOver(record);
            session.reach(Shell.EXPERT);
            record.measure("shell by its prompt", Shell.EXPERT, session.here().shell());
            record.note("prompt " + session.here());
        });
    }

    /** H */
    public void waitForReturn(StepId step, String title) {
        List<String> promises = Stream.concat(
                        Stream.of(chassis.other() + " carries"),
                        scope.sgms().stream().map(sgm -> "boot of " + sgm))
                .toList();
        steps.perform(step.toString(), title, promises, record -> {
            Reboots reboots = new Reboots(
                    assignment.group(),
                    chassis,
                    means.dialect().say(Phrase.RETURN_STATE),
                    Set.copyOf(means.dialect().words(Phrase.UP_STATES)),
                    this::bootedAnew);
            GroupStatus back =
                    means.watch().until(reboots.condition(), assignment.waits().reboot());
            record.measure(
                    chassis.other() + " carries",
                    Conditions.WHOLE,
                    Conditions.carrying(back, assignment.group(), chassis.other()));
            SortedMap<SgmId, Instant> boots = means.monitor()
                    .on(smo -> SgmTour.of(smo, scope.sgms(), onSgm -> Boot.read(onSgm, means.dialect())));
            boots.forEach((sgm, boot) -> record.measure(
                    "boot of " + sgm,
                    "after " + bootsBefore.get(sgm),
                    boot.toString(),
                    boot.isAfter(bootsBefore.get(sgm))));
        });
    }

    /** An SGM that is just now going down does not answer; it is asked again later. */
    private boolean bootedAnew(SgmId sgm) {
        try {
            Instant boot = means.monitor()
                    .on(smo -> SgmTour.of(smo, List.of(sgm), onSgm -> Boot.read(onSgm, means.dialect())))
                    .get(sgm);
            return boot.isAfter(bootsBefore.get(sgm));
        } catch (SgmSilent | NotProven e) {
            return false;
        }
    }

    /** I */
    public void setUp(StepId step, String title) {
        String answer = "the device's own word";
        steps.perform(step.toString(), title, List.of(answer), record -> {
            String line = means.chassisAdmin().upLine(chassis);
            Permit permit = means.permits()
                    .forChassis(
                            step.toString(),
                            chassis,
                            Phrase.CHASSIS_UP,
                            line,
                            () -> invariants.theOtherCarries(chassis, line));
            openAgainIfOver(record);
            String state = order(record, () -> means.chassisAdmin().up(session, permit));
            record.measure(answer, "not DOWN, or unanswered", state, !state.equalsIgnoreCase("state is DOWN"));
        });
    }

    /** J */
    public void waitUntilUp(StepId step, String title) {
        List<String> promises = List.of("role of " + chassis, "SGMs that are not UP", chassis.other() + " carries");
        steps.perform(step.toString(), title, promises, record -> {
            GroupStatus up = means.watch()
                    .until(
                            Conditions.upAsStandby(assignment.group(), chassis),
                            assignment.waits().chassisUp());
            record.measure("role of " + chassis, ChassisRole.STANDBY.name(), Conditions.role(up, chassis));
            record.measure("SGMs that are not UP", List.of(), up.strays(scope.sgms(), SgmState.UP));
            record.measure(
                    chassis.other() + " carries",
                    Conditions.WHOLE,
                    Conditions.carrying(up, assignment.group(), chassis.other()));
        });
    }

    /** K */
    public void prove(StepId step, String title) {
        SortedSet<SgmId> sgms = scope.sgms();
        steps.perform(
                step.toString(),
                title,
                GroupProof.promises(sgms),
                record -> new GroupProof(assignment, means, steps).measure(record, sgms));
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
