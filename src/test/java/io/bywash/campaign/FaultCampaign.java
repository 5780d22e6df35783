package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The campaign of the command line: {@code mvn test -Dtest=FaultCampaign -Dbywash.seeds=1-1000}. Its name keeps it out of
 * {@code mvn test}.
 */
class FaultCampaign {
    private static final Path FOLDER = Path.of("target", "campaign");

    @Test
    void what_it_found_before_does_not_come_back() {
        FaultScenarios.run("@long");
    }

    @Test
    void no_seed_breaks_a_rule() throws IOException {
        List<Long> seeds = Seeds.read(System.getProperty("bywash.seeds", "1-100"));
        long began = System.nanoTime();
        List<SeedResult> results = new Campaign(FOLDER, Integer.getInteger("bywash.atATime", 16))
                .run(seeds.stream().map(OneSeed::of).toList());
        List<String> table = new Tally(results, Duration.ofNanos(System.nanoTime() - began)).lines();
        Files.write(FOLDER.resolve("table.txt"), table);
        Files.write(
                FOLDER.resolve("seeds.txt"),
                results.stream()
                        .map(one -> "%d %s | %s | %s | %.1f s | %s"
                                .formatted(
                                        one.seed(),
                                        one.word(),
                                        one.struck(),
                                        one.outcomes(),
                                        one.took().toMillis() / 1000.0,
                                        one.about()))
                        .toList());
        table.forEach(System.out::println);
        assertThat(results.stream()
                        .filter(one -> one.struck().isEmpty() && !one.passed())
                        .map(SeedResult::seed))
                .as("seeds that no fault struck, and that did not pass all the same")
                .isEmpty();
        assertThat(results.stream().filter(one -> !one.violations().isEmpty()).map(SeedResult::seed))
                .as("seeds with violations; target/campaign/table.txt tells them")
                .isEmpty();
        assertThat(results.stream().filter(SeedResult::needlessStop).map(SeedResult::seed))
                .as("seeds in which runs stopped at what a person shrugs at; target/campaign/table.txt tells them")
                .isEmpty();
    }
}
