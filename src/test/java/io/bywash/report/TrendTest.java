package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrendTest {
    @TempDir
    private Path directory;

    private JsonNode trend(String file, HistoryFile... earlier) {
        KeptRun[] kept = Stream.of(earlier)
                .map(run -> KeptRun.read(ReportedRun.kept(run, directory.resolve("reports"))))
                .toArray(KeptRun[]::new);
        Results results = Results.of(ReportedRun.well().finished(Outcome.PASSED), directory.resolve("results"), kept);
        return new JsonMapper().readTree(results.files().get(file));
    }

    private static List<String> counts(JsonNode item) {
        return item.path("data")
                .propertyStream()
                .filter(count -> count.getValue().asInt() > 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .toList();
    }

    @Test
    void an_earlier_run_counts_as_its_own_report_counts() {
        JsonNode trend = trend(
                "history/history-trend.json",
                ReportedRun.numbered(1, ReportedRun.endedAtDown(Outcome.FAILED, "no")),
                ReportedRun.numbered(2, ReportedRun.well().finished(Outcome.PASSED)));

        assertThat(trend.path(0).path("buildOrder").asInt()).isEqualTo(2);
        assertThat(counts(trend.path(0))).containsExactly("skipped 1", "passed 3", "total 4");
        assertThat(counts(trend.path(1))).containsExactly("failed 2", "passed 1", "unknown 1", "total 4");
    }

    @Test
    void the_time_of_an_earlier_run_is_there_too() {
        assertThat(trend(
                                "history/duration-trend.json",
                                ReportedRun.numbered(2, ReportedRun.well().finished(Outcome.PASSED)))
                        .path(0)
                        .path("data")
                        .path("duration")
                        .asInt())
                .isEqualTo(8000);
    }

    @Test
    void a_later_run_is_no_part_of_it() {
        assertThat(trend(
                        "history/history-trend.json",
                        ReportedRun.numbered(4, ReportedRun.well().finished(Outcome.PASSED))))
                .isEmpty();
    }

    @Test
    void a_simulated_run_is_no_part_of_that_of_a_real_group() {
        assertThat(trend(
                        "history/history-trend.json",
                        ReportedRun.numbered(
                                1,
                                ReportedRun.of(Fact.TargetKind.SIMULATED, "", "@failover")
                                        .unfinished())))
                .isEmpty();
    }
}
