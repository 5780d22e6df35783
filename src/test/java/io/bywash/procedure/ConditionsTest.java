package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 3, 3);
    private static final String CARRIES = "ACTIVE: UP UP UP";

    private static Assessment down(String chassis1, String chassis2) {
        return Conditions.downWhileTheOtherCarries(GROUP, ChassisId.CHASSIS1).of(Look.at(chassis1, chassis2));
    }

    private static Assessment up(String chassis1, String chassis2) {
        return Conditions.upAsStandby(GROUP, ChassisId.CHASSIS1).of(Look.at(chassis1, chassis2));
    }

    private static Assessment back(String chassis1, String chassis2) {
        return Conditions.isBack(GROUP, ChassisId.CHASSIS1).of(Look.at(chassis1, chassis2));
    }

    private static String notCarrying(String chassis2) {
        return Conditions.notCarrying(Look.at("DOWN: DOWN DOWN DOWN", chassis2), GROUP, ChassisId.CHASSIS2);
    }

    private static Assessment notYet(String seen, SgmStatus... strays) {
        return new Assessment.NotYet(seen, List.of(strays));
    }

    private static Assessment outage(String why, SgmStatus... strays) {
        return new Assessment.Hopeless("the chassis that should carry does not: " + why, List.of(strays));
    }

    @Test
    void a_chassis_that_is_active_with_every_sgm_up_carries() {
        assertThat(notCarrying(CARRIES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SgmState.class, mode = Mode.EXCLUDE, names = "UP")
    void an_sgm_in_any_state_but_up_keeps_its_chassis_from_carrying(SgmState state) {
        assertThat(notCarrying("ACTIVE: UP %s UP".formatted(state))).isEqualTo("2_02 " + state);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE: DOWN UP UP, 2_01 DOWN",
        "ACTIVE: UP UP DOWN, 2_03 DOWN",
        "ACTIVE: - UP UP, 2_01 not shown",
        "ACTIVE: UP - UP, 2_02 not shown",
        "ACTIVE: UP UP -, 2_03 not shown",
        "STANDBY: UP UP UP, chassis2 is STANDBY",
        "DOWN: UP UP UP, chassis2 is DOWN",
        "-: UP UP UP, chassis2 is in a role that the screen does not say",
        "DOWN: DOWN READY -, 'chassis2 is DOWN; 2_01 DOWN, 2_02 READY, 2_03 not shown'",
    })
    void whatever_keeps_a_chassis_from_carrying_is_named(String chassis2, String named) {
        assertThat(notCarrying(chassis2)).isEqualTo(named);
    }

    @Test
    void a_chassis_that_carries_is_measured_with_every_sgm() {
        assertThat(Conditions.carrying(Look.at("DOWN: DOWN DOWN DOWN", CARRIES), GROUP, ChassisId.CHASSIS2))
                .isEqualTo("with every SGM");
    }

    @Test
    void a_chassis_that_does_not_carry_is_measured_with_what_is_missing() {
        assertThat(Conditions.carrying(
                        Look.at("DOWN: DOWN DOWN DOWN", "ACTIVE: UP UP READY"), GROUP, ChassisId.CHASSIS2))
                .isEqualTo("2_03 READY");
    }

    @Test
    void a_role_is_told_in_the_word_of_the_screen() {
        assertThat(Conditions.role(Look.at("STANDBY: UP UP UP", CARRIES), ChassisId.CHASSIS1))
                .isEqualTo("STANDBY");
    }

    @Test
    void a_chassis_is_down_when_none_of_its_sgms_carries_and_the_other_does() {
        assertThat(down("DOWN: DOWN DOWN DOWN", CARRIES)).isEqualTo(new Assessment.Met());
    }

    @Test
    void an_sgm_that_is_away_does_not_carry_either() {
        assertThat(down("DOWN: DOWN ABSENT DOWN", CARRIES)).isEqualTo(new Assessment.Met());
    }

    @ParameterizedTest
    @EnumSource(
            value = SgmState.class,
            mode = Mode.EXCLUDE,
            names = {"DOWN", "ABSENT"})
    void an_sgm_that_is_neither_down_nor_away_keeps_its_chassis_from_being_down(SgmState state) {
        assertThat(down("DOWN: DOWN %s DOWN".formatted(state), CARRIES))
                .isEqualTo(notYet("1_02 " + state, Look.sgm("1_02", state.name())));
    }

    @ParameterizedTest
    @CsvSource({
        "STANDBY, chassis1 is STANDBY",
        "ACTIVE, chassis1 is ACTIVE",
        "-, chassis1 is in a role that the screen does not say",
    })
    void a_chassis_in_another_role_is_not_down(String role, String seen) {
        assertThat(down(role + ": DOWN DOWN DOWN", CARRIES)).isEqualTo(notYet(seen));
    }

    @Test
    void a_chassis_is_not_down_before_the_other_carries_with_its_last_sgm() {
        assertThat(down("DOWN: DOWN DOWN DOWN", "ACTIVE: UP UP STARTING"))
                .isEqualTo(notYet("2_03 STARTING", Look.sgm("2_03", "STARTING")));
    }

    @Test
    void whatever_keeps_a_chassis_from_being_down_is_told_and_pointed_at() {
        assertThat(down("STANDBY: UP DOWN READY", "ACTIVE: DOWN - UP"))
                .isEqualTo(notYet(
                        "chassis1 is STANDBY; 1_01 UP, 1_03 READY; 2_01 DOWN, 2_02 not shown",
                        Look.sgm("2_01", "DOWN"),
                        Look.sgm("1_01", "UP"),
                        Look.sgm("1_03", "READY")));
    }

    @Test
    void what_is_waited_for_after_a_chassis_was_set_down_is_told_whole() {
        assertThat(Conditions.downWhileTheOtherCarries(GROUP, ChassisId.CHASSIS1)
                        .words())
                .isEqualTo("chassis1 DOWN, and chassis2 ACTIVE with every SGM UP");
    }

    @Test
    void a_chassis_is_up_when_it_is_standby_with_every_sgm_up_and_the_other_carries() {
        assertThat(up("STANDBY: UP UP UP", CARRIES)).isEqualTo(new Assessment.Met());
    }

    @ParameterizedTest
    @EnumSource(value = SgmState.class, mode = Mode.EXCLUDE, names = "UP")
    void an_sgm_in_any_state_but_up_keeps_its_chassis_from_being_up(SgmState state) {
        assertThat(up("STANDBY: UP UP %s".formatted(state), CARRIES))
                .isEqualTo(notYet("1_03 " + state, Look.sgm("1_03", state.name())));
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN: UP UP UP, chassis1 is DOWN",
        "ACTIVE: UP UP UP, chassis1 is ACTIVE",
        "-: UP UP UP, chassis1 is in a role that the screen does not say",
        "STANDBY: - UP UP, 1_01 not shown",
        "STANDBY: UP UP -, 1_03 not shown",
    })
    void whatever_keeps_a_chassis_from_being_up_is_named(String chassis1, String seen) {
        assertThat(up(chassis1, CARRIES)).isEqualTo(notYet(seen));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE: UP UP DOWN, 2_03 DOWN", "ACTIVE: UP UP READY, 2_03 READY"})
    void coming_up_is_hopeless_when_the_other_chassis_stops_carrying(String chassis2, String why) {
        assertThat(up("STANDBY: UP UP UP", chassis2)).isEqualTo(outage(why, Look.sgm("2_03", why.substring(5))));
    }

    @Test
    void coming_up_is_hopeless_when_the_other_chassis_is_not_active() {
        assertThat(up("STANDBY: UP UP UP", "STANDBY: UP UP UP")).isEqualTo(outage("chassis2 is STANDBY"));
    }

    @Test
    void what_is_waited_for_after_a_chassis_was_set_up_is_told_whole() {
        assertThat(Conditions.upAsStandby(GROUP, ChassisId.CHASSIS1).words())
                .isEqualTo("chassis1 STANDBY with every SGM UP");
    }

    private static Assessment standby(String chassis1, String chassis2) {
        return Conditions.isStandby(GROUP, ChassisId.CHASSIS1).of(Look.at(chassis1, chassis2));
    }

    @Test
    void a_chassis_is_standby_by_its_role_whatever_its_sgms_do() {
        assertThat(standby("STANDBY: UP DOWN UP", CARRIES)).isEqualTo(new Assessment.Met());
    }

    @Test
    void a_chassis_in_another_role_is_not_yet_standby() {
        assertThat(standby("DOWN: UP UP UP", CARRIES)).isEqualTo(new Assessment.NotYet("chassis1 is DOWN"));
    }

    @Test
    void that_a_chassis_is_standby_is_not_waited_for_while_the_other_one_does_not_carry() {
        assertThat(standby("STANDBY: UP UP UP", "STANDBY: UP UP"))
                .isInstanceOfSatisfying(
                        Assessment.Hopeless.class,
                        hopeless -> assertThat(hopeless.why())
                                .startsWith("the chassis that should carry does not: chassis2 is STANDBY"));
    }

    @ParameterizedTest
    @CsvSource({"DOWN: DOWN DOWN DOWN", "STANDBY: UP UP UP", "STANDBY: UP DOWN UP"})
    void a_chassis_is_back_when_each_sgm_is_up_or_down(String chassis1) {
        assertThat(back(chassis1, CARRIES)).isEqualTo(new Assessment.Met());
    }

    @ParameterizedTest
    @EnumSource(
            value = SgmState.class,
            mode = Mode.EXCLUDE,
            names = {"UP", "DOWN"})
    void an_sgm_in_any_other_state_keeps_its_chassis_from_being_back(SgmState state) {
        assertThat(back("DOWN: %s DOWN DOWN".formatted(state), CARRIES)).isEqualTo(notYet("1_01 " + state));
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN: - DOWN DOWN, 1_01 not shown",
        "DOWN: DOWN - DOWN, 1_02 not shown",
        "DOWN: DOWN DOWN -, 1_03 not shown",
        "DOWN: ABSENT DOWN STARTING, '1_01 ABSENT, 1_03 STARTING'",
    })
    void every_sgm_that_is_not_back_is_named(String chassis1, String seen) {
        assertThat(back(chassis1, CARRIES)).isEqualTo(notYet(seen));
    }

    @Test
    void coming_back_is_hopeless_when_the_other_chassis_stops_carrying() {
        assertThat(back("DOWN: DOWN DOWN DOWN", "ACTIVE: DOWN UP -"))
                .isEqualTo(outage("2_01 DOWN, 2_03 not shown", Look.sgm("2_01", "DOWN")));
    }

    @Test
    void what_is_waited_for_after_an_earlier_installation_is_told_whole() {
        assertThat(Conditions.isBack(GROUP, ChassisId.CHASSIS1).words())
                .isEqualTo("every SGM of chassis1 there, while chassis2 carries");
    }
}
