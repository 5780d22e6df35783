package io.bywash.procedure;

import io.bywash.cluster.Fit;
import io.bywash.cluster.SgmFiles;
import io.bywash.cluster.SgmTour;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Safeguard;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What must be true right before something is sent to a group (REFERENCE 6); each reads the device anew. */
final class Invariants {
    private final Assignment assignment;
    private final Means means;

    Invariants(Assignment assignment, Means means) {
        this.assignment = assignment;
        this.means = means;
    }

    /** For what is sent to a chassis: this one is in one of the roles, and the other one carries. */
    Safeguard whileTheOtherCarries(ChassisId chassis, Set<ChassisRole> roles, String act) {
        return safeguard(act, () -> {}, () -> {
            GroupStatus status = theOtherCarries(chassis, act);
            refuseAnotherRole(status, chassis, roles, act);
            refuseUnsafeConnections(status, act);
        });
    }

    /** For the order to install on a chassis that is DOWN: nothing is begun on its SGMs either, whoever ordered it. */
    Safeguard notBegunWhileTheOtherCarries(ChassisId chassis, String act) {
        Safeguard carries = whileTheOtherCarries(chassis, Set.of(ChassisRole.DOWN), act);
        return new Safeguard() {
            @Override
            public void examine() {
                carries.examine();
                nothingIsBegun(chassis, act);
            }

            @Override
            public void look() {
                carries.look();
            }
        };
    }

    /**
     * For setting the Active chassis down: the other one is Standby with every SGM UP, and every SGM of both says that it can
     * take over.
     */
    Safeguard theOtherCanTakeOver(ChassisId active, String act) {
        return safeguard(act, () -> everySgmCanTakeOver(act), () -> {
            GroupStatus status = canTakeOver(active.other(), act);
            refuseUnlessCarrying(status, active, act);
            refuseUnsafeConnections(status, act);
        });
    }

    /** For what concerns the whole group and stops no traffic: one chassis carries with every SGM. */
    Safeguard oneCarries(String act) {
        return new Safeguard() {
            @Override
            public void examine() {
                leaseIsOurs(act);
            }

            @Override
            public void look() {
                GroupStatus status = means.monitor().lookPatiently();
                boolean held = Arrays.stream(ChassisId.values())
                        .anyMatch(chassis -> Conditions.notCarrying(status, assignment.group(), chassis)
                                .isEmpty());
                hold("one chassis carries with every SGM", status, held, () -> """
                        '%s' was not sent: no chassis carries with every SGM. The whole status: %s. Set the group right first, \
                        then run the stage again.""".formatted(act, status));
            }
        };
    }

    /** For what changes a file of our own and touches no traffic: the lease of this run is still on the SGMs. */
    Safeguard leaseIsHeld(String act) {
        return new Safeguard() {
            @Override
            public void examine() {
                leaseIsOurs(act);
            }

            @Override
            public void look() {}
        };
    }

    private Safeguard safeguard(String act, Runnable last, Runnable look) {
        return new Safeguard() {
            @Override
            public void examine() {
                cloningIsOff(act);
                everySgmAllows(act);
                last.run();
            }

            @Override
            public void look() {
                look.run();
            }
        };
    }

    /** While this chassis is worked on, the other one is ACTIVE with every SGM UP. */
    GroupStatus theOtherCarries(ChassisId chassis, String act) {
        GroupStatus status = means.monitor().lookPatiently();
        String missing = Conditions.notCarrying(status, assignment.group(), chassis.other());
        hold(
                "%s carries with every SGM".formatted(chassis.other()),
                status,
                missing.isEmpty(),
                () -> """
                        '%s' was not sent: while %s is worked on, %s has to carry with every SGM, and it does not: %s. The \
                        whole status: %s.""".formatted(act, chassis, chassis.other(), missing, status),
                () -> Finding.of(Remedy.ON_THE_GROUP, "Set %s right first.".formatted(chassis.other()))
                        .with(rows(status, chassis.other())));
        return status;
    }

