package io.bywash.procedure;

import io.bywash.cluster.Fit;
import io.bywash.cluster.SgmTour;
import io.bywash.cpuse.PackageStanding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.evidence.StepRecord;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Proves from the device what a stage needs, or refuses with what is missing and which stage supplies it. */
public final class Readiness {
    private static final String NEEDS = "what the part needs";

    private final Assignment assignment;
    private final Means means;
    private final Steps steps;
    private final List<Stage> selected;
    private final boolean confirmed;

    /**
     * @param selected the stages of the run, in order
     * @param confirmed whether acts may be sent at all; without it the run ends once it has said what it would do
     */
    public Readiness(Assignment assignment, Means means, Steps steps, List<Stage> selected, boolean confirmed) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
        this.selected = List.copyOf(selected);
        this.confirmed = confirmed;
    }

    /** Something that a stage needs, whether it is so, and the stage that makes it so. */
    private record Need(String what, boolean met, String seen, String supplier, Finding finding) {
        Need(String what, boolean met, String seen, String supplier) {
            this(what, met, seen, supplier, Finding.of(Remedy.ON_THE_GROUP, ""));
        }

        /** What an earlier part supplies. */
        Need(String what, boolean met, String seen, Stage supplier) {
            this(
                    what,
                    met,
                    seen,
                    "Supplied by %s.".formatted(supplier),
                    Finding.about(Remedy.EARLIER_PART, supplier.tag(), ""));
        }

        boolean isFrom(Stage stage) {
            return finding.remedy() == Remedy.EARLIER_PART && finding.subject().equals(stage.tag());
        }
    }

    /**
     * Proves that the group is ready for this stage.
     *
     * <p>When nothing of the stage is left to do, that is what is proven, and the steps of the stage are passed over.
     * When acts are not confirmed, the plan is told, and no further step is run.
     *
     * @throws Refused when something is missing
     */
    public void prove(Stage stage, String title) {
        Standing[] found = new Standing[1];
        boolean[] nothingLeft = new boolean[1];
        steps.perform("part " + stage.number(), title, List.of(NEEDS), record -> {
            refuseBesideAnotherRun(
                    means.monitor().patiently(() -> means.monitor().on(means.lease()::on)));
            boolean cameThrough = confirmed && awaitEarlierRuns(stage);
            Standing standing = Standing.read(assignment, means);
            found[0] = standing;
            nothingLeft[0] = !cameThrough && standing.isBehind(stage);
            refuseUnsettled(stage, nothingLeft[0]);
            if (nothingLeft[0]) {
                record.measure(NEEDS, "ready, or nothing left to do", behind(stage), true);
                return;
            }
            standing.leases().values().forEach(this::refuseBesideAnotherRun);
            judge(stage, record, cameThrough ? needsToGoOn(stage, standing) : needs(stage, standing));
            new Snapshots(assignment, means, steps).before(stage, standing);
            if (confirmed) {
                means.lease().take();
            }
        });
        if (nothingLeft[0]) {
            steps.passOver(
                    stage,
                    "%s was already done; %s. Nothing that changes anything was sent".formatted(stage, behind(stage)));
        } else if (!confirmed) {
            rehearse(stage, found[0]);
        }
    }

    /** While another run is at work, what its group is like is its affair: nothing else is told. */
    private void refuseBesideAnotherRun(String lease) {
        means.lease().foreign(List.of(lease)).ifPresent(another -> {
            throw means.lease().besides(another);
        });
    }

    /**
     * Waits for what earlier runs have under way.
     *
     * @return whether the installation of this stage was ordered by one of them and has come through
     */
    private boolean awaitEarlierRuns(Stage stage) {
        Aftermath aftermath = new Aftermath(assignment, means);
        if (stage == Stage.FAILOVER) {
            aftermath.tookEffect(
                    means.journal().last(means.chassisAdmin().downLine(assignment.chassisB())),
                    Conditions.downWhileTheOtherCarries(assignment.group(), assignment.chassisB()),
                    assignment.waits().settle());
        }
        return stage.installs(assignment.chassisA())
                .flatMap(chassis -> means.journal()
                        .unfinishedInstallation(chassis)
                        .map(installation -> aftermath.cameThrough(chassis, installation)))
                .orElse(false);
    }

    /**
     * What an earlier run found after a part that is not done again is not forgotten: the device proves that the part was
     * done, and says nothing of what else it changed.
     */
    private void refuseUnsettled(Stage stage, boolean passedOver) {
        for (Stage part : Stage.values()) {
            boolean doneAgain = part == stage && !passedOver;
            if (part.compareTo(stage) <= 0 && !doneAgain && !comparedHere(part)) {
                means.journal().unsettled(part.comparison()).ifPresent(run -> {
                    throw new Refused(
                            "nothing changed by %s but what it changes".formatted(part),
                            """
                            %s cannot begin, so nothing was sent: run %s found after %s that the Security Group is not as it \
                            may be, or could not tell.""".formatted(stage, run, part),
                            Finding.about(
                                    Remedy.AFRESH,
                                    run,
                                    "Look at what it says there, and put it right where it is not meant."));
                });
            }
        }
    }

    private boolean comparedHere(Stage part) {
        return means.history().facts().stream()
                .anyMatch(fact -> fact instanceof Fact.StepFinished step
                        && step.id().equals(part.comparison())
                        && step.outcome() == Outcome.PASSED);
    }

    private void judge(Stage stage, StepRecord record, List<Need> needs) {
        List<Need> missing = needs.stream().filter(need -> !need.met()).toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    "",
                    "%s cannot begin, so nothing was sent. Missing:%n%s"
                            .formatted(
                                    stage,
                                    missing.stream()
                                            .map(need -> "  - %s; seen: %s. %s"
                                                    .formatted(need.what(), need.seen(), need.supplier()))
                                            .collect(Collectors.joining("\n"))),
                    finding(missing));
        }
        record.measure(NEEDS, "all met", needs.stream().map(Need::what).collect(Collectors.joining("; ")), true);
    }

    /** The earliest part that supplies something; where none does, what the first need says. */
    private static Finding finding(List<Need> missing) {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> missing.stream().filter(need -> need.isFrom(stage)))
                .findFirst()
                .orElse(missing.get(0))
                .finding();
    }

    /** What is needed once the installation of this stage has come through. */
    private List<Need> needsToGoOn(Stage stage, Standing standing) {
        ChassisId chassis = stage.installs(assignment.chassisA()).orElseThrow();
        List<Need> needs = general(standing);
        needs.add(carrying(
                standing, chassis.other(), "Set it right by hand first; %s stays as it is.".formatted(chassis)));
        return needs;
    }

    private List<Need> general(Standing standing) {
        List<Need> needs = new ArrayList<>();
        if (assignment.file().jumbo()) {
            needs.add(new Need(
                    "the First Time Configuration Wizard was run on every SGM",
                    standing.withoutWizard().isEmpty(),
                    "not on " + standing.withoutWizard(),
                    "Run it there first; a Jumbo Hotfix Accumulator goes onto no SGM without it."));
        }
        needs.add(new Need(
                "no SGM skips the audit questions",
                standing.withoutBrake().isEmpty(),
                "/etc/.asg_auto_confirm exists on " + standing.withoutBrake(),
                "The device would act without asking: find out who made the file, and remove it on every SGM."));
        return needs;
    }

    private List<Need> needs(Stage stage, Standing standing) {
        ChassisId chassisA = assignment.chassisA();
        ChassisId chassisB = assignment.chassisB();
        List<Need> needs = general(standing);
        if (stage.number() < Stage.FAILOVER.number()) {
            needs.add(carrying(standing, chassisB, rolesByHand(standing)));
        }
        if (stage == Stage.PRELIMINARY) {
            needs.add(standby(standing, chassisA, rolesByHand(standing)));
        }
        if (stage == Stage.IMAGE_CLONING) {
            needs.add(standbyOrDown(standing, chassisA));
        }
        if (stage != Stage.PRELIMINARY) {
            needs.add(new Need(
                    "the package is imported on every SGM",
                    standing.withoutPackage().isEmpty(),
                    "not on " + standing.withoutPackage(),
                    Stage.PRELIMINARY));
        }
        if (stage.number() > Stage.IMAGE_CLONING.number()) {
            needs.add(new Need(
                    "image cloning is off on every SGM",
                    standing.cloningNotOff().isEmpty(),
                    standing.cloning().toString(),
                    Stage.IMAGE_CLONING));
        }
        stage.installs(chassisA).ifPresent(chassis -> needs.add(notBegun(standing, chassis)));
        if (stage == Stage.CHASSIS_A) {
            needs.add(new Need(
                    "no SGM of %s has the hotfix yet".formatted(chassisA),
                    standing.hasNone(chassisA),
                    standing.told(chassisA),
                    finishByHand(standing, stage, chassisA)));
            needs.add(standbyOrDown(standing, chassisA));
        }
        if (stage == Stage.FAILOVER || stage == Stage.CHASSIS_B) {
            needs.add(new Need(
                    "every SGM of %s has %s".formatted(chassisA, assignment.take()),
                    standing.has(chassisA),
                    standing.told(chassisA),
                    Stage.CHASSIS_A));
        }
        if (stage == Stage.FAILOVER) {
            needs.add(standby(standing, chassisA, Stage.CHASSIS_A));
            needs.add(
                    carrying(
                            standing,
                            chassisB,
                            "Find out why first (cphaprob stat on its SGMs): what the device keeps in service is not set down."));
            needs.add(new Need(
                    "the policy is installed",
                    standing.status().policy().isPresent(),
                    "the status screen shows no policy date",
                    "Install the policy before the fail-over."));
            needs.add(new Need(
                    "the chassis are synchronised",
                    standing.status().synchronised().orElse(false),
                    standing.status().synchronised().map(on -> "off").orElse("the status screen does not say"),
                    "Switch the synchronisation on before the fail-over, or connections are lost."));
            TakeOver.readWith(means.dialect()).forEach(check -> needs.add(canTakeOver(check)));
        }
        if (stage == Stage.CHASSIS_B) {
            needs.add(carrying(standing, chassisA, Stage.FAILOVER));
            needs.add(standbyOrDown(standing, chassisB));
            needs.add(new Need(
                    "no SGM of %s has the hotfix yet".formatted(chassisB),
                    standing.hasNone(chassisB),
                    standing.told(chassisB),
                    finishByHand(standing, stage, chassisB)));
        }
        return needs;
    }

    private Need canTakeOver(TakeOver check) {
        String lacking = Fit.told(check.read(means, assignment.group()));
        return new Need(check.what(), lacking.isEmpty(), lacking, check.remedy(means.dialect()));
    }

    /** Whoever ordered it: the history of the run that did may be kept elsewhere, or be lost. */
    private Need notBegun(Standing standing, ChassisId chassis) {
        SortedMap<SgmId, PackageStanding> found = assignment.release().hasCpuse()
                ? means.monitor()
                        .on(smo -> SgmTour.of(smo, standing.withPackageOf(chassis), means.installer()::standing))
                : new TreeMap<>();
        boolean underWay = found.containsValue(PackageStanding.UNDER_WAY);
        return new Need(
                "no installation is under way on an SGM of " + chassis,
                !underWay,
                found.toString(),
                "Wait until no SGM of %s installs any more and all are back ('show installer package %s' on each, and 'asg stat -v'); then give the same command again, which reads how far they have come."
                        .formatted(chassis, assignment.file().name()));
    }

    private String rolesByHand(Standing standing) {
        boolean swapped = standing.is(assignment.chassisA(), ChassisRole.ACTIVE)
                && standing.is(assignment.chassisB(), ChassisRole.STANDBY);
        return swapped
                ? "The roles are the other way round: if that is meant, exchange 'standbyChassis' and 'activeChassis' in the target file."
                : "Set the group right by hand first.";
    }

    /** The way on from an installation that an earlier run began and did not see the end of. */
    private String finishByHand(Standing standing, Stage stage, ChassisId chassis) {
        Optional<Journal.Installation> ordered = means.journal().unfinishedInstallation(chassis);
        if (!confirmed && ordered.isPresent()) {
            return "Run %s ordered it. With -Dbywash.confirm=%s the same command goes on from there."
                    .formatted(ordered.get().order().run(), assignment.group().name());
        }
        if (standing.has(chassis)) {
            return """
                    An earlier run installed it and did not see the end. When 'asg stat -v' shows every SGM of %s back, set \
                    the chassis up by hand: %s. Then run this stage again: it proves the hotfix and sends nothing.""".formatted(chassis, means.chassisAdmin().upLine(chassis));
        }
        return """
                The chassis is half-way. If an installation is under way, wait until every SGM is back (asg stat -v) and look \
                again; if not, finish it or take it back by hand on the SGMs that differ.""";
    }

    private Need carrying(Standing standing, ChassisId chassis, String supplier) {
        return new Need(
                "%s is ACTIVE with every SGM UP".formatted(chassis),
                standing.carries(chassis),
                Conditions.notCarrying(standing.status(), assignment.group(), chassis),
                supplier);
    }

    private Need standby(Standing standing, ChassisId chassis, String supplier) {
        return new Need(
                "%s is STANDBY with every SGM UP".formatted(chassis),
                standing.is(chassis, ChassisRole.STANDBY) && standing.allUp(chassis),
                standing.status().toString(),
                supplier);
    }

    private Need carrying(Standing standing, ChassisId chassis, Stage supplier) {
        Need need = carrying(standing, chassis, "");
        return new Need(need.what(), need.met(), need.seen(), supplier);
    }

    private Need standby(Standing standing, ChassisId chassis, Stage supplier) {
        Need need = standby(standing, chassis, "");
        return new Need(need.what(), need.met(), need.seen(), supplier);
    }

    private Need standbyOrDown(Standing standing, ChassisId chassis) {
        return new Need(
                "%s is STANDBY with every SGM UP, or already DOWN".formatted(chassis),
                standing.is(chassis, ChassisRole.STANDBY) && standing.allUp(chassis)
                        || standing.is(chassis, ChassisRole.DOWN),
                standing.status().toString(),
                rolesByHand(standing));
    }

    private String behind(Stage stage) {
        return "nothing left to do: %s"
                .formatted(
                        switch (stage) {
                            case PRELIMINARY, IMAGE_CLONING -> "the hotfix is already installed on a chassis";
                            case CHASSIS_A ->
                                "every SGM of %s has %s and is UP".formatted(assignment.chassisA(), assignment.take());
                            case FAILOVER ->
                                "%s carries and has %s".formatted(assignment.chassisA(), assignment.take());
                            case CHASSIS_B ->
                                "every SGM of both chassis has %s, %s is ACTIVE and %s is STANDBY"
                                        .formatted(assignment.take(), assignment.chassisA(), assignment.chassisB());
                        });
    }

    private void rehearse(Stage stage, Standing standing) {
        Plan plan = new Plan(assignment, means);
        selected.stream()
                .filter(later -> later.compareTo(stage) >= 0 && !standing.isBehind(later))
                .flatMap(later -> plan.of(later).stream())
                .forEach(line -> means.history().note("would send: " + line));
        steps.endRehearsal("this was a rehearsal: nothing was changed");
    }
}
