package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.NotProven;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateWatchTest {
    private static final Patience PATIENCE = new Patience("chassisUp", Duration.ofMillis(150), Duration.ofMillis(1));
    private static final Patience LONG = new Patience("chassisUp", Duration.ofSeconds(20), Duration.ofMillis(1));
    private static final GroupCondition UP = new GroupCondition("1_01 UP", status -> {
        String word = status.sgms().get(SgmId.parse("1_1")).word();
        return switch (word) {
            case "UP" -> new Assessment.Met();
            case "BURNT" -> new Assessment.Hopeless("1_01 is BURNT");
            default -> new Assessment.NotYet("1_01 " + word);
        };
    });

    private final ClockThatWasSet clock = new ClockThatWasSet();
    private final History history = new History(clock);
    private final Deque<Supplier<GroupStatus>> looks = new ArrayDeque<>();
    private int taken;

    private StateWatch watch() {
        return new StateWatch(
                () -> {
                    taken++;
                    return (looks.size() > 1 ? looks.remove() : looks.element()).get();
                },
                history,
                new WaitingTime(),
                Duration.ZERO);
    }

    @Test
    void a_state_that_looks_hopeless_for_less_than_a_screen_may_lag_is_waited_out() {
        assertThat(lagging(Duration.ofSeconds(3)).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
    }

    @Test
    void a_state_that_looks_hopeless_for_longer_ends_the_wait() {
        assertThatThrownBy(() -> lagging(Duration.ofSeconds(6)))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("because    1_01 is BURNT");
    }

    /** Three looks show a hopeless state, each so long after the one before; a screen may lag 10 s behind. */
    private GroupStatus lagging(Duration between) {
        AtomicLong nanos = new AtomicLong();
        for (String word : List.of("BURNT", "BURNT", "BURNT", "UP")) {
            looks.add(() -> {
                nanos.addAndGet(between.toNanos());
                return look(word, 0);
            });
        }
        return new StateWatch(
                        () -> (looks.size() > 1 ? looks.remove() : looks.element()).get(),
                        new History(clock, nanos::get),
                        new WaitingTime(),
                        Duration.ofSeconds(10))
                .until(UP, LONG);
    }

    @Test
    void a_condition_that_holds_once_is_looked_at_again_before_it_counts() {
        show("UP", "DOWN", "UP", "UP");

        watch().until(UP, LONG);

        assertThat(taken).isEqualTo(4);
    }

    @Test
    void a_silent_group_is_waited_out() {
        looks.add(() -> {
            throw new ConnectionLost("gone", null);
        });
        show("UP");

        assertThat(watch().until(UP, LONG).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
    }

    @Test
    void a_hopeless_state_ends_the_wait_at_once_and_says_why() {
        show("DOWN", "BURNT");

        assertThatThrownBy(
                        () -> watch().until(UP, new Patience("chassisUp", Duration.ofHours(1), Duration.ofMillis(1))))
                .isInstanceOf(StateNotReached.class)
                .hasMessageStartingWith(
                        "1_01 UP: cannot be reached any more.\n  because    1_01 is BURNT\n  last look");
    }

    @Test
    void what_goes_wrong_in_another_thread_does_not_end_the_wait() {
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> {});
        looks.add(() -> {
            Thread stray = new Thread(() -> {
                throw new IllegalStateException("somebody else's trouble");
            });
            stray.start();
            joined(stray);
            return look("DOWN", 0);
        });
        show("UP");

        assertThat(watch().until(UP, LONG).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_refusal_is_not_waited_out() {
        looks.add(() -> {
            throw new NotProven("the screen cannot be read");
        });

        assertThatThrownBy(
                        () -> watch().until(UP, new Patience("chassisUp", Duration.ofHours(1), Duration.ofMillis(1))))
                .isInstanceOf(NotProven.class);
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void a_screen_with_something_unknown_is_waited_out() {
        looks.add(() -> {
            throw new UnknownLine("The status", "| half a line", "whole lines");
        });
        show("UP");

        assertThat(watch().until(UP, LONG).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
    }

    @Test
    void a_wait_that_ends_with_an_unknown_screen_is_not_proven_and_shows_the_line() {
        looks.add(() -> {
            throw new UnknownLine("The status", "| half a line", "whole lines");
        });

        assertThatThrownBy(() -> watch().until(UP, PATIENCE))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("\"| half a line\"");
    }

    @Test
    void a_wait_that_ends_with_an_unknown_word_is_not_proven_and_names_the_sgm() {
        show("WEDGED");

        assertThatThrownBy(() -> watch().until(UP, PATIENCE))
                .isInstanceOf(NotProven.class)
                .hasMessageStartingWith(
                        "1_01 UP: it cannot be told, because words on the last screen are not known here: [1_01 WEDGED].");
    }

    @Test
    void a_wait_that_ends_without_the_state_tells_its_story() {
        show("ACTIVE", "DOWN", "DETACHED");

        assertThatThrownBy(
                        () -> watch().until(UP, new Patience("chassisUp", Duration.ofSeconds(2), Duration.ofMillis(1))))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("1_01 UP: not reached within 2 s (patience 'chassisUp').")
                .hasMessageContaining("missing    1_01 DETACHED")
                .hasMessageContaining("1_01 was   ACTIVE 00:00:00, DOWN 00:00:01, DETACHED 00:00:02");
    }

    @Test
    void a_wait_that_ends_in_silence_says_nothing_about_the_group() {
        show("DOWN");
        looks.add(() -> {
            throw new ConnectionLost("The line 'watch' is gone: the far end closed it.", null);
        });

        assertThatThrownBy(() -> watch().until(UP, PATIENCE))
                .isInstanceOf(StateUnseen.class)
                .hasMessageContaining("1_01 UP: not known, because nobody answered at the end of 150 ms")
                .hasMessageContaining("because    The line 'watch' is gone")
                .hasMessageContaining("last look  00:00:00  chassis1 ACTIVE: 1_01 DOWN");
    }

    @Test
    void silence_that_ended_is_forgotten() {
        looks.add(() -> {
            throw new ConnectionLost("The line 'watch' is gone: the far end closed it.", null);
        });
        show("DOWN");

        assertThatThrownBy(() -> watch().until(UP, PATIENCE)).isInstanceOf(StateNotReached.class);
    }

    @Test
    void the_history_says_what_was_waited_for_and_how_it_ended() {
        show("UP");

        watch().until(UP, LONG);

        assertThat(history.facts().stream()
                        .filter(Fact.WaitEnded.class::isInstance)
                        .map(fact -> ((Fact.WaitEnded) fact).how()))
                .containsExactly("reached");
    }

    private String ended() {
        return history.facts().stream()
                .filter(Fact.WaitEnded.class::isInstance)
                .map(fact -> ((Fact.WaitEnded) fact).how())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_history_says_that_a_wait_was_in_vain() {
        show("DOWN");

        assertThatThrownBy(() -> watch().until(UP, PATIENCE)).isInstanceOf(StateNotReached.class);

        assertThat(ended()).isEqualTo("not reached in time");
    }

    @Test
    void the_history_says_that_a_wait_ended_unseen() {
        looks.add(() -> {
            throw new ConnectionLost("gone", null);
        });

        assertThatThrownBy(() -> watch().until(UP, PATIENCE)).isInstanceOf(StateUnseen.class);

        assertThat(ended()).isEqualTo("not seen");
    }

    @Test
    void the_history_says_what_is_waited_for_and_until_when() {
        show("UP");

        watch().until(UP, LONG);

        assertThat(history.facts())
                .filteredOn(Fact.WaitStarted.class::isInstance)
                .map(Fact.WaitStarted.class::cast)
                .singleElement()
                .returns("1_01 UP", Fact.WaitStarted::what)
                .satisfies(wait -> assertThat(wait.until()).isEqualTo(wait.at().plusSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource({"UP, it held once", "BURNT, 1_01 is BURNT", "DOWN, 1_01 DOWN"})
    void what_is_missing_at_the_end_is_told(String word, String missing) {
        looks.add(() -> {
            await().pollDelay(PATIENCE.limit()).until(() -> true);
            return look(word, 0);
        });

        assertThatThrownBy(() -> watch().until(UP, PATIENCE))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("missing    " + missing);
    }

    @Test
    void the_sgms_that_kept_a_wait_from_its_end_are_pointed_at() {
        show("DOWN");
        SgmStatus stray = new SgmStatus(SgmId.parse("1_1"), SgmState.DOWN, "DOWN");
        GroupCondition never =
                new GroupCondition("1_01 UP", status -> new Assessment.NotYet("1_01 DOWN", List.of(stray)));

        assertThatThrownBy(() -> watch().until(never, PATIENCE))
                .isInstanceOfSatisfying(
                        StateNotReached.class,
                        e -> assertThat(e.finding().deciding()).containsExactly(Deciding.status(List.of(stray))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 7})
    void a_clock_that_is_set_meanwhile_neither_ends_a_wait_nor_draws_it_out(int hours) {
        looks.add(() -> {
            clock.set(Duration.ofHours(hours));
            return look("DOWN", 0);
        });
        show("DOWN", "UP");

        assertThat(watch().until(UP, LONG).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 7})
    void a_wait_in_vain_ends_in_time_when_the_clock_is_set_meanwhile(int hours) {
        looks.add(() -> {
            clock.set(Duration.ofHours(hours));
            return look("DOWN", 0);
        });
        show("DOWN");

        assertThatThrownBy(() -> watch().until(UP, PATIENCE))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("not reached within 150 ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 7})
    void how_long_a_wait_took_is_true_when_the_clock_is_set_meanwhile(int hours) {
        looks.add(() -> {
            clock.set(Duration.ofHours(hours));
            return look("DOWN", 0);
        });
        show("UP");

        watch().until(UP, LONG);

        assertThat(history.facts())
                .filteredOn(Fact.WaitEnded.class::isInstance)
                .map(fact -> ((Fact.WaitEnded) fact).took())
                .allMatch(took -> !took.isNegative() && took.compareTo(Duration.ofMinutes(1)) < 0);
    }

    private void show(String... words) {
        for (int second = 0; second < words.length; second++) {
            GroupStatus status = look(words[second], second);
            looks.add(() -> status);
        }
    }

    private static GroupStatus look(String word, int second) {
        SgmId id = SgmId.parse("1_1");
        SgmState state = word.equals("UP") ? SgmState.UP : word.equals("WEDGED") ? SgmState.UNKNOWN : SgmState.DOWN;
        return new GroupStatus(
                Instant.EPOCH.plusSeconds(second),
                Map.of(ChassisId.CHASSIS1, ChassisRole.ACTIVE),
                new TreeMap<>(Map.of(id, new SgmStatus(id, state, word))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_wait_whose_time_ran_out_while_our_own_process_stood_still_looks_again() {
        looks.add(() -> {
            standStillFor(PATIENCE.limit());
            return look("DOWN", 0);
        });
        show("UP");

        assertThat(watch().until(UP, PATIENCE).toString()).isEqualTo("chassis1 ACTIVE: 1_01 UP");
    }

    @Test
    void a_wait_whose_time_ran_out_in_one_slow_look_does_not() {
        looks.add(() -> {
            await().pollDelay(PATIENCE.limit()).until(() -> true);
            return look("DOWN", 0);
        });
        show("UP");

        assertThatThrownBy(() -> watch().until(UP, PATIENCE)).isInstanceOf(StateNotReached.class);
    }

    private void standStillFor(Duration time) {
        await().pollDelay(time).until(() -> true);
        clock.set(Duration.ofMinutes(2));
    }

    @Test
    void a_wait_in_vain_takes_in_that_its_time_was_up() {
        List<Fact> taken = new ArrayList<>();
        history.follow(taken::add);
        show("DOWN");

        assertThatThrownBy(() -> watch().until(UP, PATIENCE)).isInstanceOf(StateNotReached.class);

        assertThat(taken).filteredOn(Fact.TimeUp.class::isInstance).hasSize(1);
    }

    @Test
    void each_look_has_its_own_time() {
        List<Fact> taken = new ArrayList<>();
        history.follow(taken::add);
        show("DOWN", "UP", "UP");

        watch().until(UP, LONG);

        assertThat(taken)
                .as("one for the beginning of the wait, and one for each look")
                .filteredOn(Fact.ClockRead.class::isInstance)
                .hasSize(4);
    }

    @Test
    void a_wait_that_a_refusal_ended_was_broken_off() {
        looks.add(() -> {
            throw new NotProven("the screen cannot be read");
        });

        assertThatThrownBy(() -> watch().until(UP, LONG)).isInstanceOf(NotProven.class);

        assertThat(history.facts())
                .filteredOn(Fact.WaitEnded.class::isInstance)
                .map(fact -> ((Fact.WaitEnded) fact).how())
                .containsExactly("broken off");
    }
}
