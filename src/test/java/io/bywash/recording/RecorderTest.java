package io.bywash.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecorderTest {
    @TempDir
    private Path folder;

    private static MadeHistory history() {
        return MadeHistory.of(Fact.TargetKind.REAL)
                .opened(1, "watch")
                .heard(2, "watch", "north-ga")
                .heard(2.1, "watch", "te-ch02-01> ")
                .typed(3, "watch", "expert\n")
                .failed(4, "watch", Fact.LineTrouble.LOST)
                .finished(5);
    }

    private String text(Map<String, String> names, MadeHistory history) {
        return HistoryFile.text(new Recorder(new Names(names))
                .of(List.of(history.in(folder.resolve("run"))))
                .runs()
                .get(0)
                .entries());
    }

    @Test
    void what_was_said_and_typed_stays_with_its_times() {
        assertThat(text(Map.of(), history()))
                .contains(
                        "\"nanos\":2000000000,\"at\":\"2026-11-26T02:00:02Z\",\"terminal\":\"watch\",\"text\":\"north-ga\"",
                        "\"nanos\":2100000000,\"at\":\"2026-11-26T02:00:02.100Z\",\"terminal\":\"watch\",\"text\":\"te-ch02-01> \"",
                        "\"nanos\":3000000000,\"at\":\"2026-11-26T02:00:03Z\",\"terminal\":\"watch\",\"text\":\"expert\\n\"");
    }

    @Test
    void what_belongs_to_the_machine_and_the_way_in_is_left_out() {
        assertThat(text(Map.of(), history()))
                .doesNotContain("/home/ada", "192.0.2.10", "192.0.2.99", "bywash.target", "SHA256:key");
    }

    @Test
    void what_a_replay_needs_stays_and_nothing_else() {
        MadeHistory history = MadeHistory.of(Fact.TargetKind.REAL)
                .fact(
                        1,
                        new Fact.LocalAnswer(
                                MadeHistory.at(1),
                                "whether the process of the lease Ada@host/4f2c00aa11bb/9be177cc22dd/4026531836/71/88122/2026-11-26T01:00:00Z is over",
                                "true"))
                .opened(1, "watch")
                .heard(2, "watch", "")
                .heard(2, "watch", "# ")
                .fact(2, new Fact.Noted(MadeHistory.at(2), "a note"))
                .failed(3, "watch", Fact.LineTrouble.LOST)
                .waits(3, "down", Duration.ofMinutes(5))
                .timeUp(4, "down")
                .waited(4, "down")
                .fact(4, new Fact.ActIntended(MadeHistory.at(4), "3.C", "asg chassis_admin", "chassisDown", "chassis1"))
                .fact(
                        5,
                        new Fact.StepFinished(
                                MadeHistory.at(5),
                                "3.C",
                                "down",
                                Outcome.FAILED,
                                List.of(),
                                List.of("a note"),
                                "why",
                                Duration.ZERO))
                .finished(6);

        HistoryFile recorded = new Recorder(new Names(Map.of()))
                .of(List.of(history.in(folder.resolve("run"))))
                .runs()
                .get(0);

        assertThat(recorded.facts())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly(
                        "RunStarted",
                        "LocalAnswer",
                        "LocalAnswer",
                        "LocalAnswer",
                        "LinkOpened",
                        "Heard",
                        "LineFailed",
                        "WaitStarted",
                        "TimeUp",
                        "WaitEnded",
                        "ActIntended",
                        "StepFinished",
                        "RunFinished");
        assertThat(recorded.facts())
                .filteredOn(Fact.StepFinished.class::isInstance)
                .extracting(fact -> ((Fact.StepFinished) fact).outcome())
                .containsExactly(Outcome.FAILED);
    }

    @Test
    void a_name_that_came_in_pieces_is_replaced_whatever_came_behind_it() {
        MadeHistory history = MadeHistory.of(Fact.TargetKind.REAL)
                .opened(1, "watch")
                .heard(2, "watch", "north-ga")
                .heard(2.1, "watch", "te-ch02-01> ")
                .opened(3, "watch")
                .heard(4, "watch", "north-")
                .heard(4.1, "watch", "gate-ch02-02> ");

        assertThat(text(Map.of("north-gate", "first-site"), history))
                .contains("first-site-ch02-01> ", "first-site-ch02-02> ")
                .doesNotContain("north-");
    }

    @Test
    void a_name_is_replaced_everywhere_also_where_the_line_said_it_in_two_pieces() {
        assertThat(text(Map.of("north-gate", "first-site", "Ada Operator", "The Operator"), history()))
                .contains("\"text\":\"first-site-ch02-01> \"", "\"group\":\"first-site\"", "The Operator")
                .doesNotContain("north-ga", "Ada Operator");
    }

    @Test
    void of_a_run_on_the_embedded_group_it_is_told_that_nothing_of_a_device_is_in_it() {
        Path run = MadeHistory.of(Fact.TargetKind.SIMULATED).finished(1).in(folder.resolve("run"));

        assertThat(RecordCommand.make(
                        run.toString(), "", folder.resolve("r.jsonl").toString()))
                .contains("A run in it was SIMULATED: nothing of a device is in that.");
    }

    @Test
    void a_history_that_somebody_changed_is_refused() throws IOException {
        Path run = history().in(folder.resolve("run"));
        Path file = run.resolve(HistoryFile.NAME);
        Files.writeString(file, Files.readString(file).replace("expert", "enable"));

        assertThatThrownBy(() -> new Recorder(new Names(Map.of())).of(List.of(run)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("somebody changed it, so it is not recorded");
    }

    @Test
    void a_recording_that_somebody_changed_is_refused() throws IOException {
        Path file = folder.resolve("recording.jsonl");
        new Recorder(new Names(Map.of()))
                .of(List.of(history().in(folder.resolve("run"))))
                .write(file);
        Files.writeString(file, Files.readString(file).replace("expert", "enable"));

        assertThatThrownBy(() -> Recording.in(file))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("somebody changed the recording");
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        Path file = Files.createFile(folder.resolve("recording.jsonl"));
        Recording recording =
                new Recorder(new Names(Map.of())).of(List.of(history().in(folder.resolve("run"))));

        assertThatThrownBy(() -> recording.write(file))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void several_runs_are_read_back_in_their_order() {
        Path file = folder.resolve("recording.jsonl");
        Path first = history().in(folder.resolve("first"));
        Path second = history().typed(6, "watch", "exit\n").finished(7).in(folder.resolve("second"));
        new Recorder(new Names(Map.of())).of(List.of(first, second)).write(file);

        assertThat(Recording.in(file).runs())
                .extracting(run -> run.facts().stream()
                        .filter(Fact.Typed.class::isInstance)
                        .count())
                .containsExactly(1L, 2L);
    }

    @Test
    void nothing_comes_behind_a_run_that_was_cut_off() {
        Path cut = MadeHistory.of(Fact.TargetKind.REAL).opened(1, "watch").in(folder.resolve("cut"));
        Path second = history().in(folder.resolve("second"));

        assertThatThrownBy(() -> new Recorder(new Names(Map.of())).of(List.of(cut, second)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("did not come to its end", "record it last");
    }

    @Test
    void the_command_tells_what_the_recording_shows() {
        Path run = history()
                .heard(6, "watch", "admin@north-gate-ch02-01:~ Last login from 198.51.100.20 \r\n")
                .in(folder.resolve("run"));

        assertThat(RecordCommand.make(
                        run.toString(), "", folder.resolve("r.jsonl").toString()))
                .contains("  198.51.100.20", "  north-gate-ch02-01", "  north-gate", "  Ada Operator");
        assertThat(folder.resolve("r.jsonl")).exists();
    }
}
