package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClishTest {
    private static final String REFUSED = "CLINFR0519  Configuration lock present. Can not execute this command."
            + " To acquire the lock use the command 'lock database override'.\n";

    @TempDir
    Path root;

    @Test
    void wrong_commands_are_refused_with_the_known_texts() {
        Desk desk = fresh();

        assertThat(desk.clish("2_1", "cphaprob stat")).isEqualTo("CLINFR0329  Invalid command:'cphaprob stat'.\n");
        assertThat(desk.clish("2_1", "installer verify")).isEqualTo("CLINFR0349  Incomplete command.\n");
        assertThat(desk.gclish("2_1", "installer verify 1 member_ids 3_1"))
                .isEqualTo("Bad parameter starting at '3_1'\n");
        assertThat(desk.clish("2_1", "installer verify 1 member_ids all")).startsWith("CLINFR0329");
    }

    @Test
    void a_lock_of_somebody_else_lets_read_and_refuses_changes() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withLockHeldBy("night_shift"), root);
        String notice = "CLINFR0771  Config lock is owned by night_shift. Use the command 'lock database override' to"
                + " acquire the lock.\n";

        assertThat(desk.clish("2_1", "show smo image auto-clone state"))
                .isEqualTo(notice + "Image auto-clone state is on\n");
        assertThat(desk.clish("2_1", "set smo image auto-clone state off")).isEqualTo(notice + REFUSED);
        assertThat(desk.sgm("2_1").cloning()).isTrue();
    }

    @Test
    void a_lock_can_be_taken_over_but_only_for_the_same_session() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withLockHeldBy("night_shift"), root);
        SimulatedSgm sgm = desk.sgm("2_1");

        assertThat(desk.clish("2_1", "lock database override"))
                .startsWith("CLINFR0771")
                .doesNotContain("CLICMD");
        assertThat(sgm.lock().ownerSeenBy(this)).isEmpty();
        assertThat(desk.clish("2_1", "set config-lock on override"))
                .isEqualTo("CLICMD0201  Config lock is already turned on.\n");
    }

    @Test
    void cloning_is_set_on_every_member_in_reach_and_saved_with_s() {
        Desk desk = fresh();

        assertThat(desk.expert("2_1", "gclish -s -c \"set smo image auto-clone state off\""))
                .isEqualTo("""
                        1_01:
                        Image auto-clone state is off

                        1_02:
                        Image auto-clone state is off

                        2_01:
                        Image auto-clone state is off

                        2_02:
                        Image auto-clone state is off

                        1_01:
                        success

                        1_02:
                        success

                        2_01:
                        success

                        2_02:
                        success
                        """);
        assertThat(desk.clish("1_2", "show smo image auto-clone state")).isEqualTo("Image auto-clone state is off\n");
    }

    @Test
    void r82_has_words_of_its_own() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withRelease(Release.R82), root);

        assertThat(desk.gclish("2_1", "show smo image auto-clone state")).startsWith("CLINFR0329");
        assertThat(desk.gclish("2_1", "show cluster configuration image auto-clone state"))
                .startsWith("1_01:\nImage auto-clone state is on\n");
        assertThat(desk.gclish("2_1", "set cluster members-admin-state ids 1_1 down", "y", "Ann", ""))
                .contains("Member current state is DOWN");
        assertThat(desk.gclish("2_1", "show cluster info overview live")).contains("| Members ");
    }

    @Test
    void the_package_list_has_the_captured_columns_and_wraps_long_names() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CHASSIS_A_DONE), root);

        assertThat(desk.gclish("2_1", "show installer packages"))
                .startsWith("""

                        Querying cluster members...

                        1_01:
                        ** ************************************************************************* **
                        **             Connection error. Packages list might be incomplete           **
                        ** ************************************************************************* **
                        Display name                                      Status                  \040
                        """)
                .contains("""
                        Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_F                            \040
                               ULL.tgz                                        Installed               \040
                        """)
                .contains("       ULL.tgz                                        Available for Install    \n");
    }

    @Test
    void one_package_shows_a_percentage_while_it_is_being_installed() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF), root);
        SimulatedSgm sgm = desk.sgm("1_2");
        HotfixPackage hotfix =
                sgm.packages().number(desk.number("1_2")).orElseThrow().stored();
        desk.group.change(() ->
                sgm.setTask(new CpuseTask(CpuseTask.Kind.INSTALL, hotfix, desk.clock.now(), DeviceTimes.INSTALL, "")));
        desk.pass(Duration.ofSeconds(11));

        assertThat(desk.clish("1_2", "show installer package " + desk.number("1_2")))
                .containsPattern("Status: +Reading Configuration: 5%\n");
        assertThat(desk.clish("1_1", "show installer package " + desk.number("1_1")))
                .containsPattern("Status: +Available for Install\n");
    }

    @Test
    void the_numbered_list_appears_on_tab_only_after_the_verbs_of_the_installer() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.PACKAGE_VERIFIED), root);
        LoginSession session = new LoginSession(
                desk.group,
                1,
                new Tty(TtyKind.none(), new Typed(), System.out, System.out, desk.clock),
                new Typed(),
                Link.hop(desk.sgm("2_1").id(), () -> {}));
        ClishShell shell = new ClishShell(session, desk.sgm("2_1"), true, 0);

        assertThat(NumberedList.onTab("installer verify ", shell))
                .contains("Num Display name")
                .contains("\n%-4d%s".formatted(desk.number("2_1"), Desk.PACKAGE));
        assertThat(NumberedList.onTab("installer uninstall ", shell)).doesNotContain(Desk.PACKAGE);
        assertThat(NumberedList.onTab("installer verif", shell)).isEmpty();
    }

    @Test
    void commands_that_change_belong_in_vs0() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withMode(GatewayMode.VSX), root);

        assertThat(desk.expert("2_1", "vsenv 1; gclish -c \"set smo image auto-clone state off\""))
                .contains("Context is set to Virtual Device ketch_north (ID 1).", "CLINFR0329  Invalid command");
        assertThat(desk.expert("2_1", "vsenv 0; gclish -c \"set smo image auto-clone state off\""))
                .contains("Image auto-clone state is off");
    }

    @Test
    void version_is_told() {
        assertThat(fresh().clish("1_1", "show version all"))
                .startsWith("Product version Check Point Gaia R81.10\nOS build 342\n");
    }

    @Test
    void selections_may_be_lists_ranges_and_chassis() {
        Desk desk = fresh();

        assertThat(ids(desk, "1_1-2_1")).containsExactly("1_01", "1_02", "2_01");
        assertThat(ids(desk, "1_01,2_2")).containsExactly("1_01", "2_02");
        assertThat(ids(desk, "chassis1")).containsExactly("1_01", "1_02");
        assertThat(ids(desk, "chassis_active")).containsExactly("2_01", "2_02");
        assertThat(ids(desk, "all")).hasSize(4);
        assertThat(SgmSelection.of("1_7", desk.group)).isEmpty();
    }

    private static List<String> ids(Desk desk, String text) {
        return SgmSelection.of(text, desk.group).orElseThrow().stream()
                .map(sgm -> sgm.id().toString())
                .toList();
    }

    private Desk fresh() {
        return new Desk(Desk.twoByTwo(StartingState.FRESH), root);
    }
}
