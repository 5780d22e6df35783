package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.evidence.History;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final Steps steps = new Steps(new History(Clock.systemUTC()));

    @Test
    void a_step_passes_when_every_promise_was_measured_and_right() {
        steps.perform("3.C", "down", List.of("state"), record -> record.measure("state", "DOWN", "DOWN"));

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_promise_that_was_not_kept_is_not_proven() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {}))
                .isInstanceOf(NotProven.class);
        assertThat(steps.outcome()).isEqualTo(Outcome.NOT_PROVEN);
    }

    @Test
    void a_step_that_promises_nothing_is_not_proven() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of(), record -> {}))
                .isInstanceOf(NotProven.class);
    }

    @Test
    void a_wrong_measurement_is_a_failure_that_shows_both_values() {
        assertThatThrownBy(() -> steps.perform(
                        "3.C", "down", List.of("state"), record -> record.measure("state", "DOWN", "ACTIVE(!)")))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("state: ACTIVE(!), expected DOWN");
        assertThat(steps.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void our_own_trouble_is_broken_and_not_failed() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw new Broken("no network");
                }))
                .isInstanceOf(Broken.class);
        assertThat(steps.outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void after_a_step_that_did_not_pass_no_further_step_can_act() {
        AtomicBoolean acted = new AtomicBoolean();
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {}));

        assertThatThrownBy(() -> steps.perform("3.D", "next", List.of("state"), record -> acted.set(true)))
                .isInstanceOf(RunEnded.class)
                .hasMessage("Step 3.D was not run: the run ended at step 3.C, which is not proven.");
        assertThat(acted).isFalse();
    }

    @Test
    void a_stage_that_was_passed_over_is_not_run_and_the_next_one_is() {
        steps.passOver(Stage.CHASSIS_A, "already done");

        assertThatThrownBy(() -> steps.perform("3.A", "connect", List.of("x"), record -> record.measure("x", 1, 1)))
                .isInstanceOf(RunEnded.class);
        steps.perform("4.A", "connect", List.of("x"), record -> record.measure("x", 1, 1));

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
    }
}
