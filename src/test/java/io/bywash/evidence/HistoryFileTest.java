package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Instant AT = Instant.parse("2026-03-01T22:15:04.123456Z");
    private static final SgmId SGM = SgmId.parse("1_02");

    @TempDir
    private Path run;

    private HistoryFile written(Fact... facts) throws IOException {
        StringBuilder text = new StringBuilder();
        String before = HistoryFile.NOTHING;
        for (Fact fact : facts) {
            String line = HistoryFile.line(before, 7, fact);
            text.append(line).append("\n");
            before = HistoryFile.hash(line);
        }
        Files.writeString(run.resolve(HistoryFile.NAME), text);
        return HistoryFile.read(run);
    }

    private static Fact.RunFinished finished() {
        return new Fact.RunFinished(
                AT,
                Outcome.NOT_PROVEN,
                "NOT PROVEN",
                "mvn verify",
                List.of(new Fact.Rule("one chassis carries", "holds", "3 times")),
                Duration.ofMinutes(70),
                Duration.ofMillis(1500));
    }

    @Test
    void every_fact_is_read_as_it_was_written() throws IOException {
        GroupStatus status = new GroupStatus(
                AT,
                Map.of(ChassisId.CHASSIS1, ChassisRole.STANDBY),
                new TreeMap<>(Map.of(SGM, new SgmStatus(SGM, SgmState.UP, "ACTIVE"))),
                Optional.of(true),
                Optional.empty(),
                Optional.of("R81.10"));
        Fact[] facts = {
            new Fact.StatusSeen(AT, status),
            new Fact.BootsSeen(AT, "chassis1", new TreeMap<>(Map.of(SGM, AT))),
            new Fact.StepFinished(
                    AT,
                    "3.A",
                    "[3.A] words",
                    Outcome.PASSED,
                    List.of(new Measurement("role", "STANDBY", "STANDBY", true)),
                    List.of("a note"),
                    "",
                    Duration.ofMillis(12)),
            finished()
        };

        assertThat(written(facts).facts()).containsExactly(facts);
    }

    @Test
    void a_byte_that_is_no_character_comes_back_as_it_was() throws IOException {
        Fact heard = new Fact.Heard(AT, "watch", "\udc9f\u001b[2J\u00e4");

        assertThat(written(heard).facts()).containsExactly(heard);
    }

    @Test
    void each_line_begins_with_the_hash_of_the_one_before() throws IOException {
        HistoryFile history = written(new Fact.ClockRead(AT), new Fact.ClockRead(AT));

        assertThat(history.entries().get(1).before())
                .isEqualTo(Sha256.of(history.entries().get(0).line() + "\n"));
    }

    @Test
    void the_head_is_the_hash_of_the_last_line() throws IOException {
        HistoryFile history = written(new Fact.ClockRead(AT));

        assertThat(history.head()).isEqualTo(Sha256.of(history.entries().get(0).line() + "\n"));
    }

    @Test
    void a_history_that_ends_with_the_end_of_the_run_is_whole() throws IOException {
        assertThat(written(new Fact.ClockRead(AT), finished()).whole()).isTrue();
    }

    @Test
    void a_history_without_the_end_of_the_run_is_not_whole() throws IOException {
        assertThat(written(finished(), new Fact.ClockRead(AT)).whole()).isFalse();
    }

    @Test
    void a_last_line_that_was_cut_off_is_left_out() throws IOException {
        written(new Fact.ClockRead(AT), new Fact.ClockRead(AT));
        String text = Files.readString(run.resolve(HistoryFile.NAME));
        Files.writeString(run.resolve(HistoryFile.NAME), text.substring(0, text.length() - 9));

        assertThat(HistoryFile.read(run).facts()).containsExactly(new Fact.ClockRead(AT));
    }

    @Test
    void a_line_that_is_no_fact_is_told_with_its_number() throws IOException {
        Files.writeString(run.resolve(HistoryFile.NAME), "{\"before\":\"\",\"fact\":\"Wished\",\"nanos\":1}\n");

        assertThatThrownBy(() -> HistoryFile.read(run))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("Line 1 of")
                .hasMessageContaining("there is no fact 'Wished'");
    }
}
