package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CPUSE says in words that are not known is not proven, with the raw line; nothing of it is guessed. */
class UnknownScreensTest {
    private static final String EXPERT = "[Expert@harbour-ch01-02:0]# ";
    private static final String CLISH = "harbour-ch01-02> ";
    private static final String GCLISH = "[Global] harbour-ch01-01 > ";
    private static final String CPINFO = "This is Check Point CPinfo Build 914000231 for GAIA\r\n[FW1]\r\n";
    private static final String NONE = "Show packages: no packages to display\r\n";
    private static final String STATUS = "Display name   Status\r\n";
    private static final String JUMBO = "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz";

    private static void assertUnknown(Runnable reading, String line) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("shows what is not known here, so it is not guessed at: \"" + line + "\"");
    }

    private static Proof proof(String cpinfo, String installed) {
        return Proof.read(
                ScriptedTerminal.saying(EXPERT)
                        .line("cpinfo -y all", cpinfo + EXPERT)
                        .line("clish", CLISH)
                        .line("show installer packages installed", installed + CLISH)
                        .session(),
                Dialect.of(Release.R81_10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOTFIX_R81_10_JUMBO_HF_MAIN Take: 77 (failed)",
                "HOTFIX_R81_10_JUMBO_HF_MAIN Take: unknown",
                "Jumbo Hotfix Accumulator Take 77",
                "Failed to read the registry",
                "Error: no access",
            })
    void a_line_of_cpinfo_about_a_hotfix_or_a_trouble_has_to_be_known(String line) {
        assertUnknown(() -> proof(CPINFO + "\t" + line + "\r\n", NONE), line);
    }

    @Test
    void what_cpinfo_tells_beside_the_hotfixes_is_passed_over() {
        assertThat(proof(CPINFO + "\tNo hotfixes..\r\nFW1 build number:\r\nkernel: R81.10 - Build 10\r\n", NONE)
                        .byCpinfo())
                .isEqualTo("no take installed");
    }

    @Test
    void a_screen_that_is_not_cpinfo_s_is_no_evidence() {
        assertUnknown(() -> proof("Please wait\r\n", NONE), "Please wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Uninstalling", "Installed partly", "45 %"})
    void a_jumbo_in_an_unknown_status_is_not_taken_for_installed(String status) {
        assertUnknown(() -> proof(CPINFO, STATUS + JUMBO + "   " + status + "\r\n"), JUMBO + "  " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Available for Install", "Available for Download", "Imported"})
    void a_jumbo_that_is_only_there_is_not_installed(String status) {
        assertThat(proof(CPINFO, STATUS + JUMBO + "   " + status + "\r\n").byInstaller())
                .isEqualTo("no take installed");
    }

    @Test
    void a_sentence_about_a_jumbo_is_no_package() {
        assertUnknown(() -> proof(CPINFO, STATUS + "Failed to read " + JUMBO + "\r\n"), "Failed to read " + JUMBO);
    }

    @Test
    void a_list_of_packages_has_no_line_that_is_not_known() {
        assertUnknown(() -> PackageList.entries(List.of("The database is locked")), "The database is locked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection error.", "CPUSE is busy"})
    void a_numbered_list_has_no_line_that_is_not_known(String line) {
        assertUnknown(() -> NumberedList.read("3   Other_T9.tgz   Hotfix\n" + line), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|1_03 (remote)|Importing package...|",
                "|3_01         |Importing package...|",
                "|1_15         |Importing package...|",
                "|1_01         |Importing package...|frozen|",
                "|             |was successfully imported.|",
            })
    void a_row_of_the_table_names_a_member_and_nothing_else(String row) {
        assertThatThrownBy(() -> UpdateTable.lastIn("Mon Mar  3 23:10:44 EET 2025Update Service Engine\n" + row))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining(row.replaceAll("\\s*\\|\\s*", "|").substring(0, 5));
    }

    @Test
    void a_row_that_was_cut_off_with_the_line_is_no_other_column() {
        assertThat(UpdateTable.allIn(
                        "Mon Mar  3 23:10:44 EET 2025Update Service Engine\n|1_01 |Installing: 15%|\n|1_02 |"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The package 'x' was not successfully imported.",
                "The package 'x' was successfully imported. It cannot be installed.",
                "successfully imported",
            })
    void an_import_succeeded_only_in_the_whole_sentence(String status) {
        assertThat(Installer.stored(status)).isFalse();
    }

    @Test
    void an_agent_that_says_something_else_has_no_build() {
        assertUnknown(
                () -> AgentBuild.read(
                        ScriptedTerminal.saying(GCLISH)
                                .line(
                                        "show installer status build",
                                        "1_01:\r\nThe agent is starting\r\n2_01:\r\nBuild number: 2300\r\n" + GCLISH)
                                .session(),
                        Dialect.of(Release.R81_10),
                        SecurityGroup.dual("harbour", 1, 1)),
                "The agent is starting");
    }

    @Test
    void a_file_whose_size_is_refused_is_not_missing() {
        assertUnknown(
                () -> RemoteFile.measure(
                        ScriptedTerminal.saying(EXPERT)
                                .line("stat -c %s /var/log/x.tgz", "stat: Permission denied\r\n" + EXPERT)
                                .session(),
                        "/var/log/x.tgz"),
                "stat: Permission denied");
    }

    @Test
    void a_sum_that_cannot_be_taken_is_not_another_sum() {
        assertUnknown(
                () -> RemoteFile.measure(
                        ScriptedTerminal.saying(EXPERT)
                                .line("stat -c %s /var/log/x.tgz", "4\r\n" + EXPERT)
                                .line("sha256sum /var/log/x.tgz", "sha256sum: Input/output error\r\n" + EXPERT)
                                .session(),
                        "/var/log/x.tgz"),
                "sha256sum: Input/output error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_15:", "1_02 (remote):", "[1_02] off", "-*- 2 blades: 1_01 1_02 -*-"})
    void a_heading_that_is_not_known_gives_its_lines_to_nobody_else(String heading) {
        assertUnknown(() -> MemberBlocks.read("1_01:\noff\n" + heading + "\non\n"), heading);
    }
}
