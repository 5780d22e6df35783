package io.bywash.procedure;

import static io.bywash.group.ChassisId.CHASSIS1;
import static io.bywash.group.ChassisId.CHASSIS2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No part begins without what it needs, and none sends anything when it is proven that nothing is left to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadinessTest {
    private static final String EVE = "Eve@desk7/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/2026-11-22T01:00:00Z";
    private static final String DOWN_B = "asg chassis_admin -c 2 down";
    private static final String INSTALL = "installer install 1 member_ids 1_1-1_2";

    private Bench bench = new Bench();
    private Steps steps;

    @AfterEach
    void nothing_is_held_after_a_test() {
        bench.means().lease().release();
    }

    /** Brings the group to where the stage begins. */
    private void ready(Stage stage) {
        switch (stage) {
            case PRELIMINARY ->
                bench.sgms().values().forEach(sgm -> sgm.status("").cloning("on"));
            case IMAGE_CLONING -> bench.sgms().values().forEach(sgm -> sgm.cloning("on"));
            case CHASSIS_A -> {}
            case FAILOVER -> bench.sgmsOf(CHASSIS1).forEach(sgm -> sgm.has(110));
            case CHASSIS_B -> {
                bench.sgmsOf(CHASSIS1).forEach(sgm -> sgm.has(110));
                bench.role(CHASSIS1, "ACTIVE").role(CHASSIS2, "STANDBY");
            }
        }
    }

    private void prove(Stage stage) {
        prove(stage, true);
    }

    private void prove(Stage stage, boolean confirmed) {
        steps = new Steps(bench.means().history());
        new Readiness(bench.assignment(), bench.means(), steps, List.of(Stage.values()), confirmed)
                .prove(stage, "what it needs");
    }

    private Refused refused(Stage stage) {
        return catchThrowableOfType(Refused.class, () -> prove(stage));
    }

    private List<String> notes() {
        return bench.means().history().facts().stream()
                .filter(Fact.Noted.class::isInstance)
                .map(fact -> ((Fact.Noted) fact).sentence())
                .toList();
    }

    private Instant whenNoted(String sentence) {
        return bench.means().history().facts().stream()
                .filter(fact ->
                        fact instanceof Fact.Noted noted && noted.sentence().equals(sentence))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private List<String> measured() {
        return bench.means().history().facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .flatMap(step -> ((Fact.StepFinished) step).measurements().stream())
                .map(Measurement::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_part_whose_needs_are_met_begins_with_the_lease_on_every_sgm(Stage stage) {
        ready(stage);

        prove(stage);

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(steps.passedOver()).isEmpty();
        assertThat(bench.leaseActs()).hasSize(4);
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_needs_of_the_fail_over_are_told_one_by_one() {
        ready(Stage.FAILOVER);

        prove(Stage.FAILOVER);

        assertThat(measured())
                .containsExactly("what the part needs: "
                        + String.join(
                                "; ",
                                "the First Time Configuration Wizard was run on every SGM",
                                "no SGM skips the audit questions",
                                "the package is imported on every SGM",
                                "image cloning is off on every SGM",
                                "every SGM of chassis1 has Take 110",
                                "chassis1 is STANDBY with every SGM UP",
                                "chassis2 is ACTIVE with every SGM UP",
                                "the policy is installed",
                                "the chassis are synchronised",
                                "every SGM has the same policy",
                                "every SGM is synchronised"));
    }

    /** One need that is not met, and what is said about it. */
    private enum Lacking {
        WIZARD(
                () -> List.of(Stage.values()),
                bench -> bench.sgm("1_02").withoutWizard(),
                "  - the First Time Configuration Wizard was run on every SGM; seen: not on [1_02]. Run it there first; a Jumbo"),
        QUESTIONS(
                () -> List.of(Stage.values()),
                bench -> bench.sgm("2_02").autoConfirm(),
                "  - no SGM skips the audit questions; seen: /etc/.asg_auto_confirm exists on [2_02]. The device would act without asking"),
        CARRIER_BEFORE_THE_FAIL_OVER(
                () -> List.of(Stage.PRELIMINARY, Stage.IMAGE_CLONING, Stage.CHASSIS_A),
                bench -> bench.sgm("2_02").word("READY"),
                "  - chassis2 is ACTIVE with every SGM UP; seen: 2_02 READY. Set the group right by hand first."),
        ROLES_SWAPPED(
                () -> List.of(Stage.PRELIMINARY, Stage.IMAGE_CLONING, Stage.CHASSIS_A),
                bench -> bench.role(CHASSIS1, "ACTIVE").role(CHASSIS2, "STANDBY"),
                "seen: chassis2 is STANDBY. The roles are the other way round: if that is meant, exchange 'standbyChassis'"),
        BOTH_ACTIVE(
                () -> List.of(Stage.PRELIMINARY, Stage.IMAGE_CLONING, Stage.CHASSIS_A),
                bench -> bench.role(CHASSIS1, "ACTIVE"),
                "seen: chassis1 ACTIVE: 1_01 UP, 1_02 UP; chassis2 ACTIVE: 2_01 UP, 2_02 UP. Set the group right by hand first."),
        STANDBY_IN_PART(
                () -> List.of(Stage.PRELIMINARY),
                bench -> bench.sgm("1_02").word("READY"),
                "  - chassis1 is STANDBY with every SGM UP; seen: chassis1 STANDBY: 1_01 UP, 1_02 READY"),
        DOWN_FOR_THE_FIRST_PART(
                () -> List.of(Stage.PRELIMINARY),
                bench -> bench.down(CHASSIS1),
                "  - chassis1 is STANDBY with every SGM UP; seen: chassis1 DOWN"),
        STANDBY_IN_PART_AND_NOT_DOWN(
                () -> List.of(Stage.IMAGE_CLONING, Stage.CHASSIS_A),
                bench -> bench.sgm("1_02").word("READY"),
                "  - chassis1 is STANDBY with every SGM UP, or already DOWN; seen: chassis1 STANDBY: 1_01 UP, 1_02 READY"),
        PACKAGE(
                () -> List.of(Stage.IMAGE_CLONING, Stage.CHASSIS_A, Stage.FAILOVER, Stage.CHASSIS_B),
                bench -> bench.sgm("2_02").status(""),
                "  - the package is imported on every SGM; seen: not on [2_02]. Supplied by part 1 (@preliminary)."),
        CLONING(
                () -> List.of(Stage.CHASSIS_A, Stage.FAILOVER, Stage.CHASSIS_B),
                bench -> bench.sgm("2_02").cloning("on"),
                "  - image cloning is off on every SGM; seen: {1_01=Image auto-clone state is off",
                "Supplied by part 2 (@imageCloning)."),
        INSTALLING_ON_A(
                () -> List.of(Stage.CHASSIS_A),
                bench -> bench.sgm("1_02").installing(),
                "  - no installation is under way on an SGM of chassis1; seen: {1_01=NOT_BEGUN, 1_02=UNDER_WAY}. Wait until no SGM of chassis1 installs"),
        INSTALLING_ON_B(
                () -> List.of(Stage.CHASSIS_B),
                bench -> bench.sgm("2_02").installing(),
                "  - no installation is under way on an SGM of chassis2; seen: {2_01=NOT_BEGUN, 2_02=UNDER_WAY}"),
        HALF_WAY_ON_A(
                () -> List.of(Stage.CHASSIS_A),
                bench -> bench.sgm("1_02").byCpinfo(110),
                "  - no SGM of chassis1 has the hotfix yet; seen: 1_01 no take installed by installer, no take installed by cpinfo, 1_02",
                "The chassis is half-way. If an installation is under way"),
        HALF_WAY_ON_B(
                () -> List.of(Stage.CHASSIS_B),
                bench -> bench.sgm("2_02").byInstaller(110),
                "  - no SGM of chassis2 has the hotfix yet; seen: 2_01 no take",
                "The chassis is half-way. If an installation is under way"),
        HOTFIX_ON_A(
                () -> List.of(Stage.FAILOVER, Stage.CHASSIS_B),
                bench -> bench.sgm("1_02").byCpinfo(87),
                "  - every SGM of chassis1 has Take 110; seen: 1_01 Take 110 by installer, Take 110 by cpinfo, 1_02 Take 110 by installer, Take 87 by cpinfo. Supplied by part 3 (@chassisA)."),
        A_CANNOT_TAKE_OVER(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.sgm("1_02").word("READY"),
                "  - chassis1 is STANDBY with every SGM UP; seen: chassis1 STANDBY: 1_01 UP, 1_02 READY",
                "Supplied by part 3 (@chassisA)."),
        B_IS_KEPT_IN_SERVICE(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.sgm("2_02").word("ACTIVE(!)"),
                "  - chassis2 is ACTIVE with every SGM UP; seen: 2_02 ACTIVE(!). Find out why first"),
        POLICY(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.policy("NA"),
                "  - the policy is installed; seen: the status screen shows no policy date. Install the policy before"),
        SYNCHRONISATION(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.synchronisation("Disabled"),
                "  - the chassis are synchronised; seen: off. Switch the synchronisation on"),
        SYNCHRONISATION_NOT_SAID(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.synchronisation("Unclear"),
                "  - the chassis are synchronised; seen: the status screen does not say."),
        SYNCHRONISED_SGM(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.sgm("1_02").sync("Off - Boot"),
                "  - every SGM is synchronised; seen: 1_02: Off - Boot. 'cphaprob syncstat' on each of them"),
        SAME_POLICY(
                () -> List.of(Stage.FAILOVER),
                bench -> bench.sgm("1_02").signature("77777777"),
                "  - every SGM has the same policy; seen: 1_01",
                "Install the policy on the whole group"),
        A_DOES_NOT_CARRY(
                () -> List.of(Stage.CHASSIS_B),
                bench -> bench.sgm("1_02").word("READY"),
                "  - chassis1 is ACTIVE with every SGM UP; seen: 1_02 READY. Supplied by part 4 (@failover)."),
        B_IS_STANDBY_IN_PART(
                () -> List.of(Stage.CHASSIS_B),
                bench -> bench.sgm("2_02").word("READY"),
                "  - chassis2 is STANDBY with every SGM UP, or already DOWN; seen: chassis1 ACTIVE");

        private final Supplier<List<Stage>> stages;
        private final Consumer<Bench> spoiling;
        private final String[] told;

        Lacking(Supplier<List<Stage>> stages, Consumer<Bench> spoiling, String... told) {
            this.stages = stages;
            this.spoiling = spoiling;
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_part_begins_without(Lacking lacking) {
        for (Stage stage : lacking.stages.get()) {
            bench = new Bench();
            ready(stage);
            lacking.spoiling.accept(bench);

            assertThat(refused(stage))
                    .as(stage.toString())
                    .hasMessageContaining("%s cannot begin, so nothing was sent. Missing:".formatted(stage))
                    .satisfies(refused -> assertThat(refused.getMessage()).contains(lacking.told));
            assertThat(bench.leaseActs()).isEmpty();
            assertThat(bench.acts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAGE_CLONING", "CHASSIS_A"})
    void a_chassis_that_is_down_already_may_be_worked_on(Stage stage) {
        ready(stage);
        bench.down(CHASSIS1);

        prove(stage);

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_lacks_several_things_is_sent_to_the_earliest_part_that_supplies_one() {
        bench.sgm("1_02").cloning("on").status("").autoConfirm();

        assertThat(refused(Stage.CHASSIS_A).finding())
                .returns(Remedy.EARLIER_PART, Finding::remedy)
                .returns("@preliminary", Finding::subject);
    }

    @Test
    void what_no_part_supplies_is_for_a_person_on_the_group() {
        bench.sgm("1_02").autoConfirm();

        assertThat(refused(Stage.CHASSIS_A).finding()).returns(Remedy.ON_THE_GROUP, Finding::remedy);
    }

    @Test
    void without_cpuse_no_sgm_is_asked_how_far_it_is_with_the_package() {
        bench = new Bench(Release.R76SP);

        prove(Stage.CHASSIS_A);

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(bench.typed()).noneMatch(line -> line.contains("show installer"));
    }

    private static Fact intended(String step, String line, String kind, String chassis) {
        return new Fact.ActIntended(Bench.BEGAN.minusSeconds(600), step, line, kind, chassis);
    }

    @Test
    void an_installation_that_a_run_ordered_is_gone_on_from_when_that_is_confirmed() {
        bench.earlier("a", intended("3.F", INSTALL, "install", "chassis1"))
                .sgm("1_02")
                .byCpinfo(110);

        Refused refused = catchThrowableOfType(Refused.class, () -> prove(Stage.CHASSIS_A, false));

        assertThat(refused)
                .hasMessageContaining(
                        "Run a ordered it. With -Dbywash.confirm=harbour the same command goes on from there.");
    }

    @Test
    void an_installation_that_is_through_on_a_chassis_that_is_down_is_finished_by_hand() {
        bench.sgmsOf(CHASSIS1).forEach(sgm -> sgm.has(110));
        bench.down(CHASSIS1);

        assertThat(refused(Stage.CHASSIS_A))
                .hasMessageContaining(
                        "An earlier run installed it and did not see the end. When 'asg stat -v' shows every SGM of chassis1 back, set")
                .hasMessageContaining("the chassis up by hand: asg chassis_admin -c 1 up.");
    }

    private void behind(Stage stage) {
        bench.sgmsOf(CHASSIS1).forEach(sgm -> sgm.has(110));
        if (stage.number() >= Stage.FAILOVER.number()) {
            bench.role(CHASSIS1, "ACTIVE").role(CHASSIS2, "STANDBY");
        }
        if (stage == Stage.CHASSIS_B) {
            bench.sgmsOf(CHASSIS2).forEach(sgm -> sgm.has(110));
        }
    }

    private void isPassedOver(Stage stage, String why) {
        behind(stage);

        prove(stage);

        assertThat(steps.passedOver())
                .containsOnlyKeys(stage)
                .containsEntry(
                        stage,
                        "%s was already done; nothing left to do: %s. Nothing that changes anything was sent"
                                .formatted(stage, why));
        assertThat(measured()).containsExactly("what the part needs: nothing left to do: " + why);
        assertThat(bench.leaseActs()).isEmpty();
    }

    @Test
    void the_first_part_is_passed_over_when_a_chassis_has_the_hotfix() {
        isPassedOver(Stage.PRELIMINARY, "the hotfix is already installed on a chassis");
    }

    @Test
    void the_installation_is_passed_over_when_every_sgm_has_the_hotfix() {
        isPassedOver(Stage.CHASSIS_A, "every SGM of chassis1 has Take 110 and is UP");
    }

    @Test
    void the_fail_over_is_passed_over_when_the_other_chassis_carries() {
        isPassedOver(Stage.FAILOVER, "chassis1 carries and has Take 110");
    }

    @Test
    void the_last_part_is_passed_over_when_all_is_done() {
        isPassedOver(
                Stage.CHASSIS_B, "every SGM of both chassis has Take 110, chassis1 is ACTIVE and chassis2 is STANDBY");
    }

    @Test
    void a_rehearsal_says_what_it_would_send_and_changes_nothing() {
        ready(Stage.FAILOVER);

        prove(Stage.FAILOVER, false);

        assertThat(notes())
                .containsExactly(
                        "would send: 4.C  Expert mode on the SMO: asg chassis_admin -c 2 down",
                        "would send: 5.C  Expert mode on the SMO, unless chassis2 is DOWN already: asg chassis_admin -c 2 down",
                        "would send: 5.F  gClish on 2_01: installer install <its number there> member_ids 2_1-2_2",
                        "would send: 5.I  Expert mode on the SMO: asg chassis_admin -c 2 up");
        assertThat(steps.rehearsal()).isTrue();
        assertThat(steps.ended()).contains("this was a rehearsal: nothing was changed");
        assertThat(bench.leaseActs()).isEmpty();
    }

    @Test
    void a_run_that_is_confirmed_is_no_rehearsal() {
        prove(Stage.CHASSIS_A);

        assertThat(steps.rehearsal()).isFalse();
        assertThat(steps.ended()).isEmpty();
        assertThat(notes()).noneMatch(note -> note.startsWith("would send"));
    }

    @Test
    void a_part_that_is_behind_is_passed_over_in_a_rehearsal_too() {
        behind(Stage.CHASSIS_A);

        prove(Stage.CHASSIS_A, false);

        assertThat(steps.passedOver()).containsOnlyKeys(Stage.CHASSIS_A);
        assertThat(steps.rehearsal()).isFalse();
    }

    @Test
    void beside_another_run_nothing_else_is_read() {
        bench.sgm("2_01").lease(EVE);

        assertThat(refused(Stage.CHASSIS_A)).hasMessageStartingWith("Eve is at work on this Security Group");
        assertThat(bench.typed())
                .endsWith("2_01: expert", "2_01: expert-secret", "2_01: readlink /var/log/bywash.lease")
                .filteredOn(line -> line.contains("asg ") || line.contains("show "))
                .isEmpty();
    }

    @Test
    void another_run_whose_lease_is_on_another_sgm_keeps_this_one_away_too() {
        bench.sgm("1_02").lease(EVE);

        assertThat(refused(Stage.CHASSIS_A)).hasMessageStartingWith("Eve is at work on this Security Group");
        assertThat(bench.leaseActs()).isEmpty();
    }

    @Test
    void a_part_with_nothing_left_to_do_is_passed_over_beside_the_lease_of_another_run() {
        behind(Stage.CHASSIS_A);
        bench.sgm("1_02").lease(EVE);

        prove(Stage.CHASSIS_A);

        assertThat(steps.passedOver()).containsOnlyKeys(Stage.CHASSIS_A);
    }

    @Test
    void a_fail_over_that_an_earlier_run_ordered_is_waited_for_before_anything_is_decided() {
        ready(Stage.FAILOVER);
        bench.earlier("a", intended("4.C", DOWN_B, "chassisDown", "chassis2"))
                .before("asg stat -v", () -> bench.down(CHASSIS2).role(CHASSIS1, "ACTIVE"));

        prove(Stage.FAILOVER);

        assertThat(notes())
                .contains("Run a sent 'asg chassis_admin -c 2 down' before; whether it takes effect is waited for.");
        assertThat(steps.passedOver()).containsOnlyKeys(Stage.FAILOVER);
    }

    @Test
    void a_rehearsal_does_not_wait_for_what_an_earlier_run_ordered() {
        ready(Stage.FAILOVER);
        bench.earlier("a", intended("4.C", DOWN_B, "chassisDown", "chassis2"));

        prove(Stage.FAILOVER, false);

        assertThat(notes()).noneMatch(note -> note.contains("whether it takes effect is waited for"));
    }

    @Test
    void what_an_earlier_run_ordered_for_another_part_is_not_waited_for() {
        bench.earlier("a", intended("4.C", DOWN_B, "chassisDown", "chassis2"));

        prove(Stage.CHASSIS_A);

        assertThat(notes()).noneMatch(note -> note.contains("whether it takes effect is waited for"));
    }

    /** An earlier run has ordered the installation, and each SGM of chassis1 has rebooted with the hotfix. */
    private void cameThrough() {
        TreeMap<SgmId, Instant> boots = new TreeMap<>();
        bench.sgmsOf(CHASSIS1).forEach(sgm -> {
            boots.put(sgm.id(), Instant.parse("2026-11-01T06:00:00Z"));
            sgm.has(110).booted(Instant.parse("2026-11-22T01:55:00Z"));
        });
        bench.earlier(
                        "a",
                        new Fact.BootsSeen(Bench.BEGAN.minusSeconds(700), "chassis1", boots),
                        intended("3.F", INSTALL, "install", "chassis1"))
                .down(CHASSIS1);
    }

    @Test
    void a_part_whose_installation_has_come_through_goes_on_from_there() {
        cameThrough();

        prove(Stage.CHASSIS_A);

        assertThat(steps.passedOver()).isEmpty();
        assertThat(measured())
                .containsExactly(
                        "what the part needs: the First Time Configuration Wizard was run on every SGM; no SGM skips the audit questions; chassis2 is ACTIVE with every SGM UP");
        assertThat(bench.leaseActs()).hasSize(4);
    }

    @Test
    void a_part_that_has_come_through_and_is_up_goes_on_all_the_same() {
        cameThrough();
        bench.up(CHASSIS1);

        prove(Stage.CHASSIS_A);

        assertThat(steps.passedOver()).isEmpty();
    }

    @Test
    void a_part_does_not_go_on_when_the_other_chassis_does_not_carry_any_more() {
        cameThrough();
        bench.before("asg stat -v", () -> {})
                .before("asg stat -v", () -> {})
                .before("asg stat -v", () -> bench.sgm("2_02").word("READY"));

        assertThat(refused(Stage.CHASSIS_A))
                .hasMessageContaining(
                        "chassis2 is ACTIVE with every SGM UP; seen: 2_02 READY. Set it right by hand first; chassis1 stays as it is.");
    }

    @Test
    void an_order_of_which_nothing_was_seen_counts_as_void_once_it_had_the_time_to_settle() {
        TreeMap<SgmId, Instant> boots = new TreeMap<>();
        bench.sgmsOf(CHASSIS1).forEach(sgm -> boots.put(sgm.id(), Instant.parse("2026-11-01T06:00:00Z")));
        bench.earlier(
                        "a",
                        new Fact.BootsSeen(Bench.BEGAN.minusSeconds(700), "chassis1", boots),
                        intended("3.F", INSTALL, "install", "chassis1"))
                .down(CHASSIS1)
                .taking("asg stat -v", Duration.ofSeconds(50));

        prove(Stage.CHASSIS_A);

        assertThat(whenNoted("No SGM of chassis1 began it: the order of run a had no effect."))
                .as("settle, 90 s, since the first look, which took 50 s")
                .isAfterOrEqualTo(Bench.BEGAN.plusSeconds(140));
        assertThat(measured()).singleElement().asString().contains("no SGM of chassis1 has the hotfix yet");
    }

    private static Fact finished(String step, Outcome outcome) {
        return new Fact.StepFinished(
                Bench.BEGAN.minusSeconds(60),
                step,
                "compare",
                outcome,
                List.of(),
                List.of(),
                "",
                Duration.ofSeconds(1));
    }

    @Test
    void what_an_earlier_run_found_after_an_earlier_part_is_looked_at_first() {
        bench.earlier("a", finished("after 2", Outcome.FAILED));

        Refused refused = refused(Stage.CHASSIS_A);

        assertThat(refused)
                .hasMessageContaining(
                        "part 3 (@chassisA) cannot begin, so nothing was sent: run a found after part 2 (@imageCloning) that the Security Group is not as it")
                .hasMessageContaining("Look at what it says there, and put it right where it is not meant.")
                .returns("nothing changed by part 2 (@imageCloning) but what it changes", Refused::expected);
        assertThat(refused.finding()).returns(Remedy.AFRESH, Finding::remedy).returns("a", Finding::subject);
        assertThat(bench.leaseActs()).isEmpty();
    }

    @Test
    void what_was_found_after_the_very_part_is_seen_again_as_it_is_done_again() {
        bench.earlier("a", finished("after 3", Outcome.FAILED));

        prove(Stage.CHASSIS_A);

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_was_found_after_the_very_part_is_not_seen_again_when_it_is_passed_over() {
        bench.earlier("a", finished("after 3", Outcome.FAILED));
        behind(Stage.CHASSIS_A);

        assertThat(refused(Stage.CHASSIS_A)).hasMessageContaining("run a found after part 3 (@chassisA)");
    }

    @Test
    void what_was_found_after_a_later_part_does_not_concern_an_earlier_one() {
        bench.earlier("a", finished("after 4", Outcome.FAILED));

        prove(Stage.CHASSIS_A);

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_this_run_has_compared_and_found_right_is_settled() {
        bench.earlier("a", finished("after 2", Outcome.FAILED));
        bench.means().history().record(finished("after 2", Outcome.PASSED));

        prove(Stage.CHASSIS_A);

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_this_run_has_compared_and_not_found_right_is_not_settled() {
        bench.earlier("a", finished("after 2", Outcome.FAILED));
        bench.means().history().record(finished("after 2", Outcome.NOT_PROVEN));

        assertThat(refused(Stage.CHASSIS_A)).hasMessageContaining("run a found after part 2 (@imageCloning)");
    }

    @Test
    void another_comparison_of_this_run_settles_nothing() {
        bench.earlier("a", finished("after 2", Outcome.FAILED));
        bench.means().history().record(finished("after 1", Outcome.PASSED));

        assertThat(refused(Stage.CHASSIS_A)).hasMessageContaining("run a found after part 2 (@imageCloning)");
    }

    @Test
    void the_group_is_written_down_as_it_is_before_the_part() {
        prove(Stage.CHASSIS_A);

        assertThat(bench.means().history().facts())
                .anyMatch(fact -> fact instanceof Fact.SnapshotTaken taken
                        && taken.stage().equals("@chassisA")
                        && taken.moment() == Fact.Moment.BEFORE);
    }
}
