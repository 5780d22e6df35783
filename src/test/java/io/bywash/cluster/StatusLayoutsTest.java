package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.gaia.Shown;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts of the status that other releases and other terminals may show: read by what they mean, or not proven. */
class StatusLayoutsTest {
    private static final String HEAD = """
            | Member ID              Site 1                       Site 2                   |
            |                        ACTIVE                       STANDBY                  |
            """;

    private static GroupStatus read(String screen) {
        return StatusScreen.read(Shown.of(screen), Instant.EPOCH, List.of("UP", "ACTIVE"));
    }

    private static void assertUnknown(String screen, String line) {
        assertThatThrownBy(() -> read(screen)).isInstanceOf(UnknownLine.class).hasMessageContaining("\"" + line + "\"");
    }

    @Test
    void sites_with_members_are_chassis_with_sgms() {
        assertThat(read(HEAD + "| 1  (local)             ACTIVE                       DOWN                     |\n")
                        .toString())
                .isEqualTo("chassis1 ACTIVE: 1_01 ACTIVE; chassis2 STANDBY: 2_01 DOWN");
    }

    @Test
    void fourteen_members_of_each_chassis_are_read() {
        String rows = IntStream.rangeClosed(1, 14)
                .mapToObj("| %d   ACTIVE                         ACTIVE       |"::formatted)
                .collect(Collectors.joining("\n"));

        assertThat(read(HEAD + rows).sgms())
                .hasSize(28)
                .allSatisfy((id, sgm) -> assertThat(sgm.state()).isEqualTo(SgmState.UP));
    }

    @Test
    void the_chassis_may_stand_the_other_way_round() {
        assertThat(read("""
                | SGM ID                 Chassis 2                    Chassis 1                |
                |                        ACTIVE                       STANDBY                  |
                | 3                      UP                           DOWN                     |
                """).toString()).isEqualTo("chassis1 STANDBY: 1_03 DOWN; chassis2 ACTIVE: 2_03 UP");
    }

    @Test
    void one_chassis_twice_is_no_pair() {
        String line = "| SGM ID                 Chassis 2                    Chassis 2                |";

        assertUnknown(line, line);
    }

    @Test
    void cells_may_be_parted_by_tabs() {
        assertThat(
                        read("| SGM ID\\tChassis 1\\tChassis 2 |\\n| \\tACTIVE\\tSTANDBY |\\n| 1 (local)\\tUP\\tDOWN (admin) |\\n"
                                        .replace("\\t", "\t")
                                        .replace("\\n", "\n"))
                                .toString())
                .isEqualTo("chassis1 ACTIVE: 1_01 UP; chassis2 STANDBY: 2_01 DOWN (admin)");
    }

    @ParameterizedTest
    @CsvSource({
        "UP, UP",
        "ACTIVE, UP",
        "ACTIVE(!), UP_WITH_PROBLEM",
        "READY, READY",
        "INIT, STARTING",
        "DOWN (admin), DOWN",
        "LOST, ABSENT",
        "DETACHED, ABSENT",
        "WEDGED, UNKNOWN"
    })
    void each_word_is_one_state(String word, SgmState state) {
        GroupStatus status = read("""
                | SGM ID                Chassis 1              Chassis 2    |
                |                       ACTIVE                 STANDBY      |
                | 1 (local)             %-22s UP           |
                """.formatted(word));

        assertThat(status.sgms().get(SgmId.parse("1_1")).state()).isEqualTo(state);
    }

    @Test
    void a_frame_of_box_characters_is_a_frame() {
        assertThat(read("""
                ╔══════════════════════════════════════════════════════╗
                ║ SGM ID        Chassis 1              Chassis 2       ║
                ║               ACTIVE                 STANDBY         ║
                ╟──────────────────────────────────────────────────────╢
                ║ 1             UP                     READY           ║
                ╚══════════════════════════════════════════════════════╝
                """).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP; chassis2 STANDBY: 2_01 READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "N/A", "na", "NA", "-"})
    void an_empty_slot_is_written_in_several_ways(String empty) {
        assertThat(read(HEAD + "| 7    ACTIVE     %s     |".formatted(empty)).sgms())
                .hasSize(1);
    }

