package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Shown;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and tables of CPUSE as other releases and other terminals may show them: read by what they mean, or not proven. */
class ListLayoutsTest {
    private static final String JUMBO = "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz";
    private static final String TITLE = "Mon Mar  3 23:10:44 EET 2025Update Service Engine\n";

    private static List<PackageList.Entry> list(String text) {
        return PackageList.entries(Shown.of(text).lines().toList());
    }

    private static void assertUnknown(String text, String line) {
        assertThatThrownBy(() -> list(text)).isInstanceOf(UnknownLine.class).hasMessageContaining(line);
    }

    @Test
    void the_heading_tells_which_column_is_which() {
        assertThat(list("Status              Display name\nInstalled           " + JUMBO + "\n"))
                .containsExactly(new PackageList.Entry(JUMBO, "Installed"));
        assertThat(list("Display name     Type     Status\n" + JUMBO + "   Hotfix   Available for Install\n"))
                .containsExactly(new PackageList.Entry(JUMBO, "Available for Install"));
        assertThat(list("Type   Display name   Size\nHotfix   " + JUMBO + "   912 MB\n"))
                .containsExactly(new PackageList.Entry(JUMBO, "Hotfix"));
        assertThat(list("Display name\tStatus\n" + JUMBO + "\tInstalled\n"))
                .containsExactly(new PackageList.Entry(JUMBO, "Installed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Display name     Type     Status\n" + JUMBO + "   Installed\n",
                "Display name     Type     Status\n" + JUMBO + "   Hotfix   Installed   yes\n",
                "Status     Display name\nInstalled   " + JUMBO + "   yes\n",
                "Display name     Status\n" + JUMBO + "\n",
                "Display name     Status\nCheck_Point_R81_10_JUMBO_HF_Bundle_T77_FULL\nOther_T9.tgz   Installed\n",
                "Display name     Status\n" + JUMBO + "  Installed\n   .tgz   Available for Install\n",
                "Display name     Status\n" + JUMBO + "  Installed\n   and more\n",
                "Display name     Status\n" + JUMBO + "  Imported\n" + JUMBO + "  Installed\n",
                "Display name     Status\nA_T1.tgz  Imported\nDisplay name     Status\nB_T2.tgz  Installed\n",
                "R82.10 Jumbo Hotfix Accumulator Take 2   Hotfix\n   4\n",
                "** CPUSE failed to read its database **\n",
                "** Packages are not installed **\n",
                "*Installed",
            })
    void what_can_be_read_in_two_ways_is_not_guessed(String text) {
        assertThatThrownBy(() -> list(text)).isInstanceOf(UnknownLine.class);
    }

    @Test
    void a_remark_that_is_wrapped_is_read_to_its_end() {
        List<PackageList.Entry> entries =
                list("Display name     Status\n" + JUMBO + "  Installed\n                 as part of T80\n");

        assertThat(entries).containsExactly(new PackageList.Entry(JUMBO, "Installed as part of T80"));
        assertThat(Proof.byInstaller(entries)).isEqualTo("no take installed");
    }

    @Test
    void a_sentence_is_a_name_with_its_remark_beside_it() {
        List<PackageList.Entry> entries =
                list("Display name     Type\nR82.10 Jumbo Hotfix Accumulator   Hotfix\n    Take 24\n");

        assertThat(entries).containsExactly(new PackageList.Entry("R82.10 Jumbo Hotfix Accumulator Take 24", "Hotfix"));
        assertThat(Proof.byInstaller(entries)).isEqualTo("Take 24");
    }

    @Test
    void sections_may_each_have_a_heading() {
        assertThat(list("""
                ** ************ **
                **   Hotfixes   **
                ** ************ **
                Display name     Type
                Other_T9.tgz     Hotfix
                ** ************ **
                **    Majors    **
                ** ************ **
                Display name     Type
                Check_Point_R82_T300.tgz     Major Version
                """))
                .extracting(PackageList.Entry::name)
                .containsExactly("Other_T9.tgz", "Check_Point_R82_T300.tgz");
    }

    @Test
    void two_members_whose_heading_was_lost_are_not_one() {
        assertUnknown("""
                **    Connection error. Packages list might be incomplete    **
                Display name     Status
                A_T1.tgz     Available for Install
                **    Connection error. Packages list might be incomplete    **
                Display name     Status
                B_T2.tgz     Installed
                """, "Display name     Status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check_Point_R81_10_JUMBO_HF_Bundle_FULL.tgz",
                "Check_Point_R81_10_JUMBO_HF_Bundle_T0_FULL.tgz",
                "Check_Point_R81_10_JUMBO_HF_Bundle_T99999999999_FULL.tgz",
            })
    void an_installed_jumbo_whose_take_cannot_be_read_is_not_passed_over(String name) {
        List<PackageList.Entry> entries =
                List.of(new PackageList.Entry(JUMBO, "Installed"), new PackageList.Entry(name, "Installed"));

        assertThatThrownBy(() -> Proof.byInstaller(entries))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_jumbo_without_a_remark_is_not_taken_for_installed() {
        assertThatThrownBy(() -> Proof.byInstaller(list(JUMBO + "\n"))).isInstanceOf(UnknownLine.class);
    }

    @ParameterizedTest
    @CsvSource({"T077, 77", "T1, 1", "T101, 101", "T999999, 999999"})
    void a_take_is_a_number_of_any_width(String written, int take) {
        assertThat(PackageFile.takeIn("x_" + written + "_FULL.tgz").map(io.bywash.group.Take::number))
                .isEqualTo(Optional.of(take));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Take: 0", "Take: 99999999999999", "Take: -7", "Take:"})
    void a_take_of_cpinfo_that_is_no_number_of_a_take_is_not_known(String take) {
        assertThatThrownBy(() ->
                        Cpinfo.read("This is Check Point CPinfo Build 1 for GAIA\nHOTFIX_R81_10_JHF_MAIN " + take))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining(take);
    }

    @Test
    void the_table_of_fourteen_members_is_read() {
        String rows = IntStream.rangeClosed(1, 14)
                .mapToObj(
                        "|1_%02d         |Installation is allowed.                                        |\n"
                                ::formatted)
                .collect(Collectors.joining());

        assertThat(UpdateTable.lastIn(TITLE + rows).orElseThrow().rows())
                .hasSize(14)
                .allSatisfy(
                        (sgm, status) -> assertThat(Installer.allowed(status)).isTrue());
    }

    @Test
    void a_table_of_box_characters_is_a_table() {
        assertThat(UpdateTable.lastIn(Shown.of("""
                lun. 3 mars 2025 23:10:44 Update Service Engine
                ┌─────────────┬──────────────────────────┐
                │Member ID    │Status                    │
                ├─────────────┼──────────────────────────┤
                │1_01 (local) │Installation is allowed.  │
                └─────────────┴──────────────────────────┘
                """)).orElseThrow().rows())
                .containsExactly(entry(SgmId.parse("1_1"), "Installation is allowed."));
    }

    @Test
    void a_member_with_two_statuses_in_one_table_has_neither() {
        UpdateTable table = UpdateTable.lastIn(
                        TITLE
                                + "|1_01 |Installation is not allowed.|\n|1_01 |Installation is allowed.|\n|1_02 ||\n|1_02 |Installation is allowed.|\n")
                .orElseThrow();

        assertThat(Installer.allowed(table.of(SgmId.parse("1_1")))).isFalse();
        assertThat(table.of(SgmId.parse("1_1"))).isEqualTo("Installation is not allowed. / Installation is allowed.");
        assertThat(Installer.allowed(table.of(SgmId.parse("1_2")))).isTrue();
    }

    @Test
    void the_same_status_twice_is_that_status() {
        assertThat(UpdateTable.lastIn(TITLE + "|1_01 |Installation is allowed.|\n|1_01 |Installation is allowed.|\n")
                        .orElseThrow()
                        .of(SgmId.parse("1_1")))
                .isEqualTo("Installation is allowed.");
    }

    @Test
    void a_heading_begins_another_table_even_where_its_title_is_not_drawn_again() {
        List<UpdateTable> tables = UpdateTable.allIn(
                TITLE
                        + "|Member ID|Status|\n|1_01 |Installing: 4%|\n|Member ID|Status|\n|1_01 |Installing: 9%|\n|Member ID|Status|\n");

        assertThat(tables)
                .extracting(table -> table.of(SgmId.parse("1_1")))
                .containsExactly("Installing: 4%", "Installing: 9%");
    }

    @Test
    void a_line_of_very_many_cells_is_not_known() {
        assertThatThrownBy(() -> UpdateTable.allIn(TITLE + "|".repeat(100_000))).isInstanceOf(UnknownLine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Status: Available for Install, NOT_BEGUN",
        "Status: Imported, NOT_BEGUN",
        "  Status   :   Installed  , INSTALLED",
        "Status: Installed as part of T80, INSTALLED",
        "Status: Installing: 45%, UNDER_WAY",
        "Status: Installing package..., UNDER_WAY",
        "Show packages: no packages to display, NOT_BEGUN",
        "NMSHNM0679  Package Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz is invalid, NOT_BEGUN",
    })
    void how_far_a_package_has_come_is_told_in_known_words(String line, PackageStanding standing) {
        assertThat(PackageStanding.read("Display name: x\n" + line + "\n")).isEqualTo(standing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status: Installation failed at 45%",
                "Status: Failed: 45%",
                "Status: 45% of the disk",
                "Status: Installed\nStatus: Imported",
                "Status: Installed\nShow packages: no packages to display",
                "There are no packages to display here",
                "Status:",
                "",
            })
    void how_far_it_has_come_is_not_guessed(String screen) {
        assertThatThrownBy(() -> PackageStanding.read(screen)).isInstanceOf(NotProven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4   Other_T9.tgz   Hotfix\n     and more\n",
                "     Other_T9.tgz\n",
                "** CPUSE failed **\n",
                "Show packages: database locked\n",
            })
    void a_numbered_list_is_not_guessed_at(String text) {
        assertThatThrownBy(() -> NumberedList.read(text)).isInstanceOf(UnknownLine.class);
    }

    @Test
    void a_numbered_list_has_boxes_and_tabs() {
        assertThat(NumberedList.read(
                        "** **** **\n**  Hotfixes  **\nNum\tDisplay name\tType\n4\tOther_T9\tHotfix\n\t.tgz\n"))
                .containsExactly(new NumberedList.Entry(4, "Other_T9.tgz"));
        assertThat(NumberedList.read("Show packages: no packages to display\n")).isEmpty();
    }
}
