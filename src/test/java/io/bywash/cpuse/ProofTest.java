package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.group.Release;
import io.bywash.group.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {
    private static final String EXPERT = "[Expert@harbour-ch01-02:0]# ";
    private static final String CLISH = "harbour-ch01-02> ";
    private static final String CPINFO = "This is Check Point CPinfo Build 914000231 for GAIA\r\n[FW1]\r\n";

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
    void a_member_that_runs_a_higher_take_shows_the_lower_as_a_part_of_it() {
        assertThat(read(
                                CPINFO,
                                "Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Installed as part of T77\r\n"
                                        + "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Installed\r\n")
                        .byInstaller())
                .isEqualTo("Take 77");
    }

    @Test
    void a_take_that_is_only_a_part_of_another_package_is_not_the_running_one() {
        assertThat(read(CPINFO, "Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Installed as part of T77\r\n")
                        .byInstaller())
                .isEqualTo("no take installed");
    }

    @Test
    void in_a_list_of_several_members_only_the_one_we_are_on_counts() {
        assertThat(read(
                                CPINFO,
                                "1_01:\r\nCheck_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz   Installed\r\n"
                                        + "1_02:\r\nCheck_Point_R81_10_JUMBO_HF_Bundle_T66_FULL.tgz   Installed\r\n")
                        .byInstaller())
                .isEqualTo("Take 66");
    }

    @Test
    void another_package_with_a_number_is_not_taken_for_a_take_of_the_jumbo() {
        assertThat(read(CPINFO, "Check_Point_R81_10_Core_Reader_T99_FULL.tgz   Hotfix\r\n")
                        .byInstaller())
                .isEqualTo("no take installed");
    }

    @Test
    void a_member_whose_headings_disagree_shows_both_takes() {
        assertThat(read(
                                CPINFO
                                        + "HOTFIX_R81_10_JUMBO_HF_MAIN Take: 66\r\n[SMO]\r\nHOTFIX_R81_10_JUMBO_HF_MAIN Take: 77\r\n",
                                "")
                        .byCpinfo())
                .isEqualTo("Take 66 and Take 77");
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
