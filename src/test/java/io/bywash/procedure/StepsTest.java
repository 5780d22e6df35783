package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final History history = new History(Clock.systemUTC());
    private final Steps steps = new Steps(history);

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

    @Test
    void the_promises_that_were_not_kept_are_named() {
        assertThatThrownBy(() -> steps.perform(
                        "3.C", "down", List.of("state", "audit"), record -> record.measure("state", "DOWN", "DOWN")))
                .hasMessage("What the step promised to measure was not measured: [audit]. Nothing more is sent.");
    }

    @Test
    void a_step_that_promises_nothing_is_told_so() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of(), record -> {}))
                .hasMessage("What the step promised to measure was not measured: it promised nothing. "
                        + "Nothing more is sent.");
    }

    @Test
    void only_what_is_wrong_is_shown_and_what_to_do_stands_below() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state", "audit"), record -> {
                    record.ifNot("Look at both chassis.");
                    record.measure("audit", "CHG-7", "CHG-7");
                    record.measure("state", "DOWN", "UP");
                }))
                .hasMessageEndingWith(
                        "Nothing more is sent.%n  state: UP, expected DOWN%nLook at both chassis.".formatted());
    }

    @Test
    void an_assertion_that_fails_says_that_the_security_group_did() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw new AssertionError("1_03 is absent");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(steps.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void an_error_of_our_own_is_broken_and_named_by_its_kind_when_it_says_nothing() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(steps.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(steps.trouble()).contains("Step 3.C: java.lang.IllegalStateException");
    }

    @Test
    void the_trouble_that_ended_the_run_is_told_in_its_own_words() {
        assertThat(steps.trouble()).isEmpty();
        assertThat(steps.ended()).isEmpty();

        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
            throw new Broken("no network");
        }));

        assertThat(steps.trouble()).contains("Step 3.C: no network");
        assertThat(steps.ended()).contains("the run ended at step 3.C, which is broken");
    }

    @Test
    void a_step_whose_beginning_cannot_be_written_down_ends_the_run() {
        History history = new History(Clock.systemUTC());
        Steps unwritten = new Steps(history);
        history.follow(fact -> {
            throw new Broken("no room");
        });
        AtomicBoolean acted = new AtomicBoolean();

        assertThatThrownBy(() -> unwritten.perform("3.C", "down", List.of("state"), record -> acted.set(true)))
                .hasMessage("no room");
        assertThat(acted).isFalse();
        assertThatThrownBy(() -> unwritten.perform("3.D", "next", List.of("state"), record -> acted.set(true)))
                .isInstanceOf(RunEnded.class);
    }

    @Test
    void a_pass_that_cannot_be_written_down_is_none() {
        History history = new History(Clock.systemUTC());
        Steps unwritten = new Steps(history);
        history.follow(fact -> {
            if (fact instanceof Fact.StepFinished) {
                throw new Broken("no room");
            }
        });

        assertThatThrownBy(() -> unwritten.perform(
                        "3.C", "down", List.of("state"), record -> record.measure("state", "DOWN", "DOWN")))
                .isInstanceOf(Broken.class);
        assertThat(unwritten.outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void an_error_of_the_machine_ends_the_run_too_and_is_ours() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw new StackOverflowError();
                }))
                .as("no error at which JUnit and Cucumber would stop before the run has ended")
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("Our own process broke: java.lang.StackOverflowError, at io.bywash");
        assertThat(steps.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(steps.ended()).contains("the run ended at step 3.C, which is broken");
    }

    @Test
    void a_trouble_after_steps_that_passed_is_the_outcome_of_the_run() {
        steps.perform("3.A", "connect", List.of("x"), record -> record.measure("x", 1, 1));
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {}));

        assertThat(steps.outcome()).isEqualTo(Outcome.NOT_PROVEN);
    }

    @Test
    void a_run_that_performed_no_step_is_not_run() {
        assertThat(steps.outcome()).isEqualTo(Outcome.NOT_RUN);
    }

    @Test
    void the_history_tells_of_each_step_when_it_began_and_how_it_ended() {
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
            record.note("a remark");
            record.measure("state", "DOWN", "UP");
        }));

        assertThat(history.facts()).hasSize(2);
        assertThat(history.facts().get(0))
                .isInstanceOfSatisfying(
                        Fact.StepStarted.class, fact -> assertThat(fact.id()).isEqualTo("3.C"));
        assertThat(history.facts().get(1)).isInstanceOfSatisfying(Fact.StepFinished.class, fact -> {
            assertThat(fact.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(fact.measurements()).containsExactly(new Measurement("state", "DOWN", "UP", false));
            assertThat(fact.notes()).containsExactly("a remark");
            assertThat(fact.why()).contains("state: UP, expected DOWN");
        });
    }

    @Test
    void a_stage_that_was_passed_over_is_named_with_the_proof() {
        steps.passOver(Stage.CHASSIS_A, "already done");

        assertThat(steps.passedOver()).isEqualTo(Map.of(Stage.CHASSIS_A, "already done"));
    }

    @Test
    void that_a_stage_was_passed_over_stands_in_the_history() {
        steps.passOver(Stage.CHASSIS_A, "already done");

        assertThat(history.facts()).singleElement().isInstanceOfSatisfying(Fact.StagePassedOver.class, fact -> {
            assertThat(fact.stage()).isEqualTo("@chassisA");
            assertThat(fact.why()).isEqualTo("already done");
        });
    }

    @Test
    void a_rehearsal_ends_the_run_without_any_trouble() {
        assertThat(steps.rehearsal()).isFalse();

        steps.endRehearsal("this was a rehearsal");

        assertThat(steps.rehearsal()).isTrue();
        assertThat(steps.trouble()).isEmpty();
        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {}))
                .isInstanceOf(RunEnded.class)
                .hasMessage("Step 3.C was not run: this was a rehearsal.");
    }

    @Test
    void a_run_can_be_broken_off_beside_its_steps() {
        steps.perform("3.C", "down", List.of("state"), record -> record.measure("state", "DOWN", "DOWN"));

        steps.breakOff("the feature", Outcome.NOT_PROVEN, "A step is bound to nothing.");

        assertThat(steps.outcome()).isEqualTo(Outcome.NOT_PROVEN);
        assertThatThrownBy(() -> steps.perform("3.D", "next", List.of("x"), record -> record.measure("x", 1, 1)))
                .isInstanceOf(RunEnded.class);
    }

    @Test
    void the_trouble_is_told_with_what_was_expected_before_the_step_is_recorded_as_ended() {
        List<Object> heard = new ArrayList<>();
        History history = new History(Clock.systemUTC());
        history.follow(heard::add);
        Steps told = new Steps(history);
        told.whenEnded(heard::add);

        assertThatThrownBy(() -> told.perform(
                "3.C",
                "[3.C] down",
                List.of("state of chassis1"),
                record -> record.measure("state of chassis1", "DOWN", "ACTIVE(!)")));

        assertThat(heard)
                .extracting(one -> one.getClass().getSimpleName())
                .containsExactly("StepStarted", "Trouble", "StepFinished");
        assertThat((Trouble) heard.get(1))
                .extracting(Trouble::place, Trouble::words, Trouble::outcome, Trouble::expected, Trouble::seen)
                .containsExactly(
                        "3.C", "down", Outcome.FAILED, "state of chassis1: DOWN", "state of chassis1: ACTIVE(!)");
    }

    @Test
    void a_run_that_is_broken_off_before_any_step_ends_as_it_was_broken_off() {
        steps.breakOff("the feature", Outcome.NOT_PROVEN, "A step is bound to nothing.");

        assertThat(steps.outcome()).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(steps.trouble()).contains("the feature: A step is bound to nothing.");
    }

    @Test
    void what_breaks_a_run_off_is_told_as_a_trouble_without_words_of_a_step() {
        List<Trouble> told = new ArrayList<>();
        steps.whenEnded(told::add);

        steps.breakOff("the feature", Outcome.NOT_PROVEN, "A step is bound to nothing.");

        assertThat(told)
                .extracting(Trouble::place, Trouble::words, Trouble::outcome, Trouble::seen)
                .containsExactly(tuple("the feature", "", Outcome.NOT_PROVEN, "A step is bound to nothing."));
    }

    @Test
    void a_trouble_of_the_group_with_a_secret_in_its_words_goes_on_without_it() {
        history.keep(Secret.of("harbour-light-7"));

        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw new AssertionError("it said harbour-light-7");
                }))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("it said (secret)");
    }

    @Test
    void a_trouble_of_ours_with_a_secret_below_it_goes_on_without_its_causes() {
        history.keep(Secret.of("harbour-light-7"));

        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw new Broken("no network", new IllegalStateException("harbour-light-7"));
                }))
                .isInstanceOf(Broken.class)
                .hasMessage("no network")
                .hasNoCause();
    }

    @Test
    void a_trouble_without_a_secret_goes_on_as_it_is() {
        history.keep(Secret.of("harbour-light-7"));
        Broken broken = new Broken("no network", new IllegalStateException("no route"));

        assertThatThrownBy(() -> steps.perform("3.C", "down", List.of("state"), record -> {
                    throw broken;
                }))
                .isSameAs(broken);
    }

    @Test
    void of_a_stage_that_was_passed_over_the_comparison_is_left_out_too() {
        steps.passOver(Stage.CHASSIS_A, "already done");

        assertThatThrownBy(() -> steps.perform(
                        Stage.CHASSIS_A.comparison(), "compare", List.of("x"), record -> record.measure("x", 1, 1)))
                .isInstanceOf(RunEnded.class)
                .hasMessageEndingWith("already done.");
    }
}
