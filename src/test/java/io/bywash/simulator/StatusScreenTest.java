package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusScreenTest {
    @TempDir
    Path root;

    @Test
    void looks_as_the_reference_lays_it_out() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FAILED_OVER), root);

        assertThat(desk.expert("1_2", "asg stat -v")).isEqualTo("""
                        --------------------------------------------------------------------------------
                        | System Status - 64000                                                        |
                        --------------------------------------------------------------------------------
                        | Up time                       | 624:01:14 hours                              |
                        | SGMs                          | 2 / 4                                        |
                        | Version                       | R81.10 (Build Number 342)                    |
                        | FW Policy Date                | 01Mar31 09:04                                |
                        --------------------------------------------------------------------------------
                        | SGM ID                 Chassis 1                    Chassis 2                |
                        |                        ACTIVE                       DOWN                     |
                        --------------------------------------------------------------------------------
                        | 1                      ACTIVE                       DOWN                     |
                        | 2  (local)             ACTIVE                       DOWN                     |
                        --------------------------------------------------------------------------------
                        | Chassis Parameters                                                           |
                        --------------------------------------------------------------------------------
                        | Unit                   Chassis 1        Chassis 2        Unit Weight         |
                        | SGMs                   2 / 2            0 / 2            6                   |
                        | Ports                  8 / 8            8 / 8            11                  |
                        | Fans                   6 / 6            6 / 6            5                   |
                        | SSMs                   2 / 2            2 / 2            11                  |
                        | CMMs                   2 / 2            2 / 2            6                   |
                        | Power Supplies         4 / 4            4 / 4            6                   |
                        | Grade                  118 / 118        106 / 118        -                   |
                        --------------------------------------------------------------------------------
                        | Synchronization                                                              |
                        |   Sync to Active chassis:     Enabled                                        |
                        --------------------------------------------------------------------------------
                        """);
    }

    @Test
    void names_the_virtual_system_in_vsx_mode() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withMode(GatewayMode.VSX), root);

        assertThat(desk.expert("2_1", "asg stat"))
                .contains("| VSX System Status - 64000 ", "| VS ID:  0                     VS Name:  ketch ");
        assertThat(desk.expert("2_1", "asg stat vs all")).contains("ketch_north");
    }

    @Test
    void speaks_of_members_and_sites_in_r82() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withRelease(Release.R82), root);

        assertThat(desk.expert("2_1", "asg stat -v"))
                .contains("| Members                       | 4 / 4 ", "|   Sync to Active site:        Enabled ");
    }

    @Test
    void short_forms_list_ids_padded_with_blanks() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FAILED_OVER), root);

        assertThat(desk.expert("1_1", "asg stat -i all_ids"))
                .isEqualTo("1_1              \n1_2              \n2_1              \n2_2              \n");
        assertThat(desk.expert("1_1", "asg stat -i active_ids")).isEqualTo("1_1              \n1_2              \n");
        assertThat(desk.expert("1_2", "asg stat -i local_id")).isEqualTo("1_2              \n");
        assertThat(desk.expert("1_1", "asg stat -i proc | egrep \"DOWN|DETACHED\" | head -1"))
                .isEqualTo("|  1                                     ACTIVE             DOWN               |\n");
    }

    @Test
    void cphaprob_shows_the_notes_and_the_last_change() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF), root);
        desk.chassis(1, "down");

        assertThat(desk.expert("1_2", "cphaprob stat"))
                .startsWith("\nCluster Mode:   HA Over LS\n\nID         Unique Address  Assigned Load   State")
                .contains("2 (local)  192.0.2.2       0%              DOWN           ketch-ch01-02")
                .contains("\nActive PNOTEs: ADMIN\n")
                .contains("   State change:               ACTIVE -> DOWN\n");
    }

    @Test
    void diagnostics_tell_that_software_differs() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CHASSIS_A_DONE), root);

        assertThat(desk.expert("2_1", "asg diag verify"))
                .contains("| 3    Software Provision       Failed (!)", "| 1    System Health            Passed ");
    }
}
