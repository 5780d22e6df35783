package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChassisAdminTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void chassis_2_is_active() {
        desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF), root);
    }

    @Test
    void the_dialogue_is_the_printed_one() {
        assertThat(desk.expert("2_1", "asg chassis_admin -c 1 down", "y", "Ann Operator", "Change 17"))
                .isEqualTo("""
                        You are about to perform Chassis_admin down on Chassis: 1
                        Are you sure? (Y - yes, any other key - no) y
                        Chassis_admin down requires auditing
                        Enter your full name: Ann Operator
                        Enter reason for chassis_admin down [Maintenance]: Change 17
                        WARNING: Chassis_admin down on Chassis: 1, User: Ann Operator, Reason: Change 17
                        Chassis 1 is going DOWN...
                        Chassis 1 state is DOWN
                        """);
        assertThat(desk.expert("2_1", "asg log audit"))
                .contains("Chassis_admin down on Chassis: 1, User: Ann Operator, Reason: Change 17");
    }

    @Test
    void any_other_key_cancels() {
        assertThat(desk.expert("2_1", "asg chassis_admin -c 2 down", "N")).doesNotContain("auditing");
        assertThat(desk.group.read(() -> desk.group.orders())).isEmpty();
    }

    @Test
    void it_may_be_repeated() {
        desk.chassis(1, "down");

        assertThat(desk.expert("2_1", "asg chassis_admin -c 1 down", "y", "Ann", ""))
                .endsWith("Chassis 1 is already DOWN\nChassis 1 state is DOWN\n");
    }

    @Test
    void connections_fail_over_and_the_chassis_that_comes_back_is_standby() {
        desk.chassis(2, "down");
        assertThat(roles()).isEqualTo("ACTIVE DOWN");
        assertThat(desk.group.smo()).contains(desk.sgm("1_1"));

        desk.chassis(2, "up");
        assertThat(roles()).isEqualTo("ACTIVE STANDBY");
        assertThat(desk.group.ledger().outages()).isEmpty();
        assertThat(desk.group.ledger().whoCarried()).hasSize(2);
    }

    @Test
    void the_last_one_keeps_a_member_active_and_says_so() {
        desk.chassis(1, "down");

        String screen = desk.expert("2_1", "asg chassis_admin -c 2 down", "y", "Ann", "");

        assertThat(screen).endsWith("Chassis 2 state is ACTIVE(!)\n");
        assertThat(desk.stateOf("2_1")).isEqualTo("ACTIVE(!)");
        assertThat(desk.stateOf("2_2")).isEqualTo("DOWN");
        assertThat(desk.group.ledger().outages()).isEmpty();
    }

    @Test
    void the_last_member_says_so_as_well() {
        desk.chassis(1, "down");

        assertThat(desk.expert("2_1", "g_clusterXL_admin -b chassis2 down", "y", "Ann", ""))
                .contains("-*- 1 blade: 2_01 -*-", "Member current state is ACTIVE(!)")
                .contains("-*- 1 blade: 2_02 -*-", "Member current state is DOWN");
    }

    @Test
    void the_screen_shows_the_old_state_for_a_few_seconds() {
        desk.expert("2_1", "asg chassis_admin -c 1 down", "y", "Ann", "");
        assertThat(desk.expert("2_1", "asg stat")).contains("STANDBY");

        desk.pass(Duration.ofSeconds(5));
        assertThat(desk.expert("2_1", "asg stat"))
                .doesNotContain("STANDBY")
                .contains("| 2                      DOWN  ");
    }

    private String roles() {
        return String.join(
                " ",
                desk.group.view().chassis().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
