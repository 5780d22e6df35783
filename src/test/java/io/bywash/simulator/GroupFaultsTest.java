package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.simulator.Colleague.Deed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupFaultsTest {
    private static final Victim SGM_1_2 = new Victim(ChassisId.CHASSIS1, 1);
    private static final Victim SGM_2_2 = new Victim(ChassisId.CHASSIS2, 1);
    private static final When IN_A_MINUTE = When.at(Duration.ofMinutes(1));

    @TempDir
    Path root;

    @Test
    void the_chassis_that_is_set_down_has_to_carry_alone() {
        Desk desk = desk(new OthersFailOnDown(When.chassisGoesDown(1), "FSYNC"));

        desk.pass(Duration.ofMinutes(1));

        String screen = desk.expert("2_1", "asg chassis_admin -c 1 down", "y", "Ann", "");

        assertThat(screen).endsWith("Chassis 1 state is ACTIVE(!)\n");
        assertThat(desk.group.ledger().outages()).isEmpty();
        assertThat(desk.group.ledger().bothChassisDown()).hasSize(1);
        assertThat(desk.group.ledger().whoCarried().get(1).because()).containsExactly(Cause.fault("the fault"));
    }

    @Test
    void a_chassis_that_is_set_down_stays_in_service() {
        Desk desk = desk(new SetDownRefused(When.chassisGoesDown(1)));
        desk.pass(Duration.ofMinutes(1));

        String screen = desk.expert("2_1", "asg chassis_admin -c 2 down", "y", "Ann", "");
        desk.pass(Duration.ofMinutes(1));

        assertThat(screen).endsWith("Chassis 2 state is ACTIVE(!)\n");
        assertThat(desk.expert("2_1", "asg stat -v"))
                .contains("|                        STANDBY                      ACTIVE ")
                .contains("ACTIVE                       ACTIVE(!)");
        assertThat(desk.group.ledger().outages()).isEmpty();
    }

    @Test
    void chassis_a_is_degraded_from_the_start() {
        Desk desk = desk(new SgmLost(When.atTheStart(), SGM_1_2, "FSYNC"));

        assertThat(desk.expert("2_1", "asg stat -v"))
                .contains("| 2                      DOWN                         ACTIVE")
                .contains("1 / 2");
    }

    @Test
    void chassis_b_loses_an_sgm_while_a_is_installed() {
        Desk desk = desk(new SgmLost(
                When.taskBegins(CpuseTask.Kind.INSTALL)
                        .on(new Victim(ChassisId.CHASSIS1, 0))
                        .plus(Duration.ofMinutes(3)),
                SGM_2_2,
                "ROUTED"));
        desk.chassis(1, "down");

        desk.install("1_1", "1_1-1_2");

        assertThat(desk.stateOf("2_2")).isEqualTo("DOWN");
        Span<String> down = desk.group.ledger().states(SgmId.parse("2_2")).get(1);
        assertThat(down.byFault()).isTrue();
        assertThat(down.from()).isAfter(Desk.START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void an_SGM_of_the_chassis_that_carries_is_not_synchronised() {
        Desk desk = desk(new SyncOff(When.atTheStart(), SGM_2_2, "SIC failure"));

        assertThat(desk.expert("2_1", "g_all -a cphaprob syncstat"))
                .contains("Sync status: OK", "Sync status: Off - SIC failure");
        assertThat(desk.expert("2_1", "asg stat -v")).contains("Sync to Active chassis:     Enabled");
        assertThat(desk.stateOf("2_2")).isEqualTo("ACTIVE");
    }

    @Test
    void an_SGM_has_another_policy_under_the_same_name_and_date() {
        Desk desk = desk(new PolicyDiffers(When.atTheStart(), SGM_1_2));

        assertThat(desk.expert("2_1", "asg policy verify"))
                .containsPattern("\\|1_01   \\|Standard           \\|01Mar31 09:04  \\|\\w{9}        \\|Failed  \\|")
                .containsPattern("\\|1_02   \\|Standard           \\|01Mar31 09:04  \\|\\w{9}        \\|Failed  \\|")
                .contains("[1_02:0]: Policy signature doesn't match on all SGMs");
        assertThat(desk.expert("2_1", "asg stat -v")).contains("| FW Policy Date                | 01Mar31 09:04");
        assertThat(desk.group.ledger().policies(SgmId.parse("1_2")))
                .extracting(span -> span.what().orElseThrow())
                .endsWith("another, of 1_02");
    }

    @Test
    void a_policy_that_is_installed_on_the_group_is_one_again() {
        FaultPlan both = FaultPlan.of("the fault", ambush -> {
            new PolicyDiffers(When.atTheStart(), SGM_1_2).lieInWait(ambush);
            new Colleague(IN_A_MINUTE, Deed.INSTALLS_POLICY, SGM_2_2).lieInWait(ambush);
        });
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withFaults(both), root);
        desk.pass(Duration.ofMinutes(2));

        assertThat(desk.expert("2_1", "asg policy verify"))
                .contains("|Policy Verification completed successfully")
                .doesNotContain("Failed");
    }

    @Test
    void one_SGM_says_nothing_of_its_synchronisation() {
        Desk desk = desk(new TakeOverUnread(SGM_1_2, TakeOverUnread.Answer.SILENT));

        assertThat(desk.expert("1_2", "cphaprob syncstat")).isEmpty();
        assertThat(desk.expert("1_1", "cphaprob syncstat")).contains("Sync status: OK");
        assertThat(desk.expert("1_1", "asg policy verify")).contains("|1_02 ");
    }

    @Test
    void one_SGM_is_missing_in_the_table_of_the_policy() {
        Desk desk = desk(new TakeOverUnread(SGM_1_2, TakeOverUnread.Answer.MISSING_IN_THE_TABLE));

        assertThat(desk.expert("1_1", "asg policy verify")).contains("|1_01 ").doesNotContain("|1_02 ");
        assertThat(desk.expert("1_2", "cphaprob syncstat")).contains("Sync status: OK");
    }

    @Test
    void answers_come_late() {
        Desk desk = desk(new TakeOverSlow(Duration.ofMinutes(7)));

        desk.expert("2_1", "cphaprob syncstat");

        assertThat(desk.clock.now()).isEqualTo(Desk.START.plus(Duration.ofMinutes(7)));
    }

    @Test
    void the_roles_are_swapped_before_anybody_looks() {
        Desk desk = desk(new RolesFlip(When.atTheStart()));

        assertThat(desk.expert("1_1", "asg stat")).contains("ACTIVE                       STANDBY");
        assertThat(desk.group.smo().orElseThrow().id()).isEqualTo(SgmId.parse("1_1"));
    }

    @Test
    void the_roles_flip_by_themselves() {
        Desk desk = desk(new RolesFlip(IN_A_MINUTE));

        desk.pass(Duration.ofMinutes(2));

        assertThat(desk.group.view().active()).isEqualTo(ChassisId.CHASSIS1);
        assertThat(desk.group.ledger().chassis()).hasSize(2);
        assertThat(desk.group.ledger().outages()).isEmpty();
    }

    @Test
    void screens_show_a_stale_state_for_a_while() {
        Desk desk =
                desk(new ShownWrong(When.before("asg chassis_admin", 1), ShownWrong.Lie.STALE, Duration.ofMinutes(8)));

        desk.chassis(1, "down");

        assertThat(desk.expert("2_1", "asg stat")).contains("STANDBY ").doesNotContain("DOWN");
        desk.pass(Duration.ofMinutes(7));
        assertThat(desk.expert("2_1", "asg stat")).contains("DOWN ");
    }

    @Test
    void both_chassis_are_shown_active() {
        Desk desk = desk(new ShownWrong(IN_A_MINUTE, ShownWrong.Lie.BOTH_ACTIVE, Duration.ofMinutes(8)));

        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.expert("2_1", "asg stat"))
                .contains("ACTIVE                       ACTIVE")
                .doesNotContain("STANDBY");
        assertThat(desk.group.view().chassis()).containsValue("STANDBY");
        desk.pass(Duration.ofMinutes(8));
        assertThat(desk.expert("2_1", "asg stat")).contains("STANDBY");
    }

    @Test
    void an_sgm_has_no_policy_after_its_reboot() {
        Desk desk = desk(new PolicyMissing(SGM_1_2));
        desk.chassis(1, "down");
        desk.install("1_1", "1_1-1_2");

        assertThat(desk.expert("2_1", "asg stat -v")).contains("| FW Policy Date                | NA ");
    }

    @Test
    void a_colleague_installs_a_policy() {
        Desk desk = desk(new Colleague(IN_A_MINUTE, Deed.INSTALLS_POLICY, SGM_2_2));
        String before = desk.expert("2_1", "asg stat -v | grep Policy");

        desk.pass(Duration.ofMinutes(2));

        assertThat(desk.expert("2_1", "asg stat -v | grep Policy"))
                .isNotEqualTo(before)
                .contains("FW Policy Date");
        assertThat(desk.expert("2_1", "asg log audit")).contains("policy installation, User: Mira Colleague");
    }

    @Test
    void a_colleague_sets_an_sgm_down() {
        Desk desk = desk(new Colleague(IN_A_MINUTE, Deed.SETS_SGM_DOWN, SGM_2_2));

        desk.pass(Duration.ofMinutes(1));

        assertThat(desk.stateOf("2_2")).isEqualTo("DOWN (admin)");
        assertThat(desk.expert("2_1", "asg log audit")).contains("on blades: 2_02, User: Mira Colleague");
        assertThat(desk.group.ledger().acts()).isEmpty();
    }

    @Test
    void a_colleague_switches_cloning_on() {
        Desk desk = desk(new Colleague(IN_A_MINUTE, Deed.SWITCHES_CLONING_ON, SGM_2_2));

        desk.pass(Duration.ofMinutes(1));

        assertThat(desk.gclish("2_1", "show smo image auto-clone state")).doesNotContain("state is off");
        assertThat(desk.group.ledger().cloning(SgmId.parse("1_1")))
                .extracting(Span::what)
                .containsExactly(false, true);
    }

    @Test
    void a_colleague_sets_the_chassis_up_that_is_worked_on() {
        Desk desk = desk(new Colleague(
                When.taskBegins(CpuseTask.Kind.INSTALL).plus(Duration.ofMinutes(1)), Deed.SETS_CHASSIS_UP, SGM_2_2));
        desk.chassis(1, "down");
        desk.install("1_1", "1_1-1_2");

        assertThat(desk.stateOf("1_1")).isEqualTo("ACTIVE");
    }

    @Test
    void the_clock_jumps_and_boot_times_with_it() {
        Desk desk = desk(new ClockJumps(IN_A_MINUTE, Duration.ofHours(-3)));
        String booted = desk.expert("2_1", "uptime -s");

        desk.pass(Duration.ofMinutes(1));

        assertThat(desk.expert("2_1", "date '+%F %T'")).isEqualTo("2031-03-04 07:16:00\n");
        assertThat(desk.expert("2_1", "uptime -s")).isNotEqualTo(booted);
        assertThat(desk.expert("2_1", "uptime")).contains("up 26 days");
    }

    private Desk desk(Fault fault) {
        return new Desk(Desk.twoByTwo(StartingState.CLONING_OFF).withFaults(FaultPlan.of("the fault", fault)), root);
    }
}
