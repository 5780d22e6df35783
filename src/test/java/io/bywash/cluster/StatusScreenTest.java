package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusScreenTest {
    private static final String ONE_ROW_FOR_BOTH = """
            --------------------------------------------------------------------------------
            | System Status - 64000                                                        |
            --------------------------------------------------------------------------------
            | Up time                       | 08:12:44 hours                               |
            | SGMs                          | 5 / 6                                        |
            | Version                       | R81.20 (Build Number 012)                    |
            | FW Policy Date                | 03Mar25 22:41                                |
            --------------------------------------------------------------------------------
            | SGM ID                 Chassis 1                    Chassis 2                |
            |                        STANDBY                      ACTIVE                   |
            --------------------------------------------------------------------------------
            | 1                      UP                           ACTIVE                   |
            | 2  (local)             DOWN (admin)                 ACTIVE(!)                |
            | 3                      DETACHED                     WEDGED                   |
            --------------------------------------------------------------------------------
            | Chassis Parameters                                                           |
            --------------------------------------------------------------------------------
            | Unit                   Chassis 1        Chassis 2        Unit Weight         |
            | SGMs                   1 / 3            2 / 3            6                   |
            --------------------------------------------------------------------------------
            | Synchronization                                                              |
            |   Sync to Active chassis:     Enabled                                        |
            --------------------------------------------------------------------------------
            """;

    private static final String ONE_BLOCK_EACH = """
            -----------------------------------------------------------------------------
            | VSX System Status                                                |
            | VS ID:  0                     VS Name:  Corfu                             |
            | Chassis 1                     ACTIVE                                      |
            -----------------------------------------------------------------------------
            | SGM ID         State          Process                   Policy Date       |
            | 1              UP             Enforcing Security        12Feb15 09:07     |
            | 2  (local)     DOWN           Inactive                  NA                |
            -----------------------------------------------------------------------------
            | Chassis 2                     STANDBY                                     |
            -----------------------------------------------------------------------------
            | 1              UP             Enforcing Security        12Feb15 09:07     |
            -----------------------------------------------------------------------------
            """;

    @Test
    void the_layout_with_one_row_for_both_chassis_is_read() {
        GroupStatus status = read(ONE_ROW_FOR_BOTH);

        assertThat(status.toString())
                .isEqualTo("chassis1 STANDBY: 1_01 UP, 1_02 DOWN (admin), 1_03 DETACHED; "
                        + "chassis2 ACTIVE: 2_01 ACTIVE, 2_02 ACTIVE(!), 2_03 WEDGED");
        assertThat(status.synchronised()).contains(true);
        assertThat(status.policy()).contains("03Mar25 22:41");
        assertThat(status.version()).contains("R81.20 (Build Number 012)");
    }

    @Test
    void each_word_is_read_for_what_it_means_and_an_unknown_one_is_kept() {
        GroupStatus status = read(ONE_ROW_FOR_BOTH);

        assertThat(state(status, "1_1")).isEqualTo(SgmState.UP);
        assertThat(state(status, "1_2")).isEqualTo(SgmState.DOWN);
        assertThat(state(status, "1_3")).isEqualTo(SgmState.ABSENT);
        assertThat(state(status, "2_2")).isEqualTo(SgmState.UP_WITH_PROBLEM);
        assertThat(state(status, "2_3")).isEqualTo(SgmState.UNKNOWN);
    }

    @Test
    void the_layout_with_one_block_for_each_chassis_is_read() {
        GroupStatus status = read(ONE_BLOCK_EACH);

        assertThat(status.role(ChassisId.CHASSIS1)).contains(ChassisRole.ACTIVE);
        assertThat(status.role(ChassisId.CHASSIS2)).contains(ChassisRole.STANDBY);
        assertThat(status.sgms().keySet()).containsExactly(SgmId.parse("1_1"), SgmId.parse("1_2"), SgmId.parse("2_1"));
        assertThat(status.synchronised()).isEmpty();
    }

    @Test
    void a_screen_of_something_else_shows_no_sgm() {
        assertThat(read("-bash: asg: command not found").sgms()).isEmpty();
    }

    @Test
    void an_empty_slot_is_no_sgm() {
        assertThat(read("""
                | SGM ID                 Chassis 1                    Chassis 2                |
                |                        STANDBY                      ACTIVE                   |
                | 3                      -                            ACTIVE                   |
                | 4                      N/A                          NA                       |
                """).sgms().keySet()).containsExactly(SgmId.parse("2_3"));
    }

    @Test
    void a_policy_date_without_a_date_is_no_policy() {
        assertThat(read("| FW Policy Date                | NA                                           |")
                        .policy())
                .isEmpty();
    }

    @Test
    void a_frame_that_was_cut_off_is_passed_over() {
        assertThat(read("|").sgms()).isEmpty();
    }

    @Test
    void the_grades_and_units_below_the_sgms_are_no_sgms() {
        assertThat(read("""
                | SGM ID                 Chassis 1                    Chassis 2                |
                |                        STANDBY                      ACTIVE                   |
                | 1                      UP                           ACTIVE                   |
                | Chassis Parameters                                                           |
                | Unit                   Chassis 1        Chassis 2        Unit Weight         |
                | 2                      UP               UP               6                   |
                """).sgms().keySet()).containsExactly(SgmId.parse("1_1"), SgmId.parse("2_1"));
    }

    @Test
    void what_stands_below_the_synchronisation_is_no_sgm() {
        assertThat(read("""
                | SGM ID                 Chassis 1                    Chassis 2                |
                |                        STANDBY                      ACTIVE                   |
                | Synchronization                                                              |
                | 2                      UP                           UP                       |
                """).sgms()).isEmpty();
    }

    @Test
    void a_role_with_a_remark_behind_it_is_the_role() {
        assertThat(read("| Chassis 1                     DOWN (admin)                                |")
                        .role(ChassisId.CHASSIS1))
                .contains(ChassisRole.DOWN);
    }

    @Test
    void a_sync_that_is_not_enabled_is_off() {
        assertThat(read("|   Sync to Active site:        Disabled                                       |")
                        .synchronised())
                .contains(false);
    }

    @Test
    void a_blank_row_between_the_chassis_and_their_roles_is_passed_over() {
        assertThat(read("""
                | SGM ID                 Chassis 1                    Chassis 2                |
                |                                                                              |
                |                        STANDBY                      ACTIVE                   |
                """).role(ChassisId.CHASSIS2)).contains(ChassisRole.ACTIVE);
    }

    private static SgmState state(GroupStatus status, String sgm) {
        return status.sgms().get(SgmId.parse(sgm)).state();
    }

    private static GroupStatus read(String screen) {
        return StatusScreen.read(screen, Instant.EPOCH, List.of("UP", "ACTIVE"));
    }
}
