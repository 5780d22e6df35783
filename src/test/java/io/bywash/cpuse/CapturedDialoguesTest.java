package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.cluster.ChassisAdmin;
import io.bywash.cluster.ImageCloning;
import io.bywash.evidence.History;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Captures;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.RecordedDialogue;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownQuestion;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions of real devices, played again both ways, in pieces of any size: what we type is what was typed then. */
class CapturedDialoguesTest {
    private static final String SURE = "any other key - no) ";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final SecurityGroup GROUP =
            SecurityGroup.of("cti", List.of(SgmId.parse("1_2"), SgmId.parse("2_1"), SgmId.parse("2_2")));
    private static final String PACKAGE = "Check_Point_R80_30SP_JHF_MAIN_Bundle_T101_FULL.tgz";
    private static final String GCLISH = "[Global] cti-ch01-02 > ";

    private static Permit permit(Dialect dialect, ChassisId chassis, Phrase phrase, String line) {
        return new Permits(dialect, GROUP, new History(Clock.systemUTC()))
                .forChassis("3.C", chassis, phrase, line, () -> {});
    }

    private static Permit permitForAll(Phrase phrase, String line) {
        return new Permits(Dialect.of(Release.R80_30SP), GROUP, new History(Clock.systemUTC()))
                .forGroup("1.F", phrase, line, () -> {});
    }

    private static Installer installer(String name, Audit audit) {
        return new Installer(
                Dialect.of(Release.R80_30SP), audit, new PackageFile(Path.of(name), 1, "00"), LONG, LONG, LONG);
    }

    private static void assertTypedAsThen(ScriptedTerminal terminal) {
        assertThat(terminal.surprises()).isEmpty();
        assertThat(terminal.finished()).isTrue();
    }

