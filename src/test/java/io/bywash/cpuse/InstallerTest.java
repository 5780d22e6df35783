package io.bywash.cpuse;

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
import io.bywash.group.SgmId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstallerTest {
    private static final String NAME = "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz";
    private static final String PROMPT = "[Global] harbour-ch01-01 > ";
    private static final String SURE = "Are you sure? (Y - yes, any other key - no) ";
    private static final String BEGIN = "installer install ";

    private final InstallScope scope = InstallScope.of(SecurityGroup.dual("harbour", 2, 2), ChassisId.CHASSIS1);
    private final Installer installer = new Installer(
            Dialect.of(Release.R81_10),
            new Audit("Mary Anning", "CHG-7"),
            new PackageFile(Path.of(NAME), 1, "00"),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300));

    private static Permit permit() {
        return new Permits(
                        Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forChassis(
                        "3.F", ChassisId.CHASSIS1, Phrase.INSTALL, "installer install 4 member_ids 1_1-1_2", () -> {});
    }

    private static final String FILE_LINE =
            "asg_hf_installer -b 1_1-1_2 install file /var/log/x_T77.tgz no_confirm admin_up";
    private static final String ON_THE_SMO = "[Expert@harbour-ch02-01:0]# ";

    private static Optional<String> installFile(ScriptedTerminal terminal) {
        Dialect dialect = Dialect.of(Release.R76SP);
        Permit permit = new Permits(dialect, SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, FILE_LINE, () -> {});
        return new Installer(
                        dialect,
                        new Audit("Mary Anning", "CHG-7"),
                        new PackageFile(Path.of(NAME), 1, "00"),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300))
                .installFile(terminal.session(), permit);
    }

    @Test
    void without_CPUSE_an_installation_ends_with_the_prompt() {
        assertThat(installFile(ScriptedTerminal.saying(ON_THE_SMO)
                        .line(FILE_LINE, "Hotfix Installation Wizard\r\ndone\r\n" + ON_THE_SMO)))
                .isEmpty();
    }

    @Test
    void without_CPUSE_no_key_is_typed_while_it_installs_whatever_stands_there() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(ON_THE_SMO)
                .line(FILE_LINE, "Hotfix Installation Wizard\r\nInstalling (1 of 2)");

        assertThat(installFile(terminal))
                .hasValueSatisfying(said -> assertThat(said).endsWith("Installing (1 of 2)"));
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void without_CPUSE_a_question_is_not_answered_and_not_broken_off() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(ON_THE_SMO)
                .line(FILE_LINE, "Hotfix Installation Wizard\r\nDo you want to continue? [y/n] ");

        assertThat(installFile(terminal)).isPresent();
        assertThat(terminal.surprises()).isEmpty();
    }

    private static String table(String local, String other) {
        return "\u001b[1;1H\u001b[1;1HMon Mar  3 23:10:42 EET 2025   Update Service Engine      \r\r\n"
                + "+------------------------------------------------------------------------------+\r\r\n"
                + "|Member ID    |Status                                                          |\r\r\n"
                + "+-------------+----------------------------------------------------------------+\r\r\n"
                + "|1_01 (local) |" + local + "   |\r\r\n"
                + "|1_02         |" + other + "   |\r\r\n"
                + "+-------------+----------------------------------------------------------------+\r\r\n"
                + "      \r\r\n\u001b[11;1H";
    }

    private static ScriptedTerminal upToTheThirdQuestion(String third) {
        String action = "Package Installation (" + NAME + ")";
        return ScriptedTerminal.saying(PROMPT)
                .line(
                        "installer install 4 member_ids 1_1-1_2",
                        "\r\r\nQuerying cluster members...\r\r\n\u001b[2J\r\r\n"
                                + table("Package is ready for installation", "Package is ready for installation")
                                + "The machines(1_01,1_02) will automatically reboot after install.\r\r\n"
                                + "Do you want to continue? ([y]es / [n]o)\r\r\n")
                .line(
                        "y",
                        "Attention! In case image auto-clone is enabled, this operation may be overridden by auto-cloning from SMO during next boot.\r\r\n"
                                + "To disable image auto-clone run: set smo image auto-clone state off\r\r\n" + SURE)
                .line(
                        "y",
                        "You are about to perform \r\r\n" + third + " on blades: 1_01,1_02\r\r\n\r\r\n\r\r\n" + SURE);
    }

    @Test
    void the_five_questions_are_answered_in_order_with_one_answer_each() {
        String action = "Package Installation (" + NAME + ")";
        ScriptedTerminal terminal = upToTheThirdQuestion(action)
                .line("y", "\r\r\n" + action + " requires auditing\r\r\nEnter your full name: ")
                .line("Mary Anning", "Enter reason for \r\r\n" + action + " [Maintenance]: ")
                .lineThenDeath(
                        "CHG-7",
                        "WARNING: \r\r\n" + action + " on blades: 1_01,1_02, User: Mary Anning, Reason: CHG-7\r\r\n"
                                + table("Installing package...", "Installing package...")
                                + table("Installing: 15%", "Extracting Bundle: 1%"));

        InstallStart start = installer.install(terminal.session(), permit(), scope);

        assertThat(terminal.surprises()).isEmpty();
        assertThat(terminal.finished()).isTrue();
        assertThat(start.asked()).isEqualTo(5);
        assertThat(start.cut()).isTrue();
        assertThat(start.lastWords())
                .containsEntry(SgmId.parse("1_1"), "Installing: 15%")
                .containsEntry(SgmId.parse("1_2"), "Extracting Bundle: 1%");
        assertThat(start.begun().values()).containsOnly(true);
    }

    @Test
    void another_package_in_the_third_question_is_not_answered() {
        ScriptedTerminal terminal =
                upToTheThirdQuestion("Package Installation (Another_T78.tgz)").keys("\u0003", "^C\r\n" + PROMPT);

        assertThatThrownBy(() -> installer.install(terminal.session(), permit(), scope))
                .isInstanceOf(UnknownQuestion.class)
                .hasMessageContaining("Another_T78.tgz");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_member_that_never_began_is_shown_with_its_last_words() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        "installer install 4 member_ids 1_1-1_2",
                        table("Package is ready for installation", "Package is not ready for install") + PROMPT);

        InstallStart start = installer.install(terminal.session(), permit(), scope);

        assertThat(start.asked()).isZero();
        assertThat(start.begun().values()).containsOnly(false);
        assertThat(start.lastWords()).containsEntry(SgmId.parse("1_2"), "Package is not ready for install");
    }

    @Test
    void the_number_is_taken_from_this_member_s_list_and_confirmed() {
        ScriptedTerminal terminal = listing("2   Other_T9.tgz                 Hotfix\r\n4   " + NAME + "   Hotfix\r\n")
                .line("show installer package 4", "Display name: " + NAME + "\r\nStatus: Imported\r\n" + PROMPT);

        assertThat(installer.number(terminal.session())).isEqualTo(4);
    }

    @Test
    void a_member_without_the_package_is_a_failure_that_names_it() {
        ScriptedTerminal terminal = listing("2   Other_T9.tgz                 Hotfix\r\n");

        assertThatThrownBy(() -> installer.number(terminal.session()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("1_01 lists the package " + NAME + " under no number");
    }

    @Test
    void a_number_that_the_device_does_not_confirm_proves_nothing() {
        ScriptedTerminal terminal = listing("4   " + NAME + "   Hotfix\r\n")
                .line("show installer package 4", "Display name: Other_T9.tgz\r\n" + PROMPT);

        assertThatThrownBy(() -> installer.number(terminal.session())).isInstanceOf(NotProven.class);
    }

    @Test
    void another_member_s_name_for_the_number_confirms_nothing() {
        ScriptedTerminal terminal = listing("4   " + NAME + "   Hotfix\r\n")
                .line("show installer package 4", "1_02:\r\nDisplay name: " + NAME + "\r\n" + PROMPT);

        assertThatThrownBy(() -> installer.number(terminal.session())).isInstanceOf(NotProven.class);
    }

    @Test
    void a_table_of_successes_above_a_trouble_is_no_success() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        "installer verify 4 member_ids all",
                        table("Installation is allowed.", "Installation is allowed.")
                                + "[Mar  3 23:10:44] Action was aborted (verify, 'x.tgz').\r\n" + PROMPT);

        assertThatThrownBy(() -> installer.verify(terminal.session(), 4))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("Action was aborted");
    }

    @Test
    void a_table_of_successes_above_a_remark_is_a_success() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        "installer verify 4 member_ids all",
                        table("Installation is allowed.", "Installation is allowed.") + "Done.\r\n" + PROMPT);

        assertThat(installer.verify(terminal.session(), 4).rows().values()).allMatch(Installer::allowed);
    }

    private static ScriptedTerminal listing(String rows) {
        return ScriptedTerminal.saying(PROMPT)
                .keys(BEGIN + "\t", BEGIN + "\r\nNum Display name   Type\r\n" + rows + PROMPT + BEGIN)
                .keys("\u0015", "")
                .keys("\n", "\r\n" + PROMPT);
    }
}