    @Test
    void the_columns_of_a_block_may_stand_in_another_order() {
        GroupStatus status = read("""
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         Policy Date       Process                   State          |
                | 1              3 mars 25 22:41   Enforcing Security        UP             |
                | 2              NA                Inactive                  DOWN           |
                """);

        assertThat(status.toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP, 1_02 DOWN");
    }

    @Test
    void where_each_SGM_tells_its_policy_every_one_that_is_up_has_to_have_one() {
        String block = """
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         State          Process                   Policy Date       |
                | 1              UP             Enforcing Security        03Mar25 22:41     |
                | 2              UP             Enforcing Security        %s                |
                | 3              DOWN           Inactive                  NA                |
                """;

        assertThat(read(block.formatted("03Mar25 22:41")).policy()).contains("03Mar25 22:41");
        assertThat(read(block.formatted("NA")).policy()).isEmpty();
    }

    @Test
    void in_blocks_two_policies_are_told_with_both() {
        assertThat(read("""
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         State          Process                   Policy Date       |
                | 1              UP             Enforcing Security        12Feb15 09:07     |
                | 2              UP             Enforcing Security        13Feb15 10:15     |
                """).policy()).contains("12Feb15 09:07 and 13Feb15 10:15");
    }

    @Test
    void in_another_order_a_row_with_a_cell_too_few_is_not_guessed() {
        assertUnknown("""
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         Policy Date       State                                    |
                | 1              UP                                                         |
                """, "| 1              UP                                                         |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Policy Started", "Policy Completed", "Inactive", "Initial Policy"})
    void an_sgm_that_is_up_and_does_not_enforce_security_is_not_counted_as_up(String process) {
        GroupStatus status = read("""
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         State          Process                   Policy Date       |
                | 1              UP             %s      NA                |
                """.formatted(process));

        assertThat(status.of(ChassisId.CHASSIS1).toString()).isEqualTo("[1_01 UP (" + process + ")]");
        assertThat(status.unknown()).hasSize(1);
    }

    @Test
    void an_sgm_that_is_down_is_down_whatever_it_does() {
        assertThat(read("""
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         State          Process                   Policy Date       |
                | 1              DOWN           Inactive                  NA                |
                """).of(ChassisId.CHASSIS1).get(0).state()).isEqualTo(SgmState.DOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 2              UP                                                         |",
                "| 2              ACTIVE  (!)    Enforcing Security                          |",
                "| 2              UP             Enforcing Security        NA",
                "| 2              UP             Enforcing Security        12Feb15",
                "09:07     |",
                "Message from syslogd@corfu-ch01-02 at Mar  3 22:41:07 ...",
                "kernel: [fw4_1];fwha_state_change: DOWN",
                "| SGM ID         State          Process                   Policy Date       |",
                "--More--",
            })
    void what_is_cut_wrapped_or_spoken_into_is_not_guessed(String line) {
        assertUnknown("""
                | Chassis 1                     ACTIVE                                      |
                | SGM ID         State          Process                   Policy Date       |
                | 1              UP             Enforcing Security        12Feb15 09:07     |
                %s
                | 3              UP             Enforcing Security        12Feb15 09:07     |
                """.formatted(line), line);
    }

    @Test
    void a_block_that_lost_the_name_of_its_chassis_is_not_given_to_the_one_above() {
        assertUnknown("""
                | Chassis 1                     ACTIVE                                      |
                | 1              UP             Enforcing Security        12Feb15 09:07     |
                | 2              UP             Enforcing Security        12Feb15 09:07     |
                -----------------------------------------------------------------------------
                | 1              UP             Enforcing Security        12Feb15 09:07     |
                | 2              UP             Enforcing Security        12Feb15 09:07     |
                | 3              UP             Enforcing Security        12Feb15 09:07     |
                """, "| 1              UP             Enforcing Security        12Feb15 09:07     |");
    }

    @Test
    void a_chassis_that_was_shown_has_no_more_sgms_further_down() {
        assertUnknown("""
                | Chassis 1                     STANDBY                                     |
                | 1              UP             Enforcing Security        12Feb15 09:07     |
                | Chassis 2                     ACTIVE                                      |
                | 1              UP             Enforcing Security        12Feb15 09:07     |
                | Chassis 1                     STANDBY                                     |
                | 3              UP             Enforcing Security        12Feb15 09:07     |
                """, "| 3              UP             Enforcing Security        12Feb15 09:07     |");
    }

    @Test
    void the_same_sgm_twice_in_the_same_state_is_one() {
        String row = "| 1                      ACTIVE                       DOWN                     |\n";

        assertThat(read(HEAD + row + row).sgms()).hasSize(2);
    }

    @Test
    void a_screen_that_is_drawn_again_may_not_say_otherwise() {
        String row = "| 1                      %s                       DOWN                     |\n";
        String foot = "| Chassis Parameters                                                           |\n";

        assertUnknown(
                HEAD + row.formatted("ACTIVE") + foot + HEAD + row.formatted("DOWN"),
                row.formatted("DOWN").strip());
    }

    @Test
    void a_virtual_system_may_be_named_like_a_label() {
        assertThat(read("| VS ID:  0                     VS Name:  Parameters                        |\n" + HEAD
                                + "| 1                      ACTIVE                       DOWN                     |\n")
                        .sgms())
                .hasSize(2);
    }

    @Test
    void two_lines_about_the_synchronisation_are_enabled_only_together() {
        String line = "|   Sync to Active site:        %s                                       |\n";

        assertThat(read(line.formatted("Disabled") + line.formatted("Enabled")).synchronised())
                .contains(false);
        assertThat(read(line.formatted("Enabled") + line.formatted("Enabled")).synchronised())
                .contains(true);
        assertThat(read(line.formatted("Unclear") + line.formatted("Enabled")).synchronised())
                .isEmpty();
    }

    @Test
    void a_row_before_any_chassis_is_of_no_sgm() {
        assertUnknown("| 1      UP    |\n" + HEAD, "| 1      UP    |");
    }
}
