package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.campaign.Plans;
import io.bywash.simulator.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred megabytes and more in one answer, to a run with less memory than that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndlessAnswerTest {
    @TempDir
    private static Path folder;

    private static List<String> said;
    private static Path run;

    @BeforeAll
    static void run_into_it() throws InterruptedException, IOException {
        FaultPlan plan = Plans.telling("'show installer' no. 1, megabytes=2", "endless answer");
        try (Site site = new Site(folder, Site.group(1, 1).withFaults(plan))
                        .writing("take: 110", "take: 110\nanswer: {bytes: 1048576}");
                Child child = Child.start(List.of(), site, "TransferEnded:999+0ms:KILL", "@preliminary")) {
            child.end();
            said = child.said();
        }
        try (Stream<Path> runs = Files.list(folder.resolve("reports"))) {
            run = runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    @Test
    void the_step_is_not_proven_and_says_what_was_broken_off() {
        assertThat(said).anyMatch(line -> line.startsWith("NOT PROVEN:"));
        assertThat(String.join(" ", said)).containsPattern("said more than is taken\\s+in, and was broken off");
    }

    @Test
    void the_evidence_keeps_the_head_and_the_tail_with_the_count() throws IOException {
        assertThat(Files.readAllLines(run.resolve("history.jsonl")).stream()
                        .filter(line -> line.contains("left out here; the answer was given up after"))
                        .map(String::length))
                .hasSize(1)
                .allMatch(length -> length < 30_000);
        assertThat(Files.size(run.resolve("history.jsonl"))).isLessThan(40L * 1024 * 1024);
    }

    @Test
    void the_result_is_there() throws IOException {
        assertThat(Files.readString(run.resolve("result.json"))).contains("\"outcome\" : \"NOT_PROVEN\"");
    }
}
