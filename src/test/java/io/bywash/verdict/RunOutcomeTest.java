package io.bywash.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Outcome;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class RunOutcomeTest {
    private static final Verdict HOLDS = new Verdict.Holds(1);
    private static final Verdict UNKNOWN = new Verdict.Unknown("nothing was seen");
    private static final Verdict VIOLATED = new Verdict.Violated("here");

    @Property
    void the_worse_of_two_does_not_depend_on_their_order(@ForAll Outcome one, @ForAll Outcome other) {
        assertThat(one.and(other)).isEqualTo(other.and(one)).isIn(one, other);
    }

    @Property
    void the_worst_of_three_does_not_depend_on_where_one_begins(
            @ForAll Outcome one, @ForAll Outcome other, @ForAll Outcome third) {
        assertThat(one.and(other).and(third)).isEqualTo(one.and(other.and(third)));
    }

    @Property
    void only_passed_and_passed_is_passed(@ForAll Outcome one, @ForAll Outcome other) {
        assertThat(one.and(other) == Outcome.PASSED).isEqualTo(one == Outcome.PASSED && other == Outcome.PASSED);
    }

    @Property
    void a_failure_of_the_group_is_hidden_by_nothing(@ForAll Outcome other) {
        assertThat(Outcome.FAILED.and(other)).isEqualTo(Outcome.FAILED);
    }

    @Property
    void a_run_is_as_the_worst_of_its_steps(@ForAll @NotEmpty List<Outcome> steps) {
        Outcome worst = Collections.max(steps);

        assertThat(RunOutcome.of(steps, List.of(HOLDS), true, false, true)).isEqualTo(worst);
    }

    @Property
    void a_run_passes_only_when_nothing_at_all_speaks_against_it(
            @ForAll List<Outcome> steps,
            @ForAll boolean violated,
            @ForAll boolean everyStepPassed,
            @ForAll boolean rehearsal,
            @ForAll boolean evidenceKept) {
        boolean nothingAgainst = !steps.isEmpty()
                && steps.stream().allMatch(Outcome.PASSED::equals)
                && !violated
                && everyStepPassed
                && !rehearsal
                && evidenceKept;

        assertThat(RunOutcome.of(
                                steps,
                                List.of(HOLDS, violated ? VIOLATED : UNKNOWN),
                                everyStepPassed,
                                rehearsal,
                                evidenceKept)
                        == Outcome.PASSED)
                .isEqualTo(nothingAgainst);
    }

    @Property
    void a_rule_that_is_violated_is_a_failure_whatever_the_steps_say(
            @ForAll List<Outcome> steps, @ForAll boolean rehearsal, @ForAll boolean evidenceKept) {
        assertThat(RunOutcome.of(steps, List.of(HOLDS, VIOLATED), true, rehearsal, evidenceKept))
                .isEqualTo(Outcome.FAILED);
    }

    @Property
    void evidence_that_is_lost_is_never_better_than_broken(@ForAll List<Outcome> steps, @ForAll boolean rehearsal) {
        assertThat(RunOutcome.of(steps, List.of(), true, rehearsal, false)).isGreaterThanOrEqualTo(Outcome.BROKEN);
    }

    @Example
    void no_step_at_all_is_not_run() {
        assertThat(RunOutcome.of(List.of(), List.of(UNKNOWN), false, false, true))
                .isEqualTo(Outcome.NOT_RUN);
    }

    @Example
    void a_step_that_was_never_reached_leaves_the_run_not_proven() {
        assertThat(RunOutcome.of(List.of(Outcome.PASSED), List.of(HOLDS), false, false, true))
                .isEqualTo(Outcome.NOT_PROVEN);
    }

    @Example
    void a_rehearsal_is_not_run() {
        assertThat(RunOutcome.of(List.of(Outcome.PASSED), List.of(HOLDS), true, true, true))
                .isEqualTo(Outcome.NOT_RUN);
    }
}
