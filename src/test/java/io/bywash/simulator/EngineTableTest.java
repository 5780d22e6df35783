package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineTableTest {
    @TempDir
    Path root;

    @Test
    void is_appended_where_there_is_no_screen() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.PACKAGE_VERIFIED), root);

        String printed = desk.gclish("2_1", "installer verify %d member_ids 2_1,1_2".formatted(desk.number("2_1")));

        assertThat(printed).startsWith("""

                        Querying cluster members...

                        \033[2J

                        Tue Mar  4 10:15:00 UTC 2031Update Service Engine
                        +------------------------------------------------------------------------------+
                        |Member ID    |Status                                                          |
                        +-------------+----------------------------------------------------------------+
                        |1_02         |                                                                |
                        |2_01 (local) |                                                                |
                        +-------------+----------------------------------------------------------------+
                        """).endsWith("""
                        |1_02         |Installation is allowed.                                        |
                        |2_01 (local) |Installation is allowed.                                        |
                        +-------------+----------------------------------------------------------------+
                        """);
    }

    @Test
    void is_redrawn_in_place_on_a_screen() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.PACKAGE_VERIFIED), root).onScreen();

        String printed = desk.gclish("2_1", "installer verify %d member_ids 2_1".formatted(desk.number("2_1")));

        assertThat(printed)
                .startsWith("\nQuerying cluster members...\n\n\033[2J\n\033[1;1H" + (" ".repeat(80) + "\n").repeat(24)
                        + "\033[1;1H\033[1;1HTue Mar  4 10:15:00 UTC 2031" + " ".repeat(132) + "Update Service Engine"
                        + " ".repeat(139) + "\n+----")
                .endsWith("-+\n" + " ".repeat(14 * 80) + "\n\033[11;1H");
    }

    @Test
    void goes_on_in_rows_without_a_member_when_a_text_is_long() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH), root);
        SimulatedSgm sgm = desk.sgm("2_1");

        Captured captured = new Captured(desk);
        new EngineTable(captured, desk.clock, sgm).draw(Map.of(sgm, "a".repeat(64) + "bcd"));
        assertThat(captured.toString())
                .contains("|2_01 (local) |" + "a".repeat(64) + "|\n|             |bcd" + " ".repeat(61) + "|\n");
    }

    @Test
    void names_the_members_that_cannot_take_part_and_still_ends_with_success() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CHASSIS_A_DONE), root);

        String printed = desk.gclish("2_1", "installer verify %d member_ids all".formatted(desk.number("2_1")));

        assertThat(printed)
                .contains("|1_01         |Package is not ready for verify     ")
                .contains("|2_01 (local) |Package is ready for verification   ")
                .contains("verify " + Desk.PACKAGE
                        + " cannot be performed on members :1_01,1_02, please use member_ids option with the correct"
                        + " members list \n")
                .endsWith("Action was aborted (verify, '" + Desk.PACKAGE + "'). \n");
        assertThat(desk.expert("2_1", "gclish -c \"installer verify 9\"; echo $?"))
                .endsWith("\n0\n");
    }
}
