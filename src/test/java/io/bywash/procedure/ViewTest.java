package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Finding;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a last look supports: who carries, whether the group had the time to settle, and what became of the last act. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 3, 3);
    private static final Duration SETTLE = Duration.ofSeconds(90);

    /** The look was taken at {@link Instant#EPOCH}. */
    private static final GroupStatus WHOLE = Look.at("STANDBY: UP UP UP", "ACTIVE: UP UP UP");

    private static Traces.Act act(Phrase kind, Duration beforeTheLook, boolean answered) {
        return new Traces.Act(
                "3.C",
                kind.key(),
                Optional.of(ChassisId.CHASSIS1),
                "the act",
                Instant.EPOCH.minus(beforeTheLook),
                answered);
    }

    private static View view(StateNow now, Duration beforeTheLook) {
        return View.of(now, GROUP, Optional.of(act(Phrase.CHASSIS_DOWN, beforeTheLook, true)), SETTLE);
    }

    private static View view(StateNow now) {
        return View.of(now, GROUP, Optional.empty(), SETTLE);
    }

    private static final StateNow NEVER = new StateNow(Optional.empty(), Instant.EPOCH, "nobody answers");
    private static final StateNow BEFORE_THE_STOP =
            new StateNow(Optional.of(WHOLE), Instant.EPOCH.plusSeconds(60), "nobody answers");

    @ParameterizedTest
    @CsvSource({
        "STANDBY: UP UP UP, ACTIVE: UP UP UP, CARRIES, CHASSIS2",
        "ACTIVE: UP UP UP, STANDBY: UP UP UP, CARRIES, CHASSIS1",
        "ACTIVE: UP UP UP, DOWN: DOWN DOWN DOWN, CARRIES, CHASSIS1",
        "STANDBY: UP UP UP, ACTIVE: DOWN UP UP, ACTIVE, CHASSIS2",
        "STANDBY: UP UP UP, ACTIVE: UP UP READY, ACTIVE, CHASSIS2",
        "STANDBY: UP UP UP, ACTIVE: UP - UP, ACTIVE, CHASSIS2",
        "ACTIVE: UP UP UP, ACTIVE: UP UP UP, BOTH_ACTIVE,",
        "STANDBY: UP UP UP, STANDBY: UP UP UP, NONE,",
        "-: UP UP UP, DOWN: UP UP UP, NONE,",
    })
    void who_carries_is_seen(String chassis1, String chassis2, View.Sight sight, ChassisId which) {
        View view = view(StateNow.read(Look.at(chassis1, chassis2)));

        assertThat(view.sight()).isEqualTo(sight);
        assertThat(view.chassis()).isEqualTo(Optional.ofNullable(which));
    }

    @Test
    void a_look_that_was_never_taken_shows_nothing() {
        assertThat(view(NEVER).sight()).isEqualTo(View.Sight.NEVER_TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "89, true", "90, false", "91, false", "-1, true"})
    void the_group_moves_until_it_had_the_time_to_settle(int secondsAfterTheAct, boolean moves) {
        assertThat(view(StateNow.read(WHOLE), Duration.ofSeconds(secondsAfterTheAct))
                        .moving()
                        .isPresent())
                .isEqualTo(moves);
    }

    @Test
    void without_a_look_the_group_may_still_move_after_any_act() {
        assertThat(view(NEVER, Duration.ofHours(9)).moving()).isPresent();
    }

    @Test
    void without_an_act_nothing_moves() {
        assertThat(view(StateNow.read(WHOLE)).moving()).isEmpty();
    }

    @Test
    void a_look_after_the_stop_long_after_the_act_supports_a_change() {
        assertThat(view(StateNow.read(WHOLE), Duration.ofSeconds(90)).supportsChange())
                .isTrue();
    }

    @Test
    void a_look_after_which_no_chassis_is_active_supports_a_change() {
        assertThat(view(StateNow.read(Look.at("STANDBY: UP UP UP", "DOWN: DOWN DOWN DOWN")))
                        .supportsChange())
                .isTrue();
    }

    @Test
    void a_look_shortly_after_the_act_supports_none() {
        assertThat(view(StateNow.read(WHOLE), Duration.ofSeconds(89)).supportsChange())
                .isFalse();
    }

    @Test
    void a_look_before_the_stop_supports_none() {
        assertThat(view(BEFORE_THE_STOP).supportsChange()).isFalse();
    }

    @Test
    void a_look_that_was_never_taken_supports_none() {
        assertThat(View.of(new StateNow(Optional.empty(), Instant.EPOCH, ""), GROUP, Optional.empty(), SETTLE)
                        .supportsChange())
                .isFalse();
    }

    @Test
    void two_active_chassis_support_none() {
        assertThat(view(StateNow.read(Look.at("ACTIVE: UP UP UP", "ACTIVE: UP UP UP")))
                        .supportsChange())
                .isFalse();
    }

    private static Fate fate(Traces.Act act, Finding.OfTheAct known, StateNow now) {
        return Fate.of(Optional.of(act), Finding.of(Remedy.UNKNOWN, "").with(known), now);
    }

    @Test
    void a_step_without_an_act_sent_nothing() {
        assertThat(Fate.of(Optional.empty(), Finding.NONE.with(Finding.OfTheAct.DENIED), NEVER))
                .isEqualTo(Fate.NOTHING_SENT);
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED, true, DENIED",
        "DENIED, false, DENIED",
        "SEEN, true, ANSWERED",
        "SEEN, false, SHOWED",
        "NOT_SEEN, true, ANSWERED",
        "NOT_SEEN, false, UNANSWERED",
        "NOT_SAID, true, ANSWERED",
        "NOT_SAID, false, UNANSWERED",
    })
    void what_the_finder_knows_of_the_act_counts_first(Finding.OfTheAct known, boolean answered, Fate fate) {
        assertThat(fate(act(Phrase.CHASSIS_DOWN, Duration.ofHours(1), answered), known, NEVER))
                .isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({
        "CHASSIS_DOWN, DOWN, 1, SHOWED",
        "CHASSIS_DOWN, STANDBY, 1, UNANSWERED",
        "CHASSIS_DOWN, ACTIVE, 1, UNANSWERED",
        "CHASSIS_DOWN, -, 1, UNANSWERED",
        "CHASSIS_UP, STANDBY, 1, SHOWED",
        "CHASSIS_UP, ACTIVE, 1, SHOWED",
        "CHASSIS_UP, DOWN, 1, UNANSWERED",
        "CHASSIS_UP, -, 1, UNANSWERED",
        "INSTALL, DOWN, 1, UNANSWERED",
        "INSTALL, STANDBY, 1, UNANSWERED",
        "CHASSIS_DOWN, DOWN, 0, UNANSWERED",
        "CHASSIS_DOWN, DOWN, -1, UNANSWERED",
    })
    void a_look_after_an_act_that_was_not_answered_may_show_its_effect(
            Phrase kind, String role, int secondsAfter, Fate fate) {
        StateNow now = StateNow.read(Look.at(role + ": DOWN DOWN DOWN", "ACTIVE: UP UP UP"));

        assertThat(fate(act(kind, Duration.ofSeconds(secondsAfter), false), Finding.OfTheAct.NOT_SAID, now))
                .isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "-1, false"})
    void a_look_is_after_a_moment_when_it_is_later(int secondsAfter, boolean after) {
        assertThat(StateNow.read(WHOLE).isReadAfter(Instant.EPOCH.minusSeconds(secondsAfter)))
                .isEqualTo(after);
    }

    @Test
    void a_look_that_was_never_taken_is_after_nothing_and_shows_no_chassis_to_carry() {
        assertThat(NEVER.isReadAfter(Instant.MIN)).isFalse();
        assertThat(NEVER.carries(GROUP, ChassisId.CHASSIS2)).isFalse();
        assertThat(NEVER.role(ChassisId.CHASSIS2)).isEmpty();
        assertThat(NEVER.told(GROUP, ChassisId.CHASSIS1))
                .isEqualTo("not known: never read in this run; nobody answers");
    }

    @Test
    void a_look_before_the_stop_is_told_with_its_age() {
        assertThat(BEFORE_THE_STOP.told(GROUP, ChassisId.CHASSIS1))
                .isEqualTo("STANDBY (LAST SEEN 00:00:00 UTC, 1 min before the stop; nobody answers): 1_01-1_03 UP");
    }

    @Test
    void sgms_are_told_by_their_words_in_the_order_of_the_slots() {
        assertThat(StateNow.read(Look.at("STANDBY: UP DOWN UP", "ACTIVE: UP UP UP"))
                        .told(GROUP, ChassisId.CHASSIS1))
                .isEqualTo("STANDBY (read 00:00:00 UTC, after the stop): 1_01 1_03 UP, 1_02 DOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "1_1, 1_01",
        "1_1 1_2, 1_01-1_02",
        "1_1 1_2 1_3 1_7, 1_01-1_03 1_07",
        "1_1 1_3 1_4 1_14, 1_01 1_03-1_04 1_14",
    })
    void neighbours_are_told_as_a_range(String sgms, String told) {
        List<SgmId> ids = Arrays.stream(sgms.split(" ")).map(SgmId::parse).toList();

        assertThat(StateNow.ranges(ids)).isEqualTo(told);
    }
}
