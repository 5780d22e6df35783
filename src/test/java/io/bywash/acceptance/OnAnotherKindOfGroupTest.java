package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole procedure on an embedded group whose sizes, login shell and state after the reboot are not the usual ones. */
class OnAnotherKindOfGroupTest {
    private static WholeRun run;

    @BeforeAll
    static void runTheProcedure(@TempDir Path reports) {
        run = WholeRun.of(
                "",
                Map.of(
                        "bywash.sgms", "1+2",
                        "bywash.shell", "expert",
                        "bywash.returnState", "UP",
                        "bywash.pace", "1500"),
                reports);
    }

    @Test
    void it_passes() {
        assertThat(run.outcome()).as(run.console()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void it_has_as_many_sgms_on_each_chassis_as_was_asked_for() {
        assertThat(((Fact.RunStarted) run.facts().get(0)).gear().sgms()).containsExactly("1_01", "2_01", "2_02");
    }

    @Test
    void each_log_in_lands_in_the_shell_that_was_asked_for() {
        assertThat(run.facts().stream()
                        .filter(Fact.Exchanged.class::isInstance)
                        .map(Fact.Exchanged.class::cast)
                        .filter(exchanged -> exchanged.command().equals("(log-in)")))
                .isNotEmpty()
                .extracting(Fact.Exchanged::ending)
                .allMatch(prompt -> prompt.startsWith("[Expert@embedded-"));
    }

    @Test
    void the_sgms_come_back_from_their_reboot_in_the_state_that_was_asked_for() {
        assertThat(lastSeenIn("3.H").of(ChassisId.CHASSIS1))
                .extracting(SgmStatus::state)
                .containsExactly(SgmState.UP);
        assertThat(lastSeenIn("5.H").of(ChassisId.CHASSIS2))
                .extracting(SgmStatus::state)
                .containsExactly(SgmState.UP, SgmState.UP);
    }

    @Test
    void the_run_waits_for_that_state_and_tells_so() {
        assertThat(((Fact.RunStarted) run.facts().get(0)).about())
                .contains("inferred wording in use: returnState: \"UP\" (site, settings of the run)");
    }

    private static GroupStatus lastSeenIn(String stepId) {
        List<GroupStatus> seen = new ArrayList<>();
        String step = "";
        for (Fact fact : run.facts()) {
            if (fact instanceof Fact.StepStarted started) {
                step = started.id();
            } else if (fact instanceof Fact.StatusSeen look && step.equals(stepId)) {
                seen.add(look.status());
            }
        }
        assertThat(seen).as("looks in step " + stepId).isNotEmpty();
        return seen.get(seen.size() - 1);
    }
}
