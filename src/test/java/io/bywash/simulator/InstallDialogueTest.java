package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallDialogueTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void chassis_1_is_down() {
        desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF), root);
        desk.chassis(1, "down");
    }

    @Test
    void asks_five_questions_in_the_captured_order_and_line_splits() {
        String screen = install("y", "y", "y", "Ann Operator", "Change 17");

        assertThat(screen.substring(screen.indexOf("The machines"), screen.indexOf("\n\n", screen.indexOf("WARNING"))))
                .isEqualTo("""
                        The machines(1_01,1_02) will automatically reboot after install.
                        Do you want to continue? ([y]es / [n]o)
                        y
                        Attention! In case image auto-clone is enabled, this operation may be overridden by auto-cloning from SMO during next boot.
                        To disable image auto-clone run: set smo image auto-clone state off
                        Are you sure? (Y - yes, any other key - no) y
                        You are about to perform\040
                        Package Installation (%1$s) on blades: 1_01,1_02


                        Are you sure? (Y - yes, any other key - no) y


                        Package Installation (%1$s) requires auditing
                        Enter your full name: Ann Operator
                        Enter reason for\040
                        Package Installation (%1$s) [Maintenance]: Change 17
                        WARNING:\040
                        Package Installation (%1$s) on blades: 1_01,1_02, User: Ann Operator, Reason: Change 17""".formatted(Desk.PACKAGE));
    }

    @Test
    void takes_the_bracketed_reason_for_an_empty_one() {
        assertThat(install("y", "y", "y", "Ann", "")).contains("User: Ann, Reason: Maintenance\n");
    }

    @Test
    void asks_again_for_a_name_that_is_empty() {
        assertThat(install("y", "y", "y", "", "Ann", "")).contains("User: Ann, Reason: Maintenance\n");
    }

    @Test
    void is_cancelled_by_n_and_by_any_other_key() {
        for (String[] answers : new String[][] {{"n"}, {""}, {"y", "x"}, {"y", "y", "no"}, {"y", "y", "y"}}) {
            assertThat(install(answers)).contains("Action was aborted (install, '" + Desk.PACKAGE + "').");
            assertThat(desk.sgm("1_1").task()).isEmpty();
        }
    }

    @Test
    void leaves_the_audit_questions_out_where_they_are_confirmed_beforehand() {
        desk.sgm("1_1").files().set(SgmFiles.AUTO_CONFIRM, true);

        assertThat(install("y", "y")).doesNotContain("full name").contains("rebooting...");
    }

    @Test
    void speaks_of_uninstalling_when_it_uninstalls() {
        desk.install("1_1", "1_1-1_2");

        String screen = desk.gclish("1_1", "installer uninstall %d member_ids 1_1".formatted(desk.number("1_1")), "n");

        assertThat(screen).contains("The machines(1_01) will automatically reboot after uninstall.");
    }

    private String install(String... answers) {
        int number = desk.number("1_1");
        return desk.gclish("1_1", "installer install %d member_ids 1_1-1_2".formatted(number), answers);
    }
}
