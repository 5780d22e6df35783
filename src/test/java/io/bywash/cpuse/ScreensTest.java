package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreensTest {
    @Test
    void only_the_last_table_counts_and_a_long_text_is_joined() {
        UpdateTable table = UpdateTable.lastIn("""
                Mon Mar  3 23:10:42 EET 2025Update Service Engine
                |Member ID    |Status                                                          |
                |1_01 (local) |Importing package...                                            |
                Mon Mar  3 23:10:44 EET 2025Update Service Engine
                |Member ID    |Status                                                          |
                |1_01 (local) |Build number 77 of this package is already stored on this       |
                |             |machine.                                                        |
                |2_11         |The package 'Check_Point_R81_..' was successfully imported.     |
                +-------------+----------------------------------------------------------------+
                [Mar  3 23:10:44] Action was aborted (import, 'x.tgz').
                """).orElseThrow();

        assertThat(table.of(SgmId.parse("1_1")))
                .isEqualTo("Build number 77 of this package is already stored on this machine.");
        assertThat(table.of(SgmId.parse("2_11")))
                .isEqualTo("The package 'Check_Point_R81_..' was successfully imported.");
        assertThat(table.of(SgmId.parse("1_2"))).isEqualTo("no row");
        assertThat(table.below()).containsExactly("[Mar  3 23:10:44] Action was aborted (import, 'x.tgz').");
    }

    @Test
    void a_text_that_is_cut_at_the_edge_of_its_cell_is_joined_without_a_blank() {
        UpdateTable table = UpdateTable.lastIn("""
                Mon Mar  3 23:10:44 EET 2025Update Service Engine
                |Member ID    |Status                                                          |
                |1_01 (local) |Build number 110 of this package is already stored on this machi|
                |             |ne.                                                             |
                """).orElseThrow();

        assertThat(table.of(SgmId.parse("1_1")))
                .isEqualTo("Build number 110 of this package is already stored on this machine.");
    }

    private static String status(String... cells) {
        StringBuilder table =
                new StringBuilder("Mon Mar  3 23:10:44 EET 2025Update Service Engine\n|Member ID    |Status       |\n");
        String member = "1_01 (local)";
        for (String cell : cells) {
            table.append("|%-13s|%s|\n".formatted(member, cell));
            member = "";
        }
        return UpdateTable.lastIn(table.toString()).orElseThrow().of(SgmId.parse("1_1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "The package is!ready.!The package is ready.",
                "The package was not! imported.!The package was not imported.",
                "The package was not !imported.!The package was not imported.",
                "Build number 110!of this package is stored!Build number 110 of this package is stored",
                "The installation conflicts!with another hotfix.!The installation conflicts with another hotfix.",
                "The package is stored on this!machine.   !The package is stored on this machine.",
                "Stored before.!Remove it.!Stored before. Remove it.",
                "Stored under number!12!Stored under number 12",
                "The package is stored on this machi!ne.!The package is stored on this machine.",
                "The install!ation failed!The installation failed",
                "Th!is package!This package",
                "Check_Point_R81_10_JUM!BO_HF.tgz!Check_Point_R81_10_JUMBO_HF.tgz",
                "Check_Point_R81_10_T1!10_FULL.tgz!Check_Point_R81_10_T110_FULL.tgz",
            })
    void a_text_that_fills_its_cell_goes_on_as_its_words_do(String first, String second, String whole) {
        assertThat(status(first, second)).isEqualTo(whole);
    }

    @Test
    void a_text_over_three_rows_is_joined_to_the_end() {
        UpdateTable table = UpdateTable.lastIn("""
                Mon Mar  3 23:10:44 EET 2025Update Service Engine
                |Member ID    |Status                                                          |
                |1_01 (local) |Build number 77 of this package                                 |
                |             |is already stored on this machine.                              |
                |             |Please remove all stored builds of this package.                |
                """).orElseThrow();

        assertThat(table.of(SgmId.parse("1_1")))
                .isEqualTo("Build number 77 of this package is already stored on this machine. "
                        + "Please remove all stored builds of this package.");
    }

    @Test
    void a_table_that_was_cut_off_before_its_first_row_does_not_count() {
        UpdateTable table = UpdateTable.lastIn("""
                Mon Mar  3 23:10:44 EET 2025Update Service Engine
                |1_01         |Installing: 15%                                                 |
                Mon Mar  3 23:10:45 EET 2025Update Service Engine
                """).orElseThrow();

        assertThat(table.of(SgmId.parse("1_1"))).isEqualTo("Installing: 15%");
    }

    @Test
    void a_screen_without_a_table_has_none() {
        assertThat(UpdateTable.lastIn("[Mar  3 23:10:44] Package index doesn't exist on the local member ('1')"))
                .isEmpty();
    }

    @Test
    void a_name_that_the_numbered_list_wraps_is_joined() {
        assertThat(NumberedList.read("""
                Num Display name                                      Type
                3   Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL
                    .tgz                                              Hotfix

                12) Other_T9.tgz                                      Hotfix
                """))
                .containsExactly(
                        new NumberedList.Entry(3, "Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz"),
                        new NumberedList.Entry(12, "Other_T9.tgz"));
    }

    @Test
    void a_wrapped_name_is_joined_and_decoration_is_passed_over() {
        assertThat(PackageList.read("""
                Querying cluster members...

                1_01:
                ** ************************************************************************* **
                **             Connection error. Packages list might be incomplete           **
                ** ************************************************************************* **
                Display name                                      Status
                Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL
                       .tgz                                           Available for Install
                Other_T9.tgz                                      Installed

                1_02:
                Show packages: no packages to display
                """).toString())
                .isEqualTo("{1_01=[Entry[name=Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz, "
                        + "remark=Available for Install], Entry[name=Other_T9.tgz, remark=Installed]], 1_02=[]}");
    }

    @Test
    void cpinfo_tells_the_takes_of_the_jumbo_under_all_headings() {
        Cpinfo cpinfo = Cpinfo.read("""
                This is Check Point CPinfo Build 914000231 for GAIA
                [SMO]
                	HOTFIX_R81_10_JUMBO_HF_MAIN	Take:  77
                [IDA]
                	No hotfixes..
                [FW1]
                	HOTFIX_R81_10_JUMBO_HF_MAIN	Take:  66
                	HOTFIX_R81_10_JUMBO_HF_MAIN
                	BUNDLE_OTHER_AUTOUPDATE	Take:  9
                """).orElseThrow();

        assertThat(cpinfo.jumboTakes()).containsExactly(new Take(66), new Take(77));
    }

    @Test
    void what_is_not_cpinfo_s_screen_proves_nothing() {
        assertThat(Cpinfo.read("HOTFIX_R81_10_JUMBO_HF_MAIN Take: 77")).isEmpty();
    }

    @Test
    void a_hotfix_is_known_by_its_heading_its_name_and_its_take() {
        assertThat(Cpinfo.read("""
                This is Check Point CPinfo Build 914000231 for GAIA
                HOTFIX_R81_10_JHF_T77
                [FW1]
                	HOTFIX_R81_10_JUMBO_HF_MAIN	Take:  77
                """).orElseThrow().hotfixes())
                .containsExactly(
                        new Cpinfo.Hotfix("", "HOTFIX_R81_10_JHF_T77", Optional.empty()),
                        new Cpinfo.Hotfix("FW1", "HOTFIX_R81_10_JUMBO_HF_MAIN", Optional.of(new Take(77))));
    }

    @Test
    void a_hotfix_that_is_named_jhf_is_a_jumbo_as_well() {
        assertThat(Cpinfo.read("This is Check Point CPinfo Build 1 for GAIA\nHOTFIX_R81_10_JHF_MAIN Take: 9")
                        .orElseThrow()
                        .jumboTakes())
                .containsExactly(new Take(9));
    }

    @Test
    void lines_before_the_first_table_belong_to_none() {
        UpdateTable table = UpdateTable.lastIn("""
                |1_02         |Installing: 15%                                                 |
                Preparing package for import...
                Mon Mar  3 23:10:44 EET 2025Update Service Engine

                |1_01         |Importing package...                                            |

                Done.
                """).orElseThrow();

        assertThat(table.rows().keySet()).containsExactly(SgmId.parse("1_1"));
        assertThat(table.below()).containsExactly("Done.");
    }

    @Test
    void a_remark_stands_beside_the_name_it_was_begun_with() {
        assertThat(PackageList.entries(List.of(
                        "Display name   Status", "Check_Point_R81_10_T77   Installed as part of  T80", "    .tgz")))
                .containsExactly(new PackageList.Entry("Check_Point_R81_10_T77.tgz", "Installed as part of  T80"));
    }
}
