package io.bywash.procedure;

import io.bywash.cluster.Boot;
import io.bywash.cluster.SgmTour;
import io.bywash.cpuse.InstallScope;
import io.bywash.cpuse.Proof;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Journal;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.SgmSilent;
import io.bywash.gaia.Shell;
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
import java.util.stream.Stream;

/** Parts 3 and 5: the hotfix is installed on the SGMs of one chassis while the other chassis carries. */
public final class ChassisInstallation implements AutoCloseable {
    private static final Set<String> STANDBY_OR_DOWN = Set.of(ChassisRole.STANDBY.name(), ChassisRole.DOWN.name());

    private final Assignment assignment;
    private final Means means;
    private final Steps steps;
    private final Invariants invariants;
    private final Aftermath aftermath;
    private final ChassisOrders orders;
    private final ChassisId chassis;
    private final InstallScope scope;
    private final ConsoleOfTheSgm console;
    private GaiaSession session;
    private GaiaSession onSgm;
    private SortedMap<SgmId, Instant> bootsBefore;
    private Optional<Journal.Installation> earlier = Optional.empty();
    private Optional<String> installCutOff = Optional.empty();

    public ChassisInstallation(Assignment assignment, Means means, Steps steps, ChassisId chassis) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
        this.invariants = new Invariants(assignment, means);
        this.aftermath = new Aftermath(assignment, means);
        this.orders = new ChassisOrders(assignment, means, chassis);
        this.chassis = chassis;
        this.scope = InstallScope.of(assignment.group(), chassis);
        this.console = new ConsoleOfTheSgm(
                means, scope.sgms().first(), assignment.waits().reboot().limit());
    }

    /**
     * The installation of an earlier run that has come through. What it leaves to do is done; what it did is not done again.
     */
    private Optional<Journal.Installation> cameThrough() {
        return means.journal()
                .unfinishedInstallation(chassis)
                .filter(installation -> proofs().values().stream().allMatch(proof -> proof.shows(assignment.take())));
    }

    private SortedMap<SgmId, Proof> proofs() {
        return means.monitor().on(smo -> SgmTour.of(smo, scope.sgms(), onSgm -> Proof.read(onSgm, means.dialect())));
    }

    /** A */
    public void connect(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("member that answers", "role of " + chassis), record -> {
            session = means.address().logIn("chassis " + assignment.letter(chassis));
            earlier = cameThrough();
            boolean ours = session.here()
                    .member()
                    .map(assignment.group().sgms()::contains)
                    .orElse(false);
            record.measure(
                    "member that answers", "an SGM of the group", session.here().memberTold(), ours);
            GroupStatus status = means.monitor().lookPatiently();
            String role = Conditions.role(status, chassis);
            record.readFrom("role of " + chassis, Deciding.status(status.of(chassis)));
            record.measure("role of " + chassis, "STANDBY, or DOWN already", role, STANDBY_OR_DOWN.contains(role));
            if (earlier.isEmpty()) {
                console.tryOut(record);
            }
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
            GroupStatus before = invariants.theOtherCarries(chassis, orders.downLine());
            if (earlier.isPresent()) {
                record.note("The hotfix was installed by run %s, so %s is not set down again."
                        .formatted(earlier.get().order().run(), chassis));
                record.measure(
                        carries, Conditions.WHOLE, Conditions.carrying(before, assignment.group(), chassis.other()));
                String role = Conditions.role(before, chassis);
                record.measure(down, "DOWN, or set up again", role, STANDBY_OR_DOWN.contains(role));
                return;
            }
            if (before.role(chassis).equals(Optional.of(ChassisRole.DOWN)) || orders.goesDown()) {
                record.note("%s was DOWN already, so nothing was sent.".formatted(chassis));
            } else {
                orders.down(step, record, session);
            }
            GroupStatus after = aftermath.effect(
                    orders.cutOff(),
                    Conditions.downWhileTheOtherCarries(assignment.group(), chassis),
                    status -> status.role(chassis).equals(Optional.of(ChassisRole.DOWN)),
                    assignment.waits().chassisDown());
            record.measure(carries, Conditions.WHOLE, Conditions.carrying(after, assignment.group(), chassis.other()));
            record.measure(down, ChassisRole.DOWN.name(), Conditions.role(after, chassis));
        });
    }

    /** A log-in lands on the SMO as it is now, and so does what is sent now. */
    private void logInAnew() {
        GaiaSession before = session;
        before.close();
        session = means.address().logIn("chassis " + assignment.letter(chassis));
        onSgm = onSgm == before ? session : onSgm;
    }

    private void openAgainIfOver(StepRecord record) {
        if (session.isOver()) {
            session.close();
            session = means.address().logIn("chassis " + assignment.letter(chassis));
            record.note("The line had died; a new one was opened.");
        }
    }

    /** D */
    public void connectToSgm(StepId step, String title) {
        SgmId sgm = scope.sgms().first();
        steps.perform(step.toString(), title, List.of("member by its prompt"), record -> {
            if (console.isThere() && earlier.isEmpty()) {
                onSgm = console.logIn();
                record.note("This is its serial console, which outlives the reboot.");
            } else {
                session.goTo(sgm);
                onSgm = session;
            }
            record.measure("member by its prompt", sgm.toString(), onSgm.here().memberTold());
        });
    }

    /** E */
    public void goToGclish(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt", "member by its prompt"), record -> {
            onSgm.reach(Shell.GCLISH);
            record.measure("shell by its prompt", Shell.GCLISH, onSgm.here().shell());
            record.measure(
                    "member by its prompt",
                    scope.sgms().first().toString(),
                    onSgm.here().memberTold());
        });
    }

    /** F */
    public void install(StepId step, String title) {
        Stream<String> onEverySgm = scope.sgms().stream().map(sgm -> "installation on " + sgm);
        if (earlier.isPresent()) {
            steps.perform(step.toString(), title, onEverySgm.toList(), record -> recognise(record, earlier.get()));
            return;
        }
        if (!assignment.release().hasCpuse()) {
            steps.perform(step.toString(), title, PackageOnTheSmo.PROMISES, record -> installFromTheSmo(step, record));
            return;
        }
        List<String> promises =
                Stream.concat(Stream.of("questions answered"), onEverySgm).toList();
        steps.perform(step.toString(), title, promises, record -> {
            rememberBoots();
            installCutOff = new InstallOrder(means, invariants, scope).give(step, record, onSgm);
        });
    }

    private void rememberBoots() {
        bootsBefore = boots();
        means.history().record(new Fact.BootsSeen(means.history().now(), chassis.toString(), bootsBefore));
    }

    /** Without CPUSE the package lies on the SMO, and is installed from there on the SGMs that the line names. */
    private void installFromTheSmo(StepId step, StepRecord record) {
        logInAnew();
        PackageOnTheSmo file = new PackageOnTheSmo(assignment, means, session);
        file.bring(step, record);
        if (!file.measure(record)) {
            record.ifNot(
                    "The installation was not ordered: somebody changed %s there since it was sent. Find out who, and run the stage again."
                            .formatted(assignment.remotePath()));
            return;
        }
        rememberBoots();
        record.note("%s has no CPUSE for hotfixes of SGMs: it is ordered on %s, where the package is."
                .formatted(assignment.release(), session.here().memberTold()));
        installCutOff =
                new InstallOrder(means, invariants, scope).giveOnTheSmo(step, record, session, assignment.remotePath());
    }

    private void recognise(StepRecord record, Journal.Installation installation) {
        bootsBefore = installation.boots();
        record.note("'%s' was sent by run %s, and is not sent again."
                .formatted(installation.order().line(), installation.order().run()));
        proofs().forEach((sgm, proof) -> record.measure(
                "installation on " + sgm,
                "%s by every proof there is".formatted(assignment.take()),
                "%s by installer, %s by cpinfo".formatted(proof.byInstaller(), proof.byCpinfo()),
                proof.shows(assignment.take())));
    }

    private SortedMap<SgmId, Instant> boots() {
        return means.monitor().on(smo -> SgmTour.of(smo, scope.sgms(), onSgm -> Boot.read(onSgm, means.dialect())));
    }

    /** G */
    public void exitToExpert(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt"), record -> {
            openAgainIfOver(record);
            if (onSgm != session && !onSgm.isOver()) {
                onSgm.reach(Shell.EXPERT);
            }
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
            Reboots reboots = reboots();
            GroupStatus back = aftermath.effect(
                    installCutOff,
                    earlier.isPresent()
                            ? Conditions.isBack(assignment.group(), chassis)
                            : console.overheard(reboots.condition()),
                    status -> reboots.anySeen(),
                    assignment.waits().reboot());
            record.measure(
                    chassis.other() + " carries",
                    Conditions.WHOLE,
                    Conditions.carrying(back, assignment.group(), chassis.other()));
            boots().forEach((sgm, boot) -> {
                record.readFrom(
                        "boot of " + sgm, Deciding.of(sgm, means.dialect().say(Phrase.BOOT_TIME)));
                record.measure(
                        "boot of " + sgm,
                        "after " + bootsBefore.get(sgm),
                        boot.toString(),
                        boot.isAfter(bootsBefore.get(sgm)));
            });
            console.afterTheReboot(record);
        });
    }

    private Reboots reboots() {
        return new Reboots(
                assignment.group(),
                chassis,
                means.dialect().say(Phrase.RETURN_STATE),
                Set.copyOf(means.dialect().words(Phrase.UP_STATES)),
                this::bootedAnew);
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
            if (earlier.isPresent() && orders.comesUp(earlier.get())) {
                record.note("%s was set up already, so nothing was sent.".formatted(chassis));
                record.measure(answer, "not DOWN, or unanswered", "set up already", true);
                return;
            }
            openAgainIfOver(record);
            String state = orders.up(step, record, session);
            record.measure(answer, "not DOWN, or unanswered", state, !state.equalsIgnoreCase("state is DOWN"));
        });
    }

    /** J */
    public void waitUntilUp(StepId step, String title) {
        List<String> promises = List.of("role of " + chassis, "SGMs that are not UP", chassis.other() + " carries");
        steps.perform(step.toString(), title, promises, record -> {
            GroupStatus up = aftermath.effect(
                    orders.cutOff(),
                    Conditions.upAsStandby(assignment.group(), chassis),
                    status -> status.role(chassis)
                            .filter(role -> role != ChassisRole.DOWN)
                            .isPresent(),
                    assignment.waits().chassisUp());
            Deciding rows = Deciding.status(up.of(chassis));
            record.readFrom("role of " + chassis, rows);
            record.readFrom("SGMs that are not UP", rows);
            record.readFrom(chassis.other() + " carries", Deciding.status(up.of(chassis.other())));
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
        GroupProof proof = new GroupProof(assignment, means, steps);
        steps.perform(step.toString(), title, proof.promises(sgms), record -> proof.measure(record, sgms));
    }

    /** Logs out on the serial console, where this left it logged in. */
    public void leaveConsole() {
        console.leave();
    }

    @Override
    public void close() {
        console.close();
        if (session != null) {
            session.close();
        }
    }
}
