package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CastsTest {
    private static Fact opened(String terminal) {
        return new Fact.LinkOpened(MadeRun.START.plusSeconds(2), terminal, "SHA256:abc", "OpenSSH_7.8");
    }

    private static Fact heard(String terminal, String text) {
        return new Fact.Heard(MadeRun.START, terminal, text);
    }

    private static Fact typed(String terminal, String text) {
        return new Fact.Typed(MadeRun.START, terminal, text);
    }

    private static List<String> lines(HistoryFile run, String file) {
        return Casts.of(run).get(file).lines().toList();
    }

    @Test
    void the_header_says_what_the_terminal_was() {
        HistoryFile run = MadeRun.simulated(480, 1, 1).fact(2, opened("watch")).unfinished();

        assertThat(Casts.of(run).get("01-watch.cast")).isEqualTo("""
                        {"version":2,"width":250,"height":24,"timestamp":1772403306,"title":"SIMULATED Security Group north-gate, terminal watch","idle_time_limit":1.5,"env":{"TERM":"vt100"}}
                        """);
    }

    @Test
    void what_was_typed_and_what_was_heard_stand_in_order_with_their_times() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(2.5, typed("watch", "asg stat -v\n"))
                .fact(3.25, heard("watch", "asg stat -v\r\n"))
                .unfinished();

        assertThat(lines(run, "01-watch.cast"))
                .endsWith("[0.500000,\"i\",\"asg stat -v\\n\"]", "[1.250000,\"o\",\"asg stat -v\\r\\n\"]");
    }

    @Test
    void control_characters_are_kept() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(2, heard("watch", "\u001b]0;title\u0007"))
                .unfinished();

        assertThat(lines(run, "01-watch.cast")).endsWith("[0.000000,\"o\",\"\\u001B]0;title\\u0007\"]");
    }

    @Test
    void a_byte_that_is_no_text_is_shown_as_one() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(2, heard("watch", "a\udcffb\ud83d\ude00"))
                .unfinished();

        assertThat(lines(run, "01-watch.cast")).endsWith("[0.000000,\"o\",\"a\\uFFFDb\\uD83D\\uDE00\"]");
    }

    @Test
    void silence_is_no_event() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(3, heard("watch", ""))
                .unfinished();

        assertThat(lines(run, "01-watch.cast")).hasSize(1);
    }

    @Test
    void each_line_has_a_file_in_the_order_of_opening() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(3, opened("chassis A"))
                .fact(4, opened("watch"))
                .unfinished();

        assertThat(Casts.of(run).keySet()).containsExactly("01-watch.cast", "02-chassis-A.cast", "03-watch.cast");
    }

    @Test
    void a_name_cannot_lead_out_of_the_directory() {
        HistoryFile run = MadeRun.real(1, 1).fact(2, opened("../../x")).unfinished();

        assertThat(Casts.of(run).keySet()).containsExactly("01-..-..-x.cast");
    }

    @Test
    void a_line_that_is_opened_again_begins_anew() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(3, heard("watch", "first"))
                .fact(4, opened("watch"))
                .fact(5, heard("watch", "second"))
                .unfinished();

        assertThat(lines(run, "02-watch.cast")).hasSize(2).endsWith("[1.000000,\"o\",\"second\"]");
    }

    @Test
    void lines_that_are_open_together_are_kept_apart() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(2, opened("lease"))
                .fact(3, heard("watch", "first"))
                .fact(4, heard("lease", "second"))
                .unfinished();

        assertThat(lines(run, "01-watch.cast")).hasSize(2).endsWith("[1.000000,\"o\",\"first\"]");
    }

    @Test
    void a_step_is_a_marker_where_its_first_word_is() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .begins(3, "3.C")
                .fact(4, typed("watch", "y\n"))
                .fact(5, heard("watch", "y\r\n"))
                .unfinished();

        assertThat(lines(run, "01-watch.cast"))
                .endsWith("[2.000000,\"m\",\"3.C\"]", "[2.000000,\"i\",\"y\\n\"]", "[3.000000,\"o\",\"y\\r\\n\"]");
    }

    @Test
    void the_end_of_a_line_is_a_marker() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(2, opened("watch"))
                .fact(7, new Fact.LineFailed(MadeRun.START, "watch", Fact.LineTrouble.LOST, "gone"))
                .unfinished();

        assertThat(lines(run, "01-watch.cast")).endsWith("[5.000000,\"m\",\"the line is gone: LOST\"]");
    }

    @Test
    void a_line_that_never_opened_leaves_no_file() {
        HistoryFile run = MadeRun.real(1, 1)
                .fact(7, new Fact.LineFailed(MadeRun.START, "watch", Fact.LineTrouble.LOGIN_REFUSED, "no"))
                .unfinished();

        assertThat(Casts.of(run)).isEmpty();
    }
}
