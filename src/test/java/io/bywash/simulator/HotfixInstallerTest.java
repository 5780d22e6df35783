package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Release;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HotfixInstallerTest {
    private static final String FILE = "/var/log/Check_Point_R76SP_JHF_MAIN_Bundle_T110_FULL.tgz";

    @TempDir
    private Path root;

    private Desk desk(Release release) {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF).withRelease(release), root);
        desk.chassis(1, "down");
        return desk;
    }

    private static String install(String members, String options) {
        return "asg_hf_installer -b %s install file %s%s".formatted(members, FILE, options);
    }

    @Test
    void it_installs_on_the_SGMs_named_which_reboot_and_have_the_take() {
        Desk desk = desk(Release.R76SP);

        String said = desk.expert("2_1", install("1_1-1_2", " no_confirm admin_up"));
        desk.pass(Duration.ofMinutes(5));
        String meanwhile = desk.stateOf("1_1");
        desk.pass(Duration.ofMinutes(60));

        assertThat(said).contains("1_01: installing\n1_02: installing\n").doesNotContain("[y/n]");
        assertThat(meanwhile).isNotEqualTo("ACTIVE");
        assertThat(desk.expert("1_1", "cpinfo -y all")).contains("Take:  110");
        assertThat(desk.expert("2_1", "cpinfo -y all")).doesNotContain("Take:");
        assertThat(desk.sgm("1_2").booted()).isAfter(desk.sgm("2_2").booted());
    }

    @Test
    void with_admin_up_they_come_up_with_their_chassis() {
        Desk desk = desk(Release.R76SP);
        desk.expert("2_1", install("1_1-1_2", " no_confirm admin_up"));
        desk.pass(Duration.ofMinutes(60));

        desk.chassis(1, "up");

        assertThat(desk.stateOf("1_1")).isEqualTo("ACTIVE");
    }

    @Test
    void without_it_they_are_left_set_down() {
        Desk desk = desk(Release.R76SP);
        desk.expert("2_1", install("1_1-1_2", " no_confirm"));
        desk.pass(Duration.ofMinutes(60));

        desk.chassis(1, "up");

        assertThat(desk.stateOf("1_1")).isEqualTo("DOWN (admin)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "n"})
    void without_no_confirm_its_wizard_asks(String answer) {
        Desk desk = desk(Release.R76SP);

        String said = desk.expert("2_1", install("1_1-1_2", ""), answer);

        assertThat(said).contains("Do you want to continue? [y/n] ");
        assertThat(said.contains("installing")).isEqualTo(answer.equals("y"));
    }

    @Test
    void it_sets_the_SGMs_down_by_itself_at_once() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF).withRelease(Release.R76SP), root);

        desk.expert("2_1", install("1_1", " no_confirm admin_up"));

        assertThat(desk.stateOf("1_1")).isEqualTo("DOWN (admin)");
        assertThat(desk.stateOf("1_2")).isEqualTo("ACTIVE");
    }

    @Test
    void a_file_that_is_not_on_this_SGM_cannot_be_installed() {
        Desk desk = desk(Release.R76SP);

        assertThat(desk.expert("1_1", install("1_1-1_2", " no_confirm"))).contains("no such file");
        assertThat(desk.sgm("1_1").task()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asg_hf_installer",
                "asg_hf_installer -b 1_9 install file /var/log/x.tgz",
                "asg_hf_installer -b 1_1 uninstall file /var/log/x.tgz",
                "asg_hf_installer -b 1_1 install file /var/log/x.tgz no_such_option"
            })
    void what_it_does_not_know_is_answered_with_its_usage(String line) {
        assertThat(desk(Release.R76SP).expert("2_1", line)).contains("Usage: asg_hf_installer");
    }

    @Test
    void later_releases_do_not_know_it() {
        assertThat(desk(Release.R81_10).expert("2_1", install("1_1", "")))
                .isEqualTo("-bash: asg_hf_installer: command not found\n");
    }

    @Test
    void R76SP_knows_no_CPUSE_in_gClish() {
        Desk desk = desk(Release.R76SP);

        assertThat(desk.gclish("1_1", "show installer packages imported")).contains("CLINFR0329");
        assertThat(desk.gclish("1_1", "installer install 1 member_ids 1_1")).contains("CLINFR0329");
        assertThat(desk.gclish("1_1", "show installer status build")).contains("CLINFR0329");
        assertThat(desk.expert("1_1", "da_cli packages_info status=all")).contains("command not found");
        assertThat(desk.sgm("1_1").packages().stored()).isEmpty();
    }

    @Test
    void its_status_screen_has_a_block_for_each_chassis() {
        Desk desk = desk(Release.R76SP);
        desk.pass(Duration.ofMinutes(1));

        assertThat(desk.expert("2_1", "asg stat -v"))
                .contains("| Chassis 1                     DOWN ", "| Chassis 2                     ACTIVE ")
                .containsPattern("\\| 1  \\(local\\)     UP             Enforcing Security        \\S+ \\d\\d:\\d\\d ")
                .containsPattern("\\| 2              DOWN           Inactive                  NA ")
                .doesNotContain("SGM ID                 Chassis 1");
    }
}
