package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TallyTest {
    private final List<String> lines = new Tally(
                    List.of(
                            seed(1, true, Map.of("NoHang", new Verdict.Holds(5))),
                            seed(2, false, Map.of("NoHang", new Verdict.Holds(2))),
                            seed(3, false, Map.of("NoHang", new Verdict.Violated("still at work")))),
                    Duration.ofSeconds(75))
            .lines();

    private static SeedResult seed(long seed, boolean passed, Map<String, Verdict> verdicts) {
        return new SeedResult(
                seed, "2 + 2 SGMs", Set.of("link cut"), List.of(), passed, verdicts, Duration.ofSeconds(9));
    }

    @Test
    void a_fault_is_told_with_what_became_of_the_seeds_that_it_struck() {
        assertThat(lines).anyMatch(line -> line.matches("link cut +3 +1 +1 +1  \\[3\\]"));
    }

    @Test
    void a_fault_that_struck_nobody_is_told_too() {
        assertThat(lines).anyMatch(line -> line.matches("slow line +0 +0 +0 +0"));
    }

    @Test
    void a_violation_is_told_with_its_checker_and_its_place() {
        assertThat(lines).contains("seed 3: 2 + 2 SGMs", "  NoHang: still at work");
    }

    @Test
    void the_last_line_has_the_time_and_the_sums() {
        assertThat(lines).last().isEqualTo("3 seeds in 75 s, 1 violations, 1 hangs");
    }
}
