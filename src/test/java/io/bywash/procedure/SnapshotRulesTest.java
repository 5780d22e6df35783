package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotRulesTest {
    private static SnapshotRules rules(Stage stage) {
        return rules(stage, ChassisId.CHASSIS1);
    }

    private static SnapshotRules rules(Stage stage, ChassisId chassisA) {
        return new SnapshotRules(
                stage,
                chassisA,
                new SnapshotRules.Wanted(
                        "Take 87",
                        "Take 87",
                        "ours_T87.tgz"::equals,
                        List.of("UP", "ACTIVE"),
                        "Image auto-clone state is off"));
    }

    @ParameterizedTest
    @CsvSource({
        "PRELIMINARY,   policy,                      must equal",
        "PRELIMINARY,   1_04 image cloning,          must equal",
        "PRELIMINARY,   1_04 package ours_T87.tgz,   must be there",
        "PRELIMINARY,   1_04 package other.tgz,      must equal",
        "IMAGE_CLONING, 2_04 image cloning,          must be Image auto-clone state is off",
        "IMAGE_CLONING, 2_04 take by cpinfo,         must equal",
        "CHASSIS_A,     1_04 take by cpinfo,         must change to Take 87",
        "CHASSIS_A,     1_04 take by installer,      must change to Take 87",
        "CHASSIS_A,     1_04 booted,                 must change to a later time",
        "CHASSIS_A,     1_04 state,                  must be UP or ACTIVE",
        "CHASSIS_A,     1_04 build,                  ignored",
        "CHASSIS_A,     2_04 take by cpinfo,         must equal",
        "CHASSIS_A,     2_04 booted,                 may drift by 5 min",
        "CHASSIS_A,     2_04 build,                  must equal",
        "CHASSIS_A,     role of chassis1,            must be STANDBY",
        "CHASSIS_A,     role of chassis2,            must equal",
        "CHASSIS_A,     1_04 interface eth1-02,      'must equal, or become up'",
        "CHASSIS_A,     2_04 interface eth1-02,      must equal",
        "FAILOVER,      role of chassis1,            must change to ACTIVE",
        "FAILOVER,      role of chassis2,            must change to DOWN",
        "FAILOVER,      1_04 state,                  must equal",
        "FAILOVER,      2_04 state,                  must be DOWN or DOWN (admin) or DOWN(admin)",
        "FAILOVER,      2_04 booted,                 may drift by 5 min",
        "CHASSIS_B,     2_04 take by cpinfo,         must change to Take 87",
        "CHASSIS_B,     1_04 take by cpinfo,         must equal",
        "CHASSIS_B,     role of chassis2,            must be STANDBY",
        "CHASSIS_B,     role of chassis1,            must equal",
    })
    void a_field_is_classed_by_what_the_stage_does(Stage stage, String field, String words) {
        assertThat(rules(stage).of(field).words()).isEqualTo(words);
    }

    @Test
    void it_is_the_chassis_that_was_standby_that_part_3_installs() {
        assertThat(rules(Stage.CHASSIS_A, ChassisId.CHASSIS2)
                        .of("2_04 take by cpinfo")
                        .words())
                .isEqualTo("must change to Take 87");
        assertThat(rules(Stage.CHASSIS_A, ChassisId.CHASSIS2)
                        .of("role of chassis2")
                        .words())
                .isEqualTo("must be STANDBY");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void connections_may_fall_by_a_half_in_every_stage(Stage stage) {
        assertThat(rules(stage).of("connections of the chassis that carries").words())
                .isEqualTo("may drift: fall by 50 %, and rise");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void what_the_dialect_has_no_command_for_is_ignored_with_that_reason(Stage stage) {
        assertThat(rules(stage).of("interfaces").why()).isEqualTo("the dialect or the device has no command for it");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_field_that_stands_in_no_table_is_unclassed(Stage stage) {
        for (String field : List.of("", "1_04", "1_04 ", "1_04 mood", "mood", "1_4 state", "1_15 state", "state")) {
            assertThat(rules(stage).of(field)).as(field).isEqualTo(FieldRule.UNCLASSED);
        }
    }
}
