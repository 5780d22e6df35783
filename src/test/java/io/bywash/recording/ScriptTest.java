package io.bywash.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Fact.LineTrouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptTest {
    private static MadeHistory history() {
        return MadeHistory.of(Fact.TargetKind.REAL);
    }

    private static List<Cue> script(MadeHistory history) {
        return Script.of(new Recording(List.of(history.made())));
    }

    @Test
    void what_came_back_belongs_to_the_move_before_it_with_the_time_it_took() {
        assertThat(script(history()
                        .opened(1, "watch")
                        .heard(1.5, "watch", "# ")
                        .typed(2, "watch", "fw ver\n")
                        .heard(4, "watch", "R81.10")
                        .heard(9, "watch", "# ")))
                .containsExactly(
                        new Cue(
                                new Cue.Opened("watch"),
                                0,
                                false,
                                List.of(new Cue.Answer(Duration.ofMillis(500), "watch", Optional.of("# ")))),
                        new Cue(
                                new Cue.Typed("watch", "fw ver\n"),
                                0,
                                false,
                                List.of(
                                        new Cue.Answer(Duration.ofSeconds(2), "watch", Optional.of("R81.10")),
                                        new Cue.Answer(Duration.ofSeconds(7), "watch", Optional.of("# ")))));
    }

    @Test
    void what_the_run_found_when_it_turned_to_another_line_was_there_since_the_move() {
        assertThat(script(history()
                                .opened(0, "watch")
                                .opened(1, "chassis A")
                                .typed(2, "chassis A", "y\n")
                                .heard(5, "chassis A", "# ")
                                .failed(9, "watch", LineTrouble.LOST))
                        .get(2)
                        .answers())
                .containsExactly(
                        new Cue.Answer(Duration.ofSeconds(3), "chassis A", Optional.of("# ")),
                        new Cue.Answer(Duration.ZERO, "watch", Optional.empty()));
    }

    @Test
    void a_line_that_dies_is_an_answer_and_one_that_cannot_be_opened_is_a_move() {
        assertThat(script(history()
                                .opened(1, "watch")
                                .failed(2, "watch", LineTrouble.LOST)
                                .failed(3, "watch", LineTrouble.UNREACHED)
                                .failed(4, "watch", LineTrouble.LOGIN_REFUSED))
                        .stream()
                        .map(cue -> cue.move() + " " + cue.answers().size()))
                .containsExactly(
                        "Opened[line=watch] 1",
                        "NotOpened[line=watch, trouble=UNREACHED] 0",
                        "NotOpened[line=watch, trouble=LOGIN_REFUSED] 0");
    }

    @Test
    void a_line_that_died_while_something_was_typed_is_an_answer_to_that() {
        assertThat(script(history()
                                .opened(1, "watch")
                                .typed(2, "watch", "exit\n")
                                .failed(2, "watch", LineTrouble.LOST_TYPING))
                        .get(1)
                        .answers())
                .containsExactly(new Cue.Answer(Duration.ZERO, "watch", Optional.empty()));
    }

    @Test
    void a_second_run_begins_without_the_lines_of_the_first() {
        MadeHistory first = history().opened(1, "HF.tgz");
        MadeHistory second = history().failed(1, "HF.tgz", LineTrouble.LOST);

        assertThat(Script.of(new Recording(List.of(first.made(), second.made()))))
                .extracting(Cue::move)
                .last()
                .isEqualTo(new Cue.Sent("HF.tgz", 0, Optional.of(LineTrouble.LOST)));
    }

    @Test
    void a_line_that_cannot_be_opened_once_more_has_not_died() {
        assertThat(script(history()
                                .opened(1, "watch")
                                .typed(2, "watch", "\u0003")
                                .failed(9, "watch", LineTrouble.UNREACHED))
                        .get(1)
                        .answers())
                .isEmpty();
    }

    @Test
    void a_file_that_was_sent_is_one_move_however_often_its_progress_was_told() {
        assertThat(script(history()
                                .fact(1, new Fact.Transferred(MadeHistory.at(1), "HF.tgz", 200, 400))
                                .fact(2, new Fact.Transferred(MadeHistory.at(2), "HF.tgz", 400, 400))
                                .fact(2, new Fact.TransferEnded(MadeHistory.at(2), "HF.tgz")))
                        .stream()
                        .map(Cue::move))
                .containsExactly(new Cue.Sent("HF.tgz", 400, Optional.empty()));
    }

    @Test
    void an_upload_that_was_cut_ends_where_its_progress_was_told_last() {
        assertThat(script(history()
                                .fact(1, new Fact.Transferred(MadeHistory.at(1), "HF.tgz", 200, 400))
                                .failed(2, "HF.tgz", LineTrouble.LOST))
                        .stream()
                        .map(Cue::move))
                .containsExactly(new Cue.Sent("HF.tgz", 200, Optional.of(LineTrouble.LOST)));
    }

    @Test
    void the_looks_of_a_wait_may_come_again_and_what_is_typed_outside_of_it_may_not() {
        assertThat(script(history()
                                .opened(0, "watch")
                                .typed(1, "watch", "fw ver\n")
                                .waits(2, "down", Duration.ofMinutes(5))
                                .typed(3, "watch", "asg stat\n")
                                .waited(4, "down")
                                .typed(5, "watch", "fw ver\n"))
                        .stream()
                        .map(Cue::mayComeAgain))
                .containsExactly(false, false, true, false);
    }

    @Test
    void a_look_right_behind_a_wait_belongs_to_it() {
        assertThat(script(history()
                                .opened(0, "watch")
                                .waits(2, "down", Duration.ofMinutes(5))
                                .typed(3, "watch", "asg stat\n")
                                .timeUp(4, "down")
                                .waited(4, "down")
                                .typed(5, "watch", "asg stat\n")
                                .typed(6, "watch", "fw ver\n"))
                        .stream()
                        .map(Cue::mayBeLeftOut))
                .containsExactly(false, true, true, false);
    }

    @Test
    void a_look_that_loses_the_line_may_neither_come_again_nor_be_left_out() {
        assertThat(script(history()
                                .opened(0, "watch")
                                .waits(2, "down", Duration.ofMinutes(5))
                                .typed(3, "watch", "asg stat\n")
                                .failed(3, "watch", LineTrouble.LOST)
                                .timeUp(4, "down"))
                        .stream()
                        .map(cue -> cue.mayComeAgain() || cue.mayBeLeftOut()))
                .containsExactly(false, false);
    }
}
