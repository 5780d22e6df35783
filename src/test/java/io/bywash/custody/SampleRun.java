package io.bywash.custody;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.RunDirectory;
import io.bywash.evidence.RunResult;
import io.bywash.evidence.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs of a few facts, as they are left under {@code reports/}, and the keys of a site. */
final class SampleRun {
    /** Made by {@code openssl genpkey -algorithm ed25519}; nobody signs anything else with it. */
    static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIDLztr/zdhkHaeniYxcJNOO7S6iHhPocsk10aH9Ylmc9
            -----END PRIVATE KEY-----
            """;

    static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEACgg9pWT/l6LOAGA89/EQzD0VgnmpbR1yQbCfaUtjyfE=
            -----END PUBLIC KEY-----
            """;

    /** By {@code openssl pkey -pubin -in public.pem -outform DER | sha256sum}. */
    static final String KEY_ID = "655af2cd3f5a978c09e4b59846686ef0458a10565d42734946ab7cddc983ddab";

    static final String ANOTHER = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIFRYAR2aJRGhCHVqMF8XI5TeY1xGfuVnLOKqEU+Vs/Qh
            -----END PRIVATE KEY-----
            """;

    static final SigningKey KEY = SigningKey.of(Secret.of(PRIVATE));
    static final SigningKey ANOTHER_KEY = SigningKey.of(Secret.of(ANOTHER));

    private static final Instant AT = Instant.parse("2026-03-01T22:15:04.120Z");
    private static final String A = "a".repeat(64);
    private static final String READY = "the Security Group is ready for part 3";
    private static final List<String> STEPS = List.of(
            "[3.A] I connect to the Standby Chassis \"A\"",
            "[3.B] I log in to the Expert mode",
            "[3.C] I set the state of the Standby Chassis \"A\" to \"down\"",
            "[3.D] I install from one of its SGMs");

    /** What is made of the history for people. */
    static final List<String> DERIVED = List.of("casts/01-smo.cast", "report.html", "summary.html", "timeline.svg");

    private SampleRun() {}

    /** A run of part 3 that passed; signed. */
    static Path passed(Path reports, Fact.TargetKind target) {
        return written(reports, target, 4, Optional.of(KEY));
    }

    /** A run of part 3 that failed at 3.C, and did not reach 3.D; signed. */
    static Path failed(Path reports, Fact.TargetKind target) {
        return written(reports, target, 3, Optional.of(KEY));
    }

    static Path unsigned(Path reports, Fact.TargetKind target) {
        return written(reports, target, 4, Optional.empty());
    }

    /** A run that died after its second step. */
    static Path died(Path reports) {
        RunDirectory run = RunDirectory.create(reports, AT, "north-gate", "chassisA");
        facts(Fact.TargetKind.REAL, 3).subList(0, 14).forEach(run);
        run.close();
        return run.path();
    }

    private static Path written(Path reports, Fact.TargetKind target, int reached, Optional<SigningKey> key) {
        RunDirectory run = RunDirectory.create(reports, AT, "north-gate", "chassisA");
        List<Fact> facts = facts(target, reached);
        facts.forEach(run);
        facts.stream()
                .filter(Fact.FailureTold.class::isInstance)
                .forEach(told -> run.keep("failure.txt", ((Fact.FailureTold) told).page()));
        run.close();
        run.keepOfHistory(
                Statement.FILE, () -> Statement.of(run.path(), run.head()).envelope(key));
        makeResultAnew(run.path());
        String text = "%s, of %s, reached %d%n".formatted(target, AT, reached);
        write(run.path().resolve("summary.html"), "<p>" + text);
        write(run.path().resolve("report.html"), "<html>" + text);
        write(run.path().resolve("timeline.svg"), "<svg>" + text);
        directory(run.path().resolve("casts"));
        write(run.path().resolve("casts/01-smo.cast"), "{}" + text);
        makeDerivedAnew(run.path(), key);
        return run.path();
    }

    static void directory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result that the history comes to. */
    static void makeResultAnew(Path run) {
        HistoryFile history = HistoryFile.read(run);
        write(
                run.resolve("result.json"),
                RunResult.of(history.facts(), history.head()).text());
    }

    /** The list of what was made of the history, as it is now. */
    static void makeDerivedAnew(Path run, Optional<SigningKey> key) {
        write(run.resolve(DerivedFiles.FILE), DerivedFiles.envelope(run, run, DERIVED, key));
    }

    /** The same statement, signed or not, as somebody makes it who has changed the history. */
    static void makeStatementAnew(Path run, Optional<SigningKey> key) {
        write(
                run.resolve(Statement.FILE),
                Statement.of(run, HistoryFile.read(run).head()).envelope(key));
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Fact> facts(Fact.TargetKind target, int reached) {
        boolean passed = reached == STEPS.size();
        List<Fact> facts = new ArrayList<>();
        facts.add(started(target));
        facts.add(new Fact.Planned(
                AT, List.of(planned("@chassisA", planned()), planned("@failover", List.of("[4.A] x")))));
        facts.add(new Fact.StepStarted(AT, "part 3", READY));
        facts.add(ended("part 3", READY, 0, Outcome.PASSED));
        for (int i = 0; i < reached; i++) {
            String id = STEPS.get(i).substring(1, 4);
            boolean well = passed || i < reached - 1;
            facts.add(new Fact.StepStarted(AT, id, STEPS.get(i)));
            facts.add(
                    i == 0
                            ? new Fact.LinkOpened(AT, "smo", "SHA256:abc", "OpenSSH_7.8")
                            : new Fact.Typed(AT, "smo", "asg stat -v\n"));
            facts.add(new Fact.Heard(AT, "smo", "\u001b[2J| 1_01 | UP \udc9f |\r\n".repeat(i + 1)));
            facts.add(exchanged(i));
            facts.add(ended(id, STEPS.get(i), i, well ? Outcome.PASSED : Outcome.FAILED));
        }
        if (!passed) {
            facts.add(new Fact.FailureTold(AT, List.of("FAILED at 3.C", "seen  UP"), "mvn verify"));
        }
        String group = target + " Security Group north-gate";
        facts.add(new Fact.RunFinished(
                AT.plusSeconds(60),
                passed ? Outcome.PASSED : Outcome.FAILED,
                passed ? "PASSED: " + group + ", chassisA" : "FAILED: " + group + " did what it may not",
                "mvn verify",
                List.of(new Fact.Rule("one chassis carries", "holds", "3 times")),
                Duration.ofMinutes(70),
                Duration.ofMillis(1500)));
        return facts;
    }

    private static List<String> planned() {
        return Stream.concat(Stream.of(READY), STEPS.stream()).toList();
    }

    private static Fact.StepFinished ended(String id, String words, int second, Outcome outcome) {
        boolean well = outcome == Outcome.PASSED;
        return new Fact.StepFinished(
                AT.plusSeconds(second),
                id,
                words,
                outcome,
                List.of(new Measurement("state", "DOWN", well ? "DOWN" : "UP", well)),
                List.of(),
                well ? "" : "it is not DOWN",
                Duration.ofMillis(12));
    }

    private static Fact.RunStarted started(Fact.TargetKind target) {
        return new Fact.RunStarted(
                AT,
                target,
                "north-gate",
                7,
                List.of("@chassisA"),
                new Fact.Gear("192.0.2.10:22", "R81.10", "Security Gateway", List.of("1_01", "2_01"), "chassis1"),
                new Fact.Hotfix("HF_T110.tgz", 524808, "b".repeat(64), 110),
                new Fact.Change("Ad\u00e4 \"Op\" \\ \u2028\t\u007f", "Maintenance", "CHG-1042"),
                new Fact.Tool("0.1.0", "46d0bb1", new TreeMap<>(Map.of("3.feature", A, "4.feature", A))),
                new Fact.Settings(1, new TreeMap<>(), "north.yaml", "c".repeat(64), "group: north-gate\n", ""),
                List.of(target + " Security Group north-gate"));
    }

    private static Fact.PlannedFeature planned(String tag, List<String> steps) {
        return new Fact.PlannedFeature(
                tag + ".feature", tag, tag, "", List.of(new Fact.PlannedScenario("scenario", steps)));
    }

    private static Fact.Exchanged exchanged(int number) {
        return new Fact.Exchanged(
                AT,
                "smo",
                "expert",
                "1_01",
                "0",
                "[Expert@north-gate-ch01-01:0]#",
                "asg stat -v",
                "| 1_01 | UP | look " + number + " \",\"fact\":\"RunFinished\",\"target\":\"REAL\"",
                "prompt",
                Duration.ofMillis(3),
                "SHA256:abc");
    }
}
