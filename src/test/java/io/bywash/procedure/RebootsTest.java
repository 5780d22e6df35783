package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebootsTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 3, 2);
    private static final String CARRIES = "ACTIVE: UP UP";

    private final List<String> asked = new ArrayList<>();

    /** Of these SGMs the boot time is another one than before. */
    private Reboots waitingFor(String word, String... bootedAnew) {
        return new Reboots(GROUP, ChassisId.CHASSIS1, word, Set.of("UP", "ACTIVE"), sgm -> {
            asked.add(sgm.toString());
            return List.of(bootedAnew).contains(sgm.toString());
        });
    }

    private static Assessment looks(Reboots reboots, int times, String chassis1) {
        Assessment last = null;
        for (int look = 0; look < times; look++) {
            last = looks(reboots, chassis1);
        }
        return last;
    }

    private static Assessment looks(Reboots reboots, String chassis1) {
        return reboots.condition().of(Look.at(chassis1, CARRIES));
    }

    private static Assessment notYet(String seen, SgmStatus... strays) {
        return new Assessment.NotYet(seen, List.of(strays));
    }

    @Test
    void being_down_alone_does_not_prove_a_reboot() {
        assertThat(looks(waitingFor("DOWN"), "DOWN: DOWN DOWN DOWN"))
                .isEqualTo(notYet(
                        "1_01 DOWN (has not rebooted), 1_02 DOWN (has not rebooted), 1_03 DOWN (has not rebooted)",
                        Look.sgm("1_01", "DOWN"),
                        Look.sgm("1_02", "DOWN"),
                        Look.sgm("1_03", "DOWN")));
    }

    @Test
    void sgms_that_were_seen_absent_and_are_down_again_are_back() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT DOWN DOWN");
        looks(reboots, "DOWN: DOWN ABSENT DOWN");
        looks(reboots, "DOWN: DOWN DOWN ABSENT");

        assertThat(looks(reboots, "DOWN: DOWN DOWN DOWN")).isEqualTo(new Assessment.Met());
    }

    @ParameterizedTest
    @CsvSource({"DOWN ABSENT ABSENT, 1_01", "ABSENT DOWN ABSENT, 1_02", "ABSENT ABSENT DOWN, 1_03"})
    void one_sgm_that_never_rebooted_keeps_the_chassis_from_being_back(String states, String which) {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: " + states);

        assertThat(looks(reboots, "DOWN: DOWN DOWN DOWN"))
                .isEqualTo(notYet(which + " DOWN (has not rebooted)", Look.sgm(which, "DOWN")));
    }

    @ParameterizedTest
    @CsvSource({"- DOWN DOWN, 1_01", "DOWN - DOWN, 1_02", "DOWN DOWN -, 1_03"})
    void an_sgm_that_the_screen_does_not_show_is_not_back(String states, String which) {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: " + states)).isEqualTo(notYet(which + " not shown"));
    }

    @Test
    void an_sgm_that_the_screen_never_showed_has_not_rebooted() {
        Reboots reboots = waitingFor("DOWN", "1_02");
        looks(reboots, 7, "DOWN: ABSENT - ABSENT");

        assertThat(looks(reboots, "DOWN: DOWN - DOWN")).isEqualTo(notYet("1_02 not shown (has not rebooted)"));
    }

    @ParameterizedTest
    @EnumSource(value = SgmState.class, mode = Mode.EXCLUDE, names = "ABSENT")
    void only_being_absent_is_seen_as_a_reboot(SgmState state) {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT %s ABSENT".formatted(state));

        assertThat(looks(reboots, "DOWN: DOWN DOWN DOWN"))
                .isEqualTo(notYet("1_02 DOWN (has not rebooted)", Look.sgm("1_02", "DOWN")));
    }

    @ParameterizedTest
    @EnumSource(value = SgmState.class, mode = Mode.EXCLUDE, names = "DOWN")
    void an_sgm_that_is_to_come_back_down_is_not_back_in_any_other_state(SgmState state) {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: DOWN %s DOWN".formatted(state)))
                .isEqualTo(notYet("1_02 " + state, Look.sgm("1_02", state.name())));
    }

    @ParameterizedTest
    @EnumSource(value = SgmState.class, mode = Mode.EXCLUDE, names = "UP")
    void an_sgm_that_is_to_come_back_up_is_not_back_in_any_other_state(SgmState state) {
        Reboots reboots = waitingFor("UP");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: UP UP %s".formatted(state)))
                .isEqualTo(notYet("1_03 " + state, Look.sgm("1_03", state.name())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UP", "ACTIVE"})
    void sgms_that_carry_are_back_where_the_dialect_waits_for_a_word_by_which_they_carry(String word) {
        Reboots reboots = waitingFor(word);
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: UP UP UP")).isEqualTo(new Assessment.Met());
    }

    @Test
    void a_reboot_that_no_look_saw_is_proven_by_the_boot_time_at_the_eighth_look() {
        Reboots reboots = waitingFor("DOWN", "1_01", "1_02", "1_03");

        assertThat(looks(reboots, 7, "DOWN: DOWN DOWN DOWN")).isInstanceOf(Assessment.NotYet.class);
        assertThat(asked).isEmpty();
        assertThat(looks(reboots, "DOWN: DOWN DOWN DOWN")).isEqualTo(new Assessment.Met());
        assertThat(asked).containsExactly("1_01", "1_02", "1_03");
    }

    @Test
    void an_sgm_whose_boot_time_is_the_same_has_not_rebooted() {
        assertThat(looks(waitingFor("DOWN", "1_01", "1_03"), 8, "DOWN: DOWN DOWN DOWN"))
                .isEqualTo(notYet("1_02 DOWN (has not rebooted)", Look.sgm("1_02", "DOWN")));
    }

    @Test
    void an_sgm_is_asked_again_eight_looks_later_until_it_has_rebooted() {
        Reboots reboots = waitingFor("DOWN", "1_01", "1_03");

        looks(reboots, 17, "DOWN: DOWN DOWN DOWN");

        assertThat(asked).containsExactly("1_01", "1_02", "1_03", "1_02");
    }

    @Test
    void an_sgm_that_was_seen_absent_is_not_asked() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: DOWN ABSENT DOWN");

        looks(reboots, 7, "DOWN: DOWN DOWN DOWN");

        assertThat(asked).containsExactly("1_01", "1_03");
    }

    @ParameterizedTest
    @CsvSource({"UP, true", "DOWN, true", "STARTING, false", "READY, false", "UP_WITH_PROBLEM, false", "UNKNOWN, false"
    })
    void only_an_sgm_that_is_up_or_down_is_asked_for_its_boot_time(String state, boolean isAsked) {
        looks(waitingFor("DOWN"), 8, "DOWN: ABSENT %s ABSENT".formatted(state));

        assertThat(asked.contains("1_02")).isEqualTo(isAsked);
    }

    @Test
    void nothing_is_known_to_have_rebooted_before_an_sgm_was_absent() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: DOWN DOWN DOWN");

        assertThat(reboots.anySeen()).isFalse();
    }

    @Test
    void one_sgm_that_was_absent_shows_that_the_order_had_an_effect() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: DOWN DOWN ABSENT");

        assertThat(reboots.anySeen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE: DOWN UP, 2_01", "ACTIVE: UP DOWN, 2_02"})
    void the_wait_is_hopeless_when_the_other_chassis_stops_carrying(String chassis2, String which) {
        assertThat(waitingFor("DOWN").condition().of(Look.at("DOWN: ABSENT ABSENT ABSENT", chassis2)))
                .isEqualTo(new Assessment.Hopeless(
                        "the chassis that should carry does not: %s DOWN".formatted(which),
                        List.of(Look.sgm(which, "DOWN"))));
    }

    @Test
    void the_wait_is_hopeless_for_a_chassis_that_is_back_while_the_other_does_not_carry() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(reboots.condition().of(Look.at("DOWN: DOWN DOWN DOWN", "STANDBY: UP UP")))
                .isEqualTo(new Assessment.Hopeless("the chassis that should carry does not: chassis2 is STANDBY"));
    }

    private static final String CAME_UP = """
            every SGM came back UP, and the dialect waits for DOWN. The chassis-level state did not survive the reboot; \
            on this release write 'returnState: UP' under 'dialect' in the target file""";

    @Test
    void a_chassis_that_came_back_up_where_down_was_waited_for_is_told_with_the_remedy() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: UP UP UP")).isEqualTo(new Assessment.Hopeless(CAME_UP));
    }

    @Test
    void so_is_one_whose_boot_times_prove_the_reboots_that_no_look_saw() {
        assertThat(looks(waitingFor("DOWN", "1_01", "1_02", "1_03"), 8, "STANDBY: UP UP UP"))
                .isEqualTo(new Assessment.Hopeless(CAME_UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN UP UP", "UP DOWN UP", "UP UP DOWN", "UP UP READY", "UP UP -"})
    void a_chassis_of_which_one_sgm_is_not_up_is_waited_for(String states) {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: " + states)).isInstanceOf(Assessment.NotYet.class);
    }

    @Test
    void a_chassis_that_is_up_and_of_which_one_sgm_has_not_rebooted_is_waited_for() {
        Reboots reboots = waitingFor("DOWN");
        looks(reboots, "DOWN: UP ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: UP UP UP")).isInstanceOf(Assessment.NotYet.class);
    }

    @Test
    void a_chassis_that_is_to_come_back_up_and_is_down_is_waited_for() {
        Reboots reboots = waitingFor("UP");
        looks(reboots, "DOWN: ABSENT ABSENT ABSENT");

        assertThat(looks(reboots, "DOWN: DOWN DOWN DOWN")).isInstanceOf(Assessment.NotYet.class);
    }

    @Test
    void what_is_waited_for_is_told_whole() {
        assertThat(waitingFor("DOWN").condition().words())
                .isEqualTo("every SGM of chassis1 rebooted and back in state DOWN, while chassis2 carries");
    }

    @Test
    void only_sgms_of_its_own_chassis_count() {
        Reboots reboots = new Reboots(GROUP, ChassisId.CHASSIS2, "DOWN", Set.of("UP"), sgm -> false);
        reboots.condition().of(Look.at("ACTIVE: UP UP UP", "DOWN: ABSENT ABSENT"));

        assertThat(reboots.condition().of(Look.at("ACTIVE: UP UP UP", "DOWN: DOWN DOWN")))
                .isEqualTo(new Assessment.Met());
    }
}
