package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bywash.acceptance.Site.Visit;
import io.bywash.campaign.Plans;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.StartingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was cut off is gone on from with the same command line, and no two runs work on one group. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoingOnTest {
    private static final String FOREIGN =
            "Eve.Elsewhere@far-away/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/2026-11-22T01:00:00Z";

    @TempDir
    private static Path folder;

    private static Later<Visit> importOrdered;
    private static Later<Visit> notSent;
    private static Later<Visit> setDown;
    private static Later<Visit> ordered;
    private static Later<Visit> setUp;
    private static Later<Visit> setUpWithoutOne;
    private static Later<Visit> failedOver;
    private static Later<Visit> refusedToFailOver;
    private static Later<Visit> halfWay;
    private static Later<Visit> withoutBoots;
    private static Later<Visit> withoutSnapshot;
    private static Later<Visit> second;
    private static Later<Visit> foreign;
    private static Later<Visit> takenOver;
    private static Later<Visit> orderedWithoutCpuse;
    private static Later<Visit> notSentWithoutCpuse;

    @BeforeAll
    static void visitAll() {
        importOrdered = cut("import", StartingState.FRESH, "@preliminary", after("installer import"));
        notSent = cut("not-sent", StartingState.CLONING_OFF, "@chassisA", before("installer install"));
        setDown = cut("down", StartingState.CLONING_OFF, "@chassisA", after("asg chassis_admin -c 1 down"));
        ordered = cut("ordered", StartingState.CLONING_OFF, "@chassisA", after("installer install"));
        setUp = cut("up", StartingState.CLONING_OFF, "@chassisA", after("asg chassis_admin -c 1 up"));
        failedOver = cut("failover", StartingState.CHASSIS_A_DONE, "@failover", after("asg chassis_admin -c 2 down"));
        setUpWithoutOne = Site.visit(
                folder.resolve("up-without-one"), Site.group(2, 1).withFrom(StartingState.CLONING_OFF), site -> {
                    site.writing("  chassisUp: 30s", "  chassisUp: 5s");
                    site.run("@chassisA", settingDown("1_2", site, after("asg chassis_admin -c 1 up")));
                    site.run("@chassisA");
                });
        refusedToFailOver = Site.visit(
                folder.resolve("refused"),
                Site.group(1, 1)
                        .withFrom(StartingState.CHASSIS_A_DONE)
                        .withFaults(Plans.telling("order no. 1", "set-down refused")),
                site -> {
                    site.writing("  chassisDown: 30s", "  chassisDown: 5s");
                    site.run("@failover");
                    site.run("@failover");
                });
        withoutBoots = forgetting("BootsSeen", before("installer install"));
        withoutSnapshot = forgetting("SnapshotTaken", after("installer install"));
        orderedWithoutCpuse = withoutCpuse("ordered-r76", after("asg_hf_installer"), "  reboot: 60s");
        notSentWithoutCpuse = withoutCpuse("not-sent-r76", before("asg_hf_installer"), "  reboot: 10s");
        halfWay = Site.visit(folder.resolve("half-way"), Site.group(2, 1).withFrom(StartingState.CLONING_OFF), site -> {
            site.run("@chassisA", dying(before("installer install")));
            Colleague.setUp(site.group(), 1);
            Colleague.installsOn(site.group(), "1_2");
            site.run("@chassisA");
        });
        second = Site.visit(
                folder.resolve("second"),
                Site.group(1, 1),
                site -> site.run("@preliminary", fact -> {
                    if (fact instanceof Fact.StepStarted step && step.id().equals("1.G")) {
                        Later.doing(() -> site.run("@preliminary")).get();
                    }
                }));
        foreign = leased("foreign", site -> site.run("@imageCloning"));
        takenOver = leased(
                "taken-over",
                site -> site.run(
                        "@imageCloning", Map.of("bywash.confirm", Site.NAME, "bywash.takeOver", FOREIGN), fact -> {}));
    }

    /** The run dies at a fact, and the same command line is run again. */
    private static Later<Visit> cut(String name, StartingState from, String tag, Predicate<Fact> at) {
        return Site.visit(folder.resolve(name), Site.group(2, 1).withFrom(from), site -> {
            site.run(tag, dying(at));
            site.run(tag);
        });
    }

    private static Later<Visit> withoutCpuse(String name, Predicate<Fact> at, String patience) {
        return Site.visit(
                folder.resolve(name),
                Site.group(1, 1).withRelease(Release.R76SP).withFrom(StartingState.CLONING_OFF),
                site -> {
                    site.writing("  reboot: 60s", patience);
                    site.run("@chassisA", dying(at));
                    site.run("@chassisA");
                });
    }

    /** The run dies at a fact, and had not written down what it should have of one kind. */
    private static Later<Visit> forgetting(String kind, Predicate<Fact> at) {
        return Site.visit(folder.resolve(kind), Site.group(2, 1).withFrom(StartingState.CLONING_OFF), site -> {
            Path run = site.run("@chassisA", dying(at)).directory();
            Files.writeString(
                    run.resolve("history.jsonl"),
                    HistoryFile.text(HistoryFile.read(run).entries().stream()
                            .filter(entry ->
                                    !entry.fact().getClass().getSimpleName().equals(kind))
                            .toList()));
            site.run("@chassisA");
        });
    }

    /** Somebody sets an SGM down at a fact, and the run dies. */
    private static Consumer<Fact> settingDown(String sgm, Site site, Predicate<Fact> at) {
        return fact -> {
            if (at.test(fact)) {
                Colleague.types(
                        site.group(),
                        "expert",
                        EmbeddedGroup.EXPERT_PASSWORD,
                        "g_clusterXL_admin -b %s down".formatted(sgm),
                        "y",
                        "Bob",
                        "Curiosity",
                        "exit",
                        "exit");
                throw new IllegalStateException("the run dies here");
            }
        };
    }

    private static Consumer<Fact> dying(Predicate<Fact> at) {
        return fact -> {
            if (at.test(fact)) {
                throw new IllegalStateException("the run dies here");
            }
        };
    }

    private static Predicate<Fact> before(String line) {
        return fact -> fact instanceof Fact.ActIntended act && act.line().startsWith(line);
    }

    private static Predicate<Fact> after(String line) {
        return fact -> fact instanceof Fact.ActEnded act && act.line().startsWith(line);
    }

    private static Later<Visit> leased(String name, Site.WayToRun way) {
        return Site.visit(folder.resolve(name), Site.group(1, 1).withFrom(StartingState.PACKAGE_VERIFIED), site -> {
            Colleague.types(
                    site.group(),
                    "expert",
                    EmbeddedGroup.EXPERT_PASSWORD,
                    "ln -sT " + FOREIGN + " /var/log/bywash.lease",
                    "exit",
                    "exit");
            way.run(site);
        });
    }

    private static void assertGoneOn(Later<Visit> visit, String act) {
        assertThat(visit.get().runs()).extracting(WholeRun::outcome).containsExactly(Outcome.BROKEN, Outcome.PASSED);
        assertThat(visit.get().ledger().acts())
                .filteredOn(received -> received.line().strip().startsWith(act))
                .filteredOn(received -> received.tookEffect().isPresent())
                .hasSize(1);
        assertThat(visit.get().ledger().outages()).isEmpty();
    }

    private static void assertChassisAHasIt(Later<Visit> visit) {
        assertThat(visit.get().installed().headMap(SgmId.parse("2_1")).values())
                .containsOnly(Optional.of(new Take(110)));
    }

    @Test
    void an_import_that_was_ordered_is_recognised() {
        assertGoneOn(importOrdered, "installer import");
    }

    @Test
    void a_chassis_that_was_set_down_is_not_set_down_again() {
        assertGoneOn(setDown, "asg chassis_admin -c 1 down");
    }

    @Test
    void an_installation_that_was_meant_and_never_sent_is_sent() {
        assertGoneOn(notSent, "installer install");
        assertChassisAHasIt(notSent);
    }

    @Test
    void an_installation_that_is_under_way_is_waited_for_and_not_sent_again() {
        assertGoneOn(ordered, "installer install");
        assertChassisAHasIt(ordered);
    }

    @Test
    void a_chassis_that_was_set_up_is_not_set_up_again() {
        assertGoneOn(setUp, "asg chassis_admin -c 1 up");
    }

    @Test
    void a_chassis_that_was_set_up_is_not_set_up_again_because_one_SGM_is_not_up() {
        assertThat(setUpWithoutOne.get().acts()).containsOnlyOnce("asg chassis_admin -c 1 up");
        assertThat(setUpWithoutOne.get().run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(setUpWithoutOne.get().trouble()).startsWith("Step 3.J: ").contains("1_02 DOWN");
    }

    @Test
    void a_chassis_that_stayed_in_service_is_not_set_down_again() {
        Visit visit = refusedToFailOver.get();

        assertThat(visit.acts()).containsOnlyOnce("asg chassis_admin -c 2 down");
        assertThat(visit.run().steps()).extracting(Fact.StepFinished::outcome).endsWith(Outcome.REFUSED);
        assertThat(visit.trouble())
                .startsWith("Step part 4: ")
                .contains("chassis2 is ACTIVE with every SGM UP; seen: 2_01 ACTIVE(!).");
    }

    @Test
    void a_stage_that_is_gone_on_from_measures_every_step() {
        assertThat(ordered.get().run().steps().stream()
                        .map(Fact.StepFinished::id)
                        .filter(id -> id.startsWith("3.")))
                .isEqualTo(List.of("3.A", "3.B", "3.C", "3.D", "3.E", "3.F", "3.G", "3.H", "3.I", "3.J", "3.K"));
    }

    @Test
    void a_stage_that_is_gone_on_from_says_what_was_sent_before() {
        assertThat(ordered.get().run().console())
                .contains("ordered an installation on chassis1 and did not see the end of it.")
                .contains(", and is not sent again.");
    }

    private static List<Fact.Difference> differences(WholeRun run) {
        return run.facts().stream()
                .filter(Fact.SnapshotsCompared.class::isInstance)
                .flatMap(fact -> ((Fact.SnapshotsCompared) fact).differences().stream())
                .toList();
    }

    @Test
    void what_must_change_is_held_against_what_the_run_that_ordered_it_had_seen() {
        assertThat(differences(ordered.get().run()))
                .filteredOn(field -> field.field().equals("1_02 take by cpinfo"))
                .containsExactly(new Fact.Difference(
                        "1_02 take by cpinfo",
                        "no take installed",
                        "Take 110",
                        "must change to Take 110",
                        true,
                        "the hotfix is installed; before is when the earlier run ordered it"));
        assertThat(differences(ordered.get().run()))
                .filteredOn(field -> field.field().equals("1_02 booted"))
                .allMatch(Fact.Difference::asRuled)
                .hasSize(1);
    }

    @Test
    void what_the_run_that_ordered_it_did_not_write_down_is_proven_by_what_is_there_now() {
        assertThat(withoutSnapshot.get().run().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(differences(withoutSnapshot.get().run()))
                .filteredOn(field -> field.field().equals("1_02 take by cpinfo"))
                .extracting(Fact.Difference::before, Fact.Difference::after, Fact.Difference::asRuled)
                .containsExactly(tuple("", "Take 110", true));
    }

    @Test
    void a_fail_over_that_was_ordered_is_recognised() {
        assertGoneOn(failedOver, "asg chassis_admin -c 2 down");
    }

    @Test
    void an_installation_that_did_not_end_alike_on_every_sgm_is_failed_with_each_of_them() {
        assertThat(halfWay.get().run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(halfWay.get().run().trouble())
                .contains(
                        "did not end alike on every SGM: 1_01 shows nothing of an installation, 1_02 has the hotfix and has rebooted.")
                .contains("add -Dbywash.afresh=");
        assertThat(halfWay.get().run().acts()).isEmpty();
    }

    @Test
    void an_installation_whose_sgms_booted_nobody_knows_when_is_for_a_person() {
        assertThat(withoutBoots.get().run().outcome()).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(withoutBoots.get().run().trouble())
                .contains("does not say when each SGM had booted before")
                .contains("add -Dbywash.afresh=");
        assertThat(withoutBoots.get().run().acts()).isEmpty();
    }

    @Test
    void a_second_run_is_refused_while_one_is_at_work() {
        WholeRun refused = second.get().runs().get(0);

        assertThat(refused.outcome()).as(refused.console()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.trouble())
                .contains("Ada.Operator is at work on this Security Group from the host ")
                .contains("add -Dbywash.takeOver=Ada.Operator@")
                .doesNotContain("by hand");
        assertThat(refused.acts()).isEmpty();
    }

    @Test
    void the_first_run_is_not_disturbed_by_the_second() {
        assertThat(second.get().run().outcome())
                .as(second.get().run().console())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void the_lease_of_a_run_elsewhere_is_shown_and_stays() {
        assertThat(foreign.get().run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(foreign.get().run().trouble())
                .contains(
                        "Eve.Elsewhere is at work on this Security Group from the host far-away, process 4711, since 2026-11-22T01:00:00Z.")
                .contains("No history here is of that run: ask there.")
                .contains("-Dbywash.takeOver=" + FOREIGN);
        assertThat(foreign.get().run().typed()).noneMatch(line -> line.startsWith("unlink"));
    }

    @Test
    void a_lease_that_a_person_takes_over_gives_way_and_is_named() {
        assertThat(takenOver.get().run().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(takenOver.get().run().console())
                .contains("The lease " + FOREIGN + " on 2_01 is taken over: the command line says so.");
    }

    @Test
    void without_CPUSE_an_installation_that_shows_itself_is_gone_on_from() {
        Visit visit = orderedWithoutCpuse.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(visit.acts())
                .filteredOn(act -> act.startsWith("asg_hf_installer"))
                .hasSize(1);
    }

    /** Nothing there tells whether an installation is at work that does not show yet. */
    @Test
    void without_CPUSE_an_installation_that_does_not_show_is_for_a_person() {
        Visit visit = notSentWithoutCpuse.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(visit.trouble())
                .contains("whether it began cannot be told", "R76SP has no CPUSE that says so", "-Dbywash.afresh=");
        assertThat(visit.acts()).noneMatch(act -> act.startsWith("asg_hf_installer"));
    }
}
