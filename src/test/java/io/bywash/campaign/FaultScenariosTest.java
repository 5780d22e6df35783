package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Runs {@code features/faults}, and nothing else does. With a target or a stage on the command line no test is run at all,
 * so they meet embedded groups only.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultScenariosTest {
    @Test
    void what_the_campaign_found_does_not_come_back() {
        assertThat(System.getProperty("bywash.target"))
                .as("the faults are for embedded groups, and a target is named")
                .isNull();

        byte status = Main.run(
                new String[] {
                    "--glue",
                    "io.bywash.campaign",
                    "--plugin",
                    "summary",
                    "--threads",
                    "4",
                    "--monochrome",
                    "features/faults"
                },
                getClass().getClassLoader());

        assertThat(status)
                .as("exit status of the scenarios, which are told above")
                .isZero();
    }
}
