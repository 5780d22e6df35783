package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Colleague;
import io.bywash.acceptance.Later;
import io.bywash.acceptance.Site;
import io.bywash.evidence.Fact;
import io.bywash.group.Release;
import io.bywash.group.Take;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.LoginShell;
import io.bywash.simulator.StartingState;
import io.bywash.verdict.Inquest;
import io.bywash.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The campaign can fail: for each checker the real procedure is run with a bug in it, and the checker finds it.
 *
 * <p>Where a target file can carry the bug, it does. Otherwise the bugged line is really typed in the middle of a run, by
 * somebody else with a program of his own, and taken for ours.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedBugsTest {
    private static final String PACKAGE = EmbeddedPackage.nameOf(Release.R81_10, new Take(110));
    private static final String AUDIT = "Ada Operator";

    @TempDir
    private static Path folder;

    private static Later<Scene.Played> takesReadyForUp;
    private static Later<Scene.Played> installsOnAll;
    private static Later<Scene.Played> setsBothDown;
    private static Later<Scene.Played> repeatsAnAct;
    private static Later<Scene.Played> ordersTwice;
    private static Later<Scene.Played> watchesWithoutEnd;
    private static Later<Scene.Played> callsFailedWhatItCannotRead;
    private static Later<Scene.Played> writesNoPage;

    private static Later<Scene.Played> leavesTheSynchronisationOut;
    private static Later<Scene.Played> leavesThePolicyOut;

    @BeforeAll
    static void playAll() {
        leavesTheSynchronisationOut = played(
                "unsynchronised",
                failover("SGM 1 of chassis2", "synchronisation off on the chassis that carries")
                        .writing("take: 110", "take: 110\ndialect: {syncStatus: none}"));
        leavesThePolicyOut = played(
                "policies",
                failover("the start", "policy of another signature on one SGM")
                        .writing("take: 110", "take: 110\ndialect: {policyVerify: none}"));
        watchesWithoutEnd = played(
                "watch",
                Scene.of(
                                group(1).withFaults(Plans.telling("of chassis1", "SGM does not come back")),
                                List.of("@chassisA"))
                        .writing("  reboot: 60s", "  reboot: 6h")
                        .within(Duration.ofSeconds(2)));
        takesReadyForUp = played(
                "ready",
                Scene.of(
                                group(2).withFaults(Plans.telling("SGM 2 of chassis1", "SGM stays READY")),
                                List.of("@chassisA"))
                        .writing("take: 110", "take: 110\ndialect: {upStates: \"ACTIVE, READY\"}"));
        writesNoPage = played(
                "page",
                Scene.of(
                                group(1).withFaults(Plans.telling("of chassis1", "wrong take installed")),
                                List.of("@chassisA"))
                        .with(PlantedBugsTest::keepTheNameOfThePageTaken));
        installsOnAll = played("all", typing("3.D", "gclish", "installer install 1 member_ids all", "n", "exit"));
        setsBothDown = played("both", typing("3.F", "asg chassis_admin -c 2 down", "y", AUDIT, "Maintenance"));
        repeatsAnAct = played(
                "twice",
                typing(
                        "3.D",
                        "asg chassis_admin -c 1 up",
                        "y",
                        AUDIT,
                        "Maintenance",
                        "asg chassis_admin -c 1 down",
                        "y",
                        AUDIT,
                        "Maintenance"));
        ordersTwice = played("order", orderingTwice());
        callsFailedWhatItCannotRead = played(
                "unread",
                Scene.of(group(1), List.of("@imageCloning"))
                        .writing("take: 110", "take: 110\ndialect: {cloningOffLine: auto-clone is disabled}"));
    }

    private static EmbeddedSettings group(int onChassis1) {
        return Site.group(onChassis1, 1).withFrom(StartingState.CLONING_OFF).withLoginShell(LoginShell.EXPERT);
    }

    /** Chassis A has the hotfix, and the traffic is moved there. */
    private static Scene failover(String place, String fault) {
        return Scene.of(
                Site.group(1, 1).withFrom(StartingState.CHASSIS_A_DONE).withFaults(Plans.telling(place, fault)),
                List.of("@failover"));
    }

    /** Chassis A is installed, and when this step begins these lines are typed. */
    private static Scene typing(String step, String... lines) {
        AtomicBoolean typed = new AtomicBoolean();
        return Scene.of(group(1), List.of("@chassisA")).with((fact, site) -> {
            if (fact instanceof Fact.StepStarted started
                    && started.id().equals(step)
                    && typed.compareAndSet(false, true)) {
                String[] all = Arrays.copyOf(lines, lines.length + 1);
                all[lines.length] = "exit";
                Colleague.types(site.group(), all);
            }
        });
    }

    /** While chassis A installs, the same is ordered once more. */
    private static Scene orderingTwice() {
        AtomicBoolean ordered = new AtomicBoolean();
        return Scene.of(group(1), List.of("@chassisA"))
                .atPace(40)
                .writing("  reboot: 60s", "  reboot: 5s")
                .with((fact, site) -> {
                    if (fact instanceof Fact.Heard
                            && site.group().ledger().happenings().stream()
                                    .anyMatch(
                                            happening -> happening.what().endsWith("install of " + PACKAGE + " begins"))
                            && ordered.compareAndSet(false, true)) {
                        Colleague.types(
                                site.group(),
                                happening -> happening.what().contains("a second installation breaks"),
                                "member 1_1",
                                "gclish",
                                "lock database override",
                                "installer install %s member_ids 1_1".formatted(PACKAGE),
                                "y",
                                "y",
                                "y",
                                AUDIT,
                                "Maintenance");
                    }
                });
    }

    /** Where the page would be written there is a directory already. */
    private static void keepTheNameOfThePageTaken(Fact fact, Site site) {
        if (fact instanceof Fact.StepStarted) {
            try (Stream<Path> runs = Files.list(site.folder().resolve("reports"))) {
                for (Path run : runs.filter(Files::isDirectory).toList()) {
                    Files.createDirectories(run.resolve("failure.txt"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Later<Scene.Played> played(String name, Scene scene) {
        return Later.doing(() -> scene.playAllAsOurs(folder.resolve(name)));
    }

    private static Verdict verdict(String checker, Later<Scene.Played> played) {
        return Inquest.into(played.get().reality()).get(checker);
    }

    private static void assertCaught(String checker, Later<Scene.Played> played, String where) {
        assertThat(verdict(checker, played)).isInstanceOf(Verdict.Violated.class);
        assertThat(((Verdict.Violated) verdict(checker, played)).where()).contains(where);
    }

    @Test
    void a_verdict_that_takes_an_SGM_for_up_which_is_not_is_a_false_pass() {
        assertCaught("NoFalsePass", takesReadyForUp, "1_02 READY");
    }

    @Test
    void a_gate_that_lets_all_through_is_outside_the_plan() {
        assertCaught("NothingOutsideThePlan", installsOnAll, "installer install 1 member_ids all");
    }

    @Test
    void an_order_that_sets_the_carrying_chassis_down_is_an_outage_by_us() {
        assertCaught("NoOutageByUs", setsBothDown, "asg chassis_admin -c 2 down");
    }

    @Test
    void an_order_that_sets_the_second_chassis_down_leaves_both_down() {
        assertCaught("NeverBothDown", setsBothDown, "both chassis were down");
    }

    @Test
    void an_act_that_is_done_again_takes_effect_twice() {
        assertCaught("NoActTwice", repeatsAnAct, "took effect, and so did 'asg chassis_admin -c 1 down'");
    }

    @Test
    void a_fail_over_without_a_look_at_the_synchronisation_is_one_onto_the_unfit() {
        assertCaught("NoFailoverOntoTheUnfit", leavesTheSynchronisationOut, "while 2_01 was not synchronised");
    }

    @Test
    void so_is_one_without_a_look_at_the_policy() {
        assertCaught("NoFailoverOntoTheUnfit", leavesThePolicyOut, "while the SGMs did not have one policy");
    }

    @Test
    void an_installation_that_is_ordered_again_is_ordered_while_one_is_under_way() {
        assertCaught("NoOrderUnderWay", ordersTwice, "was sent while an installation was under way or done on 1_01");
    }

    @Test
    void a_run_that_leaves_no_failure_page_does_not_tell_the_way_back() {
        assertCaught("WayBackTold", writesNoPage, "it left no failure page");
    }

    @Test
    void a_watch_without_end_hangs() {
        assertCaught("NoHang", watchesWithoutEnd, "still at work");
    }

    @Test
    void a_screen_that_is_not_understood_and_called_failed_is_not_honest() {
        assertCaught("HonestAboutTheUnknown", callsFailedWhatItCannotRead, "really it was right all the while");
    }
}
