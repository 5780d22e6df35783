package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakeOverTest {
    private final Bench bench = new Bench();

    private List<Fact> notChecked() {
        return bench.means().history().facts().stream()
                .filter(Fact.NotChecked.class::isInstance)
                .toList();
    }

    @Test
    void both_are_read_where_there_is_a_wording_for_both() {
        assertThat(TakeOver.readWith(bench.means().dialect()))
                .containsExactly(TakeOver.SAME_POLICY, TakeOver.SYNCHRONISED);
    }

    @Test
    void what_a_site_leaves_out_is_not_read() {
        bench.wording("syncStatus", "none");

        assertThat(TakeOver.readWith(bench.means().dialect())).containsExactly(TakeOver.SAME_POLICY);
    }

    @Test
    void a_fail_over_without_a_reading_says_so() {
        bench.wording("policyVerify", "none");

        TakeOver.tellNotChecked(List.of(Stage.FAILOVER), bench.means());

        assertThat(notChecked())
                .containsExactly(new Fact.NotChecked(
                        Bench.BEGAN,
                        "before the fail-over, that every SGM has the same policy",
                        "'policyVerify: none' in the target file leaves it out"));
    }

    @Test
    void what_is_checked_is_not_told_as_left_out() {
        TakeOver.tellNotChecked(List.of(Stage.FAILOVER), bench.means());

        assertThat(notChecked()).isEmpty();
    }

    @Test
    void a_run_without_a_fail_over_says_nothing_of_it() {
        bench.wording("policyVerify", "none");

        TakeOver.tellNotChecked(List.of(Stage.CHASSIS_A), bench.means());

        assertThat(notChecked()).isEmpty();
    }

    @Test
    void it_is_read_again_when_the_line_dies() {
        bench.dying("asg policy verify");

        assertThat(TakeOver.SAME_POLICY
                        .read(bench.means(), bench.assignment().group())
                        .values())
                .hasSize(4)
                .allMatch(fit -> fit.good());
    }
}
