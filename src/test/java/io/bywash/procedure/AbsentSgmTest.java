package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.cluster.Patience;
import io.bywash.cluster.StateNotReached;
import io.bywash.cluster.StateWatch;
import io.bywash.evidence.History;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An SGM that the screen does not show is a failure with its name, and never passed over. */
class AbsentSgmTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("north-gate", 2, 2);

    /** A status that shows the first SGM of each chassis only. */
    private static final GroupStatus STATUS =
            Story.status(Story.screen("STANDBY", "ACTIVE", List.of("UP"), List.of("UP")), Instant.EPOCH);

    @Test
    void a_chassis_with_an_absent_sgm_does_not_carry() {
        assertThat(Conditions.carrying(STATUS, GROUP, ChassisId.CHASSIS2)).isEqualTo("2_02 not shown");
    }

    @Test
    void a_wait_for_a_chassis_with_an_absent_sgm_fails_with_its_name() {
        SecurityGroup moreOnA = SecurityGroup.dual("north-gate", 2, 1);
        StateWatch watch = new StateWatch(
                () -> STATUS, new History(Clock.systemUTC()), new WaitingTime(), java.time.Duration.ZERO);

        assertThatThrownBy(() -> watch.until(
                        Conditions.upAsStandby(moreOnA, ChassisId.CHASSIS1),
                        new Patience("chassisUp", Duration.ofMillis(50), Duration.ofMillis(1))))
                .isInstanceOfSatisfying(
                        StateNotReached.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.FAILED))
                .hasMessageContaining("missing    1_02 not shown");
    }

    @Test
    void the_failure_page_names_an_absent_sgm() {
        assertThat(StateNow.read(STATUS).told(GROUP, ChassisId.CHASSIS1))
                .isEqualTo("STANDBY (read 00:00:00 UTC, after the stop): 1_01 UP, 1_02 not shown");
    }
}
