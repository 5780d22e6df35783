package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.RunDirectory;
import io.bywash.evidence.Sha256;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A history of a run of two parts with three scenarios, made by hand; each fact comes a second after the one before. */
final class ReportedRun {
    static final String NEEDS = "the Security Group is ready for part 4";
    static final String CONNECT = "[4.A] I connect to the command line";
    static final String DOWN = "[4.C] I set the state to \"down\"";
    static final String INSTALL = "[5.F] I install the hotfix";

    private static final Instant START = Instant.parse("2026-03-01T22:15:04.250Z");

    private final List<HistoryFile.Entry> entries = new ArrayList<>();

    private ReportedRun() {}

    static ReportedRun of(String... stages) {
        return of(Fact.TargetKind.REAL, "CHG 1042", stages);
    }

    static ReportedRun of(Fact.TargetKind kind, String ticket, String... stages) {
        return of(kind, ticket, SecurityGroup.dual("north-gate", 1, 1), stages);
    }

    static ReportedRun of(Fact.TargetKind kind, String ticket, SecurityGroup group, String... stages) {
        ReportedRun run = new ReportedRun();
        return run.fact(new Fact.RunStarted(
                        run.now(),
                        kind,
                        "north-gate",
                        3,
                        List.of(stages),
                        new Fact.Gear(
                                "192.0.2.10:22",
                                "R81.10",
                                "Security Gateway",
                                group.sgms().stream().map(SgmId::toString).toList(),
                                "chassis1"),
                        new Fact.Hotfix("HF_T110.tgz", 524808, "b".repeat(64), 110),
                        new Fact.Change("Ada Operator", "Maintenance", ticket),
                        new Fact.Tool("0.1.0", "46d0bb1", new TreeMap<>()),
                        new Fact.Settings(1, new TreeMap<>(), "", "", "", "https://changes.example.com/{}"),
                        List.of("REAL Security Group north-gate", "inferred wording in use: status")))
                .fact(new Fact.Planned(
                        run.now(),
                        List.of(
                                new Fact.PlannedFeature(
                                        "4.feature",
                                        "@failover",
                                        "4. Fail over",
                                        "All connections move.",
                                        List.of(
                                                new Fact.PlannedScenario("4.0 What this part needs", List.of(NEEDS)),
                                                new Fact.PlannedScenario(
                                                        "4.1 Chassis \"A\" carries", List.of(CONNECT, DOWN)))),
                                new Fact.PlannedFeature(
                                        "5.feature",
                                        "@chassisB",
                                        "5. Install",
                                        "The other chassis.",
                                        List.of(new Fact.PlannedScenario(
                                                "5.1 Chassis \"B\" has the hotfix", List.of(INSTALL)))))));
    }

    /** The same run with another number. */
    static HistoryFile numbered(int number, HistoryFile run) {
        ReportedRun other = new ReportedRun();
        for (Fact fact : run.facts()) {
            other.fact(
                    fact instanceof Fact.RunStarted begun
                            ? new Fact.RunStarted(
                                    begun.at(),
                                    begun.target(),
                                    begun.group(),
                                    number,
                                    begun.stages(),
                                    begun.gear(),
                                    begun.hotfix(),
                                    begun.change(),
                                    begun.tool(),
                                    begun.settings(),
                                    begun.about())
                            : fact);
        }
        return new HistoryFile(List.copyOf(other.entries), run.whole());
    }

    Instant now() {
        return START.plusSeconds(entries.size());
    }

    ReportedRun fact(Fact fact) {
        String line = "line " + entries.size() + " " + fact;
        String before = entries.isEmpty()
                ? HistoryFile.NOTHING
                : Sha256.of(entries.get(entries.size() - 1).line() + "\n");
        entries.add(new HistoryFile.Entry(before, entries.size() * 1_000_000_000L, fact, line));
        return this;
    }

    ReportedRun begins(String words) {
        return fact(new Fact.StepStarted(now(), id(words), words));
    }

    ReportedRun passes(String words) {
        return begins(words).ends(words, Outcome.PASSED, "");
    }

    ReportedRun ends(String words, Outcome outcome, String why) {
        return fact(new Fact.StepFinished(
                now(),
                id(words),
                words,
                outcome,
                List.of(new Measurement("state of \"B\"", "DOWN", "DOWN", true)),
                List.of("was UP before"),
                why,
                Duration.ofSeconds(1)));
    }

    ReportedRun types(String command, String screen) {
        return fact(new Fact.Exchanged(
                now(),
                "watch",
                "Expert",
                "1_01",
                "0",
                "[Expert@gate-ch01-01:0]#",
                command,
                screen,
                "[Expert@gate-ch01-01:0]#",
                Duration.ofMillis(34),
                ""));
    }

    HistoryFile finished(Outcome outcome) {
        fact(new Fact.RunFinished(
                now(),
                outcome,
                outcome + ": REAL Security Group north-gate",
                "",
                List.of(new Fact.Rule("one chassis carries", "holds", "9 times")),
                Duration.ZERO,
                Duration.ZERO));
        return new HistoryFile(List.copyOf(entries), true);
    }

    /** Keeps it as a run does. */
    static Path kept(HistoryFile run, Path reports) {
        try (RunDirectory directory = RunDirectory.create(reports, START, "north-gate", "failover")) {
            run.facts().forEach(directory::accept);
            return directory.path();
        }
    }

    /** The history as it is when the run dies now. */
    HistoryFile unfinished() {
        return new HistoryFile(List.copyOf(entries), false);
    }

    /** A run of part 4 in which all went well. */
    static ReportedRun well() {
        return of("@failover").passes(NEEDS).passes(CONNECT).passes(DOWN);
    }

    /** A run of both parts that ended at 4.C in a way. */
    static HistoryFile endedAtDown(Outcome outcome, String why) {
        return of("@failover", "@chassisB")
                .passes(NEEDS)
                .passes(CONNECT)
                .begins(DOWN)
                .ends(DOWN, outcome, why)
                .finished(outcome);
    }

    private static String id(String words) {
        return words.startsWith("[") ? words.substring(1, 4) : "part 4";
    }
}
