package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Told;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import io.bywash.terminal.ConnectionLost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A wait of a run that is over, look by look, so that its end does not depend on how fast this machine is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitOnceMoreTest {
    private static final Instant AT = Instant.parse("2025-03-03T22:10:42Z");
    private static final Patience PATIENCE = new Patience("chassisUp", Duration.ofMinutes(5), Duration.ofSeconds(5));
    private static final String TIME_UP = "time up";
    private static final GroupCondition UP = new GroupCondition("1_01 UP", status -> {
        SgmStatus sgm = status.sgms().get(SgmId.parse("1_1"));
        return switch (sgm.word()) {
            case "UP" -> new Assessment.Met();
            case "BURNT" -> new Assessment.Hopeless("1_01 is BURNT", List.of(sgm));
            default -> new Assessment.NotYet("1_01 " + sgm.word(), List.of(sgm));
        };
    });

    private History history;
    private int looks;

    /** The wait in which the looks showed these words, and at the end of which the time was up or not. */
    private GroupStatus waits(String... shown) {
        List<HistoryFile.Entry> entries = new ArrayList<>();
        entries.add(entry(0, new Fact.Noted(AT, "the run begins")));
        entries.add(entry(10, new Fact.ClockRead(AT.plusSeconds(10))));
        for (int look = 1; look <= shown.length; look++) {
            Instant at = AT.plusSeconds(10L + look);
            if (shown[look - 1].equals(TIME_UP)) {
                entries.add(entry(10 + look, new Fact.TimeUp(at, UP.words())));
            } else {
                entries.add(entry(10 + look, new Fact.ClockRead(at)));
                entries.add(entry(10 + look, new Fact.LocalAnswer(at, "a look", shown[look - 1])));
            }
        }
        history = History.again(new HistoryFile(entries, true));
        return new StateWatch(this::look, history, new WaitingTime(), Duration.ZERO).until(UP, PATIENCE);
    }

    private static HistoryFile.Entry entry(long seconds, Fact fact) {
        return new HistoryFile.Entry("", Duration.ofSeconds(seconds).toNanos(), fact, "");
    }

    private GroupStatus look() {
        looks++;
        String word = history.ask("a look", () -> "never asked for");
        if (word.equals("gone")) {
            throw new ConnectionLost("The line 'watch' is gone.", null);
        }
        if (word.equals("half")) {
            throw new UnknownLine("The status", "| half a line", "whole lines");
        }
        SgmId id = SgmId.parse("1_1");
        SgmState state = word.equals("UP") ? SgmState.UP : word.equals("WEDGED") ? SgmState.UNKNOWN : SgmState.DOWN;
        return new GroupStatus(
                history.now(),
                Map.of(ChassisId.CHASSIS1, ChassisRole.ACTIVE),
                new TreeMap<>(Map.of(id, new SgmStatus(id, state, word))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Fact> waitFacts() {
        return history.facts().stream()
                .filter(fact -> fact instanceof Fact.WaitStarted || fact instanceof Fact.WaitEnded)
                .toList();
    }

    @Test
    void it_ends_at_the_second_look_in_a_row_that_shows_the_state() {
        assertThat(waits("DOWN", "UP", "UP", "DOWN").toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void two_looks_with_another_between_are_not_two_in_a_row() {
        assertThatThrownBy(() -> waits("UP", "DOWN", "UP", TIME_UP))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("missing    it held once, but not twice in a row");
    }

    @Test
    void a_hopeless_look_between_is_no_look_that_shows_the_state() {
        assertThatThrownBy(() -> waits("UP", "BURNT", "UP", TIME_UP))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("missing    it held once, but not twice in a row");
    }

    @Test
    void a_screen_that_cannot_be_read_between_two_looks_parts_them() {
        waits("UP", "half", "UP", "UP");

        assertThat(looks).isEqualTo(4);
    }

    @Test
    void silence_between_two_looks_is_waited_out() {
        waits("UP", "gone", "UP");

        assertThat(looks).isEqualTo(3);
    }

    @Test
    void it_is_hopeless_at_the_second_look_in_a_row_that_says_so() {
        assertThatThrownBy(() -> waits("BURNT", "BURNT", "UP"))
                .isInstanceOfSatisfying(
                        StateNotReached.class, e -> assertThat(e.isHopeless()).isTrue());
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void what_was_hopeless_once_when_the_time_was_up_was_not_reached_in_time() {
        assertThatThrownBy(() -> waits("DOWN", "BURNT", TIME_UP))
                .isInstanceOfSatisfying(
                        StateNotReached.class, e -> assertThat(e.isHopeless()).isFalse())
                .hasMessageContaining("missing    1_01 is BURNT");
    }

    @Test
    void what_is_missing_when_the_time_is_up_is_pointed_at_on_the_screen() {
        assertThatThrownBy(() -> waits("DOWN", TIME_UP))
                .isInstanceOfSatisfying(
                        Told.class,
                        told -> assertThat(told.finding().deciding())
                                .containsExactly(Deciding.status(
                                        List.of(new SgmStatus(SgmId.parse("1_1"), SgmState.DOWN, "DOWN")))));
    }

    @Test
    void what_held_once_when_the_time_was_up_points_at_no_sgm() {
        assertThatThrownBy(() -> waits("UP", TIME_UP))
                .isInstanceOfSatisfying(
                        Told.class,
                        told -> assertThat(told.finding().deciding()).isEmpty());
    }

    @Test
    void a_time_that_is_up_before_any_look_tells_that_nothing_was_seen() {
        assertThatThrownBy(() -> waits(TIME_UP))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("missing    nothing was seen yet")
                .hasMessageContaining("none: the Security Group never answered");
    }

    @Test
    void an_unknown_word_on_an_earlier_screen_does_not_count() {
        assertThatThrownBy(() -> waits("WEDGED", "DOWN", TIME_UP)).isInstanceOf(StateNotReached.class);
    }

    @Test
    void an_unknown_word_on_the_last_screen_is_not_proven_and_pointed_at() {
        assertThatThrownBy(() -> waits("DOWN", "WEDGED", TIME_UP))
                .isInstanceOfSatisfying(
                        NotProven.class,
                        e -> assertThat(e.finding().deciding())
                                .containsExactly(Deciding.status(
                                        List.of(new SgmStatus(SgmId.parse("1_1"), SgmState.UNKNOWN, "WEDGED")))));
    }

    @Test
    void a_screen_that_could_not_be_read_is_forgotten_when_the_next_one_can() {
        assertThatThrownBy(() -> waits("half", "DOWN", TIME_UP)).isInstanceOf(StateNotReached.class);
    }

    @Test
    void silence_at_the_end_says_nothing_of_the_group_whatever_was_read_before() {
        assertThatThrownBy(() -> waits("DOWN", "half", "gone", TIME_UP)).isInstanceOf(StateUnseen.class);
    }

    @Test
    void a_screen_that_cannot_be_read_at_the_end_ends_the_silence() {
        assertThatThrownBy(() -> waits("gone", "half", TIME_UP)).isInstanceOf(UnknownLine.class);
    }

    @Test
    void how_long_it_may_last_and_how_long_it_took_stand_in_the_history() {
        waits("DOWN", "UP", "UP");

        assertThat(waitFacts())
                .containsExactly(
                        new Fact.WaitStarted(AT.plusSeconds(10), "1_01 UP", AT.plusSeconds(310)),
                        new Fact.WaitEnded(AT.plusSeconds(13), "1_01 UP", "reached", Duration.ofSeconds(3)));
    }

    private String how(String... shown) {
        assertThatThrownBy(() -> waits(shown)).isNotNull();
        return ((Fact.WaitEnded) waitFacts().get(1)).how();
    }

    @Test
    void the_history_says_that_the_time_was_up() {
        assertThat(how("DOWN", TIME_UP)).isEqualTo("not reached in time");
    }

    @Test
    void the_history_says_that_there_was_no_answer_at_the_end() {
        assertThat(how("DOWN", "gone", TIME_UP)).isEqualTo("not seen");
    }

    @Test
    void the_history_says_why_it_was_hopeless() {
        assertThat(how("BURNT", "BURNT")).isEqualTo("hopeless: 1_01 is BURNT");
    }

    @Test
    void what_comes_after_the_time_was_up_goes_on() {
        assertThatThrownBy(() -> waits("DOWN", TIME_UP, "DOWN")).isInstanceOf(StateNotReached.class);

        history.lookAtTheClock();
        assertThat(look().at()).isEqualTo(AT.plusSeconds(13));
    }
}
