package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.campaign.Plans;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The group is held against what it was before, and what no step looks at is seen there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BeforeAndAfterTest {
    @TempDir
    private static Path folder;

    private static Later<Visit> healthy;
    private static Later<Visit> linkLost;
    private static Later<Visit> laterRuns;
    private static Later<Visit> newPolicy;
    private static Later<Visit> rehearsed;
    private static Later<Visit> passedOver;
    private static Later<Visit> leftOut;

    @BeforeAll
    static void visitAll() {
        healthy = chassisA("healthy", FaultPlan.none());
        laterRuns = Site.visit(
                folder.resolve("later"),
                Site.group(2, 1)
                        .withFrom(StartingState.CLONING_OFF)
                        .withFaults(Plans.telling("SGM 2 of chassis1", "interface stays down after the reboot")),
                site -> {
                    String first =
                            site.run("@chassisA").directory().getFileName().toString();
                    site.run("@chassisA");
                    site.run("@failover");
                    site.run("@chassisA", Map.of("bywash.confirm", Site.NAME, "bywash.afresh", first), fact -> {});
                });
        linkLost = chassisA("link", Plans.telling("SGM 2 of chassis1", "interface stays down after the reboot"));
        newPolicy = chassisA(
                "new-policy", Plans.telling("the end of 'asg chassis_admin' no. 1", "colleague installs a policy"));
        rehearsed = Site.visit(
                folder.resolve("rehearsed"),
                Site.group(1, 1).withFrom(StartingState.CLONING_OFF),
                site -> site.rehearse("@chassisA"));
        passedOver = Site.visit(
                folder.resolve("passed-over"),
                Site.group(1, 1).withFrom(StartingState.CHASSIS_A_DONE),
                site -> site.run("@chassisA"));
        leftOut = Site.visit(
                folder.resolve("left-out"),
                Site.group(1, 1).withFrom(StartingState.PACKAGE_VERIFIED),
                site -> site.writing("take: 110", "take: 110\ndialect: {interfaces: none, connections: none}")
                        .run("@imageCloning"));
    }

    private static Later<Visit> chassisA(String name, FaultPlan plan) {
        return Site.visit(
                folder.resolve(name),
                Site.group(2, 1).withFrom(StartingState.CLONING_OFF).withFaults(plan),
                site -> site.run("@chassisA"));
    }

    private static List<Fact.Difference> differences(Later<Visit> visit) {
        return visit.get().run().facts().stream()
                .filter(Fact.SnapshotsCompared.class::isInstance)
                .flatMap(fact -> ((Fact.SnapshotsCompared) fact).differences().stream())
                .toList();
    }

    private static List<Fact.Moment> snapshots(Later<Visit> visit) {
        return visit.get().run().facts().stream()
                .filter(Fact.SnapshotTaken.class::isInstance)
                .map(fact -> ((Fact.SnapshotTaken) fact).moment())
                .toList();
    }

    private static Fact.SnapshotTaken first(Later<Visit> visit) {
        return visit.get().run().facts().stream()
                .filter(Fact.SnapshotTaken.class::isInstance)
                .map(Fact.SnapshotTaken.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void assertCaught(Later<Visit> visit, String field, String before, String after) {
        assertThat(visit.get().run().outcome()).as(visit.get().run().console()).isEqualTo(Outcome.FAILED);
        assertThat(visit.get().run().trouble())
                .contains("Step after 3:")
                .contains("%s: before %s, after %s, must equal".formatted(field, before, after));
    }

    @Test
    void a_healthy_installation_changes_the_takes_and_the_boots_of_its_chassis() {
        assertThat(differences(healthy).stream()
                        .filter(field -> field.rule().startsWith("must change"))
                        .map(Fact.Difference::field))
                .containsExactly(
                        "1_01 booted",
                        "1_01 take by cpinfo",
                        "1_01 take by installer",
                        "1_02 booted",
                        "1_02 take by cpinfo",
                        "1_02 take by installer");
    }

    @Test
    void a_healthy_installation_leaves_nothing_that_is_not_as_it_may_be() {
        assertThat(healthy.get().run().outcome())
                .as(healthy.get().run().console())
                .isEqualTo(Outcome.PASSED);
        assertThat(differences(healthy)).allMatch(Fact.Difference::asRuled);
    }

    @Test
    void what_is_different_is_kept_as_a_table_in_which_sgms_alike_share_a_row() {
        assertThat(healthy.get().run().facts().stream()
                        .filter(fact -> fact instanceof Fact.TableKept table
                                && table.title().equals("Before and after"))
                        .flatMap(fact -> ((Fact.TableKept) fact).rows().stream()))
                .contains(List.of(
                        "1_01-1_02",
                        "take by cpinfo",
                        "no take installed",
                        "Take 110",
                        "must change to Take 110",
                        "as it may be"));
    }

    @Test
    void each_snapshot_has_what_each_sgm_says() {
        assertThat(first(healthy).fields())
                .containsKeys(
                        "policy",
                        "synchronised",
                        "role of chassis1",
                        "connections of the chassis that carries",
                        "2_01 release",
                        "2_01 build",
                        "2_01 state",
                        "2_01 booted",
                        "2_01 take by installer",
                        "2_01 take by cpinfo",
                        "2_01 image cloning",
                        "2_01 connections",
                        "2_01 interface eth2-01",
                        "2_01 package Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz");
    }

    @Test
    void an_interface_that_stays_down_is_told_with_before_and_after() {
        assertCaught(linkLost, "1_02 interface eth2-01", "\"up\"", "\"no link\"");
    }

    @Test
    void what_was_found_is_not_forgotten_by_the_next_run() {
        assertThat(laterRuns.get().runs())
                .extracting(WholeRun::outcome)
                .containsExactly(Outcome.FAILED, Outcome.REFUSED, Outcome.REFUSED, Outcome.PASSED);
        assertThat(laterRuns.get().runs().get(2).trouble())
                .contains("part 4 (@failover) cannot begin, so nothing was sent: run ")
                .contains(" found after part 3 (@chassisA) that the Security Group is not as it may be")
                .contains("add -Dbywash.afresh=");
    }

    @Test
    void a_policy_that_somebody_installed_meanwhile_is_told() {
        assertThat(newPolicy.get().run().outcome())
                .as(newPolicy.get().run().console())
                .isEqualTo(Outcome.FAILED);
        assertThat(newPolicy.get().run().trouble()).contains("policy: before ", "must equal");
    }

    @Test
    void a_rehearsal_takes_the_first_snapshot_only() {
        assertThat(snapshots(rehearsed)).containsExactly(Fact.Moment.BEFORE);
    }

    @Test
    void a_stage_that_is_passed_over_takes_none() {
        assertThat(snapshots(passedOver)).isEmpty();
    }

    @Test
    void what_a_site_has_no_command_for_is_left_out_with_its_reason() {
        assertThat(leftOut.get().run().outcome())
                .as(leftOut.get().run().console())
                .isEqualTo(Outcome.PASSED);
        assertThat(first(leftOut).fields())
                .containsAllEntriesOf(Map.of("interfaces", "not read", "connections", "not read"));
    }
}
