package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Instant START = Instant.parse("2026-03-01T22:15:04Z");

    @TempDir
    Path reports;

    @Test
    void a_run_has_a_directory_named_after_its_start_its_group_and_its_stage() {
        try (RunDirectory run = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            assertThat(run.path().getFileName()).hasToString("2026-03-01T221504Z-north-gate-chassisA");
        }
    }

    @Test
    void two_runs_of_the_same_second_never_share_a_directory() {
        try (RunDirectory first = RunDirectory.create(reports, START, "north-gate", "chassisA");
                RunDirectory second = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            assertThat(second.path()).isNotEqualTo(first.path());
        }
    }

    @Test
    void a_fact_is_on_disk_when_it_was_told() throws IOException {
        try (RunDirectory run = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            run.accept(new Fact.Noted(START, "image cloning was on"));

            assertThat(Files.readString(run.path().resolve("history.jsonl")))
                    .isEqualTo(
                            "{\"fact\":\"Noted\",\"at\":\"2026-03-01T22:15:04Z\",\"sentence\":\"image cloning was on\"}\n");
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_told_before_anything_is_sent() throws IOException {
        Path file = Files.createFile(reports.resolve("file"));

        assertThatThrownBy(() -> RunDirectory.create(file, START, "north-gate", "chassisA"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("Nothing was sent.");
    }
}
