package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.FaultKind;
import io.bywash.simulator.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HarmlessDisturbancesTest {
    /** Of all of them, so that a new one takes its turn. */
    private static final int EVERY = 8;

    @TempDir
    private Path folder;

    @Test
    void every_eighth_of_them_stops_no_run_needlessly() {
        List<Disturbance> all = Disturbance.all(1);
        List<OneSeed> seeds = Disturbance.inTurn(all);
        List<OneSeed> some =
                seeds.stream().filter(seed -> seeds.indexOf(seed) % EVERY == 0).toList();

        List<SeedResult> results = new Campaign(folder, some.size()).run(some);

        assertThat(new HarmlessTable(all, results).stops()).isEmpty();
        assertThat(results).extracting(SeedResult::passed).containsOnly(true);
    }

    @Test
    void the_page_has_a_row_for_each() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/harmless.md"));

        assertThat(page)
                .contains(Disturbance.all(1).stream()
                        .map(one -> "| `%s` | %s |"
                                .formatted(one.kind().name(), one.kind().imitates()))
                        .toList());
    }

    @Test
    void a_thousand_seeds_of_the_campaign_draw_every_fault() {
        Set<String> drawn = new TreeSet<>();
        for (long seed = 10_001; seed <= 11_000; seed++) {
            drawn.addAll(OneSeed.of(seed).faults());
        }

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        Faults.all().stream().map(FaultKind::name).toList());
    }
}
