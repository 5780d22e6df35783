package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmState;
import java.awt.GraphicsEnvironment;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineTest {
    private static final int HOURS_6 = 6 * 3600;

    private static HistoryFile stage(Outcome outcome) {
        return MadeRun.real(2, 1)
                .step(1, 3, "part 3")
                .calm(2)
                .begins(10, "3.C")
                .intends(20, "3.C", "chassisDown", "chassis1")
                .look(30, ChassisRole.DOWN, SgmState.DOWN, ChassisRole.ACTIVE, SgmState.UP)
                .look(60, ChassisRole.DOWN, SgmState.DOWN, ChassisRole.ACTIVE, SgmState.UP)
                .ends(61, "3.C", outcome)
                .finished(70, outcome);
    }

    private static Document parsed(HistoryFile run) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Timeline.svg(run))));
        } catch (Exception e) {
            throw new AssertionError("the picture is no XML: " + e.getMessage(), e);
        }
    }

    private static List<String> all(HistoryFile run, String tag) {
        NodeList nodes = parsed(run).getElementsByTagName(tag);
        List<String> words = new ArrayList<>();
        for (int number = 0; number < nodes.getLength(); number++) {
            words.add(nodes.item(number).getTextContent().strip());
        }
        return words;
    }

    @Test
    void every_chassis_and_every_sgm_is_named() {
        assertThat(all(stage(Outcome.PASSED), "text")).contains("Chassis 1", "Chassis 2", "1_01", "1_02", "2_01");
    }

    @Test
    void a_band_begins_where_the_time_of_its_look_is() {
        HistoryFile run = stage(Outcome.PASSED);
        TimeAxis time = new TimeAxis(false, MadeRun.START, 1, MadeRun.nanos(70));
        String x = String.format(Locale.ROOT, "x=\"%.1f\"", time.between(Layout.LEFT, Layout.RIGHT, MadeRun.nanos(30)));

        assertThat(Timeline.svg(run).lines().filter(line -> line.contains("<rect") && line.contains(x)))
                .as("chassis 1 and its two SGMs are down from the look at 30 s on")
                .hasSize(3);
    }

    @Test
    void the_parts_and_their_steps_are_named() {
        assertThat(all(stage(Outcome.PASSED), "text")).contains("3  install on Standby Chassis A", "C");
    }

    @Test
    void a_state_is_written_on_its_band() {
        assertThat(all(stage(Outcome.PASSED), "text")).contains("STANDBY", "ACTIVE", "UP");
    }

    @Test
    void who_cannot_see_it_is_told_what_it_is() {
        assertThat(all(stage(Outcome.PASSED), "title"))
                .containsExactly("REAL: Security Group north-gate, chassisA, failover, PASSED");
    }

    @Test
    void an_act_on_the_group_has_its_words() {
        assertThat(all(stage(Outcome.PASSED), "text")).contains("3.C chassis 1 down");
    }

    @Test
    void where_the_run_failed_is_told() {
        assertThat(all(stage(Outcome.FAILED), "text")).contains("failed at 3.C");
    }

    @Test
    void a_run_that_died_is_incomplete_though_every_step_passed() {
        assertThat(all(MadeRun.real(1, 1).step(1, 2, "3.A").unfinished(), "text"))
                .contains("INCOMPLETE", "the history ends here")
                .doesNotContain("PASSED");
    }

    @Test
    void a_real_run_has_the_clock_in_utc() {
        assertThat(all(stage(Outcome.PASSED), "text")).contains("clock time in UTC, from 1 Mar 2026 on", "22:16:00");
    }

    @Test
    void a_simulated_run_has_minutes_of_device_time() {
        assertThat(all(MadeRun.simulated(480, 1, 1).calm(1).finished(10, Outcome.PASSED), "text"))
                .contains(
                        "minutes of device time since the run began (SIMULATED: the time that passed \u00d7 480)",
                        "80");
    }

    @Test
    void the_legend_explains_what_is_there() {
        assertThat(all(stage(Outcome.PASSED), "text"))
                .contains("DOWN: set down, carries nothing")
                .noneMatch(words -> words.contains("nobody looked"));
    }

    @Test
    void the_legend_explains_where_nobody_looked_for_long() {
        assertThat(all(MadeRun.real(1, 1).calm(1).calm(302).finished(303, Outcome.PASSED), "text"))
                .contains("nobody looked for more than 5 min; pale colour: the looks before and after agree");
    }

    @Test
    void looks_five_minutes_of_device_time_apart_are_near_enough() {
        assertThat(all(MadeRun.simulated(60, 1, 1).calm(1).calm(6).finished(7, Outcome.PASSED), "text"))
                .noneMatch(words -> words.contains("nobody looked"));
    }

    @Test
    void the_same_history_gives_the_same_bytes() {
        assertThat(Timeline.svg(stage(Outcome.PASSED))).isEqualTo(Timeline.svg(stage(Outcome.PASSED)));
    }

    @Test
    void nothing_is_fetched_and_nothing_runs() {
        assertThat(Timeline.svg(stage(Outcome.PASSED)).replaceAll("xmlns(:xlink)?=\"[^\"]*\"", ""))
                .startsWith("<svg ")
                .doesNotContain("http", "<script", "href", "<!", "<?");
    }

    @Test
    void a_run_without_a_look_is_drawn() {
        assertThat(all(MadeRun.real(14, 3).finished(1, Outcome.REFUSED), "text"))
                .contains("REFUSED", "1_14", "2_03", "the run ended refused");
    }

    @Test
    void a_run_with_one_look_is_drawn() {
        assertThat(all(MadeRun.real(1, 1).calm(0.5).finished(1, Outcome.REFUSED), "text"))
                .contains("UP: SGM in service");
    }

    @Test
    void a_history_that_holds_nothing_is_drawn() {
        assertThat(all(MadeRun.nothing(), "text")).contains("NO RUN", "INCOMPLETE");
    }

    @Test
    void six_hours_with_three_thousand_looks_are_a_small_file() {
        MadeRun run = MadeRun.real(14, 14);
        for (int look = 0; look < 3000; look++) {
            boolean down = look % 300 > 150;
            run.look(
                    look * (HOURS_6 / 3000.0),
                    ChassisRole.STANDBY,
                    down ? SgmState.DOWN : SgmState.UP,
                    ChassisRole.ACTIVE,
                    SgmState.UP);
        }

        assertThat(Timeline.svg(run.finished(HOURS_6, Outcome.PASSED)).length()).isLessThan(300_000);
    }

    @Test
    void what_is_too_short_to_be_drawn_is_told() {
        HistoryFile run = MadeRun.real(1, 1)
                .calm(1)
                .look(1.01, ChassisRole.DOWN, SgmState.DOWN, ChassisRole.ACTIVE, SgmState.UP)
                .calm(1.02)
                .finished(100, Outcome.PASSED);

        assertThat(all(run, "text"))
                .anyMatch(words -> words.contains("Where states change too fast to be drawn, the worst is shown."));
    }

    @Test
    void an_sgm_that_changes_with_every_look_keeps_the_file_small() {
        MadeRun run = MadeRun.real(1, 1);
        for (int look = 0; look < 3000; look++) {
            run.look(
                    look * (HOURS_6 / 3000.0),
                    ChassisRole.STANDBY,
                    look % 2 == 0 ? SgmState.DOWN : SgmState.UP,
                    ChassisRole.ACTIVE,
                    SgmState.UP);
        }

        assertThat(Timeline.svg(run.finished(HOURS_6, Outcome.PASSED)).length()).isLessThan(100_000);
    }

    @Test
    void sgms_that_all_change_with_every_look_keep_the_file_small() {
        MadeRun run = MadeRun.real(14, 14);
        for (int look = 0; look < 3000; look++) {
            SgmState state = SgmState.values()[look * 31 % 7];
            run.look(look * (HOURS_6 / 3000.0), ChassisRole.STANDBY, state, ChassisRole.ACTIVE, state);
        }

        assertThat(Timeline.svg(run.finished(HOURS_6, Outcome.PASSED)).length()).isLessThan(300_000);
    }

    @Test
    void a_run_without_a_look_says_that_nobody_looked() {
        assertThat(all(MadeRun.real(1, 1).finished(1, Outcome.REFUSED), "text"))
                .contains("Nobody looked at the Security Group.");
    }

    @Test
    void it_is_drawn_without_a_display() {
        Timeline.svg(stage(Outcome.PASSED));

        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    }
}
