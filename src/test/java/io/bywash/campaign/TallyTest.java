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
                            seed(3, false, Map.of("NoHang", new Verdict.Violated("still at work"))),
                            harmless(4, 2, false),
                            harmless(5, 2, false),
                            harmless(6, 1, true),
                            harmless(7, 0, true)),
                    Duration.ofSeconds(75))
            .lines();

    private static SeedResult seed(long seed, boolean passed, Map<String, Verdict> verdicts) {
        return new SeedResult(
                seed,
                "2 + 2 SGMs",
                Set.of("link cut"),
                false,
                List.of(),
                passed ? 0 : 2,
                passed,
                verdicts,
                Duration.ofSeconds(9));
    }

    private static SeedResult harmless(long seed, int stops, boolean passed) {
        return new SeedResult(
                seed,
                "1 + 1 SGMs",
                Set.of("one byte at a time"),
                true,
                List.of(),
                stops,
                passed,
                Map.of("NoHang", new Verdict.Holds(2)),
                Duration.ofSeconds(4));
    }

    @Test
    void a_fault_is_told_with_what_became_of_the_seeds_that_it_struck() {
        assertThat(lines).anyMatch(line -> line.matches("link cut +3 +1 +1 +1 +0  \\[3\\]"));
    }

    @Test
    void a_fault_that_struck_nobody_is_told_too() {
        assertThat(lines).anyMatch(line -> line.matches("slow line +0 +0 +0 +0 +0"));
    }

    @Test
    void what_a_person_shrugs_at_and_does_not_pass_after_the_resume_is_a_needless_stop() {
        assertThat(lines).anyMatch(line -> line.matches("one byte at a time +4 +2 +2 +0 +2  \\[4, 5\\]"));
        assertThat(lines).contains("seed 4: 1 + 1 SGMs", "seed 5: 1 + 1 SGMs");
    }

    @Test
    void a_violation_is_told_with_its_checker_and_its_place() {
        assertThat(lines).contains("seed 3: 2 + 2 SGMs", "  NoHang: still at work");
    }

    @Test
    void the_last_line_has_the_time_and_the_sums() {
        assertThat(lines).last().isEqualTo("7 seeds in 75 s, 1 violations, 1 hangs, 2 needless stops");
    }
}
