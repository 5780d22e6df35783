package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunsPageTest {
    @TempDir
    private Path reports;

    private static WrittenRun run(int number) {
        return new WrittenRun(2).number(number).passesPart3();
    }

    private String page() {
        return RunsPage.html(KeptRun.all(reports));
    }

    @Test
    void a_run_is_told_in_one_row() {
        Path run = run(1).finishes(Outcome.PASSED).in(reports);

        assertThat(page().replaceAll("<svg.*?</svg>|<[^>]+>", "|").replaceAll("\\|+", "|"))
                .contains("|PASSED|REAL|2026-03-01 22:15:04|chassisA|10 min|Ada Operator|CHG-1042|history|"
                        + HistoryFile.read(run).head().substring(0, 12));
    }

    @Test
    void the_newest_run_stands_first() {
        run(1).operator("First", "x").finishes(Outcome.PASSED).in(reports);
        run(2).operator("Second", "x").finishes(Outcome.PASSED).in(reports);

        assertThat(page()).containsSubsequence("Second", "First");
    }

    @Test
    void only_files_that_are_there_are_linked() throws IOException {
        Path run = run(1).finishes(Outcome.PASSED).in(reports);
        Files.writeString(run.resolve("summary.html"), "");

        assertThat(page())
                .contains("<a href=\"./%s/summary.html\">summary</a>".formatted(run.getFileName()))
                .doesNotContain("report.html");
    }

    @Test
    void a_run_without_an_end_is_incomplete() {
        run(1).in(reports);

        assertThat(page()).contains("INCOMPLETE", "at least 0 ms").doesNotContain("PASSED");
    }

    @Test
    void a_run_that_failed_is_told_by_word_colour_and_shape() {
        run(1).finishes(Outcome.FAILED).in(reports);

        assertThat(page())
                .containsPattern("<span class=\"mark failed\"><svg [^>]*><path d='M5 1h6.*</svg>FAILED</span>");
    }

    @Test
    void a_run_that_says_it_passed_against_one_of_its_steps_is_not_green() {
        run(1).ends("3.K", "[3.K] x", Outcome.FAILED, Duration.ZERO)
                .finishes(Outcome.PASSED)
                .in(reports);

        assertThat(page()).contains("NOT PROVEN").doesNotContain("PASSED");
    }

    @Test
    void a_history_that_cannot_be_read_is_listed_as_that() throws IOException {
        Path run = run(1).in(reports);
        Files.writeString(run.resolve(HistoryFile.NAME), "nothing of the kind\n");

        assertThat(page())
                .contains("UNREADABLE")
                .contains("The history %s/history.jsonl cannot be read: line 1 is no fact of a history."
                        .formatted(run.getFileName()));
    }

    @Test
    void a_directory_without_a_history_is_listed_as_that() throws IOException {
        Files.createDirectory(reports.resolve("2026-03-01T221504Z-north-gate-chassisA"));

        assertThat(page()).contains("UNREADABLE", "there is none");
    }

    @Test
    void a_simulated_run_says_so_in_its_row() {
        run(1).simulated(8).finishes(Outcome.PASSED).in(reports);

        assertThat(page()).contains(">SIMULATED<", "80 min simulated");
    }

    @Test
    void what_three_runs_took_is_what_is_expected() {
        for (int number = 1; number <= 3; number++) {
            run(number).finishes(Outcome.PASSED).in(reports);
        }

        assertThat(page()).contains("<li>REAL on 4 SGMs, chassisA: usually 10 min, at most 10 min in 3 runs</li>");
    }

    @Test
    void a_script_in_a_name_does_nothing() {
        run(1).operator("<script>alert(1)</script>", "x").in(reports);

        assertThat(page()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void a_page_of_no_runs_says_so() {
        assertThat(RunsPage.html(List.of())).contains("No run is kept here.");
    }

    @Test
    void the_page_lies_beside_the_runs_and_nothing_else_does() throws IOException {
        run(1).finishes(Outcome.PASSED).in(reports);

        RunsPage.write(reports);

        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("index.html");
        }
    }
}
