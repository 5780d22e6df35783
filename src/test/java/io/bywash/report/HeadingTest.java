package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeadingTest {
    @Test
    void it_says_what_was_run_on_what_and_how_it_ended() {
        assertThat(Heading.of(MadeRun.real(1, 1).finished(9, Outcome.NOT_PROVEN))
                        .title())
                .isEqualTo("REAL: Security Group north-gate, chassisA, failover, NOT PROVEN");
    }

    @Test
    void a_simulated_group_is_never_called_real() {
        assertThat(Heading.of(MadeRun.simulated(480, 1, 1).finished(9, Outcome.PASSED))
                        .title())
                .startsWith("SIMULATED: ");
    }

    @Test
    void all_stages_are_the_whole_procedure() {
        assertThat(Heading.of(MadeRun.whole(1, 1).finished(9, Outcome.PASSED)).stages())
                .isEqualTo("whole procedure");
    }

    @Test
    void a_history_without_an_end_is_incomplete_though_every_step_passed() {
        assertThat(Heading.of(MadeRun.real(1, 1).step(1, 2, "3.A").unfinished()).mark())
                .isEqualTo(Mark.INCOMPLETE);
    }

    @Test
    void a_history_that_goes_on_behind_its_end_is_incomplete() {
        List<HistoryFile.Entry> entries =
                MadeRun.real(1, 1).finished(3, Outcome.PASSED).entries();

        assertThat(Heading.of(new HistoryFile(entries, false)).mark()).isEqualTo(Mark.INCOMPLETE);
    }

    @Test
    void a_run_that_calls_itself_passed_with_a_step_that_failed_is_not() {
        assertThat(Heading.of(MadeRun.real(1, 1)
                                .begins(1, "3.C")
                                .ends(2, "3.C", Outcome.FAILED)
                                .finished(3, Outcome.PASSED))
                        .mark())
                .isEqualTo(Mark.NOT_PROVEN);
    }

    @Test
    void what_speaks_against_the_verdict_is_told() {
        assertThat(Heading.of(MadeRun.real(1, 1)
                                .begins(1, "3.C")
                                .ends(2, "3.C", Outcome.FAILED)
                                .finished(3, Outcome.PASSED))
                        .details())
                .endsWith("the history speaks against its own verdict, see the summary");
    }

    @Test
    void a_run_that_passed_is_marked_so() {
        assertThat(Heading.of(MadeRun.real(1, 1).step(1, 2, "3.A").finished(3, Outcome.PASSED))
                        .mark())
                .isEqualTo(Mark.PASSED);
    }

    @Test
    void a_history_without_a_run_says_so() {
        assertThat(Heading.of(MadeRun.nothing()).title())
                .isEqualTo("NO RUN: Security Group unknown, nothing, INCOMPLETE");
    }

    @Test
    void the_day_the_take_and_the_change_are_told() {
        assertThat(Heading.of(MadeRun.real(2, 1).finished(66, Outcome.PASSED)).details())
                .isEqualTo(
                        "1 Mar 2026, 22:15:04 to 22:16:10 UTC  \u00b7  R81.10  \u00b7  Take 110  \u00b7  3 SGMs  \u00b7  change CHG-1042");
    }

    @Test
    void a_stage_that_was_passed_over_is_told() {
        assertThat(Heading.of(MadeRun.real(1, 1)
                                .fact(1, new Fact.StagePassedOver(MadeRun.START, "@chassisA", "installed"))
                                .finished(2, Outcome.PASSED))
                        .details())
                .endsWith("passed over, nothing left to do: chassisA");
    }
}
