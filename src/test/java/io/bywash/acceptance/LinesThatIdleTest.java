package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.Ledger;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a line of the run, or to the configuration lock, while the run waits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesThatIdleTest {
    @TempDir
    private Path folder;

    private Visit visit(EmbeddedSettings settings, String fault, String stage) {
        return Site.visit(folder, settings.withFaults(FaultPlan.of(fault)), site -> site.run(stage))
                .get();
    }

    @Test
    void an_smo_that_moves_and_comes_back_while_the_run_waits_is_asked_to_set_the_chassis_up_on_a_live_line() {
        Visit visit = visit(
                Site.group(1, 2).withFrom(StartingState.CLONING_OFF),
                "SMO moves and comes back unnoticed",
                "@chassisA");

        assertThat(visit.run().outcome()).as(visit.run().console()).isEqualTo(Outcome.PASSED);
        assertThat(visit.ledger().strikes()).hasSize(1);
        assertThat(logins(visit, "asg chassis_admin -c 1 up"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(logins(visit, "asg chassis_admin -c 1 down"));
    }

    /** The connections on which a line was received. */
    private static List<Integer> logins(Visit visit, String line) {
        return visit.ledger().commands().stream()
                .filter(received -> received.line().strip().equals(line))
                .map(Ledger.CommandReceived::login)
                .toList();
    }

    @Test
    void a_lock_of_a_session_that_ends_is_taken_over_once_at_most() {
        Visit visit = visit(
                Site.group(1, 1).withFrom(StartingState.PACKAGE_VERIFIED),
                "config lock of a session that ends",
                "@imageCloning");

        assertThat(visit.run().outcome()).as(visit.run().console()).isEqualTo(Outcome.PASSED);
        assertThat(visit.acts().stream().filter("lock database override"::equals))
                .hasSizeLessThan(2);
    }
}
