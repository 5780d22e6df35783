package io.bywash.campaign;

import io.bywash.acceptance.Site;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.LoginShell;
import io.bywash.verdict.Inquest;
import io.bywash.verdict.RunTold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The group and the faults that a seed chooses, and the whole procedure on it. */
final class OneSeed {
    private static final int LONGEST_TROUBLE = 300;

    /** Without CPUSE most of the faults of packages would never strike. */
    private static final List<Release> RELEASES =
            Arrays.stream(Release.values()).filter(Release::hasCpuse).toList();

    /** Over such a line somebody writes more patience into the target file. */
    private static final Set<String> SLOW = Set.of("slow line", "one byte at a time");

    private final long seed;
    private final String name;
    private final EmbeddedSettings settings;
    private final FaultPlan plan;

    private OneSeed(long seed, String name, EmbeddedSettings settings, FaultPlan plan) {
        this.seed = seed;
        this.name = name;
        this.settings = settings;
        this.plan = plan;
    }

    static OneSeed of(long seed) {
        return of(seed, "seed-" + seed, FaultPlan.ofSeed(seed));
    }

    /** The group that a seed chooses, with this fault alone, as the dice of the seed fall. */
    static OneSeed of(long seed, String fault) {
        return of(seed, "%s-%d".formatted(fault.replaceAll("\\W+", "-"), seed), FaultPlan.of(seed, List.of(fault)));
    }

    private static OneSeed of(long seed, String name, FaultPlan plan) {
        Random dice = new Random(seed * 0x2545F4914F6CDD1DL + 7);
        dice.nextInt();
        boolean small = dice.nextInt(10) < 7;
        EmbeddedSettings settings = Site.group(small ? 2 : 1 + dice.nextInt(3), small ? 2 : 1 + dice.nextInt(3))
                .withMode(dice.nextInt(4) == 0 ? GatewayMode.VSX : GatewayMode.SECURITY_GATEWAY)
                .withRelease(RELEASES.get(dice.nextInt(RELEASES.size())))
                .withLoginShell(LoginShell.values()[dice.nextInt(LoginShell.values().length)]);
        return new OneSeed(seed, name, settings, plan);
    }

    /** What its folder is called. */
    String name() {
        return name;
    }

    List<String> faults() {
        return plan.names();
    }

    /** Whether a person shrugs at all of its faults. */
    boolean harmless() {
        return plan.harmless();
    }

    /** Runs the procedure in a folder of its own and judges it. */
    SeedResult visit(Path folder) {
        long began = System.nanoTime();
        Scene scene = Scene.of(settings.withFaults(plan), Scene.ALL_STAGES);
        boolean slow = plan.names().stream().anyMatch(SLOW::contains);
        Scene.Played played = (slow ? scene.onASlowLine() : scene).play(folder);
        List<RunTold> runs = played.runs();
        return new SeedResult(
                seed,
                about(),
                played.struck(),
                !played.struck().isEmpty() && played.struck().stream().allMatch(plan::harmless),
                runs.stream().map(OneSeed::told).toList(),
                (int) runs.stream()
                        .filter(run -> run.outcome() != Outcome.PASSED)
                        .count(),
                reachedTheEnd(runs.get(runs.size() - 1)),
                Inquest.into(played.reality()),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private static boolean reachedTheEnd(RunTold last) {
        return last.outcome() == Outcome.PASSED
                && last.stage().equals(Scene.ALL_STAGES.get(Scene.ALL_STAGES.size() - 1));
    }

    /** The stage and how it ended, and the beginning of what the run said if it did not pass. */
    private static String told(RunTold run) {
        String trouble = run.said().replaceAll("\\s+", " ").strip();
        return run.outcome() == Outcome.PASSED
                ? "%s %s".formatted(run.stage(), run.outcome())
                : "%s %s (%s)"
                        .formatted(
                                run.stage(),
                                run.outcome(),
                                trouble.substring(0, Math.min(LONGEST_TROUBLE, trouble.length())));
    }

    private String about() {
        return "%d + %d SGMs, %s, %s, login shell %s; %s"
                .formatted(
                        settings.group().sgmsOf(ChassisId.CHASSIS1).size(),
                        settings.group().sgmsOf(ChassisId.CHASSIS2).size(),
                        settings.release(),
                        settings.mode(),
                        settings.loginShell(),
                        plan);
    }
}