    /** A chassis that does not carry with every SGM may be kept in service by the device itself. */
    private void refuseUnlessCarrying(GroupStatus status, ChassisId active, String act) {
        String missing = Conditions.notCarrying(status, assignment.group(), active);
        hold(
                "%s carries with every SGM".formatted(active),
                status,
                missing.isEmpty(),
                () -> """
                        '%s' was not sent: %s has to carry with every SGM until it is set down, and it does not: %s. The whole \
                        status: %s.""".formatted(act, active, missing, status),
                () -> Finding.of(Remedy.ON_THE_GROUP, "Find out what is wrong with it first.")
                        .with(rows(status, active)));
    }

    private GroupStatus canTakeOver(ChassisId chassis, String act) {
        GroupStatus status = means.monitor().lookPatiently();
        boolean ready = status.role(chassis).equals(Optional.of(ChassisRole.STANDBY))
                && status.strays(assignment.group().sgmsOf(chassis), SgmState.UP)
                        .isEmpty();
        hold(
                "%s is STANDBY with every SGM UP".formatted(chassis),
                status,
                ready,
                () ->
                        "'%s' was not sent: %s has to be STANDBY with every SGM UP to take over, and it is not. The whole status: %s."
                                .formatted(act, chassis, status),
                () -> Finding.of(Remedy.ON_THE_GROUP, "Find out what is wrong with it first.")
                        .with(rows(status, chassis)));
        return status;
    }

    private List<Deciding> rows(GroupStatus status, ChassisId chassis) {
        List<SgmStatus> strays = status.straying(assignment.group().sgmsOf(chassis), SgmState.UP);
        return strays.isEmpty() ? List.of() : List.of(Deciding.status(strays));
    }

    private void refuseAnotherRole(GroupStatus status, ChassisId chassis, Set<ChassisRole> roles, String act) {
        hold(
                "%s is %s".formatted(chassis, told(roles)),
                Conditions.role(status, chassis),
                status.role(chassis).filter(roles::contains).isPresent(),
                () -> "'%s' was not sent: %s has to be %s before, and it is %s. The whole status: %s."
                        .formatted(act, chassis, told(roles), Conditions.role(status, chassis), status));
    }

