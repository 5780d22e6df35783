package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.Assessment;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.terminal.ConnectionLost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A wait of a run that is over comes to the same again, look by look, and no clock has a part in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitAgainTest {
    private static final Patience LONG = new Patience("chassisUp", Duration.ofSeconds(20), Duration.ofMillis(1));
    private static final Patience IN_VAIN = new Patience("chassisUp", Duration.ofMillis(50), Duration.ofMillis(1));
    private static final Patience NONE = new Patience("chassisUp", Duration.ZERO, Duration.ofMillis(1));
    private static final GroupStatus STATUS = new GroupStatus(
            Instant.EPOCH, Map.of(), new TreeMap<>(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What is seen, look by look; the last one again and again. */
    private enum Seen {
        LOST,
        NOT_YET,
        MET
    }

    /** One wait, and how often it looked. */
    private static final class Wait {
        private final List<Fact> facts = new ArrayList<>();
        private int looks;

        GroupStatus on(History history, Patience patience, Seen... seen) {
            history.follow(facts::add);
            return new StateWatch(
                            () -> {
                                if (seen[Math.min(looks++, seen.length - 1)] == Seen.LOST) {
                                    throw new ConnectionLost("gone", null);
                                }
                                return STATUS;
                            },
                            history,
                            new WaitingTime(),
                            Duration.ZERO)
                    .until(new GroupCondition("the state", status -> of(seen)), patience);
        }

        private Assessment of(Seen... seen) {
            return seen[Math.min(looks, seen.length) - 1] == Seen.MET
                    ? new Assessment.Met()
                    : new Assessment.NotYet("nothing");
        }
    }

    private static History live() {
        return new History(Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC));
    }

    private static History again(Wait wait) {
        return History.again(new HistoryFile(
                wait.facts.stream()
                        .map(fact -> new HistoryFile.Entry("", 0, fact, ""))
                        .toList(),
                false));
    }

    @Test
    void a_state_that_was_reached_is_reached_after_as_many_looks() {
        Wait then = new Wait();
        then.on(live(), LONG, Seen.NOT_YET, Seen.MET);
        Wait now = new Wait();

        now.on(again(then), NONE, Seen.NOT_YET, Seen.MET);

        assertThat(now.looks).isEqualTo(3);
    }

    @Test
    void a_line_that_was_lost_is_waited_out_again() {
        Wait then = new Wait();
        then.on(live(), LONG, Seen.LOST, Seen.MET);
        Wait now = new Wait();

        now.on(again(then), NONE, Seen.LOST, Seen.MET);

        assertThat(now.looks).isEqualTo(3);
    }

    @Test
    void a_wait_that_was_in_vain_is_in_vain_after_as_many_looks() {
        Wait then = new Wait();
        assertThatThrownBy(() -> then.on(live(), IN_VAIN, Seen.NOT_YET)).isInstanceOf(StateNotReached.class);
        Wait now = new Wait();

        assertThatThrownBy(() -> now.on(again(then), LONG, Seen.NOT_YET)).isInstanceOf(StateNotReached.class);

        assertThat(now.looks).isEqualTo(then.looks);
        assertThat(now.facts).filteredOn(Fact.TimeUp.class::isInstance).hasSize(1);
    }
}
