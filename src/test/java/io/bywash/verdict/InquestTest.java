package io.bywash.verdict;

import static io.bywash.verdict.RecordedReality.A;
import static io.bywash.verdict.RecordedReality.B;
import static io.bywash.verdict.RecordedReality.TAKE;
import static io.bywash.verdict.RecordedReality.act;
import static io.bywash.verdict.RecordedReality.at;
import static io.bywash.verdict.RecordedReality.fault;
import static io.bywash.verdict.RecordedReality.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmState;
import io.bywash.group.Take;
import io.bywash.verdict.ActReceived.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InquestTest {
    private static final String DOWN_1 = "asg chassis_admin -c 1 down";
    private static final String DOWN_2 = "asg chassis_admin -c 2 down";
    private static final String INSTALL = "installer install 3 member_ids 1_1";

    private final RecordedReality reality = new RecordedReality();

    @Test
    void a_quiet_day_breaks_no_rule() {
        assertThat(reality.violated()).isEmpty();
    }

    @Nested
    class NoFalsePassing {
        @Test
        void chassis_A_passes_with_the_take_and_every_SGM_up() {
            reality.take(A, 10, TAKE).run("@chassisA", 0, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void chassis_A_does_not_pass_without_the_take() {
            reality.run("@chassisA", 0, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void chassis_A_does_not_pass_with_another_take() {
            reality.take(A, 10, new Take(109)).run("@chassisA", 0, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void chassis_A_does_not_pass_while_an_SGM_is_down() {
            reality.take(A, 10, TAKE).state(A, 20, SgmState.DOWN).run("@chassisA", 0, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void what_happens_after_the_last_look_is_no_false_pass() {
            reality.take(A, 10, TAKE).state(A, 95, SgmState.DOWN).run("@chassisA", 0, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void the_fail_over_does_not_pass_while_chassis_A_is_Standby() {
            reality.take(A, 10, TAKE).run("@failover", 20, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void chassis_B_does_not_pass_without_the_take_on_both() {
            reality.take(A, 10, TAKE)
                    .roles(20, ChassisRole.ACTIVE, ChassisRole.STANDBY)
                    .run("@chassisB", 20, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void chassis_B_does_not_pass_with_the_roles_the_other_way_round() {
            reality.take(A, 10, TAKE).take(B, 10, TAKE).run("@chassisB", 20, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void the_preparation_does_not_pass_while_an_SGM_stores_another_build() {
            reality.stored(A, 0, false).run("@preliminary", 1, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void cloning_does_not_pass_while_it_is_on_anywhere() {
            reality.cloning(B, 0, true).run("@imageCloning", 10, 100, Outcome.PASSED, 90);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @ParameterizedTest
        @CsvSource({
            "3.K, 1_01 by cpinfo, Take 110",
            "4.C, role of chassis1, ACTIVE",
            "4.C, state of chassis2, DOWN",
            "2.E, SGMs whose image cloning is not off, []",
            "3.J, SGMs that are not UP, []",
            "3.C, chassis1 carries, with every SGM"
        })
        void no_step_says_that_something_is_so_and_it_is_not(String step, String name, String said) {
            reality.cloning(A, 1, true)
                    .state(A, 1, SgmState.DOWN)
                    .measured("@chassisA", 20, 100, step, Outcome.PASSED, name, said, said);

            assertThat(reality.violated()).containsExactly("NoFalsePass");
        }

        @Test
        void a_step_may_say_what_was_so_for_a_moment() {
            reality.state(A, 1, SgmState.DOWN)
                    .state(A, 50, SgmState.UP)
                    .state(A, 51, SgmState.DOWN)
                    .measured("@chassisA", 20, 100, "3.J", Outcome.PASSED, "SGMs that are not UP", "[]", "[]");

            assertThat(reality.violated()).isEmpty();
        }
    }

    @Nested
    class OutagesByUs {
        @Test
        void an_order_that_leaves_nobody_to_carry_is_one() {
            reality.run("@failover", 0, 100, Outcome.FAILED, 10)
                    .down(20, 2, B)
                    .carrying(45, Set.of(), act(DOWN_2))
                    .state(B, 45, SgmState.DOWN, act(DOWN_2));

            assertThat(reality.violated()).contains("NoOutageByUs");
        }

        @Test
        void it_is_none_when_a_fault_took_the_other_chassis_after_the_last_look() {
            reality.run("@failover", 0, 100, Outcome.PASSED, 10)
                    .down(20, 2, B)
                    .state(A, 30, SgmState.DOWN, fault("ACTIVE(!) on down"))
                    .carrying(45, Set.of(), act(DOWN_2));

            assertThat(reality.violated()).doesNotContain("NoOutageByUs");
        }

        @Test
        void an_order_sent_while_the_other_chassis_was_seen_to_be_down_is_one_even_if_a_fault_took_it() {
            reality.run("@failover", 0, 100, Outcome.FAILED, 10)
                    .state(A, 1, SgmState.DOWN, fault("SGM flaps"))
                    .down(20, 2, B)
                    .carrying(45, Set.of(), act(DOWN_2));

            assertThat(reality.violated()).contains("NoOutageByUs");
        }

        @Test
        void an_order_sent_on_a_lying_screen_is_none() {
            reality.run("@failover", 0, 100, Outcome.FAILED, 10)
                    .state(A, 1, SgmState.DOWN, fault("SGM flaps"))
                    .lie(1, 15)
                    .down(20, 2, B)
                    .carrying(45, Set.of(), act(DOWN_2));

            assertThat(reality.violated()).doesNotContain("NoOutageByUs");
        }

        @Test
        void an_act_on_both_chassis_at_once_is_one() {
            reality.run("@chassisA", 0, 100, Outcome.FAILED, 10)
                    .act(20, Kind.INSTALL, A, INSTALL, A, B)
                    .carrying(21, Set.of(), act(INSTALL));

            assertThat(reality.violated()).contains("NoOutageByUs");
        }

        @Test
        void an_outage_by_a_fault_is_not_ours() {
            reality.struck(20, "SGM flaps", false)
                    .run("@chassisA", 0, 100, Outcome.FAILED, 10)
                    .carrying(21, Set.of(), fault("SGM flaps"))
                    .state(B, 21, SgmState.DOWN, fault("SGM flaps"));

            assertThat(reality.violated()).isEmpty();
        }
    }

    @Nested
    class BothChassisDown {
        @Test
        void an_order_that_leaves_both_down_breaks_the_rule() {
            reality.run("@chassisA", 0, 100, Outcome.FAILED, 10)
                    .state(B, 1, SgmState.DOWN, fault("SGM flaps"))
                    .down(20, 1, A)
                    .roles(45, ChassisRole.DOWN, ChassisRole.DOWN, act(DOWN_1));

            assertThat(reality.violated()).contains("NeverBothDown");
        }

        @Test
        void a_fault_that_leaves_both_down_does_not() {
            reality.roles(45, ChassisRole.DOWN, ChassisRole.DOWN, fault("roles flip"));

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void nor_does_an_order_that_a_fault_overtook() {
            reality.run("@chassisA", 0, 100, Outcome.PASSED, 10)
                    .down(20, 1, A)
                    .state(B, 30, SgmState.DOWN, fault("ACTIVE(!) on down"))
                    .roles(45, ChassisRole.DOWN, ChassisRole.DOWN, act(DOWN_1));

            assertThat(reality.violated()).doesNotContain("NeverBothDown");
        }
    }

    @Nested
    class UnfitSgms {
        private void failsOver() {
            reality.run("@failover", 0, 200, Outcome.PASSED, 90)
                    .down(100, 2, B)
                    .roles(120, ChassisRole.ACTIVE, ChassisRole.DOWN, act(DOWN_2));
        }

        @Test
        void a_fail_over_onto_an_SGM_that_is_not_synchronised_breaks_the_rule() {
            reality.synchronised(A, 5, false);
            failsOver();

            assertThat(reality.violated()).contains("NoFailoverOntoTheUnfit");
        }

        @Test
        void so_does_one_from_an_SGM_that_is_not_synchronised() {
            reality.synchronised(B, 5, false);
            failsOver();

            assertThat(reality.violated()).contains("NoFailoverOntoTheUnfit");
        }

        @Test
        void so_does_one_between_two_policies() {
            reality.policy(A, 5, Optional.of("another"));
            failsOver();

            assertThat(reality.violated()).contains("NoFailoverOntoTheUnfit");
        }

        @Test
        void so_does_one_of_a_group_without_any_policy() {
            reality.policy(A, 5, Optional.empty()).policy(B, 5, Optional.empty());
            failsOver();

            assertThat(reality.violated()).contains("NoFailoverOntoTheUnfit");
        }

        @Test
        void what_was_lost_after_it_was_read_does_not() {
            reality.synchronised(A, 95, false);
            failsOver();

            assertThat(reality.violated()).doesNotContain("NoFailoverOntoTheUnfit");
        }

        @Test
        void nor_does_an_order_to_the_Standby_chassis() {
            reality.synchronised(A, 5, false);
            reality.run("@chassisA", 0, 200, Outcome.PASSED, 90).down(100, 1, A);

            assertThat(reality.violated()).doesNotContain("NoFailoverOntoTheUnfit");
        }
    }

    @Nested
    class ActsTwice {
        @Test
        void an_order_that_is_given_again_before_it_is_carried_out_takes_effect_twice() {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10)
                    .down(20, 1, A)
                    .down(30, 1, A);

            assertThat(reality.violated()).contains("NoActTwice");
        }

        @Test
        void an_order_that_had_no_effect_may_be_given_again() {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10).down(20, 1).down(30, 1, A);

            assertThat(reality.violated()).doesNotContain("NoActTwice");
        }

        @Test
        void so_may_one_that_somebody_else_undid() {
            reality.run("@chassisA", 0, 200, Outcome.NOT_PROVEN, 10)
                    .down(20, 1, A)
                    .roles(45, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .roles(90, ChassisRole.STANDBY, ChassisRole.ACTIVE)
                    .down(100, 1, A);

            assertThat(reality.violated()).doesNotContain("NoActTwice");
        }

        @Test
        void a_chassis_is_not_set_down_up_and_down_in_one_run() {
            reality.run("@chassisA", 0, 200, Outcome.NOT_PROVEN, 10)
                    .down(20, 1, A)
                    .roles(45, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .act(60, Kind.CHASSIS_UP, B, "asg chassis_admin -c 1 up", A)
                    .roles(90, ChassisRole.STANDBY, ChassisRole.ACTIVE)
                    .down(100, 1, A);

            assertThat(reality.violated()).contains("NoActTwice");
        }

        @Test
        void an_installation_is_not_started_while_another_is_at_work() {
            reality.run("@chassisA", 0, 50, Outcome.NOT_PROVEN, 10)
                    .run("@chassisA", 60, 100, Outcome.NOT_PROVEN, 65)
                    .act(20, Kind.INSTALL, A, INSTALL, A)
                    .installing(A, 20, true)
                    .act(70, Kind.INSTALL, A, INSTALL, A);

            assertThat(reality.violated()).contains("NoActTwice");
        }

        @Test
        void an_installation_that_left_nothing_may_be_started_again() {
            reality.run("@chassisA", 0, 50, Outcome.NOT_PROVEN, 10)
                    .run("@chassisA", 60, 100, Outcome.NOT_PROVEN, 65)
                    .act(20, Kind.INSTALL, A, INSTALL, A)
                    .act(70, Kind.INSTALL, A, INSTALL, A);

            assertThat(reality.violated()).doesNotContain("NoActTwice");
        }

        @Test
        void an_installation_that_succeeded_is_not_started_again() {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.INSTALL, A, INSTALL, A)
                    .take(A, 40, TAKE)
                    .act(70, Kind.INSTALL, A, INSTALL, A);

            assertThat(reality.violated()).contains("NoActTwice");
        }

        @Test
        void cloning_is_switched_off_again_only_when_it_came_on_again() {
            reality.run("@imageCloning", 0, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.CLONING_OFF, B, "set smo image auto-clone state off", A, B)
                    .act(30, Kind.CLONING_OFF, B, "set smo image auto-clone state off", A, B);

            assertThat(reality.violated()).contains("NoActTwice");
        }
    }

    @Nested
    class OrdersWhileOneIsUnderWay {
        @Test
        void an_order_that_is_the_first_breaks_no_rule() {
            reality.act(20, Kind.INSTALL, A, INSTALL, A).installing(A, 20, true).take(A, 40, TAKE);

            assertThat(Inquest.into(reality.record())).containsEntry("NoOrderUnderWay", new Verdict.Holds(1));
        }

        @Test
        void an_order_while_the_installation_of_another_is_under_way_breaks_it() {
            reality.installing(A, 10, true).act(20, Kind.INSTALL, A, INSTALL, A);

            assertThat(reality.violated()).contains("NoOrderUnderWay");
        }

        @Test
        void an_order_while_one_SGM_of_several_waits_for_its_reboot_breaks_it() {
            reality.take(B, 10, TAKE).act(20, Kind.INSTALL, A, INSTALL, A, B);

            assertThat(reality.violated()).contains("NoOrderUnderWay");
        }

        @Test
        void an_order_after_one_that_left_another_take_breaks_no_rule() {
            reality.installing(A, 5, true)
                    .installing(A, 10, false)
                    .take(A, 10, new Take(60))
                    .act(20, Kind.INSTALL, A, INSTALL, A);

            assertThat(reality.violated()).doesNotContain("NoOrderUnderWay");
        }
    }

    @Nested
    class ThePlan {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "installer install 3 member_ids all",
                    "installer install 3",
                    "installer install 3 member_ids 1_1,2_1",
                    "installer install 3 member_ids 2_1",
                    "installer install 3 member_ids chassis1"
                })
        void an_installation_is_for_exactly_the_SGMs_of_its_chassis(String line) {
            reality.roles(1, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.INSTALL, A, line);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    INSTALL,
                    "asg_hf_installer -b all install file /var/log/x.tgz no_confirm admin_up",
                    "asg_hf_installer -b 2_1 install file /var/log/x.tgz no_confirm admin_up",
                    "asg_hf_installer -b 1_1,2_1 install file /var/log/x.tgz no_confirm admin_up",
                    "asg_hf_installer -b 1_1 install file /var/log/x.tgz no_confirm admin_up force"
                })
        void without_CPUSE_an_installation_is_in_its_own_words_for_exactly_the_SGMs_of_its_chassis(String line) {
            reality.withoutCpuse()
                    .roles(1, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.INSTALL, B, line);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void without_CPUSE_an_installation_is_not_typed_on_the_chassis_it_is_for() {
            reality.withoutCpuse()
                    .roles(1, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10)
                    .act(
                            20,
                            Kind.INSTALL,
                            A,
                            "asg_hf_installer -b 1_1 install file /var/log/x.tgz no_confirm admin_up");

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void without_CPUSE_nothing_is_imported() {
            reality.withoutCpuse()
                    .run("@preliminary", 2, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.IMPORT, B, "installer import local /var/log/x.tgz");

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void without_CPUSE_an_installation_from_the_SMO_is_planned() {
            reality.withoutCpuse()
                    .roles(1, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10)
                    .act(15, Kind.UPLOAD, B, "upload /var/log/x.tgz.part")
                    .act(
                            20,
                            Kind.INSTALL,
                            B,
                            "asg_hf_installer -b 1_1 install file /var/log/x.tgz no_confirm admin_up");

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void an_installation_of_the_chassis_that_is_down_is_planned() {
            reality.roles(1, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .run("@chassisA", 2, 100, Outcome.PASSED, 10)
                    .act(20, Kind.INSTALL, A, INSTALL)
                    .take(A, 30, TAKE);

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void an_installation_of_a_chassis_that_is_not_down_is_outside() {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10).act(20, Kind.INSTALL, A, INSTALL);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void an_installation_is_typed_on_the_chassis_it_is_for() {
            reality.roles(1, ChassisRole.DOWN, ChassisRole.ACTIVE)
                    .run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.INSTALL, B, INSTALL);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @ParameterizedTest
        @CsvSource({"@preliminary, 1", "@imageCloning, 1", "@failover, 1", "@chassisB, 1", "@chassisA, 2"})
        void a_chassis_is_set_down_in_its_own_stage_only(String stage, int chassis) {
            reality.run(stage, 0, 100, Outcome.NOT_PROVEN, 10).down(20, chassis);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void an_act_between_runs_is_outside() {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10).down(120, 1);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void the_lock_is_taken_over_once_a_stage() {
            reality.run("@imageCloning", 0, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.LOCK_OVERRIDE, B, "lock database override")
                    .act(30, Kind.LOCK_OVERRIDE, B, "lock database override");

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @Test
        void a_lease_is_taken_and_given_back_in_any_stage() {
            reality.run("@failover", 0, 100, Outcome.NOT_PROVEN, 10)
                    .act(20, Kind.LEASE_TAKEN, B, "ln -sT ada@host/1/2026-11-22T20:00:00Z /var/log/bywash.lease", B)
                    .act(30, Kind.LEASE_GIVEN_BACK, B, "unlink /var/log/bywash.lease", B);

            assertThat(reality.violated()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "reboot",
                    "installer agent update",
                    "asg stat -v; reboot",
                    "touch /etc/.asg_auto_confirm",
                    "Embedded-Expert-1",
                    "y"
                })
        void a_line_that_is_not_known_to_read_is_outside(String line) {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10).line(20, line);

            assertThat(reality.violated()).containsExactly("NothingOutsideThePlan");
        }

        @ParameterizedTest
        @CsvSource({"@preliminary, ''", "@failover, NothingOutsideThePlan"})
        void an_upload_that_the_device_did_not_take_belongs_in_part_1(String stage, String violated) {
            reality.run(stage, 0, 100, Outcome.NOT_PROVEN, 10).line(20, "scp -t -- '/var/log/package.tgz.part'");

            assertThat(String.join(" ", reality.violated())).isEqualTo(violated);
        }

        @Test
        void reading_is_allowed() {
            reality.run("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10)
                    .line(20, "asg stat -v")
                    .line(21, "member 1_1")
                    .line(22, "show installer package Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz")
                    .line(23, "grep btime /proc/stat")
                    .line(24, "stat -c %s /var/log/package.tgz");

            assertThat(reality.violated()).isEmpty();
        }
    }

    @Nested
    class Hangs {
        @Test
        void a_run_that_never_ended_hangs() {
            RunTold run = told("@chassisA", 0, 100, Outcome.NOT_RUN, 10);
            reality.add(with(run, Duration.ofSeconds(1), false));

            assertThat(reality.violated()).containsExactly("NoHang");
        }

        @Test
        void a_run_that_took_longer_than_its_deadline_hangs() {
            RunTold run = told("@chassisA", 0, 100, Outcome.NOT_PROVEN, 10);
            reality.add(with(run, Duration.ofSeconds(91), true));

            assertThat(reality.violated()).containsExactly("NoHang");
        }

        private static RunTold with(RunTold run, Duration took, boolean ended) {
            return new RunTold(
                    run.stage(),
                    run.from(),
                    run.until(),
                    run.outcome(),
                    run.said(),
                    run.steps(),
                    run.looks(),
                    run.cutOff(),
                    took,
                    run.deadline(),
                    ended,
                    run.failurePage(),
                    Optional.empty());
        }
    }

    @Nested
    class Honesty {
        @Test
        void nothing_is_measured_on_an_SGM_that_lets_nobody_in() {
            reality.answering(A, 1, false)
                    .measured("@chassisA", 20, 100, "3.H", Outcome.PASSED, "boot of 1_01", "after noon", "after noon");

            assertThat(reality.violated()).containsExactly("HonestAboutTheUnknown");
        }

        @Test
        void what_was_right_all_the_while_is_not_called_failed() {
            reality.measured("@failover", 20, 100, "4.A", Outcome.FAILED, "role of chassis2", "ACTIVE", "DOWN");

            assertThat(reality.violated()).containsExactly("HonestAboutTheUnknown");
        }

        @Test
        void what_a_lying_screen_showed_may_be_called_failed() {
            reality.lie(30, 60)
                    .measured("@failover", 20, 100, "4.A", Outcome.FAILED, "role of chassis2", "ACTIVE", "DOWN");

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void what_was_wrong_is_called_failed() {
            reality.measured("@chassisA", 20, 100, "3.K", Outcome.FAILED, "1_01 by cpinfo", "Take 110", "no Jumbo");

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void what_was_not_read_is_not_called_failed() {
            reality.measured(
                    "@preliminary", 20, 100, "1.B", Outcome.FAILED, "SHA-256 on the device", "1c94", "not measured");

            assertThat(reality.violated()).containsExactly("HonestAboutTheUnknown");
        }

        @Test
        void a_group_that_did_nothing_wrong_is_not_called_failed() {
            reality.struck(20, "link black-holed", true).run("@chassisA", 0, 100, Outcome.FAILED, 10);

            assertThat(reality.violated()).containsExactly("HonestAboutTheUnknown");
        }

        @Test
        void nor_for_what_it_does_after_the_run() {
            reality.struck(120, "SGM flaps", false).run("@chassisA", 0, 100, Outcome.FAILED, 10);

            assertThat(reality.violated()).containsExactly("HonestAboutTheUnknown");
        }

        @Test
        void a_group_that_did_something_wrong_may_be_called_failed() {
            reality.struck(20, "SGM flaps", false).run("@chassisA", 0, 100, Outcome.FAILED, 10);

            assertThat(reality.violated()).isEmpty();
        }

        @Test
        void what_became_of_an_act_that_was_cut_off_is_looked_at() {
            RunTold run = told("@chassisA", 0, 100, Outcome.FAILED, 10);
            reality.struck(20, "unknown question", false)
                    .add(new RunTold(
                            run.stage(),
                            run.from(),
                            run.until(),
                            run.outcome(),
                            run.said(),
                            run.steps(),
                            run.looks(),
                            List.of(new RunTold.Cut(at(50), DOWN_1)),
                            run.took(),
                            run.deadline(),
                            run.ended(),
                            run.failurePage(),
                            Optional.empty()));

            assertThat(reality.violated()).containsExactly("HonestAboutTheUnknown");
        }
    }

    @Nested
    class TheWayBack {
        @Test
        void a_run_that_left_a_chassis_down_and_no_page_does_not_tell_it() {
            reality.down(20, 1, A).add(page(Optional.empty()));

            assertThat(reality.violated()).containsExactly("WayBackTold");
        }

        @Test
        void a_whole_page_tells_it() {
            reality.down(20, 1, A)
                    .add(page(Optional.of(RecordedReality.failurePage().toList())));

            assertThat(reality.violated()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"expected", "seen", "chassis1", "chassis2", "next", "resume", "rollback"})
        void a_page_without_one_of_its_lines_does_not(String label) {
            reality.down(20, 1, A)
                    .add(page(Optional.of(RecordedReality.failurePage()
                            .filter(line -> !line.startsWith(label))
                            .toList())));

            assertThat(reality.violated()).containsExactly("WayBackTold");
        }

        @Test
        void a_label_with_nothing_behind_it_tells_nothing() {
            reality.down(20, 1, A)
                    .add(page(Optional.of(RecordedReality.failurePage()
                            .map(line -> line.startsWith("rollback") ? "rollback   " : line)
                            .toList())));

            assertThat(reality.violated()).containsExactly("WayBackTold");
        }

        @Test
        void a_page_has_25_lines_at_most() {
            List<String> page = Stream.concat(
                            RecordedReality.failurePage(),
                            Stream.generate(() -> "more").limit(18))
                    .toList();
            reality.down(20, 1, A).add(page(Optional.of(page)));

            assertThat(reality.violated()).containsExactly("WayBackTold");
        }

        @Test
        void a_run_that_changed_nothing_needs_no_page() {
            reality.add(page(Optional.empty()));

            assertThat(reality.violated()).isEmpty();
        }

        private static RunTold page(Optional<List<String>> page) {
            RunTold run = told("@chassisA", 0, 100, Outcome.BROKEN, 10);
            return new RunTold(
                    run.stage(),
                    run.from(),
                    run.until(),
                    run.outcome(),
                    run.said(),
                    run.steps(),
                    run.looks(),
                    run.cutOff(),
                    run.took(),
                    run.deadline(),
                    run.ended(),
                    page,
                    Optional.empty());
        }
    }

    @Nested
    class SameAgainFromTheLines {
        @Test
        void a_run_that_comes_out_otherwise_when_it_is_gone_through_again_is_told() {
            reality.add(told("@chassisA", 0, 100, Outcome.BROKEN, 10)
                    .derivedOtherwise(Optional.of("step 3.K: the history says passed, derived is failed")));

            assertThat(reality.violated()).containsExactly("SameAgain");
        }
    }
}
