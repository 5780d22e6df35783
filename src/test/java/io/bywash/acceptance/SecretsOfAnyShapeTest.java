package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.FaultPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole procedure with passwords that are words of the device, of the history or of JSON, on a group that repeats them. */
class SecretsOfAnyShapeTest {
    private static final List<String> STAGES =
            List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB");

    @TempDir
    private static Path folder;

    private static final Map<String, Later<Site.Visit>> VISITS = new TreeMap<>();

    static List<String> words() {
        return List.of("admin install", "down ACTIVE", "Expert Take", "passed chassis1", "at 1", "\" at");
    }

    @BeforeAll
    static void visitAll() {
        for (String pair : words()) {
            String[] words = pair.split(" ");
            VISITS.put(
                    pair,
                    Site.visit(
                            folder.resolve("site" + VISITS.size()),
                            Site.group(1, 1)
                                    .withPasswords(words[0], words[1])
                                    .withFaults(FaultPlan.of(3, List.of("expert password shown"))),
                            site -> site.runEach(STAGES.toArray(String[]::new))));
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_stage_passes(String pair) {
        assertThat(VISITS.get(pair).get().runs())
                .extracting(WholeRun::outcome)
                .containsOnly(Outcome.PASSED)
                .hasSameSizeAs(STAGES);
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_history_is_whole_and_chained(String pair) {
        assertThat(VISITS.get(pair).get().runs())
                .extracting(run -> HistoryFile.read(run.directory()))
                .allMatch(HistoryFile::whole)
                .allMatch(history -> history.brokenAt().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_run_comes_to_the_same_again(String pair) {
        assertThat(VISITS.get(pair).get().runs())
                .extracting(run -> Recheck.of(run.directory()).differences())
                .containsOnly(List.of());
    }
}
