package io.bywash.campaign;

import io.bywash.acceptance.Site;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.Take;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.Ledger;
import io.bywash.simulator.LoginShell;
import io.bywash.verdict.Inquest;
import io.bywash.verdict.Reality;
import io.bywash.verdict.RunTold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A group that a seed chooses, with its faults, and an engineer who runs the procedure on it stage by stage.
 *
 * <p>When a stage does not pass, the engineer types the same command line once more, and when it does not pass then,
 * stops.
 */
final class OneSeed {
    private static final double PACE = 1500;
    private static final Take TAKE = new Take(110);
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final List<String> STAGES =
            List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB");
    /** What the screens lag behind, and what passes at our pace between a screen and the end of its reading. */
    private static final Duration LOOK_LASTS = Duration.ofSeconds(4 + (long) (0.1 * PACE));

    private final long seed;
    private final EmbeddedSettings settings;
    private final FaultPlan plan;

    private OneSeed(long seed, EmbeddedSettings settings, FaultPlan plan) {
        this.seed = seed;
        this.settings = settings.withPace(PACE).withFaults(plan);
        this.plan = plan;
    }

    static OneSeed of(long seed) {
        Random dice = new Random(seed * 0x2545F4914F6CDD1DL + 7);
        dice.nextInt();
        boolean small = dice.nextInt(10) < 7;
        EmbeddedSettings settings = Site.group(small ? 2 : 1 + dice.nextInt(3), small ? 2 : 1 + dice.nextInt(3))
                .withMode(dice.nextInt(4) == 0 ? GatewayMode.VSX : GatewayMode.SECURITY_GATEWAY)
                .withRelease(Release.values()[dice.nextInt(Release.values().length)])
                .withLoginShell(LoginShell.values()[dice.nextInt(LoginShell.values().length)]);
        return new OneSeed(seed, settings, FaultPlan.ofSeed(seed));
    }

    /** Runs the procedure in a folder of its own and judges it. */
    SeedResult visit(Path folder) {
        long began = System.nanoTime();
        try (Site site = new Site(folder, settings)) {
            site.writing("  command: 10s", "  command: 5s\n  import: 5s\n  verify: 5s\n  installStart: 5s")
                    .writing("  chassisDown: 30s", "  chassisDown: 5s")
                    .writing("  reboot: 60s", "  reboot: 8s")
                    .writing("  chassisUp: 30s", "  chassisUp: 5s");
            List<RunTold> runs = runs(site);
            Path file = folder.resolve(EmbeddedPackage.nameOf(settings.release(), TAKE));
            Reality reality = RealityOf.in(
                    site.group(),
                    new Reality.Plan(settings.group(), ChassisId.CHASSIS1, TAKE, LOOK_LASTS),
                    file.getFileName().toString(),
                    sha256(file),
                    runs);
            return result(runs, reality, site.group().ledger(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static List<RunTold> runs(Site site) {
        List<RunTold> runs = new ArrayList<>();
        for (String stage : STAGES) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                runs.add(Watched.run(site, stage, DEADLINE));
                if (runs.get(runs.size() - 1).outcome() == Outcome.PASSED) {
                    break;
                }
            }
            if (runs.get(runs.size() - 1).outcome() != Outcome.PASSED) {
                return runs;
            }
        }
        return runs;
    }

    private SeedResult result(List<RunTold> runs, Reality reality, Ledger ledger, Duration took) {
        Set<String> struck = new TreeSet<>();
        ledger.strikes().forEach(strike -> struck.add(strike.fault()));
        List<String> outcomes = runs.stream()
                .map(run -> "%s %s".formatted(run.stage(), run.outcome()))
                .toList();
        boolean passed = runs.get(runs.size() - 1).outcome() == Outcome.PASSED;
        String about = "%d + %d SGMs, %s, %s, login shell %s; %s"
                .formatted(
                        settings.group().sgmsOf(ChassisId.CHASSIS1).size(),
                        settings.group().sgmsOf(ChassisId.CHASSIS2).size(),
                        settings.release(),
                        settings.mode(),
                        settings.loginShell(),
                        plan);
        return new SeedResult(seed, about, struck, outcomes, passed, Inquest.into(reality), took);
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
