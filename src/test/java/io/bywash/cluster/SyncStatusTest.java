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

/** Whether each SGM is synchronised: only its own whole line says so. */
class SyncStatusTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 2, 1);
    private static final SgmId SGM_1_01 = SgmId.parse("1_1");
    private static final SgmId SGM_1_02 = SgmId.parse("1_2");
    private static final SgmId SGM_2_01 = SgmId.parse("2_1");

    private static final String TWO_GOOD = """
            -*- 2 blades: 1_01 2_01 -*-

            Delta Sync Statistics

            Sync status: OK

            Drops:
            Lost updates................................. 3
            Lost bulk update events...................... 0

            Sent messages:
            Total generated sync messages................ 40127

            Queue sizes (num of updates):
            Sending queue size........................... 512

            Reset on Mon Mar  3 22:41:07 2025 (triggered by fullsync).

            """;
    private static final String ONE_OFF = """
            -*- 1 blade: 1_02 -*-

            Delta Sync Statistics

            Sync status: Off - Full-sync failure

            Drops:
            Lost updates................................. 0

            """;
    private static final String MIXED = """
            [1_01]Delta Sync Statistics
            [2_01]Delta Sync Statistics
            [1_02]Delta Sync Statistics
            [1_01]Sync status: OK
            [2_01]Sync status: Off - Policy unloaded
            [1_02]Sync status: OK
            """;

    private static SortedMap<SgmId, Fit> read(String screen) {
        return GroupReadings.synchronisation(Shown.of(screen), GROUP);
    }

    @Test
    void each_SGM_is_heard_with_its_own_word() {
        assertThat(read(TWO_GOOD + ONE_OFF))
                .containsExactly(
                        entry(SGM_1_01, new Fit("OK", true)),
                        entry(SGM_1_02, new Fit("Off - Full-sync failure", false)),
                        entry(SGM_2_01, new Fit("OK", true)));
    }

    @Test
    void members_may_be_mixed_line_by_line() {
        assertThat(Fit.told(read(MIXED))).isEqualTo("2_01: Off - Policy unloaded");
    }

    @Test
    void members_may_stand_below_their_names() {
        assertThat(Fit.told(read("1_01:\nSync status: OK\n1_02:\nSync status: OK\n2_01:\nSync status: OK\n")))
                .isEmpty();
    }

    @Test
    void an_SGM_that_is_left_out_is_not_synchronised() {
        assertThat(Fit.told(read(TWO_GOOD))).isEqualTo("1_02: no answer");
    }

    @Test
    void an_SGM_that_cannot_be_reached_is_not_synchronised() {
        assertThat(Fit.told(read(TWO_GOOD + "Failed to connect to 1_02 (Connection timed out).\n")))
                .isEqualTo("1_02: no answer");
    }

    @Test
    void SGMs_with_the_same_word_are_told_together() {
        assertThat(Fit.told(read("-*- 2 blades: 1_01 1_02 -*-\nSync status: Off - Boot\n")))
                .isEqualTo("1_01, 1_02: Off - Boot; 2_01: no answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Full-sync failure",
                "Policy installation failure",
                "Cluster module not started",
                "SIC failure",
                "Full-sync checksum error",
                "Full-sync received queue is full",
                "Release version mismatch",
                "Connection to remote member timed-out",
                "Connection terminated by remote member",
                "Could not start a connection to remote member",
                "cpstart",
                "cpstop",
                "Manually disabled sync",
                "Was not able to start for more than 240 second",
                "Boot",
                "Connectivity Upgrade (CU)",
                "cphastop",
                "Policy unloaded"
            })
    void every_reason_is_told_in_its_own_words(String reason) {
        assertThat(SyncStatus.in(List.of("Sync status: Off - " + reason))).isEqualTo(new Fit("Off - " + reason, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HA module not started: Operation not permitted",
                "-bash: cphaprob: command not found",
                "Usage: cphaprob {stat|state}",
                "Sync status:",
                "Sync status: ok",
                "Sync status: OK (1 lost)",
                "Sync status: OKAY",
                "Sync status: Off",
                "Sync status: Partial",
                "Sync status is OK",
                "The Sync status: OK",
            })
    void anything_else_says_nothing_good(String line) {
        assertThat(SyncStatus.in(List.of("Delta Sync Statistics", line)).good()).isFalse();
    }

    @Test
    void a_word_that_is_not_known_is_told_as_that() {
        assertThat(SyncStatus.in(List.of("Sync status: Partial")).word())
                .isEqualTo("a word that is not known: \"Partial\"");
    }

    @Test
    void an_answer_without_the_line_is_shown() {
        assertThat(SyncStatus.in(List.of("HA module not started")).word())
                .isEqualTo("it does not say so: \"HA module not started\"");
    }

    @Test
    void two_answers_of_one_SGM_are_none() {
        assertThat(SyncStatus.in(List.of("Sync status: OK", "Sync status: OK")).good())
                .isFalse();
    }

    @Test
    void a_line_of_nobody_in_particular_is_not_guessed_at() {
        assertThatThrownBy(() -> read("Sync status: OK")).isInstanceOf(UnknownLine.class);
    }

    @Test
    void one_command_asks_all_of_them() {
        GaiaSession session = ScriptedTerminal.saying("[Expert@harbour-ch02-01:0]# ")
                .line("g_all -a cphaprob syncstat", TWO_GOOD.replace("\n", "\r\n") + "[Expert@harbour-ch02-01:0]# ")
                .session();

        assertThat(Fit.lacking(SyncStatus.read(session, Dialect.of(Release.R80_30SP), GROUP)))
                .containsExactly(SGM_1_02);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_spoiled_screen_never_shows_a_whole_group_synchronised_that_is_not(@ForAll long seed) {
        for (String screen : List.of(TWO_GOOD + ONE_OFF, ONE_OFF + TWO_GOOD, MIXED, TWO_GOOD)) {
            String spoiled = Spoiled.of(screen, seed);
            try {
                assertThat(Fit.lacking(read(spoiled))).as(spoiled).isNotEmpty();
            } catch (NotProven e) {
                assertThat(e).hasMessageContaining("\"");
            }
        }
    }

    @Property
    void any_characters_say_nothing_good(@ForAll String anything) {
        try {
            assertThat(Fit.lacking(read(anything))).hasSize(3);
        } catch (NotProven e) {
            assertThat(e).hasMessageContaining("\"");
        }
    }

    @Test
    void the_printed_example_is_synchronised() {
        assertThat(SyncStatus.in(
                        Shown.of(Captures.screen("syncstat-R80.20.txt")).lines().toList()))
                .isEqualTo(new Fit("OK", true));
    }

    @Test
    void of_all_printed_first_lines_one_is_good() {
        List<Fit> told = Captures.screen("syncstat-status-values.txt")
                .lines()
                .map(line -> SyncStatus.in(List.of(line)))
                .toList();

        assertThat(told).hasSize(19).filteredOn(Fit::good).containsExactly(new Fit("OK", true));
        assertThat(told)
                .filteredOn(fit -> !fit.good())
                .allMatch(fit -> fit.word().startsWith("Off - "));
    }
}
