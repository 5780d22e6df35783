package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fail-over onto a chassis that answers at the management address with a host key of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostKeyAtTheFailoverTest {
    private static String itsLine;
    private static Visit visit;

    @BeforeAll
    static void failOver(@TempDir Path folder) {
        visit = Site.visit(
                        folder,
                        Site.group(1, 1)
                                .withFrom(StartingState.CHASSIS_A_DONE)
                                .withFaults(FaultPlan.of("each chassis has its host key")),
                        site -> {
                            site.run("@failover");
                            itsLine = Colleague.hostKeyLine(site.group().port());
                        })
                .get();
    }

    @Test
    void the_run_stops_and_says_that_its_own_side_is_to_be_put_right() {
        assertThat(visit.run().outcome()).as(visit.run().console()).isEqualTo(Outcome.BROKEN);
        assertThat(visit.acts()).containsExactly("asg chassis_admin -c 2 down");
    }

    @Test
    void nothing_is_advised_that_would_undo_the_failover() {
        assertThat(page())
                .noneMatch(
                        line -> line.contains("NO CHASSIS IS SEEN TO CARRY") || line.contains("set chassis2 up NOW"));
    }

    @Test
    void the_line_for_known_hosts_and_the_fingerprints_stand_whole_on_the_page() {
        assertThat(page()).contains(itsLine.strip());
        assertThat(page()).anyMatch(line -> line.matches(".*SHA256:[A-Za-z0-9+/]{43}\\b.*"));
    }

    private static List<String> page() {
        return visit.run().console().lines().map(String::strip).toList();
    }
}
