package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.History;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.UnknownQuestion;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChassisAdminTest {
    private static final String PROMPT = "[Expert@harbour-ch02-01:0]# ";
    private static final String SURE = "Are you sure? (Y - yes, any other key - no) ";

    private final ChassisAdmin admin =
            new ChassisAdmin(Dialect.of(Release.R81_10), new Audit("Mary Anning", "CHG-7"), Duration.ofMillis(300));

    private static Permit permit() {
        return permit(Dialect.of(Release.R81_10), "asg chassis_admin -c 1 down");
    }

    private static Permit permit(Dialect dialect, String line) {
        return new Permits(dialect, SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forChassis("3.C", ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line, () -> {});
    }

    private static ScriptedTerminal dialogue(String line, String action, String object, String end) {
        return ScriptedTerminal.saying(PROMPT)
                .line(line, "You are about to perform " + action + " on " + object + "\r\n" + SURE)
                .line("y", action + " requires auditing\r\nEnter your full name: ")
                .line("Mary Anning", "Enter reason for " + action + " [Maintenance]: ")
                .line(
                        "CHG-7",
                        "WARNING: " + action + " on " + object + ", User: Mary Anning, Reason: CHG-7\r\n" + end + "\r\n"
                                + PROMPT);
    }

    @Test
    void a_chassis_is_set_down_through_the_audit_dialogue() {
        ScriptedTerminal terminal = dialogue(
                "asg chassis_admin -c 1 down",
                "Chassis_admin down",
                "Chassis: 1",
                "Chassis 1 is going DOWN...\r\nChassis 1 state is DOWN");

        assertThat(admin.down(terminal.session(), permit())).isEqualTo("DOWN");
        assertThat(terminal.finished()).isTrue();
    }

    @Test
    void the_members_of_the_chassis_can_be_set_down_instead_where_the_dialect_says_so() {
        Dialect dialect =
                Dialect.of(Release.R81_10).with(Map.of("chassisDown", "g_clusterXL_admin -b chassis{chassis} down"));
        ChassisAdmin members = new ChassisAdmin(dialect, new Audit("Mary Anning", "CHG-7"), Duration.ofMillis(300));
        ScriptedTerminal terminal = dialogue(
                "g_clusterXL_admin -b chassis1 down",
                "blade state change to down",
                "blades: 1_01,1_02",
                "Members outputs:\r\n-*- 2 blades: 1_01 1_02 -*-\r\nMember current state is DOWN");

        assertThat(members.down(terminal.session(), permit(dialect, "g_clusterXL_admin -b chassis1 down")))
                .isEqualTo("DOWN");
    }

    @Test
    void a_question_about_the_other_chassis_is_not_answered() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        "asg chassis_admin -c 1 down",
                        "You are about to perform Chassis_admin down on Chassis: 2\r\n" + SURE)
                .keys("\u0003", "^C\r\n" + PROMPT);

        assertThatThrownBy(() -> admin.down(terminal.session(), permit())).isInstanceOf(UnknownQuestion.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_down_that_ends_in_another_state_is_a_failure() {
        ScriptedTerminal terminal = dialogue(
                "asg chassis_admin -c 1 down", "Chassis_admin down", "Chassis: 1", "Chassis 1 state is ACTIVE(!)");

        assertThatThrownBy(() -> admin.down(terminal.session(), permit()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("ended in state ACTIVE(!) instead of DOWN");
    }

    @Test
    void an_audit_entry_in_another_name_is_a_failure() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        "asg chassis_admin -c 1 down",
                        "You are about to perform Chassis_admin down on Chassis: 1\r\n" + SURE)
                .line("y", "Chassis_admin down requires auditing\r\nEnter your full name: ")
                .line("Mary Anning", "Enter reason for chassis_admin down [Maintenance]: ")
                .line("CHG-7", "WARNING: User: y, Reason: Mary Anning\r\nChassis 1 state is DOWN\r\n" + PROMPT);

        assertThatThrownBy(() -> admin.down(terminal.session(), permit()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("User: Mary Anning, Reason: CHG-7");
    }

    @Test
    void a_chassis_that_went_down_without_its_audit_questions_proves_nothing() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line("asg chassis_admin -c 1 down", "Chassis 1 state is DOWN\r\n" + PROMPT);

        assertThatThrownBy(() -> admin.down(terminal.session(), permit()))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("asked 0 of its 3 audit questions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_01,1_02",
                "1_01, 1_02",
                "1_01 1_02",
                "1_01-1_02",
                "1_1-1_14",
                "1_2,1_1",
                "1_1",
                "chassis1",
                "Chassis 1"
            })
    void the_members_may_be_named_in_several_ways(String members) {
        assertThat(membersDown(members, "Member current state is DOWN")).isEqualTo("DOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "DOWN.", "down", "DOWN (admin)", "DOWN(admin)"})
    void down_is_written_in_several_ways(String word) {
        assertThat(membersDown("1_01,1_02", "Member current state is " + word)).startsWith("DOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-*- 1 blade: 1_01 -*-\r\nMember current state is ACTIVE(!)\r\n-*- 1 blade: 1_02 -*-\r\nMember current state is DOWN",
                "-*- 1 blade: 1_01 -*-\r\nMember current state is DOWN\r\n-*- 1 blade: 1_02 -*-\r\nMember current state is ACTIVE (!)",
                "Member current state is nearly DOWN",
                "Member current state is not DOWN",
            })
    void one_member_that_stays_in_service_is_enough_for_a_failure(String end) {
        assertThatThrownBy(() -> membersDown("1_01,1_02", end))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("instead of DOWN");
    }

    @Test
    void a_member_that_could_not_be_reached_proves_nothing() {
        assertThatThrownBy(
                        () -> membersDown(
                                "1_01,1_02",
                                "Failed to connect to 1_01 (Connection timed out).\r\n-*- 1 blade: 1_02 -*-\r\nMember current state is DOWN"))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("Failed to connect to 1_01");
    }

    @Test
    void the_state_of_the_other_chassis_is_not_the_answer() {
        ScriptedTerminal terminal =
                dialogue("asg chassis_admin -c 1 down", "Chassis_admin down", "Chassis: 1", "Chassis 2 state is DOWN");

        assertThatThrownBy(() -> admin.down(terminal.session(), permit())).isInstanceOf(NotProven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2_01,2_02", "1_01,2_02", "chassis2", "chassis_active", "all", "1_01-2_02", "1_02-1_01", "1_15"})
    void members_that_are_not_all_of_the_chassis_are_not_answered(String members) {
        Dialect dialect =
                Dialect.of(Release.R81_10).with(Map.of("chassisDown", "g_clusterXL_admin -b chassis{chassis} down"));
        String line = "g_clusterXL_admin -b chassis1 down";
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(line, "You are about to perform blade state change to down on blades: " + members + "\r\n" + SURE)
                .keys("\u0003", "^C\r\n" + PROMPT);

        assertThatThrownBy(() -> new ChassisAdmin(dialect, new Audit("Mary Anning", "CHG-7"), Duration.ofMillis(900))
                        .down(terminal.session(), permit(dialect, line)))
                .isInstanceOf(UnknownQuestion.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    /** As R81 prints it (REFERENCE 14.5). */
    @Test
    void the_audit_dialogue_may_be_in_lower_case_and_in_the_words_of_a_member() {
        Dialect dialect = Dialect.of(Release.R81).with(Map.of("chassisDown", "asg_sgm_admin -b chassis{chassis} down"));
        String line = "asg_sgm_admin -b chassis1 down";
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        line,
                        "You are about to perform sgm_admin down on blades: chassis1\r\n\r\n"
                                + "Are you sure? (y - yes, any other key - no) ")
                .line("y", "\r\nsgm_admin down requires auditing\r\nEnter your full name: ")
                .line("Mary Anning", "Enter reason for sgm_admin down [Maintenance]: ")
                .line(
                        "CHG-7",
                        "WARNING: sgm_admin down on SGM: chassis1, User: Mary Anning, Reason: CHG-7\r\nMember current state is DOWN\r\n"
                                + PROMPT);

        assertThat(new ChassisAdmin(dialect, new Audit("Mary Anning", "CHG-7"), Duration.ofMillis(300))
                        .down(terminal.session(), permit(dialect, line)))
                .isEqualTo("DOWN");
    }

    private static String membersDown(String members, String end) {
        Dialect dialect =
                Dialect.of(Release.R81_10).with(Map.of("chassisDown", "g_clusterXL_admin -b chassis{chassis} down"));
        String line = "g_clusterXL_admin -b chassis1 down";
        ScriptedTerminal terminal = dialogue(line, "blade state change to down", "blades: " + members, end);
        return new ChassisAdmin(dialect, new Audit("Mary Anning", "CHG-7"), Duration.ofMillis(300))
                .down(terminal.session(), permit(dialect, line));
    }
}
