package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.History;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Prompt;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.UnknownQuestion;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallerTest {
    private static final String NAME = "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz";
    private static final String PROMPT = "[Global] harbour-ch01-01 > ";
    private static final String CLISH = "harbour-ch01-01> ";
    private static final String SURE = "Are you sure? (Y - yes, any other key - no) ";
    private static final String BEGIN = "installer install ";

    private final InstallScope scope = InstallScope.of(SecurityGroup.dual("harbour", 2, 2), ChassisId.CHASSIS1);
    private final Installer installer = new Installer(
            Dialect.of(Release.R81_10),
            new Audit("Mary Anning", "CHG-7"),
            new PackageFile(Path.of(NAME), 1, "00"),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500));

    private static Permit permit() {
        return new Permits(
                        Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forChassis(
                        "3.F", ChassisId.CHASSIS1, Phrase.INSTALL, "installer install 4 member_ids 1_1-1_2", () -> {});
    }

    private static final String FILE_LINE =
            "asg_hf_installer -b 1_1-1_2 install file /var/log/x_T77.tgz no_confirm admin_up";
    private static final String ON_THE_SMO = "[Expert@harbour-ch02-01:0]# ";

    private static FileInstallStart installFile(ScriptedTerminal terminal) {
        Dialect dialect = Dialect.of(Release.R76SP);
        Permit permit = new Permits(dialect, SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, FILE_LINE, () -> {});
        return new Installer(
                        dialect,
                        new Audit("Mary Anning", "CHG-7"),
                        new PackageFile(Path.of(NAME), 1, "00"),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(1500))
                .installFile(terminal.session(), permit);
    }

    @Test
    void without_CPUSE_what_it_said_is_kept_when_the_prompt_comes_back() {
        assertThat(installFile(ScriptedTerminal.saying(ON_THE_SMO)
                        .line(FILE_LINE, "Hotfix Installation Wizard\r\n1_01: installing, 0 errors\r\n" + ON_THE_SMO)))
                .isEqualTo(new FileInstallStart(
                        List.of("Hotfix Installation Wizard", "1_01: installing, 0 errors"), false))
                .returns(Optional.empty(), FileInstallStart::trouble);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The wizard is not available in this context.",
                "asg_hf_installer: /var/log/x_T77.tgz: no such file",
                "1_02: skipped",
                "Usage: asg_hf_installer -b <IDs> install file <tgz>",
                "Installation failed on 1_02",
            })
    void without_CPUSE_an_answer_that_tells_of_a_trouble_is_one(String line) {
        FileInstallStart start = installFile(
                ScriptedTerminal.saying(ON_THE_SMO).line(FILE_LINE, "Wizard\r\n" + line + "\r\n" + ON_THE_SMO));

        assertThat(start.trouble()).hasValue(line);
        assertThat(start.told()).isEqualTo("Wizard / " + line);
    }

    @Test
    void without_CPUSE_no_key_is_typed_while_it_installs_whatever_stands_there() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(ON_THE_SMO)
                .line(FILE_LINE, "Hotfix Installation Wizard\r\nskipped\r\nInstalling (1 of 2)");

        FileInstallStart start = installFile(terminal);

        assertThat(start.cut()).isTrue();
        assertThat(start.said()).endsWith("skipped", "Installing (1 of 2)");
        assertThat(start.trouble()).isEmpty();
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void without_CPUSE_a_question_is_not_answered_and_not_broken_off() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(ON_THE_SMO)
                .line(FILE_LINE, "Hotfix Installation Wizard\r\nDo you want to continue? [y/n] ");

        assertThat(installFile(terminal).cut()).isTrue();
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

    private static ScriptedTerminal upToTheWarning(String after) {
        String action = "Package Installation (" + NAME + ")";
        return upToTheThirdQuestion(action)
                .line("y", "\r\r\n" + action + " requires auditing\r\r\nEnter your full name: ")
                .line("Mary Anning", "Enter reason for \r\r\n" + action + " [Maintenance]: ")
                .line(
                        "CHG-7",
                        "WARNING: \r\r\n" + action + " on blades: 1_01,1_02, User: Mary Anning, Reason: CHG-7\r\r\n"
                                + after);
    }

    @Test
    void a_member_that_fails_ends_the_watching_at_once_though_the_other_one_goes_on() {
        String failed = "Installation of package " + NAME.substring(0, 20) + ".. failed";
        ScriptedTerminal terminal = upToTheWarning(table("Installing package...", "Installing package...")
                        + table("Installing: 15%", failed)
                        + table("Installing: 16%", failed))
                .repeatingUnderAClock("still installing\r\n");

        InstallStart start = installer.install(terminal.session(), permit(), scope);

        assertThat(start.failed()).containsExactly(entry(SgmId.parse("1_2"), failed));
        assertThat(start.cut()).isTrue();
        assertThat(start.asked()).isEqualTo(5);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_failure_in_the_last_table_of_all_is_one_too() {
        ScriptedTerminal terminal = upToTheWarning(table("Installing package...", "Installing package...")
                + table("Installing: 15%", "Installation failed. See the log.")
                + "[Mar  3 23:10:44] Action was aborted (install, 'x.tgz').\r\n" + PROMPT);

        InstallStart start = installer.install(terminal.session(), permit(), scope);

        assertThat(start.failed()).containsOnlyKeys(SgmId.parse("1_2"));
        assertThat(start.told()).isEqualTo("\"[Mar  3 23:10:44] Action was aborted (install, 'x.tgz').\"");
        assertThat(start.cut()).isFalse();
    }

    @Test
    void a_member_that_is_not_heard_of_while_it_reboots_has_not_failed() {
        ScriptedTerminal terminal = upToTheWarning(table("Installing: 97%", "Installing: 97%")
                + table("Installing: 98%", "No response from member")
                + table("Installing: 98%", "No response from member")
                + table("Installing: 98%", "Failed to connect to 1_02 (Connection timed out).")
                + PROMPT);

        InstallStart start = installer.install(terminal.session(), permit(), scope);

        assertThat(start.failed()).isEmpty();
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
    void the_number_is_taken_from_this_member_s_list_and_confirmed_by_this_member_alone() {
        ScriptedTerminal terminal = listing("2   Other_T9.tgz                 Hotfix\r\n4   " + NAME + "   Hotfix\r\n")
                .line("exit", CLISH)
                .line("show installer package 4", "Display name: " + NAME + "\r\nStatus: Imported\r\n" + CLISH)
                .line("gclish", PROMPT);
        GaiaSession session = terminal.session();

        PackageNumber number = installer.number(session);

        assertThat(number).hasToString("number 4 on 1_01");
        assertThat(number.member()).contains(SgmId.parse("1_1"));
        assertThat(number.typedOn(session)).isEqualTo("4");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void the_clish_that_confirms_a_number_is_left_before_anything_is_installed() {
        String expert = "[Expert@harbour-ch01-01:0]# ";
        ScriptedTerminal terminal = ScriptedTerminal.saying(expert)
                .line("gclish", PROMPT)
                .keys(
                        BEGIN + "\t",
                        BEGIN + "\r\nNum Display name   Type\r\n4   " + NAME + "   Hotfix\r\n" + PROMPT + BEGIN)
                .keys("\u0015", "")
                .keys("\n", "\r\n" + PROMPT)
                .line("exit", expert)
                .line("clish", CLISH)
                .line("show installer package 4", "Display name: " + NAME + "\r\n" + CLISH)
                .line("exit", expert)
                .line("gclish", PROMPT);
        GaiaSession session = terminal.session();

        installer.number(session);

        assertThat(session.here().text()).isEqualTo(PROMPT.strip());
        assertThat(terminal.surprises()).isEmpty();
        assertThat(terminal.finished()).isTrue();
    }

    @Test
    void a_number_is_not_typed_on_another_member() {
        PackageNumber ofAnother =
                new PackageNumber(4, Prompt.read("[Global] harbour-ch02-03 > ").orElseThrow());
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT);
        GaiaSession session = terminal.session();

        assertThatThrownBy(() -> installer.verify(session, ofAnother))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(
                        "The number 4 on 2_03 was not typed: it is of the list there, and the line is on 1_01");
        assertThatThrownBy(() -> installer.installLine(ofAnother, session, scope))
                .isInstanceOf(Refused.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_member_without_the_package_is_a_failure_that_names_it() {
        ScriptedTerminal terminal = listing("2   Other_T9.tgz                 Hotfix\r\n");

        assertThatThrownBy(() -> installer.number(terminal.session()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("1_01 lists the package " + NAME + " under no number");
    }

    @Test
    void a_member_that_lists_it_twice_is_a_failure() {
        ScriptedTerminal terminal = listing("2   " + NAME + "   Hotfix\r\n4   " + NAME + "   Hotfix\r\n");

        assertThatThrownBy(() -> installer.number(terminal.session()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("under the numbers [2, 4]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Display name: Other_T9.tgz\r\n",
                "NMSHNM0679  Package 4 is invalid\r\n",
                "1_02:\r\nDisplay name: " + NAME + "\r\n",
                "",
            })
    void a_number_that_this_member_does_not_confirm_proves_nothing(String said) {
        ScriptedTerminal terminal = listing("4   " + NAME + "   Hotfix\r\n")
                .line("exit", CLISH)
                .line("show installer package 4", said + CLISH)
                .line("gclish", PROMPT);

        assertThatThrownBy(() -> installer.number(terminal.session()))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("Number 4 on 1_01 should be " + NAME);
    }

    @Test
    void what_another_member_says_of_the_number_is_not_taken_for_this_member_s_answer() {
        ScriptedTerminal terminal = listing("4   " + NAME + "   Hotfix\r\n")
                .line("exit", CLISH)
                .line(
                        "show installer package 4",
                        "1_01:\r\nDisplay name: " + NAME + "\r\n1_02:\r\nNMSHNM0679  Package 4 is invalid\r\n2_01:\r\n"
                                + "CLINFR0329  Invalid command:'show installer'.\r\n" + CLISH)
                .line("gclish", PROMPT);

        assertThat(installer.number(terminal.session()).member()).contains(SgmId.parse("1_1"));
    }

    private static ScriptedTerminal verified(String said) {
        return ScriptedTerminal.saying(PROMPT).line("installer verify 4 member_ids all", said + PROMPT);
    }

    private ActionEnd verify(String said) {
        GaiaSession session = verified(said).session();
        return installer.verify(session, new PackageNumber(4, session.here()));
    }

    @Test
    void a_table_of_successes_above_an_abort_is_refused() {
        ActionEnd end = verify(table("Installation is allowed.", "Installation is allowed.")
                + "[Mar  3 23:10:44] Action was aborted (verify, 'x.tgz').\r\n");

        assertThat(end.isRefused()).isTrue();
        assertThat(end.succeededOn(SgmId.parse("1_1"))).isFalse();
        assertThatThrownBy(() -> end.refuse("allowed", "Look."))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage(
                        "The device ended it and named no SGM. The device said: \"[Mar  3 23:10:44] Action was aborted"
                                + " (verify, 'x.tgz').\". Look.");
    }

    @Test
    void a_table_of_successes_above_another_trouble_is_not_known() {
        assertThatThrownBy(() -> verify(table("Installation is allowed.", "Installation is allowed.")
                        + "The result could not be stored, error 7\r\n"))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("error 7");
    }

    @Test
    void a_table_of_successes_above_a_remark_is_a_success() {
        ActionEnd end = verify(table("Installation is allowed.", "Installation is allowed.") + "Done.\r\n");

        assertThat(end.isRefused()).isFalse();
        assertThat(end.succeededOn(SgmId.parse("1_1"))).isTrue();
        assertThat(end.said()).containsExactly("Done.");
    }

    private static ScriptedTerminal listing(String rows) {
        return ScriptedTerminal.saying(CLISH)
                .line("gclish", PROMPT)
                .keys(BEGIN + "\t", BEGIN + "\r\nNum Display name   Type\r\n" + rows + PROMPT + BEGIN)
                .keys("\u0015", "")
                .keys("\n", "\r\n" + PROMPT);
    }
}
