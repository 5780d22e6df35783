package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every disturbance at which a person shrugs, alone, in the whole procedure, some times each: {@code mvn test
 * -Dtest=HarmlessDisturbances}. It writes the table of the page again, or looks at those alone whose name holds a word
 * ({@code -Dbywash.disturbance=lock}). Its name keeps it out of {@code mvn test}.
 */
class HarmlessDisturbances {
    private static final Path FOLDER = Path.of("target", "harmless");
    private static final Path PAGE = Path.of("src", "site", "markdown", "harmless.md");
    private static final String FIRST = "| disturbance |";

    @Test
    void stop_no_run_needlessly() throws IOException {
        String only = System.getProperty("bywash.disturbance", "");
        List<Disturbance> disturbances = Disturbance.all(Integer.getInteger("bywash.times", 10)).stream()
                .filter(one -> one.kind().name().contains(only))
                .toList();
        List<OneSeed> seeds = Disturbance.inTurn(disturbances);
        HarmlessTable table = new HarmlessTable(
                disturbances, new Campaign(FOLDER, Integer.getInteger("bywash.atATime", 16)).run(seeds));
        table.lines().forEach(System.out::println);
        table.stops().forEach(System.out::println);
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("table.md"), table.lines());
        Files.write(FOLDER.resolve("stops.txt"), table.stops());
        assertThat(table.stops()).as("needless stops, and broken rules").isEmpty();
        if (only.isEmpty()) {
            Files.write(PAGE, withTable(Files.readAllLines(PAGE), table.lines()));
        }
    }

    private static List<String> withTable(List<String> page, List<String> table) {
        List<String> written = new ArrayList<>();
        for (int line = 0; line < page.size(); line++) {
            boolean begins = page.get(line).startsWith(FIRST);
            while (begins && line + 1 < page.size() && page.get(line + 1).startsWith("|")) {
                line++;
            }
            written.addAll(begins ? table : List.of(page.get(line)));
        }
        return written;
    }
}
