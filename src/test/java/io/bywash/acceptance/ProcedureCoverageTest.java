package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.procedure.StepId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole procedure on a small embedded group, and looks at what each step of the page left. */
class ProcedureCoverageTest {
    private static WholeRun run;

    @BeforeAll
    static void runTheProcedure(@TempDir Path reports) {
        run = WholeRun.of("", Map.of("bywash.sgms", "1", "bywash.pace", "1500"), reports);
    }

    @Test
    void it_passes() {
        assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run.verdict()).isEqualTo("PASSED: SIMULATED Security Group embedded, all");
    }

    @Test
    void every_lettered_step_is_bound_to_something_that_measures() {
        List<String> measured = run.steps().stream()
                .filter(step -> step.id().matches("\\d\\.[A-Z]"))
                .filter(step -> !step.measurements().isEmpty())
                .map(Fact.StepFinished::id)
                .toList();

        assertThat(measured)
                .containsExactlyElementsOf(
                        StepId.all().stream().map(StepId::toString).toList());
    }

    @Test
    void each_part_is_held_against_what_was_there_before_it() {
        List<String> compared = run.steps().stream()
                .filter(step -> step.id().startsWith("after "))
                .filter(step -> !step.measurements().isEmpty())
                .map(Fact.StepFinished::id)
                .toList();

        assertThat(compared).containsExactly("after 1", "after 2", "after 3", "after 4", "after 5");
    }

    @Test
    void exactly_the_acts_of_the_page_are_sent_and_no_other() {
        List<String> acts = run.acts().stream()
                .map(line -> line.replaceFirst("install \\d+", "install N"))
                .toList();

        assertThat(acts)
                .containsExactly(
                        "installer import local /var/log/Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz",
                        "set smo image auto-clone state off",
                        "asg chassis_admin -c 1 down",
                        "installer install N member_ids 1_1",
                        "asg chassis_admin -c 1 up",
                        "asg chassis_admin -c 2 down",
                        "installer install N member_ids 2_1",
                        "asg chassis_admin -c 2 up");
    }

    @Test
    void the_lease_is_put_on_every_sgm_and_taken_away_again() {
        assertThat(run.typed().stream()
                        .filter(line -> line.matches("(?:ln|unlink) .*"))
                        .map(line -> line.replaceFirst("ln -sT \\S+", "ln -sT LEASE")))
                .containsExactly(
                        "ln -sT LEASE /var/log/bywash.lease",
                        "ln -sT LEASE /var/log/bywash.lease",
                        "unlink /var/log/bywash.lease",
                        "unlink /var/log/bywash.lease");
    }

    @Test
    void every_act_is_written_down_before_it_is_sent() {
        List<String> order = run.facts().stream()
                .filter(fact -> fact instanceof Fact.ActIntended || fact instanceof Fact.Exchanged)
                .map(fact -> fact instanceof Fact.ActIntended act
                        ? "intended " + act.line()
                        : ((Fact.Exchanged) fact).command())
                .toList();

        assertThat(run.acts())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(order.indexOf(line))
                        .isGreaterThan(0)
                        .isGreaterThan(order.indexOf("intended " + line)));
        assertThat(order.stream()
                        .filter(line -> line.startsWith("intended ") && !line.matches(".*(?:upload|mv -fT|lease).*")))
                .hasSameSizeAs(run.acts());
    }
}
