package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Release;
import io.bywash.group.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    private static final String EXPERT = "[Expert@harbour-ch01-02:0]# ";
    private static final String CLISH = "harbour-ch01-02> ";
    private static final String CPINFO = "This is Check Point CPinfo Build 914000231 for GAIA\r\n[FW1]\r\n";

    private static final String NO_PACKAGES = "Show packages: no packages to display\r\n";
    private static final String STATUS = "Display name   Status\r\n";

    private static Proof read(String cpinfo, String installed) {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("cpinfo -y all", cpinfo + EXPERT)
                .line("clish", CLISH)
                .line("show installer packages installed", installed + CLISH);
        return Proof.read(terminal.session(), Dialect.of(Release.R81_10));
    }

    @Test
    void both_evidences_of_a_member_are_read() {
        assertThat(read(
                        CPINFO + "\tHOTFIX_R81_10_JUMBO_HF_MAIN\tTake:  77\r\n",
                        "Display name   Type\r\nCheck_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Hotfix\r\n"))
                .isEqualTo(new Proof("Take 77", "Take 77"));
    }

    @Test
    void without_CPUSE_cpinfo_is_the_only_proof() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("cpinfo -y all", CPINFO + "\tHOTFIX_R76SP_50_JHF\tTake:  77\r\n" + EXPERT);

        Proof proof = Proof.read(terminal.session(), Dialect.of(Release.R76SP));

        assertThat(proof).isEqualTo(new Proof(Proof.NO_LIST, "Take 77"));
        assertThat(proof.shows(new Take(77))).isTrue();
        assertThat(proof.shows(new Take(78))).isFalse();
    }

    @Test
    void where_there_is_a_list_it_has_to_show_the_take_too() {
        Dialect dialect = Dialect.of(Release.R81_10);

        assertThat(Proof.expectedByInstaller(new Take(77), dialect)).isEqualTo("Take 77");
        assertThat(new Proof("no take installed", "Take 77").shows(new Take(77)))
                .isFalse();
    }

    @Test
    void of_two_takes_in_a_list_without_a_status_the_highest_counts() {
        assertThat(read(
                                CPINFO,
                                "Display name   Type\r\n"
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Hotfix\r\n"
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Hotfix\r\n")
                        .byInstaller())
                .isEqualTo("Take 77");
    }

    @Test
    void a_member_that_runs_a_higher_take_shows_the_lower_as_a_part_of_it() {
        assertThat(read(
                                CPINFO,
                                STATUS
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Installed as part of T77\r\n"
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Installed\r\n")
                        .byInstaller())
                .isEqualTo("Take 77");
    }

    @Test
    void a_take_that_is_only_a_part_of_another_package_is_not_the_running_one() {
        assertThat(read(
                                CPINFO,
                                STATUS
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Installed as part of T77\r\n")
                        .byInstaller())
                .isEqualTo("no take installed");
    }

    @Test
    void in_a_list_of_several_members_only_the_one_we_are_on_counts() {
        assertThat(read(
                                CPINFO,
                                "1_01:\r\n" + STATUS + "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Installed\r\n"
                                        + "1_02:\r\n" + STATUS
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Installed\r\n")
                        .byInstaller())
                .isEqualTo("Take 66");
    }

    @Test
    void another_package_with_a_number_is_not_taken_for_a_take_of_the_jumbo() {
        assertThat(read(CPINFO, STATUS + "Check_Point_R81_10_Core_Reader_T99_FULL.tgz   Hotfix\r\n")
                        .byInstaller())
                .isEqualTo("no take installed");
    }

    @Test
    void a_member_whose_headings_disagree_shows_both_takes() {
        assertThat(read(
                                CPINFO
                                        + "HOTFIX_R81_10_JUMBO_HF_MAIN Take: 66\r\n[SMO]\r\nHOTFIX_R81_10_JUMBO_HF_MAIN Take: 77\r\n",
                                NO_PACKAGES)
                        .byCpinfo())
                .isEqualTo("Take 66 and Take 77");
    }

    /** An error, half an answer or none at all would otherwise read as a member without the hotfix, or with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ERROR:  Could not get Security Group from db\r\n",
                "Query failed  see the log\r\n",
                "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Installed\r\n",
                "Display name   Status\r\nERROR:  Could not get Security Group from db\r\n",
                "Display name   Status\r\nCheck_Point_T9.tgz   Installed\r\nShow packages: no packages to display\r\n",
                "CLINFR0771  Config lock is owned by mary. Use the command 'lock database override' to acquire the lock.\r\n",
                "1_01:\r\nShow packages: no packages to display\r\n1_02:\r\n",
            })
    void what_shows_neither_a_heading_nor_the_sentence_for_none_is_no_list(String installed) {
        assertThatThrownBy(() -> read(CPINFO, installed))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("the sentence that there are none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLINFR0771  Config lock is owned by mary. Use the command 'lock database override' to acquire the lock.\r\n",
                "CLINFR0771  Config lock is owned by mary. Use 'lock database override' to acquire the lock.\r\n",
            })
    void the_notice_of_a_lock_above_a_list_is_no_package(String notice) {
        assertThat(read(CPINFO, notice + STATUS + "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Installed\r\n")
                        .byInstaller())
                .isEqualTo("Take 77");
        assertThat(read(CPINFO, notice + NO_PACKAGES).byInstaller()).isEqualTo("no take installed");
    }

    @ParameterizedTest
    @CsvSource({
        "Check_Point_R81_10_JHF_T77_HF3_MAIN_Bundle_T2_FULL.tgz, no take installed",
        "Check_Point_R81_10_JUMBO_HF_MAIN_T77_HF3_FULL.tgz, no take installed",
        "Check_Point_R80_20SP_JHF_T77_EQ_12_FULL.tgz, no take installed",
        "Check_Point_R81_10_ga_time_fix_main_Bundle_T99_FULL.tgz, no take installed",
        "Check_Point_R80_20SP_JHF_MAIN_Bundle_T77_FULL.tgz, Take 77",
        "Check_Point_R82_10_jumbo_hf_main_Bundle_T36_FULL.tgz, Take 36",
        "Check_Point_R80_20SP_JHF_T77_FULL.tgz, Take 77",
        "Check_Point_R81_10_JHF_COMP_T77_FULL.tgz, Take 77",
        "R82.10 Jumbo Hotfix Accumulator Take 24, Take 24",
    })
    void a_private_hotfix_over_a_jumbo_is_not_that_jumbo(String name, String take) {
        assertThat(read(CPINFO, "Display name   Type\r\n" + name + "   Hotfix\r\n")
                        .byInstaller())
                .isEqualTo(take);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check_Point_R81_10_JHF_T77_7_FULL.tgz",
                "Check_Point_R81_10_JHF1_0_T77_FULL.tgz",
                "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T77_T78_FULL.tgz",
                "R82.10 new Jumbo Hotfix Accumulator Take 24",
            })
    void a_name_that_may_be_a_jumbo_or_built_for_one_is_not_guessed_at(String name) {
        assertThatThrownBy(() -> read(CPINFO, "Display name   Type\r\n" + name + "   Hotfix\r\n"))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_line_of_cpinfo_that_may_be_a_jumbo_or_built_for_one_is_not_guessed_at() {
        assertThatThrownBy(() -> read(CPINFO + "HOTFIX_R81_10_JHF_T77_7_MAIN Take: 3\r\n", NO_PACKAGES))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("HOTFIX_R81_10_JHF_T77_7_MAIN");
    }

    @Test
    void a_private_hotfix_beside_the_jumbo_has_a_take_of_its_own() {
        assertThat(read(
                                "This is Check Point CPinfo Build 9 for GAIA\r\n[FW1]\r\n"
                                        + "  HOTFIX_R81_10_JHF_T77_HF3_MAIN  Take:  3\r\n"
                                        + "  HOTFIX_R81_10_JUMBO_HF_MAIN     Take:  77\r\n"
                                        + "  HOTFIX_PUBLIC_CLOUD_CA_BUNDLE_AUTOUPDATE\r\n",
                                NO_PACKAGES)
                        .byCpinfo())
                .isEqualTo("Take 77");
    }

    @Test
    void a_private_hotfix_without_the_line_of_its_jumbo_is_told_and_is_no_take() {
        assertThat(read(
                                "This is Check Point CPinfo Build 9 for GAIA\r\n[MGMT]\r\n  HOTFIX_R81_10_JHF_T77_EQ_3_MAIN\r\n"
                                        + "[Reporting Module]\r\n  No hotfixes..\r\n[PROVIDER-1]\r\n  No hotfixes..\r\n",
                                NO_PACKAGES)
                        .byCpinfo())
                .isEqualTo("no take of a jumbo, but HOTFIX_R81_10_JHF_T77_EQ_3_MAIN");
    }

    @ParameterizedTest
    @CsvSource({
        "Take 77, Take 77, true",
        "Take 77, Take 66, false",
        "Take 66, Take 77, false",
        "Take 77, no take installed, false",
        "no take installed, Take 77, false",
        "Take 77, Take 66 and Take 77, false",
    })
    void a_take_is_proven_only_when_both_evidences_show_exactly_it(String installer, String cpinfo, boolean proven) {
        assertThat(new Proof(installer, cpinfo).shows(new Take(77))).isEqualTo(proven);
    }

    @ParameterizedTest
    @CsvSource({
        "Take 77, no take installed, true",
        "no take installed, Take 77, true",
        "Take 77, Take 77, true",
        "Take 66, Take 66, false",
        "no take installed, no cpinfo, false",
    })
    void a_take_is_mentioned_when_one_of_the_evidences_shows_it(String installer, String cpinfo, boolean mentioned) {
        assertThat(new Proof(installer, cpinfo).mentions(new Take(77))).isEqualTo(mentioned);
    }
}