    private static String before(String text, String end) {
        return text.substring(0, text.indexOf(end));
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1", "7, 2", "60, 3"})
    void chassis_2_of_r76sp_is_set_down(int most, long seed) {
        String prompt = "[Expert@athens-ch02-01:0]# ";
        String line = "asg chassis_admin -c 2 down";
        String capture = Captures.of("asg-chassis_admin-down-R76SP.10.txt");
        ScriptedTerminal terminal = RecordedDialogue.of(
                        ScriptedTerminal.saying(prompt), line, capture.substring(capture.indexOf('\n') + 1))
                .asks(SURE)
                .asks("full name: ")
                .asks("[Maintenance]: ")
                .endsAt(prompt);
        Dialect dialect = Dialect.of(Release.R80_20SP);

        assertThat(new ChassisAdmin(dialect, new Audit("John", "test"), LONG)
                        .down(
                                RecordedDialogue.session(terminal, most, seed),
                                permit(dialect, ChassisId.CHASSIS2, Phrase.CHASSIS_DOWN, line)))
                .isEqualTo("DOWN");
        assertTypedAsThen(terminal);
    }

    /** The recording has no last word about the state, so the end is not proven; every question before it is known. */
    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1", "7, 2"})
    void the_audit_of_r81_asks_in_lower_case_and_is_answered(int most, long seed) {
        String prompt = "[Expert@MyChassis-ch02-02:0]# ";
        String line = "asg_sgm_admin -b chassis2 down";
        String capture = Captures.screen("asg_sgm_admin-down-R81.txt");
        String said = before(capture.substring(capture.indexOf('\n') + 1), "[Expert@MyChassis");
        ScriptedTerminal terminal = RecordedDialogue.of(ScriptedTerminal.saying(prompt), line, said)
                .asks(SURE)
                .asks("full name: ")
                .asks("[Maintenance]: ")
                .endsAt(prompt);
        Dialect dialect = Dialect.of(Release.R81).with(Map.of("chassisDown", "asg_sgm_admin -b chassis{chassis} down"));
        GaiaSession session = RecordedDialogue.session(terminal, most, seed);
        ChassisAdmin admin = new ChassisAdmin(dialect, new Audit("Ada Operator", "Maintenance"), LONG);
        Permit permit = permit(dialect, ChassisId.CHASSIS2, Phrase.CHASSIS_DOWN, line);

        assertThatThrownBy(() -> admin.down(session, permit))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("did not say in which state it left");
        assertTypedAsThen(terminal);
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1"})
    void a_recorded_question_about_the_other_chassis_is_not_answered(int most, long seed) {
        String prompt = "[Expert@athens-ch02-01:0]# ";
        String line = "asg chassis_admin -c 1 down";
        String capture = Captures.of("asg-chassis_admin-down-R76SP.10.txt");
        ScriptedTerminal terminal = ScriptedTerminal.saying(prompt)
                .line(line, before(capture.substring(capture.indexOf('\n') + 1), "y\n"))
                .keys("\u0003", "^C\r\n" + prompt);
        Dialect dialect = Dialect.of(Release.R80_20SP);
        ChassisAdmin admin = new ChassisAdmin(dialect, new Audit("John", "test"), LONG);
        GaiaSession session = RecordedDialogue.session(terminal, most, seed);
        Permit permit = permit(dialect, ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line);

        assertThatThrownBy(() -> admin.down(session, permit)).isInstanceOf(UnknownQuestion.class);
        assertTypedAsThen(terminal);
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1", "7, 2", "60, 3"})
    void a_member_of_r80_30sp_is_set_down(int most, long seed) {
        String prompt = "[Expert@cti-ch02-01:0]# ";
        String line = "g_clusterXL_admin -b chassis1 down";
        String capture = Captures.of("g_clusterXL_admin-down-R80.30SP-member1_2.txt");
        String said = before(capture.substring(capture.indexOf("You are about")), "Connection to");
        ScriptedTerminal terminal = RecordedDialogue.of(
                        ScriptedTerminal.saying(before(capture, "You are about") + prompt), line, said)
                .asks(SURE)
                .asks("full name: ")
                .asks("[Maintenance]: ")
                .endsAt(prompt);
        Dialect dialect =
                Dialect.of(Release.R80_30SP).with(Map.of("chassisDown", "g_clusterXL_admin -b chassis{chassis} down"));

        assertThat(new ChassisAdmin(dialect, new Audit("Ansible", "Automated Upgrade"), LONG)
                        .down(
                                RecordedDialogue.session(terminal, most, seed),
                                permit(dialect, ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line)))
                .isEqualTo("DOWN");
        assertTypedAsThen(terminal);
    }

    /** The one who typed then was an answer ahead: {@code y} is what the audit log has for a name. */
    @ParameterizedTest
    @CsvSource({"100000, 1", "900, 2", "300, 3"})
    void a_package_is_installed_on_a_member_of_r80_30sp(int most, long seed) {
        String capture = Captures.of("installer-install-R80.30SP-pty-raw-member1_2.txt");
        String typed = "gclish -c \"installer install 1 member_ids 1_2\"";
        String logIn = before(capture, typed);
        String said = capture.substring(capture.indexOf(typed) + typed.length()).replaceFirst("^\r*\n", "");

        InstallStart start = install(logIn, said, most, seed);

        assertThat(start.lastWords().get(SgmId.parse("1_2"))).isEqualTo("Installing:                   15%");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 2"})
    void its_dialogue_is_the_same_byte_by_byte(int most, long seed) {
        String capture = Captures.of("installer-install-R80.30SP-pty-raw-member1_2.txt");
        String typed = "gclish -c \"installer install 1 member_ids 1_2\"";
        String said = capture.substring(capture.indexOf(typed) + typed.length()).replaceFirst("^\r*\n", "");

        InstallStart start = install(before(capture, typed), before(said, "Preparing Installation"), most, seed);

        assertThat(start.lastWords().get(SgmId.parse("1_2"))).isEqualTo("Installing package...");
    }

    private static InstallStart install(String logIn, String said, int most, long seed) {
        String line = "installer install 1 member_ids 1_2";
        ScriptedTerminal terminal = RecordedDialogue.of(
                        ScriptedTerminal.saying(logIn).line("gclish", GCLISH), line, said)
                .asks("[n]o)\r\r\n")
                .asks(SURE)
                .asks(SURE)
                .asks("full name: ")
                .asks("[Maintenance]: ")
                .dies();
        Dialect dialect = Dialect.of(Release.R80_30SP);
        GaiaSession session = RecordedDialogue.session(terminal, most, seed);
        session.reach(Shell.GCLISH);

        InstallStart start = installer(PACKAGE, new Audit("y", "Ansible"))
                .install(
                        session,
                        permit(dialect, ChassisId.CHASSIS1, Phrase.INSTALL, line),
                        InstallScope.of(GROUP, ChassisId.CHASSIS1));

        assertTypedAsThen(terminal);
        assertThat(start.asked()).isEqualTo(5);
        assertThat(start.cut()).isTrue();
        assertThat(start.begun()).containsExactly(Map.entry(SgmId.parse("1_2"), true));
        return start;
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "50, 2"})
    void a_package_is_imported_on_two_members(int most, long seed) {
        String line = "installer import local /var/log/" + PACKAGE;
        ScriptedTerminal terminal = RecordedDialogue.of(
                        ScriptedTerminal.saying(GCLISH),
                        line,
                        Captures.of("installer-import-local-R80.30SP-two-members-success.txt"))
                .endsAt(GCLISH);

        ActionEnd table = installer(PACKAGE, new Audit("John", "test"))
                .importPackage(
                        RecordedDialogue.session(terminal, most, seed), permitForAll(Phrase.IMPORT_PACKAGE, line));

        assertThat(table.rows())
                .hasSize(2)
                .allSatisfy((sgm, status) -> assertThat(table.succeededOn(sgm)).isTrue());
        assertTypedAsThen(terminal);
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1", "50, 2"})
    void a_package_is_refused_by_one_of_two_members(int most, long seed) {
        ScriptedTerminal terminal = RecordedDialogue.of(
                        ScriptedTerminal.saying(GCLISH),
                        "installer verify 1 member_ids all",
                        Captures.of("installer-verify-R80.30SP-one-member-not-ready.txt"))
                .endsAt(GCLISH);

        GaiaSession session = RecordedDialogue.session(terminal, most, seed);
        ActionEnd end =
                installer(PACKAGE, new Audit("John", "test")).verify(session, new PackageNumber(1, session.here()));

        assertThat(end.refusing()).containsExactly(SgmId.parse("1_2"));
        assertThat(end.told(SgmId.parse("1_1")))
                .isEqualTo("not final when it ended: Package is ready for verification");
        assertThatThrownBy(() -> end.refuse("allowed", "Import it there."))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageStartingWith(
                        "1_02 refused, its row says \"Package is not ready for verify\". The device said: \"[Aug 31 15:35:13]"
                                + " verify Check_Point_R81.10_T338_ScalablePlatform_Upgrade.tgz cannot be performed on members :1_02,")
                .hasMessageContaining("Action was aborted (verify,")
                .hasMessageEndingWith("Import it there.");
        assertTypedAsThen(terminal);
    }

    private static ActionEnd verified(String screen) {
        GaiaSession session = ScriptedTerminal.saying("[Global] cti-ch01-01 > ")
                .line(
                        "installer verify 1 member_ids all",
                        Captures.of(screen).replace("\n", "\r\n") + "\r\n[Global] cti-ch01-01 > ")
                .session();
        return installer(PACKAGE, new Audit("John", "test")).verify(session, new PackageNumber(1, session.here()));
    }

    @Test
    void a_number_that_the_local_member_does_not_have_is_refused_by_it_whatever_the_rows_say() {
        ActionEnd end = verified("installer-verify-R80.30SP-index-missing-local.txt");

        assertThat(end.refusing()).containsExactly(SgmId.parse("1_1"));
        assertThat(end.succeededOn(SgmId.parse("1_2"))).isFalse();
        assertThatThrownBy(() -> end.refuse("allowed", "Import it there."))
                .hasMessageContaining("1_01 refused")
                .hasMessageContaining("[Aug 26 21:05:23] Package index doesn't exist on the local member ('1')");
    }

    @Test
    void an_upgrade_that_is_allowed_is_no_hotfix() {
        ActionEnd end = verified("installer-verify-upgrade-allowed.txt");

        assertThat(end.refusing()).containsExactly(SgmId.parse("1_1"), SgmId.parse("1_2"));
        assertThatThrownBy(() -> end.refuse("allowed", ""))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("its row says \"Upgrade is allowed.\"")
                .hasMessageContaining("the file is of the wrong kind");
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1", "9, 2"})
    void image_cloning_is_switched_off(int most, long seed) {
        ScriptedTerminal terminal = RecordedDialogue.of(
                        ScriptedTerminal.saying(GCLISH),
                        "set smo image auto-clone state off",
                        Captures.of("gclish-s-set-smo-image-auto-clone-off-R80.20SP.txt"))
                .endsAt(GCLISH);

        new ImageCloning(Dialect.of(Release.R80_30SP))
                .switchOff(
                        RecordedDialogue.session(terminal, most, seed),
                        permitForAll(Phrase.CLONING_OFF, "set smo image auto-clone state off"));

        assertTypedAsThen(terminal);
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "1, 1", "9, 2"})
    void the_expert_mode_is_entered_on_a_gateway_whose_lock_is_somebody_else_s(int most, long seed) {
        String capture = Captures.of("login-clish-lock-expert-plain-gaia.txt").replace("**", "");
        String host = "cp-firewall-sc-azure";
        String clish = host + "> ";
        String expert = capture.substring(capture.indexOf("Enter expert password:"));
        String question = "Enter expert password:";
        ScriptedTerminal terminal = ScriptedTerminal.saying(before(capture, clish) + clish)
                .line("expert", question)
                .keys("expert-secret\n", before(expert.substring(question.length()), "cpconfig"));
        GaiaSession session = RecordedDialogue.session(terminal, most, seed);

        session.reach(Shell.EXPERT);

        assertThat(session.here().text()).isEqualTo("[Expert@" + host + ":0]#");
        assertThat(session.here().member()).isEmpty();
        assertTypedAsThen(terminal);
    }
}
