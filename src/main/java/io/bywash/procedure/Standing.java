package io.bywash.procedure;

import io.bywash.cluster.Everywhere;
import io.bywash.cluster.SgmFiles;
import io.bywash.cluster.SgmTour;
import io.bywash.cluster.SoftwareVersion;
import io.bywash.cpuse.PackageList;
import io.bywash.cpuse.Proof;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How far the Security Group has come in the procedure, read from the device alone.
 *
 * @param status states and roles
 * @param proofs what each SGM says of the installed hotfix
 * @param files the marker files of each SGM that the procedure depends on
 * @param lists the imported packages of each member that told them
 * @param imported the members that have the package in their list; all of them where nothing is imported
 * @param cloning what each member says of image cloning
 * @param leases the sign on each SGM that a run is at work there; empty for none
 */
record Standing(
        Assignment assignment,
        GroupStatus status,
        SortedMap<SgmId, Proof> proofs,
        SortedMap<SgmId, SgmFiles> files,
        Map<SgmId, List<PackageList.Entry>> lists,
        List<SgmId> imported,
        Map<SgmId, String> cloning,
        List<SgmId> cloningNotOff,
        SortedMap<SgmId, String> leases) {
    static Standing read(Assignment assignment, Means means) {
        GroupStatus status = means.monitor().lookPatiently();
        refuseUnknownWords(status);
        refuseAnotherInventory(assignment, status);
        refuseWhileAway(assignment, status);
        refuseAnotherRelease(assignment, means);
        SortedMap<SgmId, SgmFiles> files = new TreeMap<>();
        SortedMap<SgmId, String> leases = new TreeMap<>();
        SortedMap<SgmId, Proof> proofs = means.monitor()
                .on(session -> SgmTour.of(session, assignment.group().sgms(), onSgm -> {
                    leases.put(
                            onSgm.here().member().orElseThrow(), means.lease().on(onSgm));
                    files.put(onSgm.here().member().orElseThrow(), SgmFiles.read(onSgm));
                    return Proof.read(onSgm, means.dialect());
                }));
        Map<SgmId, List<PackageList.Entry>> lists = assignment.release().hasCpuse()
                ? means.monitor()
                        .on(session -> Everywhere.read(session, assignment.group(), means.installer()::imported))
                : Map.of();
        Map<SgmId, String> cloning =
                means.monitor().on(session -> means.cloning().read(session, assignment.group()));
        List<SgmId> imported = assignment.group().sgms().stream()
                .filter(sgm ->
                        !assignment.release().hasCpuse() || means.installer().among(lists.getOrDefault(sgm, List.of())))
                .toList();
        means.history().record(table(means, status, proofs));
        return new Standing(
                assignment,
                status,
                proofs,
                files,
                lists,
                imported,
                cloning,
                means.cloning().notOff(cloning),
                leases);
    }

    private static Fact.TableKept table(Means means, GroupStatus status, SortedMap<SgmId, Proof> proofs) {
        List<List<String>> rows = new ArrayList<>();
        proofs.forEach((sgm, proof) -> rows.add(
                List.of(sgm.toString(), status.sgms().get(sgm).word(), proof.byInstaller(), proof.byCpinfo())));
        return new Fact.TableKept(
                means.history().now(),
                "Where the Security Group stands",
                List.of("SGM", "state", "by installer", "by cpinfo"),
                rows);
    }

    /** What each SGM of the chassis says of the hotfix, in words. */
    String told(ChassisId chassis) {
        return String.join(
                ", ",
                assignment.group().sgmsOf(chassis).stream()
                        .map(sgm -> "%s %s by installer, %s by cpinfo"
                                .formatted(
                                        sgm,
                                        proofs.get(sgm).byInstaller(),
                                        proofs.get(sgm).byCpinfo()))
                        .toList());
    }

    boolean has(ChassisId chassis) {
        return assignment.group().sgmsOf(chassis).stream()
                .allMatch(sgm -> proofs.get(sgm).shows(assignment.take()));
    }

    boolean hasNone(ChassisId chassis) {
        return assignment.group().sgmsOf(chassis).stream()
                .noneMatch(sgm -> proofs.get(sgm).mentions(assignment.take()));
    }

    boolean allUp(ChassisId chassis) {
        return status.strays(assignment.group().sgmsOf(chassis), SgmState.UP).isEmpty();
    }

    boolean is(ChassisId chassis, ChassisRole role) {
        return status.role(chassis).equals(Optional.of(role));
    }

    boolean carries(ChassisId chassis) {
        return Conditions.notCarrying(status, assignment.group(), chassis).isEmpty();
    }

    /** The SGMs of a chassis that have the package in their list, and so can be asked how far they are with it. */
    List<SgmId> withPackageOf(ChassisId chassis) {
        return imported.stream().filter(sgm -> sgm.chassis() == chassis).toList();
    }

    /** The members that neither have the package in their list nor have it installed. */
    List<SgmId> withoutPackage() {
        return assignment.group().sgms().stream()
                .filter(sgm -> !imported.contains(sgm) && !proofs.get(sgm).shows(assignment.take()))
                .toList();
    }

    /** The SGMs where the First Time Configuration Wizard was not run. */
    List<SgmId> withoutWizard() {
        return those(found -> !found.wizardDone());
    }

    /** The SGMs that answer audit questions by themselves. */
    List<SgmId> withoutBrake() {
        return those(SgmFiles::answersByItself);
    }

    private List<SgmId> those(Predicate<SgmFiles> which) {
        return files.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void refuseUnknownWords(GroupStatus status) {
        if (!status.unknown().isEmpty()) {
            throw new NotProven(
                    "every SGM in a state whose word is known",
                    "The status shows words that are not known here: %s. Nothing was sent.".formatted(status.unknown()),
                    Finding.of(
                                    Remedy.ON_THE_GROUP,
                                    "Look at these SGMs by hand; a word by which an SGM of this release carries belongs under 'upStates' of 'dialect' in the target file.")
                            .with(List.of(Deciding.status(status.unknown()))));
        }
    }

    private static void refuseAnotherInventory(Assignment assignment, GroupStatus status) {
        SortedSet<SgmId> named = assignment.group().sgms();
        List<SgmId> surplus = status.sgms().keySet().stream()
                .filter(sgm -> !named.contains(sgm))
                .toList();
        List<SgmId> missing =
                named.stream().filter(sgm -> !status.sgms().containsKey(sgm)).toList();
        if (!surplus.isEmpty() || !missing.isEmpty()) {
            throw new Refused(
                    "the SGMs %s, and no others".formatted(named),
                    """
                    The Security Group %s is not the one that was described, so nothing was sent. On the device and not \
                    described: %s. Described and not on the device: %s.""".formatted(assignment.group().name(), surplus, missing),
                    Finding.of(
                            Remedy.ON_OUR_SIDE,
                            "Correct 'sgms' in the target file, or 'address', if this is another group."));
        }
    }

    /** An SGM that is away or just starting can prove nothing, and it may be on its way back from an installation. */
    private static void refuseWhileAway(Assignment assignment, GroupStatus status) {
        List<SgmStatus> away = status.sgms().values().stream()
                .filter(sgm -> sgm.state() == SgmState.ABSENT || sgm.state() == SgmState.STARTING)
                .toList();
        if (!away.isEmpty()) {
            throw new Refused(
                    "every SGM there, and none starting",
                    """
                    The Security Group %s is not whole, so nothing was sent: %s.""".formatted(assignment.group().name(), away),
                    Finding.of(
                                    Remedy.ON_THE_GROUP,
                                    "If an installation or a reboot is under way, wait until they are back (asg stat -v); if not, look at them on their consoles.")
                            .with(List.of(Deciding.status(away))));
        }
    }

    private static void refuseAnotherRelease(Assignment assignment, Means means) {
        String release = means.monitor().on(session -> SoftwareVersion.read(session, means.dialect()));
        if (!assignment.release().isToldAs(release)) {
            throw new Refused(
                    "release " + assignment.release(),
                    """
                    The Security Group %s runs %s, and %s was described, so nothing was sent.""".formatted(assignment.group().name(), release, assignment.release()),
                    Finding.of(
                            Remedy.ON_OUR_SIDE,
                            "Correct 'release' in the target file: the wording that is typed and waited for depends on it."));
        }
    }

    /** Whether nothing of this stage is left to do. */
    boolean isBehind(Stage stage) {
        ChassisId chassisA = assignment.chassisA();
        ChassisId chassisB = assignment.chassisB();
        return switch (stage) {
            case PRELIMINARY -> has(chassisA) || has(chassisB);
            case IMAGE_CLONING -> false;
            case CHASSIS_A -> has(chassisA) && allUp(chassisA) && !is(chassisA, ChassisRole.DOWN);
            case FAILOVER -> has(chassisA) && carries(chassisA);
            case CHASSIS_B ->
                has(chassisA)
                        && carries(chassisA)
                        && has(chassisB)
                        && allUp(chassisB)
                        && is(chassisB, ChassisRole.STANDBY);
        };
    }
}
