package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import org.junit.jupiter.api.Test;

class ScreenLimitTest {
    private static HistoryFile screens(int count, int length) {
        ReportedRun run = ReportedRun.of("@failover");
        for (int number = 0; number < count; number++) {
            run.types("asg stat " + number, "x".repeat(length));
        }
        return run.unfinished();
    }

    private static String lastShown(HistoryFile run) {
        Fact.Exchanged last = (Fact.Exchanged) run.facts().get(run.facts().size() - 1);
        return ScreenLimit.of(run).shown(last, 77);
    }

    @Test
    void screens_of_a_usual_run_are_whole() {
        assertThat(lastShown(screens(20, 9_000))).hasSizeGreaterThan(9_000).doesNotContain("left out");
    }

    @Test
    void the_middle_of_long_screens_of_a_very_long_run_is_left_out_and_says_so() {
        assertThat(lastShown(screens(20, 900_000)))
                .hasSizeLessThan(400_000)
                .contains("characters are left out here, because the run is long; line 77 of history.jsonl has them");
    }

    @Test
    void all_screens_together_fit() {
        HistoryFile run = screens(300, 100_000);
        ScreenLimit limit = ScreenLimit.of(run);

        assertThat(run.facts().stream()
                        .filter(Fact.Exchanged.class::isInstance)
                        .mapToInt(fact -> limit.shown((Fact.Exchanged) fact, 1).length())
                        .sum())
                .isLessThan(11_600_000);
    }
}
