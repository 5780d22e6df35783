package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Later;
import io.bywash.acceptance.Site;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.StartingState;
import io.bywash.verdict.Inquest;
import io.bywash.verdict.RunTold;
import io.bywash.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few faults of each family, and a few pairs, on the smallest group there is: what the campaign does at large. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FixedSetTest {
    private static final String REFUSES = "package gone from one SGM";
    private static final String FAILS = "install fails at once on one SGM";

    @TempDir
    private static Path folder;

    private static final Map<FaultPlan, Later<Scene.Played>> PLAYED = new LinkedHashMap<>();

    @BeforeAll
    static void playAll() {
        onPart1(Plans.telling("of chassis2", "import missing on one SGM"));
        onPart1(Plans.telling("'installer import'", "config lock held"));
        onPart1(Plans.telling("", "roles swapped at the start", "escape sequences split"));
        onPart3(Plans.telling("'gclish' no. 1", "link cut"));
        onPart3(Plans.telling("'installer install'", "config lock held", "SMO moves once"));
        onPart3(Plans.telling("before=REBOOT, nth=1", "unknown question"));
        onPart3(Plans.telling("of chassis1", "wrong take installed"));
        onPart3(Plans.telling("of chassis1", "SGM reboots twice"));
        onPart3(Plans.telling("deed=SETS_CHASSIS_UP", "colleague sets a chassis up", "indexes differ wildly"));
        onPart3(Plans.telling("commands=10", "sessions end early"));
        onPart3(Plans.telling("'asg stat' no. 4", "screen stalls"));
        onPart3(Plans.telling("'asg chassis_admin' no. 1", "endless answer"));
        onPart4(Plans.telling("order no. 1", "ACTIVE(!) on down"));
        onPart1(Plans.telling("of chassis1", REFUSES));
        onPart3(Plans.telling("of chassis1", FAILS));
        onPart1(Plans.telling("'show installer packages' no. 1", "nobody let in for a while"));
        onPart1(Plans.telling("'show installer packages' no. 2", "one SGM lets nobody in for a while"));
        onPart1(Plans.telling("of chassis2", "lock notice among the answers"));
        onPart1(Plans.telling("scp=true", "sftp off"));
        onPart3(Plans.telling("CHASSIS", "audit dialogue in other words"));
        onPart3(Plans.telling("of chassis1", "private hotfix installed"));
    }

    private static void onPart1(FaultPlan plan) {
        play(plan, StartingState.FRESH, "@preliminary");
    }

    private static void onPart3(FaultPlan plan) {
        play(plan, StartingState.CLONING_OFF, "@chassisA");
    }

    private static void onPart4(FaultPlan plan) {
        play(plan, StartingState.CHASSIS_A_DONE, "@failover");
    }

    private static void play(FaultPlan plan, StartingState from, String stage) {
        EmbeddedSettings settings = Site.group(1, 1).withFrom(from).withFaults(plan);
        Path own = folder.resolve("scene-" + PLAYED.size());
        PLAYED.put(plan, Later.doing(() -> Scene.of(settings, List.of(stage)).play(own)));
    }

    @Test
    void no_promise_is_broken() {
        List<String> broken = new ArrayList<>();
        PLAYED.forEach((plan, played) -> Inquest.into(played.get().reality()).forEach((checker, verdict) -> {
            if (verdict instanceof Verdict.Violated violated) {
                broken.add("%s: %s: %s".formatted(plan, checker, violated.where()));
            }
        }));

        assertThat(broken).isEmpty();
    }

    @Test
    void every_fault_strikes() {
        PLAYED.forEach((plan, played) ->
                assertThat(played.get().struck()).as(plan.toString()).isNotEmpty());
    }

    private static List<RunTold> runs(String fault) {
        return PLAYED.entrySet().stream()
                .filter(played -> played.getKey().names().contains(fault))
                .flatMap(played -> played.getValue().get().runs().stream())
                .toList();
    }

    @Test
    void what_a_person_shrugs_at_is_over_with_one_resume_for_each_fault_at_most() {
        Map<FaultPlan, List<Outcome>> harmless = new LinkedHashMap<>();
        PLAYED.forEach((plan, played) -> {
            if (plan.harmless()) {
                harmless.put(
                        plan, played.get().runs().stream().map(RunTold::outcome).toList());
            }
        });

        assertThat(harmless)
                .hasSizeGreaterThan(9)
                .allSatisfy((plan, outcomes) -> assertThat(outcomes)
                        .hasSizeLessThanOrEqualTo(1 + plan.names().size())
                        .last()
                        .isEqualTo(Outcome.PASSED));
    }

    @Test
    void what_the_device_refuses_itself_is_failed_with_the_sgm_and_its_words() {
        assertThat(runs(REFUSES).get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(runs(REFUSES).get(0).said())
                .contains("Step 1.H: 1_01 refused, its row says \"Package is not ready for verify\".")
                .contains("cannot be performed on members :1_01");
        assertThat(runs(FAILS).get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(runs(FAILS).get(0).said())
                .contains("Step 3.F: The installation failed: 1_01 says \"Installation of package '")
                .contains("The reboots were not waited for");
        assertThat(String.join(" ", runs(FAILS).get(0).failurePage().orElseThrow()))
                .contains("The installation failed: 1_01 says \"Installation of package '");
    }

    @Test
    void some_runs_pass_and_some_stop() {
        assertThat(PLAYED.values().stream().flatMap(played -> played.get().runs().stream()))
                .extracting(RunTold::outcome)
                .contains(Outcome.PASSED, Outcome.REFUSED, Outcome.FAILED);
    }
}
