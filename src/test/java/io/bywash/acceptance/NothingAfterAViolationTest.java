package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in which the group was dark for a while, and whose steps all passed up to there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingAfterAViolationTest {
    @TempDir
    private Path folder;

    @Test
    void no_order_goes_out_once_a_rule_of_the_run_was_violated() {
        Visit visit = Site.visit(
                        folder,
                        Site.group(1, 1)
                                .withFrom(StartingState.CLONING_OFF)
                                .withFaults(FaultPlan.of("nobody shown up")),
                        site -> site.writing("  noCarrier: 200ms", "  noCarrier: 20s")
                                .run("@chassisA"))
                .get();

        assertThat(visit.run().steps())
                .filteredOn(step -> step.id().equals("3.H"))
                .singleElement()
                .satisfies(step -> assertThat(step.outcome()).isEqualTo(Outcome.PASSED));
        assertThat(visit.trouble())
                .startsWith("Step 3.I: 'asg chassis_admin -c 1 up' was not sent: a rule of this run is violated");
        assertThat(visit.acts()).doesNotContain("asg chassis_admin -c 1 up");
    }
}
