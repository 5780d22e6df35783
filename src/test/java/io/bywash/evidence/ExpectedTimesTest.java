package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpectedTimesTest {
    private static final Instant AT = Instant.parse("2026-03-01T22:15:04Z");
    private static final List<String> SGMS = List.of("1_01", "2_01");

    @TempDir
    private Path reports;

    private static Fact.RunStarted run(int number, String group, Fact.TargetKind kind, List<String> sgms, double pace) {
        return new Fact.RunStarted(
                AT,
                kind,
                group,
                number,
                List.of("@chassisA"),
                new Fact.Gear("192.0.2.10:22", "R81.10", "Security Gateway", sgms, "chassis1"),
                new Fact.Hotfix("HF_T110.tgz", 524808, "b".repeat(64), 110),
                new Fact.Change("Ada", "Maintenance", ""),
                new Fact.Tool("0.1.0", "46d0bb1", new TreeMap<>()),
                new Fact.Settings(pace, new TreeMap<>(), "", "", "", ""),
                List.of());
    }

    private static Fact.RunStarted run(int number) {
        return run(number, "north-gate", Fact.TargetKind.REAL, SGMS, 1);
    }

    private Path written(Fact.RunStarted run, int minutes, Outcome outcome) {
        RunDirectory directory = RunDirectory.create(reports, AT, run.group(), "chassisA");
        directory.accept(run);
        directory.accept(new Fact.StepFinished(
                AT, "3.H", "[3.H] reboot", outcome, List.of(), List.of(), "", Duration.ofMinutes(minutes)));
        directory.close();
        return directory.path();
    }

    private void passed(int number, int minutes) {
        written(run(number), minutes, Outcome.PASSED);
    }

    private String expected(Fact.RunStarted run) {
        return ExpectedTimes.before(run, reports)
                .ofStep("3.H")
                .map(ExpectedTimes.Expected::toString)
                .orElse("nothing");
    }

    @Test
    void three_runs_say_what_is_usual() {
        passed(1, 6);
        passed(2, 4);
        passed(3, 5);

        assertThat(expected(run(4))).isEqualTo("usually 5 min, at most 6 min in 3 runs");
    }

    @Test
    void two_runs_say_nothing() {
        passed(1, 6);
        passed(2, 4);

        assertThat(expected(run(4))).isEqualTo("nothing");
    }

    @Test
    void of_an_even_number_of_runs_the_longer_of_the_middle_ones_is_usual() {
        passed(1, 6);
        passed(2, 4);
        passed(3, 5);
        passed(4, 3);

        assertThat(expected(run(5))).isEqualTo("usually 5 min, at most 6 min in 4 runs");
    }

    @Test
    void a_step_that_did_not_pass_says_nothing() {
        passed(1, 6);
        passed(2, 4);
        written(run(3), 60, Outcome.FAILED);

        assertThat(expected(run(4))).isEqualTo("nothing");
    }

    @Test
    void only_runs_on_the_same_group_of_the_same_kind_size_and_pace_count() {
        passed(1, 6);
        passed(2, 4);
        written(run(3, "south-gate", Fact.TargetKind.REAL, SGMS, 1), 5, Outcome.PASSED);
        written(run(3, "north-gate", Fact.TargetKind.SIMULATED, SGMS, 1), 5, Outcome.PASSED);
        written(run(3, "north-gate", Fact.TargetKind.REAL, List.of("1_01", "1_02", "2_01"), 1), 5, Outcome.PASSED);
        written(run(3, "north-gate", Fact.TargetKind.REAL, SGMS, 480), 5, Outcome.PASSED);

        assertThat(expected(run(4))).isEqualTo("nothing");
    }

    @Test
    void later_runs_and_the_run_itself_do_not_count() {
        passed(1, 6);
        passed(2, 4);
        passed(3, 5);

        assertThat(expected(run(3))).isEqualTo("nothing");
    }

    @Test
    void a_history_that_cannot_be_read_is_skipped_and_told() throws IOException {
        Path broken = written(run(1), 6, Outcome.PASSED);
        Files.writeString(broken.resolve(HistoryFile.NAME), "this is no history\n");

        assertThat(ExpectedTimes.before(run(2), reports).skipped())
                .containsExactly(
                        "The history %s/history.jsonl cannot be read: line 1 is no fact of a history. It says nothing of how long a step takes."
                                .formatted(broken.getFileName()));
    }

    @Test
    void the_history_of_a_run_that_died_counts_up_to_where_it_goes() throws IOException {
        passed(1, 6);
        passed(2, 4);
        Path died = written(run(3), 5, Outcome.PASSED);
        Files.writeString(
                died.resolve(HistoryFile.NAME), Files.readString(died.resolve(HistoryFile.NAME)) + "{\"before\":\"a");

        assertThat(expected(run(4))).isEqualTo("usually 5 min, at most 6 min in 3 runs");
    }

    @Test
    void only_the_last_twenty_runs_count() {
        passed(1, 60);
        for (int number = 2; number <= 21; number++) {
            passed(number, 5);
        }

        assertThat(expected(run(22))).isEqualTo("usually 5 min, at most 5 min in 20 runs");
    }

    @Test
    void no_run_is_expected_where_none_is_kept() {
        assertThat(ExpectedTimes.before(run(1), reports.resolve("none")).skipped())
                .isEmpty();
    }

    @Test
    void the_console_tells_it_when_the_step_begins() {
        passed(1, 6);
        passed(2, 4);
        passed(3, 5);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(told, true, StandardCharsets.UTF_8),
                ZoneOffset.UTC,
                ExpectedTimes.before(run(4), reports));

        console.accept(new Fact.StepStarted(AT, "3.H", "[3.H] the SGMs reboot"));

        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "22:15:04  3.H     the SGMs reboot",
                        "22:15:04          usually 5 min, at most 6 min in 3 runs");
    }
}
