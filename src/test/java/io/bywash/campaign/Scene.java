package io.bywash.campaign;

import io.bywash.acceptance.CommandLineNamed;
import io.bywash.acceptance.Site;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.Take;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.verdict.Reality;
import io.bywash.verdict.RunTold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/**
 * An embedded group, and an engineer who runs the procedure on it stage by stage.
 *
 * <p>The engineer types what the run before names to go on with, and nothing else: after a stage that passed the next one,
 * after one that did not what its failure page names, at once where the page says now. Where that is a stage of no concern here,
 * the same line once more. A stage is typed twice at most.
 *
 * @param stages the tags of the stages, in order
 * @param targetFile lines of the usual target file, and what stands there instead
 * @param deadline how long a run may take
 * @param onlooker somebody who is told of everything as it happens
 */
record Scene(
        EmbeddedSettings settings,
        List<String> stages,
        Map<String, String> targetFile,
        Duration deadline,
        Onlooker onlooker) {
    static final List<String> ALL_STAGES =
            List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB");

    private static final String NOW = "Give the command below now";
    private static final double PACE = 1500;
    private static final Take TAKE = new Take(110);
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Map<String, String> SHORT_PATIENCE = Map.of(
            "  command: 10s", "  command: 5s\n  import: 5s\n  verify: 5s\n  installStart: 5s",
            "  chassisDown: 30s", "  chassisDown: 10s",
            "  reboot: 60s", "  reboot: 20s",
            "  chassisUp: 30s", "  chassisUp: 10s");

    private static final Map<String, String> LONG_PATIENCE = Map.of(
            "  command: 10s", "  command: 10s\n  import: 10s\n  verify: 10s\n  installStart: 10s",
            "  chassisDown: 30s", "  chassisDown: 20s",
            "  reboot: 60s", "  reboot: 40s",
            "  chassisUp: 30s", "  chassisUp: 20s");

    private static final Duration BEFORE_THE_SECOND_RUN = Duration.ofMinutes(15);

    /** What the screens lag behind, and what passes at our pace between a screen and the end of its reading. */
    private static final Duration LOOK_LASTS = Duration.ofSeconds(4 + (long) (0.1 * PACE));

    /** Somebody who looks on and may do something to the site meanwhile. */
    interface Onlooker {
        void sees(Fact fact, Site site);
    }

    /**
     * What came of it.
     *
     * @param struck the faults that really struck
     */
    record Played(Reality reality, Set<String> struck) {
        List<RunTold> runs() {
            return reality.runs();
        }
    }

    static Scene of(EmbeddedSettings settings, List<String> stages) {
        return new Scene(settings.withPace(PACE), stages, SHORT_PATIENCE, DEADLINE, (fact, site) -> {});
    }

    /** The same with another line in the target file. */
    Scene writing(String line, String instead) {
        Map<String, String> lines = new HashMap<>(targetFile);
        lines.put(line, instead);
        return new Scene(settings, stages, lines, deadline, onlooker);
    }

    /** The same with so many device seconds a second. */
    Scene atPace(double pace) {
        return new Scene(settings.withPace(pace), stages, targetFile, deadline, onlooker);
    }

    /** The same for a line that is known to be slow. */
    Scene onASlowLine() {
        return new Scene(settings, stages, LONG_PATIENCE, DEADLINE.multipliedBy(2), onlooker);
    }

    Scene within(Duration time) {
        return new Scene(settings, stages, targetFile, time, onlooker);
    }

    Scene with(Onlooker somebody) {
        return new Scene(settings, stages, targetFile, deadline, somebody);
    }

    /** Plays it in a folder of its own, and tells what our runs did. */
    Played play(Path folder) {
        return play(folder, false);
    }

    /** Plays it, and takes what anybody typed for ours. */
    Played playAllAsOurs(Path folder) {
        return play(folder, true);
    }

    private Played play(Path folder, boolean everybodyIsUs) {
        try (Site site = new Site(folder, settings)) {
            targetFile.forEach(site::writing);
            List<RunTold> runs = runs(site);
            Path file = folder.resolve(EmbeddedPackage.nameOf(settings.release(), TAKE));
            Reality reality = new RealityOf(
                            new Reality.Plan(
                                    settings.group(),
                                    settings.release().hasCpuse(),
                                    ChassisId.CHASSIS1,
                                    TAKE,
                                    LOOK_LASTS),
                            site.group().ledger(),
                            everybodyIsUs)
                    .told(file.getFileName().toString(), sha256(file), runs);
            Set<String> struck = new TreeSet<>();
            site.group().ledger().strikes().forEach(strike -> struck.add(strike.fault()));
            return new Played(reality, struck);
        }
    }

    private List<RunTold> runs(Site site) {
        List<RunTold> runs = new ArrayList<>();
        Map<String, Integer> typed = new HashMap<>();
        Optional<CommandLineNamed> next = Optional.of(site.lineFor(stages.get(0)));
        while (next.isPresent() && mayBeTyped(next.get().tag(), typed)) {
            Watched.Seen seen = Watched.run(site, next.get(), deadline, fact -> onlooker.sees(fact, site));
            runs.add(seen.told());
            boolean passed = seen.told().outcome() == Outcome.PASSED;
            CommandLineNamed again = next.get();
            next = seen.goOn().map(named -> passed || stages.contains(named.tag()) ? named : again);
            if (!passed && !atOnce(seen.told())) {
                letTimePass(site.group());
            }
        }
        return runs;
    }

    private boolean mayBeTyped(String stage, Map<String, Integer> typed) {
        return stages.contains(stage) && typed.merge(stage, 1, Integer::sum) <= 2;
    }

    private static boolean atOnce(RunTold run) {
        return run.failurePage()
                .map(page -> String.join(" ", page).replaceAll("\\s+", " "))
                .orElse("")
                .contains(NOW);
    }

    /** A person reads, looks at the group and thinks; what goes wrong for a while only is over by then. */
    private static void letTimePass(EmbeddedGroup group) {
        Instant until = group.now().plus(BEFORE_THE_SECOND_RUN);
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(5))
                .until(() -> group.now().isAfter(until));
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
