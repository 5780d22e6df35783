package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RebootsTest {
    private final SecurityGroup group = SecurityGroup.dual("harbour", 2, 1);

    private GroupCondition waitingFor(String word, boolean bootedAnew) {
        return new Reboots(group, ChassisId.CHASSIS1, word, Set.of("UP", "ACTIVE"), sgm -> bootedAnew).condition();
    }

    @Test
    void being_down_alone_does_not_prove_a_reboot() {
        assertThat(waitingFor("DOWN", false).of(look("DOWN", "DOWN", "UP")))
                .isEqualTo(new Assessment.NotYet("1_01 DOWN (has not rebooted), 1_02 DOWN (has not rebooted)"));
    }

    @Test
    void an_sgm_that_was_seen_absent_and_is_down_again_is_back() {
        GroupCondition condition = waitingFor("DOWN", false);
        condition.of(look("DETACHED", "DETACHED", "UP"));

        assertThat(condition.of(look("DOWN", "DOWN", "UP"))).isEqualTo(new Assessment.Met());
    }

    @Test
    void one_sgm_that_never_rebooted_keeps_the_chassis_from_being_back() {
        GroupCondition condition = waitingFor("DOWN", false);
        condition.of(look("DETACHED", "DOWN", "UP"));

        assertThat(condition.of(look("DOWN", "DOWN", "UP")))
                .isEqualTo(new Assessment.NotYet("1_02 DOWN (has not rebooted)"));
    }

    @Test
    void a_reboot_that_nobody_saw_is_proven_by_the_boot_time() {
        GroupCondition condition = waitingFor("DOWN", true);
        Assessment last = null;
        for (int look = 0; look < 8; look++) {
            last = condition.of(look("DOWN", "DOWN", "UP"));
        }

        assertThat(last).isEqualTo(new Assessment.Met());
    }

    @Test
    void a_reboot_that_nobody_saw_is_proven_by_the_boot_time_of_an_sgm_that_came_back_up_instead() {
        GroupCondition condition = waitingFor("DOWN", true);
        Assessment last = null;
        for (int look = 0; look < 8; look++) {
            last = condition.of(look("UP", "UP", "UP"));
        }

        assertThat(last)
                .isInstanceOfSatisfying(
                        Assessment.Hopeless.class,
                        hopeless -> assertThat(hopeless.why()).contains("returnState: UP"));
    }

    @Test
    void the_wait_is_hopeless_when_the_other_chassis_stops_carrying() {
        assertThat(waitingFor("DOWN", false).of(look("DOWN", "DOWN", "DOWN")))
                .isEqualTo(new Assessment.Hopeless("the chassis that should carry does not: 2_01 DOWN"));
    }

    @Test
    void a_chassis_that_came_back_up_where_down_was_waited_for_is_told_with_the_remedy() {
        GroupCondition condition = waitingFor("DOWN", false);
        condition.of(look("DETACHED", "DETACHED", "UP"));

        assertThat(condition.of(look("UP", "UP", "UP")))
                .isInstanceOfSatisfying(
                        Assessment.Hopeless.class,
                        hopeless -> assertThat(hopeless.why()).contains("returnState: UP"));
    }

    private static GroupStatus look(String first, String second, String other) {
        TreeMap<SgmId, SgmStatus> sgms = new TreeMap<>();
        Map.of("1_1", first, "1_2", second, "2_1", other)
                .forEach((id, word) -> sgms.put(SgmId.parse(id), new SgmStatus(SgmId.parse(id), state(word), word)));
        return new GroupStatus(
                Instant.EPOCH,
                Map.of(ChassisId.CHASSIS1, ChassisRole.DOWN, ChassisId.CHASSIS2, ChassisRole.ACTIVE),
                sgms,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SgmState state(String word) {
        return switch (word) {
            case "UP" -> SgmState.UP;
            case "DETACHED" -> SgmState.ABSENT;
            default -> SgmState.DOWN;
        };
    }
}
