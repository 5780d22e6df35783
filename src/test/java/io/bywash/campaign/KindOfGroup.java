package io.bywash.campaign;

import io.bywash.acceptance.Site;
import io.bywash.evidence.Outcome;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.simulator.LoginShell;
import io.bywash.verdict.Inquest;
import io.bywash.verdict.RunTold;
import io.bywash.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What Security Groups differ in, and the whole procedure on one of them.
 *
 * @param loginShell where a log-in lands
 * @param returnState the word of step H: {@code UP} where SGMs come back from the reboot as they were before their chassis
 *     was set down, {@code DOWN} where they stay down with it
 */
record KindOfGroup(
        Release release, GatewayMode mode, LoginShell loginShell, String returnState, int onChassis1, int onChassis2) {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final int[][] SIZES = {{1, 1}, {4, 4}, {14, 14}, {3, 5}};

    /** Every one there is: each release in both modes, with both shells, both words of step H and four sizes. */
    static List<KindOfGroup> all() {
        List<KindOfGroup> all = new ArrayList<>();
        for (Release release : Release.values()) {
            for (GatewayMode mode : GatewayMode.values()) {
                for (LoginShell shell : LoginShell.values()) {
                    for (String returnState : List.of("DOWN", "UP")) {
                        for (int[] size : SIZES) {
                            all.add(new KindOfGroup(release, mode, shell, returnState, size[0], size[1]));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** What is wrong with the runs of the five stages on it; empty when all passed, each at once, and no rule was broken. */
    List<String> faults(Path folder) {
        Scene usual = Scene.of(
                        Site.group(onChassis1, onChassis2)
                                .withRelease(release)
                                .withMode(mode)
                                .withLoginShell(loginShell)
                                .withReturnsDown(returnState.equals("DOWN")),
                        Scene.ALL_STAGES)
                .onASlowLine()
                .writing("take: 110", "take: 110\ndialect:\n  returnState: " + returnState);
        Scene.Played played = usual.within(LONGEST_RUN).play(folder);
        List<String> faults = new ArrayList<>();
        for (RunTold run : played.runs()) {
            if (run.outcome() != Outcome.PASSED) {
                faults.add("%s: %s %s: %s".formatted(this, run.stage(), run.outcome(), run.said()));
            }
        }
        if (played.runs().size() != Scene.ALL_STAGES.size()) {
            faults.add("%s: %d runs".formatted(this, played.runs().size()));
        }
        Inquest.into(played.reality()).forEach((checker, verdict) -> {
            if (verdict instanceof Verdict.Violated violated) {
                faults.add("%s: %s: %s".formatted(this, checker, violated.where()));
            }
        });
        return faults;
    }

    @Override
    public String toString() {
        return "%s, %s, login shell %s, %s at step H, %d + %d SGMs"
                .formatted(release, mode, loginShell, returnState, onChassis1, onChassis2);
    }
}
