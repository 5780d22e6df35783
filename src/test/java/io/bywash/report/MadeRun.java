package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Sha256;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A history made by hand, with times in seconds since the run began. */
final class MadeRun {
    static final Instant START = Instant.parse("2026-03-01T22:15:04Z");

    private final SecurityGroup group;
    private final List<HistoryFile.Entry> entries = new ArrayList<>();

    private MadeRun(SecurityGroup group) {
        this.group = group;
    }

    private static final List<String> ALL =
            List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB");

    /** A run of two stages on a real group. */
    static MadeRun real(int onChassis1, int onChassis2) {
        return of(Fact.TargetKind.REAL, 1, List.of("@chassisA", "@failover"), onChassis1, onChassis2);
    }

    /** A run of all stages on a real group. */
    static MadeRun whole(int onChassis1, int onChassis2) {
        return of(Fact.TargetKind.REAL, 1, ALL, onChassis1, onChassis2);
    }

    static MadeRun simulated(double pace, int onChassis1, int onChassis2) {
        return of(Fact.TargetKind.SIMULATED, pace, List.of("@chassisA", "@failover"), onChassis1, onChassis2);
    }

    /** A file that is there and holds nothing. */
    static HistoryFile nothing() {
        return new HistoryFile(List.of(), false);
    }

    private static MadeRun of(Fact.TargetKind kind, double pace, List<String> stages, int onChassis1, int onChassis2) {
        MadeRun run = new MadeRun(SecurityGroup.dual("north-gate", onChassis1, onChassis2));
        run.fact(
                0,
                new Fact.RunStarted(
                        START,
                        kind,
                        "north-gate",
                        1,
                        stages,
                        new Fact.Gear(
                                "192.0.2.10:22",
                                "R81.10",
                                "Security Gateway",
                                run.group.sgms().stream().map(SgmId::toString).toList(),
                                "chassis1"),
                        new Fact.Hotfix("HF_T110.tgz", 524808, "b".repeat(64), 110),
                        new Fact.Change("Ada", "Maintenance", "CHG-1042"),
                        new Fact.Tool("0.1.0", "46d0bb1", new TreeMap<>()),
                        new Fact.Settings(pace, new TreeMap<>(), "", "", "", ""),
                        List.of()));
        return run.fact(
                0,
                new Fact.Planned(
                        START,
                        ALL.stream()
                                .map(tag -> new Fact.PlannedFeature(tag, tag, tag, "", List.of()))
                                .toList()));
    }

    MadeRun fact(double seconds, Fact fact) {
        entries.add(new HistoryFile.Entry(HistoryFile.NOTHING, nanos(seconds), fact, "line " + entries.size()));
        return this;
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static Instant at(double seconds) {
        return START.plusNanos(nanos(seconds));
    }

    /** A look that shows every SGM of a chassis in the same state, by the word of that state. */
    MadeRun look(double seconds, ChassisRole role1, SgmState sgms1, ChassisRole role2, SgmState sgms2) {
        SortedMap<SgmId, SgmStatus> sgms = new TreeMap<>();
        for (SgmId id : group.sgms()) {
            SgmState state = id.chassis() == ChassisId.CHASSIS1 ? sgms1 : sgms2;
            sgms.put(id, new SgmStatus(id, state, state.name()));
        }
        return look(seconds, Map.of(ChassisId.CHASSIS1, role1, ChassisId.CHASSIS2, role2), sgms);
    }

    MadeRun look(double seconds, Map<ChassisId, ChassisRole> roles, SortedMap<SgmId, SgmStatus> sgms) {
        GroupStatus status =
                new GroupStatus(at(seconds), roles, sgms, Optional.empty(), Optional.empty(), Optional.empty());
        return fact(seconds, new Fact.StatusSeen(at(seconds), status));
    }

    /** A look before anything was done. */
    MadeRun calm(double seconds) {
        return look(seconds, ChassisRole.STANDBY, SgmState.UP, ChassisRole.ACTIVE, SgmState.UP);
    }

    MadeRun begins(double seconds, String step) {
        return fact(seconds, new Fact.StepStarted(at(seconds), step, step));
    }

    MadeRun ends(double seconds, String step, Outcome outcome) {
        return fact(
                seconds,
                new Fact.StepFinished(
                        at(seconds), step, step, outcome, List.of(), List.of(), "", Duration.ofSeconds(1)));
    }

    MadeRun step(double from, double to, String step) {
        return begins(from, step).ends(to, step, Outcome.PASSED);
    }

    MadeRun intends(double seconds, String step, String kind, String chassis) {
        return fact(seconds, new Fact.ActIntended(at(seconds), step, "line", kind, chassis));
    }

    MadeRun acted(double seconds, String step, Fact.ActEnd end) {
        return fact(seconds, new Fact.ActEnded(at(seconds), step, "line", end, "prompt"));
    }

    HistoryFile finished(double seconds, Outcome outcome) {
        fact(
                seconds,
                new Fact.RunFinished(
                        at(seconds), outcome, outcome.name(), "", List.of(), Duration.ZERO, Duration.ZERO));
        return new HistoryFile(inOrder(), true);
    }

    /** The history as it is when the run dies now. */
    HistoryFile unfinished() {
        return new HistoryFile(inOrder(), false);
    }

    /** In order of time, each with the hash of the one before. */
    private List<HistoryFile.Entry> inOrder() {
        List<HistoryFile.Entry> chain = new ArrayList<>();
        String before = HistoryFile.NOTHING;
        for (HistoryFile.Entry entry : entries.stream()
                .sorted(Comparator.comparingLong(HistoryFile.Entry::nanos))
                .toList()) {
            chain.add(new HistoryFile.Entry(before, entry.nanos(), entry.fact(), entry.line()));
            before = Sha256.of(entry.line() + "\n");
        }
        return List.copyOf(chain);
    }
}
