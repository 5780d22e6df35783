package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RulerTest {
    @Test
    void a_part_lasts_until_the_next_begins() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .step(1, 2, "part 3")
                                .step(3, 4, "3.A")
                                .step(6, 7, "part 4")
                                .step(7, 9, "4.A")
                                .finished(10, Outcome.PASSED))
                        .parts())
                .containsExactly(
                        new Ruler.Part(3, MadeRun.nanos(1), MadeRun.nanos(6)),
                        new Ruler.Part(4, MadeRun.nanos(6), MadeRun.nanos(9)));
    }

    @Test
    void a_step_without_a_number_belongs_to_the_part_that_goes_on() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .step(1, 2, "5.K")
                                .step(2, 5, "proof")
                                .finished(6, Outcome.PASSED))
                        .parts())
                .containsExactly(new Ruler.Part(5, MadeRun.nanos(1), MadeRun.nanos(5)));
    }

    @Test
    void a_step_that_did_not_finish_lasts_until_the_history_ends() {
        assertThat(Ruler.of(MadeRun.real(1, 1).begins(2, "3.F").calm(9).unfinished())
                        .steps())
                .containsExactly(new Ruler.Step("3.F", MadeRun.nanos(2), MadeRun.nanos(9), Optional.empty()));
    }

    @Test
    void a_letter_stands_for_a_step_of_a_part_that_is_known() {
        assertThat(new Ruler.Step("3.F", 0, 1, Optional.empty()).letter()).isEqualTo("F");
    }

    @Test
    void setting_a_chassis_down_is_marked() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .intends(1, "3.C", "chassisDown", "chassis1")
                                .unfinished())
                        .acts())
                .containsExactly(new Ruler.Act("3.C", "chassis 1 down", false, MadeRun.nanos(1)));
    }

    @Test
    void the_fail_over_is_told_from_another_chassis_down() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .intends(1, "4.C", "chassisDown", "chassis2")
                                .unfinished())
                        .acts())
                .containsExactly(new Ruler.Act("4.C", "fail-over: chassis 2 down", true, MadeRun.nanos(1)));
    }

    @Test
    void an_act_that_does_not_change_the_group_is_not_marked() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .intends(1, "lease", "leaseTake", "")
                                .unfinished())
                        .acts())
                .isEmpty();
    }

    @Test
    void an_act_that_did_not_leave_is_not_marked() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .intends(1, "3.F", "install", "chassis1")
                                .acted(2, "3.F", Fact.ActEnd.NOT_SENT)
                                .unfinished())
                        .acts())
                .isEmpty();
    }

    @Test
    void an_act_without_an_answer_is_marked() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .intends(1, "3.F", "install", "chassis1")
                                .acted(2, "3.F", Fact.ActEnd.UNANSWERED)
                                .unfinished())
                        .acts())
                .extracting(Ruler.Act::words)
                .containsExactly("install");
    }

    @Test
    void a_step_that_failed_is_where_the_trouble_is() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .begins(1, "3.H")
                                .ends(5, "3.H", Outcome.FAILED)
                                .finished(7, Outcome.FAILED))
                        .stops())
                .containsExactly(new Ruler.Stop("failed at 3.H", MadeRun.nanos(5)));
    }

    @Test
    void a_history_without_an_end_says_where_it_ends() {
        assertThat(Ruler.of(MadeRun.real(1, 1).step(1, 2, "3.A").calm(4).unfinished())
                        .stops())
                .containsExactly(new Ruler.Stop("the history ends here", MadeRun.nanos(4)));
    }

    @Test
    void a_run_that_was_refused_before_the_first_step_says_so() {
        assertThat(Ruler.of(MadeRun.real(1, 1).finished(3, Outcome.REFUSED)).stops())
                .containsExactly(new Ruler.Stop("the run ended refused", MadeRun.nanos(3)));
    }

    @Test
    void a_run_that_passed_has_no_trouble() {
        assertThat(Ruler.of(MadeRun.real(1, 1).step(1, 2, "3.A").finished(3, Outcome.PASSED))
                        .stops())
                .isEmpty();
    }

    @Test
    void a_step_that_was_not_run_is_no_trouble() {
        assertThat(Ruler.of(MadeRun.real(1, 1)
                                .begins(1, "part 2")
                                .ends(2, "part 2", Outcome.NOT_RUN)
                                .finished(3, Outcome.PASSED))
                        .stops())
                .isEmpty();
    }
}
