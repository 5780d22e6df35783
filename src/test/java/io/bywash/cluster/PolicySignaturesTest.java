package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Captures;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.Shown;
import io.bywash.gaia.Spoiled;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether every SGM has the same policy: its signature tells, and not its date. */
class PolicySignaturesTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 2, 1);

    private static final String TITLE = """
            +----------------------------------------------------------------------+
            |Policy Verification                                                   |
            """;
    private static final String HEADING = """
            +-------+-------------------+---------------+-----------------+--------+
            |SGM    |Policy Name        |Policy Date    |Policy Signature |Status  |
            +-------+-------------------+---------------+-----------------+--------+
            """;
    private static final String SUMMARY = """
            +-------+-------------------+---------------+-----------------+--------+
            +------------------------------------------------------------------------------+
            |Summary                                                                       |
            +------------------------------------------------------------------------------+
            """;
    private static final String END = """
            |                                                                              |
            +------------------------------------------------------------------------------+
            """;
    private static final String ALIKE =
            table("""
            |1_01   |Harbour            |03Mar25 22:41  |5ed1c00f7        |Success |
            |1_02   |Harbour            |03Mar25 22:41  |5ed1c00f7        |Success |
            |2_01   |Harbour            |03Mar25 22:41  |5ed1c00f7        |Success |
            """, "|Policy Verification completed successfully                                    |\n");
    private static final String ONE_DIFFERS = table("""
            |1_01   |Harbour            |03Mar25 22:41  |5ed1c00f7        |Failed  |
            |1_02   |Harbour            |03Mar25 22:41  |a7730b92e        |Failed  |
            |2_01   |Harbour            |03Mar25 22:41  |5ed1c00f7        |Failed  |
            """, """
            |Policy Verification completed with the following errors:                      |
            |1. [1_01:0]: Policy signature doesn't match on all SGMs                       |
            |2. [1_02:0]: Policy signature doesn't match on all SGMs                       |
            |3. [2_01:0]: Policy signature doesn't match on all SGMs                       |
            """);

    private static String table(String rows, String summary) {
        return TITLE + HEADING + rows + SUMMARY + summary + END;
    }

    private static SortedMap<SgmId, Fit> read(String screen) {
        return GroupReadings.policy(Shown.of(screen), GROUP);
    }

    private static List<SgmId> lacking(String screen) {
        return Fit.lacking(read(screen));
    }

    @Test
    void equal_signatures_are_one_policy() {
        assertThat(read(ALIKE))
                .hasSize(3)
                .allSatisfy((sgm, fit) -> assertThat(fit).isEqualTo(new Fit("signature 5ed1c00f7, Success", true)));
    }

    @Test
    void another_signature_under_the_same_name_and_date_is_another_policy() {
        assertThat(Fit.told(read(ONE_DIFFERS)))
                .isEqualTo("1_01, 2_01: signature 5ed1c00f7, Failed; Policy signature doesn't match on all SGMs; "
                        + "1_02: signature a7730b92e, Failed; Policy signature doesn't match on all SGMs");
    }

    @Test
    void signatures_that_differ_are_seen_without_the_device_saying_so() {
        String differs = ALIKE.replace(
                "|1_02   |Harbour            |03Mar25 22:41  |5ed1c00f7", "|1_02 |Harbour |03Mar25 22:41 |5ed1c00f8");

        assertThat(lacking(differs)).hasSize(3);
    }

    @Test
    void a_status_that_is_not_good_counts_beside_equal_signatures() {
        assertThat(lacking(ALIKE.replaceFirst("Success", "Failed "))).containsExactly(SgmId.parse("1_1"));
        assertThat(lacking(ALIKE.replaceFirst("Success", "Unknown"))).containsExactly(SgmId.parse("1_1"));
        assertThat(lacking(ALIKE.replaceFirst("Success", "       "))).containsExactly(SgmId.parse("1_1"));
    }

    @Test
    void an_SGM_without_a_row_has_no_policy_that_is_known() {
        assertThat(Fit.told(read(ALIKE.replaceAll("\\|1_02.*\n", "")))).isEqualTo("1_02: not in the table");
    }

    @Test
    void an_SGM_without_a_signature_has_none() {
        assertThat(Fit.told(read(ALIKE.replaceFirst("5ed1c00f7", "NA       "))))
                .contains("1_01: no signature (\"NA\"), Success");
    }

    @Test
    void the_same_word_without_a_signature_on_every_SGM_is_no_policy() {
        assertThat(lacking(ALIKE.replace("5ed1c00f7", "NA       "))).hasSize(3);
    }

    @Test
    void a_complaint_of_the_summary_is_of_its_SGM() {
        String complains = ALIKE.replace(
                "|Policy Verification completed successfully                                    |",
                "|1. [2_01:0]: Policy is not installed                                          |");

        assertThat(Fit.told(read(complains))).isEqualTo("2_01: signature 5ed1c00f7, Success; Policy is not installed");
    }

    @Test
    void a_complaint_about_nobody_beside_a_good_table_is_not_understood() {
        assertThatThrownBy(() -> read(ALIKE.replace(
                        "|Policy Verification completed successfully                                    |",
                        "|Policy Verification completed with the following errors:                      |")))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("completed with the following errors");
    }

    @Test
    void the_columns_may_stand_in_another_order() {
        assertThat(lacking("""
                        |Status |Policy Signature|SGM         |
                        |Success|5ed1c00f7       |1_01 (local)|
                        |Success|5ed1c00f7       |1_2         |
                        |Success|5ed1c00f7       |2_01        |
                        """)).isEmpty();
    }

    @Test
    void each_VS_has_a_policy_of_its_own() {
        String both = """
                |VS |SGM  |Policy Signature|Status |
                |0  |1_01 |5ed1c00f7       |Success|
                |0  |1_02 |5ed1c00f7       |Success|
                |0  |2_01 |5ed1c00f7       |Success|
                |3  |1_01 |0c4419abd       |Success|
                |3  |1_02 |0c4419abd       |Success|
                |3  |2_01 |0c4419abd       |Success|
                """;

        assertThat(lacking(both)).isEmpty();
        assertThat(lacking(both.replaceAll("\\|3  \\|1_02.*\n", ""))).containsExactly(SgmId.parse("1_2"));
        assertThat(lacking(both.replace("|3  |1_02 |0c4419abd", "|3  |1_02 |5ed1c00f7")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-bash: asg: command not found",
                "|Policy Verification completed successfully |",
                "|SGM |Policy Name |Status |\n|1_01 |Harbour |Success |",
                "|SGM |Policy Signature |Status |\n|1_01 |5ed1c00f7 |Success",
                "|SGM |Policy Signature |Status |\n|1_01 |5ed1c00f7 |",
                "|SGM |Policy Signature |Status |\n|all |5ed1c00f7 |Success |",
                "|SGM |Policy Signature |Status |\n|1_03 |5ed1c00f7 |Success |",
                "|SGM |Policy Signature |Status |\n|1_01 |5ed1c00f7 |Success |\n|1_01 |5ed1c00f7 |Success |",
                "|1_01 |5ed1c00f7 |Success |",
            })
    void what_is_no_such_table_is_not_guessed_at(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnknownLine.class);
    }

    @Test
    void what_is_not_read_names_the_key_of_the_target_file() {
        assertThatThrownBy(() -> read("|Policy Verification completed successfully |"))
                .hasMessageContaining("'policyVerify: asg policy verify -a -v' under 'dialect' in the target file");
    }

    @Test
    void one_command_asks_for_the_table() {
        GaiaSession session = ScriptedTerminal.saying("[Expert@harbour-ch02-01:0]# ")
                .line("asg policy verify", ALIKE.replace("\n", "\r\n") + "[Expert@harbour-ch02-01:0]# ")
                .session();

        assertThat(Fit.lacking(PolicySignatures.read(session, Dialect.of(Release.R80_30SP), GROUP)))
                .isEmpty();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_spoiled_table_never_shows_one_policy_where_there_was_none(@ForAll long seed) {
        for (String screen : List.of(
                ONE_DIFFERS, ALIKE.replaceAll("\\|1_02.*\n", ""), ALIKE.replaceFirst("5ed1c00f7", "NA       "))) {
            String spoiled = Spoiled.of(screen, seed);
            try {
                assertThat(lacking(spoiled)).as(spoiled).isNotEmpty();
            } catch (NotProven e) {
                assertThat(e).hasMessageContaining("\"");
            }
        }
    }

    @Property
    void any_characters_are_no_policy(@ForAll String anything) {
        assertThatThrownBy(() -> read(anything)).isInstanceOf(NotProven.class);
    }

    @Test
    void the_real_table_with_two_signatures_has_no_SGM_that_is_right() {
        SecurityGroup two = SecurityGroup.dual("athens", 2, 1);

        assertThat(GroupReadings.policy(Shown.of(Captures.screen("asg-policy-verify-R80.30SP-mixed.txt")), two))
                .contains(
                        entry(
                                SgmId.parse("1_1"),
                                new Fit(
                                        "signature 276ab62df, Failed; Policy signature doesn't match on all SGMs",
                                        false)),
                        entry(
                                SgmId.parse("1_2"),
                                new Fit(
                                        "signature ba4ca088a, Failed; Policy signature doesn't match on all SGMs",
                                        false)));
    }
}
