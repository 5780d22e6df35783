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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole stage on a group whose prompts have each of the forms that Gaia is known to show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromptsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompt with a hash",
                "prompt of a TACACS role",
                "prompt of the local member",
                "prompt that counts",
                "prompt printed twice",
                "prompt printed twice with one sign",
                "prompt printed twice without a blank",
                "expert asks for the current password",
            })
    void part_1_passes_at_every_form_of_a_prompt(String form) {
        passes(form, StartingState.FRESH, "@preliminary");
    }

    @Test
    void part_2_passes_where_a_number_in_the_prompt_counts() {
        passes("prompt that counts", StartingState.PACKAGE_VERIFIED, "@imageCloning");
    }

    @Test
    void part_3_passes_where_a_number_in_the_prompt_counts() {
        passes("prompt that counts", StartingState.CLONING_OFF, "@chassisA");
    }

    private void passes(String form, StartingState from, String stage) {
        Visit visit = Site.visit(
                        folder, Site.group(1, 1).withFrom(from).withFaults(FaultPlan.of(form)), site -> site.run(stage))
                .get();

        assertThat(visit.run().outcome()).as(visit.run().console()).isEqualTo(Outcome.PASSED);
        assertThat(visit.ledger().strikes()).isNotEmpty();
    }
}