    private static String told(Set<ChassisRole> roles) {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(" or "));
    }

    private void refuseUnsafeConnections(GroupStatus status, String act) {
        String policy = status.policy().orElse("not shown");
        String synchronisation =
                status.synchronised().map(on -> on ? "on" : "off").orElse("not shown");
        hold(
                "the policy is installed and the synchronisation is on",
                "policy %s, synchronisation %s".formatted(policy, synchronisation),
                status.policy().isPresent() && status.synchronised().orElse(false),
                () -> """
                        '%s' was not sent: the policy has to be installed and the synchronisation on, or connections are lost. \
                        Policy: %s; synchronisation: %s. The whole status: %s. Set that right first, then run the stage again.""".formatted(act, policy, synchronisation, status));
    }

    /** Image cloning is off on every SGM, those that are down included. */
    private void cloningIsOff(String act) {
        Map<SgmId, String> states =
                means.monitor().on(session -> means.cloning().read(session, assignment.group()));
        List<SgmId> wrong = means.cloning().notOff(states);
        hold(
                "image cloning is off on every SGM",
                states,
                wrong.isEmpty(),
                () -> """
                '%s' was not sent: image cloning has to be off on every SGM, or the reboot takes the hotfix away again. \
                %s say otherwise: %s.""".formatted(act, wrong, states),
                () -> Finding.about(Remedy.EARLIER_PART, Stage.IMAGE_CLONING.tag(), ""));
    }

    /** An SGM that does not answer has no part in what the act changes, and cannot be asked. */
    private void leaseIsOurs(String act) {
        SortedMap<SgmId, Optional<String>> leases = means.monitor()
                .on(smo -> SgmTour.of(
                        smo,
                        assignment.group().sgms(),
                        onSgm -> Optional.of(means.lease().on(onSgm)),
                        Optional.empty()));
        SortedMap<SgmId, String> found = new TreeMap<>();
        leases.forEach((sgm, lease) -> lease.ifPresent(text -> found.put(sgm, text)));
        holdLease(found, act);
    }

    private void everySgmAllows(String act) {
        SortedMap<SgmId, String> leases = new TreeMap<>();
        SortedMap<SgmId, SgmFiles> files = means.monitor()
                .on(smo -> SgmTour.of(smo, assignment.group().sgms(), onSgm -> {
                    leases.put(
                            onSgm.here().member().orElseThrow(), means.lease().on(onSgm));
                    return SgmFiles.read(onSgm);
                }));
        holdLease(leases, act);
        holdQuestions(files, act);
    }

    private void holdLease(SortedMap<SgmId, String> leases, String act) {
        SortedMap<SgmId, String> others = means.lease().notOurs(leases);
        hold(
                "the lease of this run is on every SGM",
                others.isEmpty() ? "on " + leases.keySet() : others,
                others.isEmpty(),
                () -> """
                '%s' was not sent: the lease of this run is not on the SGMs any more; there is: %s. Another run, or a person, \
                has taken the Security Group over, so this run sends nothing more. Find out what is at work on it; when nothing \
                is, run the stage again.""".formatted(act, others));
    }

    private void nothingIsBegun(ChassisId chassis, String act) {
        SortedMap<SgmId, PackageOnSgm> found =
                PackageOnSgm.readAll(assignment.group().sgmsOf(chassis), assignment, means);
        boolean none = found.values().stream().allMatch(sgm -> sgm.isNotBegun(assignment.take()));
        hold("no installation is begun on an SGM of " + chassis, found, none, () -> """
                '%s' was not sent: an installation is begun or done on an SGM of %s, and was not ordered by this run: %s. %s \
                carries. Wait until no SGM of %s installs any more and all are back ('show installer package %s' on each, and \
                'asg stat -v'), then run the stage again.""".formatted(
                act, chassis, found, chassis.other(), chassis, assignment.file().name()));
    }

    private void holdQuestions(SortedMap<SgmId, SgmFiles> files, String act) {
        List<SgmId> skipping = files.entrySet().stream()
                .filter(found -> found.getValue().answersByItself())
                .map(Map.Entry::getKey)
                .toList();
        hold("no SGM skips the audit questions", "skipped on " + skipping, skipping.isEmpty(), () ->
                """
                '%s' was not sent: /etc/.asg_auto_confirm exists on %s, so the device would not ask before it acts. Find \
                out who made it, remove it on every member, and run the stage again.""".formatted(act, skipping));
    }

    private void everySgmCanTakeOver(String act) {
        for (TakeOver check : TakeOver.readWith(means.dialect())) {
            SortedMap<SgmId, Fit> told = check.read(means, assignment.group());
            String lacking = Fit.told(told);
            hold(
                    check.what(),
                    lacking.isEmpty() ? "so on all " + told.size() : lacking,
                    lacking.isEmpty(),
                    () -> """
                            '%s' was not sent: it moves the traffic, so it has to be that %s, and it is not. %s. Both chassis \
                            stay as they are.""".formatted(act, check.what(), lacking),
                    () -> Finding.of(Remedy.ON_THE_GROUP, check.remedy(means.dialect())));
        }
    }

    /** Writes down whether something holds, and refuses to go on when it does not. */
    private void hold(String what, Object seen, boolean held, Supplier<String> otherwise) {
        hold(what, seen, held, otherwise, () -> Finding.of(Remedy.ON_THE_GROUP, ""));
    }

    private void hold(String what, Object seen, boolean held, Supplier<String> otherwise, Supplier<Finding> finding) {
        means.history().record(new Fact.InvariantExamined(means.history().now(), what, seen.toString(), held));
        if (!held) {
            throw new Refused(what, otherwise.get(), finding.get());
        }
    }
}
