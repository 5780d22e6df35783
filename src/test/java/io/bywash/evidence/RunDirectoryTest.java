package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
                    .startsWith("{\"before\":\"%s\",\"fact\":\"Noted\",\"nanos\":".formatted("0".repeat(64)))
                    .endsWith(",\"at\":\"2026-03-01T22:15:04Z\",\"sentence\":\"image cloning was on\"}\n");
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_told_before_anything_is_sent() throws IOException {
        Path file = Files.createFile(reports.resolve("file"));

        assertThatThrownBy(() -> RunDirectory.create(file, START, "north-gate", "chassisA"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("Nothing was sent.");
    }

    @Test
    void a_fact_that_cannot_be_written_stops_the_run() throws IOException {
        RunDirectory run = onAFullDisk();

        assertThatThrownBy(() -> run.accept(new Fact.Noted(START, "image cloning was on")))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("cannot be written: No space left on device. Nothing more is sent")
                .hasMessageContaining("What the console shows is the only evidence: keep it.");
    }

    @Test
    void after_a_fact_that_could_not_be_written_no_other_is_taken_either() throws IOException {
        RunDirectory run = onAFullDisk();
        assertThatThrownBy(() -> run.accept(new Fact.Noted(START, "one")));

        assertThatThrownBy(() -> run.accept(new Fact.Noted(START, "two"))).isInstanceOf(Broken.class);
    }

    @Test
    void when_the_run_has_ended_what_cannot_be_written_is_left_out() throws IOException {
        RunDirectory run = onAFullDisk();
        run.onlyTelling();

        run.accept(new Fact.Noted(START, "one"));

        assertThat(run.lost()).isPresent();
    }

    @Test
    void an_act_whose_intent_cannot_be_written_is_never_sent_even_when_the_run_has_ended() throws IOException {
        RunDirectory run = onAFullDisk();
        run.onlyTelling();

        assertThatThrownBy(
                        () -> run.accept(new Fact.ActIntended(START, "lease", "unlink /var/log/x", "leaseRelease", "")))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_file_is_kept_whole() throws IOException {
        try (RunDirectory run = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            run.keep("failure.txt", List.of("one", "two"));

            assertThat(run.path().resolve("failure.txt")).hasContent("one\ntwo");
            assertThat(run.path().resolve("failure.txt.part")).doesNotExist();
        }
    }

    @Test
    void a_file_that_cannot_be_kept_makes_the_evidence_lost() throws IOException {
        try (RunDirectory run = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            Files.delete(run.path().resolve("history.jsonl"));
            Files.delete(run.path());

            run.keep("failure.txt", List.of("one"));

            assertThat(run.lost().orElseThrow()).contains("cannot be written: the directory is gone.");
        }
    }

    /** A directory whose history stands where nothing can be written. */
    private RunDirectory onAFullDisk() throws IOException {
        return new RunDirectory(reports, FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
    }

    @Test
    void a_secret_is_in_no_line_and_breaks_no_chain() throws IOException {
        History history = new History(Clock.systemUTC());
        history.keep(Secret.of("Kanarie-9"));
        try (RunDirectory run = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            run.follow(history);
            history.note("typed Kanarie-9");

            assertThat(Files.readString(run.path().resolve("history.jsonl")))
                    .startsWith("{\"before\":\"%s\",".formatted("0".repeat(64)))
                    .contains("typed (secret)");
        }
    }

    @Test
    void a_byte_of_the_device_that_is_no_character_keeps_no_page_from_being_written() throws IOException {
        try (RunDirectory run = RunDirectory.create(reports, START, "north-gate", "chassisA")) {
            run.keep("failure.txt", List.of("> | 1_01 \udc9f DOWN"));

            assertThat(run.lost()).isEmpty();
            assertThat(run.path().resolve("failure.txt")).content().startsWith("> | 1_01 ");
        }
    }
}
