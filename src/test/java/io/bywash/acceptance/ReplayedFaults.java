package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.recording.RecordCommand;
import io.bywash.simulator.FaultKind;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.Faults;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs with every fault, recorded and made once more on the recording: a quarter of an hour, so it is asked for by name.
 *
 * <p>A few of them hang on how fast the device drips its characters, so nothing is sped up here.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayedFaults {
    private static final String[] STAGES = {"@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB"};

    @TempDir
    private Path folder;

    static Stream<String> faults() {
        return Faults.all().stream().map(FaultKind::name);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_step_and_every_rule_ends_as_it_did(String fault) {
        String runs;
        try (Site site = new Site(folder.resolve("site"), Site.group(1, 2).withFaults(FaultPlan.of(fault)))) {
            site.writing("  quiet: 20ms", "  quiet: 20ms\n  import: 20s\n  verify: 20s\n  installStart: 20s");
            site.runEach(STAGES);
            runs = site.made().stream().map(run -> run.directory().toString()).collect(Collectors.joining(","));
        }
        Path file = folder.resolve("recording.jsonl");
        RecordCommand.make(runs, "", file.toString());

        Replayed.Result result = Replayed.of(
                file,
                folder.resolve("replay"),
                1,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

        assertThat(result.differences()).isEmpty();
    }
}
