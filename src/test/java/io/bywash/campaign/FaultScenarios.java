package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;

/**
 * Runs {@code features/faults}, and nothing else does. With a target or a stage on the command line no test is run at all,
 * so they meet embedded groups only.
 */
final class FaultScenarios {
    private FaultScenarios() {}

    /** Runs those that the tags select, and fails when one of them does. */
    static void run(String tags) {
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
                    "--tags",
                    tags,
                    "--monochrome",
                    "features/faults"
                },
                FaultScenarios.class.getClassLoader());

        assertThat(status)
                .as("exit status of the scenarios, which are told above")
                .isZero();
    }
}
