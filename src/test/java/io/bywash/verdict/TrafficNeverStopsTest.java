package io.bywash.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whether one chassis always carried is a matter of time, and not of how often somebody looked. */
class TrafficNeverStopsTest {
    private static final SgmId A = SgmId.parse("1_1");
    private static final SgmId B = SgmId.parse("2_1");
    private static final Instant START = Instant.parse("2025-03-03T22:41:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TrafficNeverStops checker = new TrafficNeverStops(SecurityGroup.dual("harbour", 1, 1), PATIENCE);
    private final List<Fact> looks = new ArrayList<>();

    /** What a look may show. */
    private enum Shown {
        B_CARRIES(ChassisRole.STANDBY, SgmState.UP, ChassisRole.ACTIVE, SgmState.UP),
        A_CARRIES(ChassisRole.ACTIVE, SgmState.UP, ChassisRole.DOWN, SgmState.DOWN),
        /** A has taken over, and its role does not say so yet. */
        ROLE_LAGS(ChassisRole.STANDBY, SgmState.UP, ChassisRole.DOWN, SgmState.DOWN),
        /** The last one that can. */
        WITH_A_PROBLEM(ChassisRole.DOWN, SgmState.DOWN, ChassisRole.ACTIVE, SgmState.UP_WITH_PROBLEM),
        NOT_UNDERSTOOD(ChassisRole.DOWN, SgmState.DOWN, ChassisRole.ACTIVE, SgmState.UNKNOWN),
        NOBODY(ChassisRole.DOWN, SgmState.DOWN, ChassisRole.ACTIVE, SgmState.ABSENT);

        private final ChassisRole roleOfA;
        private final SgmState stateOfA;
        private final ChassisRole roleOfB;
        private final SgmState stateOfB;

        Shown(ChassisRole roleOfA, SgmState stateOfA, ChassisRole roleOfB, SgmState stateOfB) {
            this.roleOfA = roleOfA;
            this.stateOfA = stateOfA;
            this.roleOfB = roleOfB;
            this.stateOfB = stateOfB;
        }

        boolean carries() {
            return this == A_CARRIES || this == B_CARRIES;
        }

        Fact at(Instant at) {
            TreeMap<SgmId, SgmStatus> sgms = new TreeMap<>();
            sgms.put(A, new SgmStatus(A, stateOfA, stateOfA.name()));
            sgms.put(B, new SgmStatus(B, stateOfB, stateOfB.name()));
            return new Fact.StatusSeen(
                    at,
                    new GroupStatus(
                            at,
                            Map.of(ChassisId.CHASSIS1, roleOfA, ChassisId.CHASSIS2, roleOfB),
                            sgms,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    private TrafficNeverStopsTest look(long millis, Shown shown) {
        looks.add(shown.at(START.plusMillis(millis)));
        return this;
    }

    private Verdict verdict() {
        return checker.check(looks);
    }

    @Test
    void a_role_that_lags_for_a_second_under_a_quick_poll_is_no_outage() {
        look(0, Shown.B_CARRIES);
        for (long at = 200; at <= 1200; at += 200) {
            look(at, Shown.ROLE_LAGS);
        }
        look(1400, Shown.A_CARRIES);

        assertThat(verdict())
                .isEqualTo(
                        new Verdict.Holds(
                                8,
                                "a role lagged for less than 1 s from 2025-03-03T22:41:00.200Z on, while every SGM of chassis1 was UP"));
    }

    @Test
    void a_role_that_lags_for_longer_than_the_patience_is_an_outage() {
        look(0, Shown.B_CARRIES).look(1000, Shown.ROLE_LAGS).look(11_001, Shown.ROLE_LAGS);

        assertThat(((Verdict.Violated) verdict()).where())
                .isEqualTo(
                        "2025-03-03T22:41:11.001Z: none did for 10 s; chassis1 STANDBY: 1_01 UP; chassis2 DOWN: 2_01 DOWN");
    }

    @Test
    void the_very_patience_is_not_longer_than_the_patience() {
        look(0, Shown.B_CARRIES).look(1000, Shown.ROLE_LAGS).look(11_000, Shown.ROLE_LAGS);

        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void a_chassis_that_carries_with_a_problem_is_no_carrier_for_long() {
        look(0, Shown.B_CARRIES).look(5000, Shown.WITH_A_PROBLEM).look(20_000, Shown.WITH_A_PROBLEM);

        assertThat(verdict()).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void a_short_time_without_a_whole_chassis_is_told() {
        look(0, Shown.B_CARRIES).look(2000, Shown.WITH_A_PROBLEM).look(5000, Shown.B_CARRIES);

        assertThat(verdict())
                .isEqualTo(new Verdict.Holds(3, "none did for less than 5 s from 2025-03-03T22:41:02Z on"));
    }

    @Test
    void of_several_the_longest_is_told() {
        look(0, Shown.B_CARRIES)
                .look(1000, Shown.ROLE_LAGS)
                .look(2000, Shown.B_CARRIES)
                .look(3000, Shown.WITH_A_PROBLEM)
                .look(9000, Shown.B_CARRIES);

        assertThat(((Verdict.Holds) verdict()).beside()).startsWith("none did for less than 7 s");
    }

    @Test
    void one_that_has_no_end_is_told_as_that() {
        look(0, Shown.B_CARRIES).look(1000, Shown.ROLE_LAGS).look(4000, Shown.ROLE_LAGS);

        assertThat(((Verdict.Holds) verdict()).beside()).startsWith("a role lagged for 3 s or more from ");
    }

    @Test
    void a_group_of_which_nobody_is_up_is_an_outage_after_two_looks() {
        look(0, Shown.B_CARRIES).look(200, Shown.NOBODY).look(400, Shown.NOBODY);

        assertThat(verdict()).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void words_that_are_not_known_do_not_say_that_nobody_is_up() {
        look(0, Shown.B_CARRIES).look(200, Shown.NOT_UNDERSTOOD).look(400, Shown.NOT_UNDERSTOOD);

        assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void a_clock_that_is_set_back_meanwhile_makes_no_gap_shorter() {
        look(0, Shown.B_CARRIES)
                .look(1000, Shown.ROLE_LAGS)
                .look(9000, Shown.ROLE_LAGS)
                .look(2000, Shown.ROLE_LAGS)
                .look(5000, Shown.ROLE_LAGS);

        assertThat(verdict()).isInstanceOf(Verdict.Violated.class);
    }

    private record Look(Shown shown, int pause) {}

    @Provide
    Arbitrary<List<Look>> courses() {
        return Combinators.combine(
                        Arbitraries.of(Shown.class), Arbitraries.integers().between(1, 8000))
                .as(Look::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** Another account of the same rule: every pair of looks between which no look shows a carrier. */
    @Property
    void it_is_violated_by_the_time_between_looks_and_by_nothing_else(@ForAll("courses") List<Look> course) {
        List<Fact> history = new ArrayList<>();
        long[] at = new long[course.size()];
        boolean expected = false;
        for (int to = 0; to < course.size(); to++) {
            at[to] = (to == 0 ? 0 : at[to - 1]) + course.get(to).pause();
            history.add(course.get(to).shown().at(START.plusMillis(at[to])));
            for (int from = to; from >= 0 && !course.get(from).shown().carries(); from--) {
                expected |= at[to] - at[from] > PATIENCE.toMillis();
            }
            expected |= to > 0
                    && course.get(to).shown() == Shown.NOBODY
                    && course.get(to - 1).shown() == Shown.NOBODY;
        }

        assertThat(checker.check(history) instanceof Verdict.Violated).isEqualTo(expected);
    }

    @Property
    void looking_more_often_at_the_same_changes_nothing(@ForAll("courses") List<Look> course) {
        List<Fact> seldom = new ArrayList<>();
        List<Fact> often = new ArrayList<>();
        long at = 0;
        for (Look look : course) {
            Shown shown = look.shown() == Shown.NOBODY ? Shown.ROLE_LAGS : look.shown();
            seldom.add(shown.at(START.plusMillis(at)));
            seldom.add(shown.at(START.plusMillis(at + look.pause() - 1)));
            for (long step = 0; step < look.pause(); step += Math.max(1, look.pause() / 5)) {
                often.add(shown.at(START.plusMillis(at + step)));
            }
            often.add(shown.at(START.plusMillis(at + look.pause() - 1)));
            at += look.pause();
        }

        assertThat(checker.check(often).getClass())
                .isEqualTo(checker.check(seldom).getClass());
    }
}
