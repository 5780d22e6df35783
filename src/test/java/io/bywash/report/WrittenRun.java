package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.RunDirectory;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run of part 3 that is written down fact by fact, as a real one is. */
final class WrittenRun {
    static final Instant START = Instant.parse("2026-03-01T22:15:04Z");
    static final String PART = "the Security Group is ready for part 3";
    static final List<String> PART_3 = List.of(PART, "[3.A] I connect", "[3.F] I install", "[3.K] it is proven");
    static final List<String> PART_4 = List.of("[4.C] I fail over");

    private final SecurityGroup group;
    private final List<Fact> facts = new ArrayList<>();
    private String operator = "Ada Operator";
    private String reason = "Maintenance";
    private String ticket = "CHG-1042";
    private String ticketLink = "";
    private Fact.TargetKind kind = Fact.TargetKind.REAL;
    private double pace = 1;
    private String release = "R81.10";
    private int number = 1;
    private List<String> about = List.of();
    private SortedMap<String, String> options = new TreeMap<>(Map.of("bywash.confirm", "north-gate"));
    private List<Fact.PlannedFeature> planned = List.of(
            planned("@chassisA", "3. Install on Chassis A", PART_3), planned("@failover", "4. Fail over", PART_4));

    WrittenRun(int onEachChassis) {
        this.group = SecurityGroup.dual("north-gate", onEachChassis, onEachChassis);
    }

    static Fact.PlannedFeature planned(String tag, String name, List<String> steps) {
        return new Fact.PlannedFeature(
                tag + ".feature", tag, name, "", List.of(new Fact.PlannedScenario("scenario", steps)));
    }

    WrittenRun release(String other) {
        release = other;
        return this;
    }

    WrittenRun operator(String name, String why) {
        operator = name;
        reason = why;
        return this;
    }

    WrittenRun ticket(String number, String link) {
        ticket = number;
        ticketLink = link;
        return this;
    }

    WrittenRun simulated(double atPace) {
        kind = Fact.TargetKind.SIMULATED;
        pace = atPace;
        return this;
    }

    WrittenRun number(int ofRun) {
        number = ofRun;
        return this;
    }

    WrittenRun about(String... lines) {
        about = List.of(lines);
        return this;
    }

    WrittenRun option(String name, String value) {
        options.put(name, value);
        return this;
    }

    WrittenRun plan(List<Fact.PlannedFeature> features) {
        planned = features;
        return this;
    }

    WrittenRun fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    WrittenRun begins(String id, String title) {
        return fact(new Fact.StepStarted(START, id, title));
    }

    WrittenRun ends(String id, String title, Outcome outcome, Duration took, Measurement... measured) {
        return fact(new Fact.StepFinished(
                START,
                id,
                title,
                outcome,
                List.of(measured),
                List.of(),
                outcome == Outcome.PASSED ? "" : "it went wrong",
                took));
    }

    WrittenRun passes(String id, String title) {
        return begins(id, title).ends(id, title, Outcome.PASSED, Duration.ofMinutes(4));
    }

    /** All steps of part 3, each in four minutes. */
    WrittenRun passesPart3() {
        return passes("part 3", PART)
                .passes("3.A", PART_3.get(1))
                .passes("3.F", PART_3.get(2))
                .passes("3.K", PART_3.get(3));
    }

    /** A look at which chassis2 carries, or nobody does. */
    WrittenRun look(boolean carried) {
        SortedMap<SgmId, SgmStatus> sgms = group.sgms().stream()
                .collect(Collectors.toMap(
                        sgm -> sgm,
                        sgm -> new SgmStatus(sgm, SgmState.UP, "ACTIVE"),
                        (one, other) -> one,
                        TreeMap::new));
        Map<ChassisId, ChassisRole> roles = Map.of(
                ChassisId.CHASSIS1,
                ChassisRole.STANDBY,
                ChassisId.CHASSIS2,
                carried ? ChassisRole.ACTIVE : ChassisRole.DOWN);
        return fact(new Fact.StatusSeen(
                START, new GroupStatus(START, roles, sgms, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /** What every SGM of a chassis says of its take. */
    WrittenRun takes(ChassisId chassis, String byInstaller, String byCpinfo) {
        return fact(new Fact.TableKept(
                START,
                "a table",
                List.of("SGM", "state", "by installer", "by cpinfo"),
                group.sgmsOf(chassis).stream()
                        .map(sgm -> List.of(sgm.toString(), "ACTIVE", byInstaller, byCpinfo))
                        .toList()));
    }

    WrittenRun ordersInstallation(ChassisId chassis, Fact.ActEnd end) {
        String line = "installer install 1 on " + chassis;
        return fact(new Fact.ActIntended(START, "3.F", line, "install", chassis.toString()))
                .fact(new Fact.ActEnded(START, "3.F", line, end, "prompt"));
    }

    WrittenRun finishes(Outcome outcome, Fact.Rule... rules) {
        return fact(new Fact.RunFinished(
                START.plusSeconds(600),
                outcome,
                outcome.name(),
                "",
                List.of(rules),
                Duration.ofMinutes(9),
                Duration.ofMinutes(1)));
    }

    /** Its directory, below that of all runs. */
    Path in(Path reports) {
        RunDirectory run = RunDirectory.create(reports, START.plusSeconds(number), "north-gate", "chassisA");
        run.accept(started());
        run.accept(new Fact.Planned(START, planned));
        facts.forEach(run);
        run.close();
        return run.path();
    }

    HistoryFile read(Path reports) {
        return HistoryFile.read(in(reports));
    }

    Fact.RunStarted started() {
        return new Fact.RunStarted(
                START,
                kind,
                "north-gate",
                number,
                List.of("@chassisA"),
                new Fact.Gear(
                        "192.0.2.10:22",
                        release,
                        "Security Gateway",
                        group.sgms().stream().map(SgmId::toString).toList(),
                        "chassis1"),
                new Fact.Hotfix("HF_T110.tgz", 524808, "b".repeat(64), 110),
                new Fact.Change(operator, reason, ticket),
                new Fact.Tool("0.1.0", "46d0bb1", new TreeMap<>(Map.of("3.feature", "a".repeat(64)))),
                new Fact.Settings(pace, options, "north.yaml", "c".repeat(64), "", ticketLink),
                about);
    }
}
