package io.bywash.campaign;

import io.bywash.verdict.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one seed.
 *
 * @param about the group and the faults that the seed chose, in words
 * @param struck the faults that really struck
 * @param outcomes of the runs in order, each with its stage
 * @param verdicts what each checker concludes
 */
record SeedResult(
        long seed,
        String about,
        Set<String> struck,
        List<String> outcomes,
        boolean passed,
        Map<String, Verdict> verdicts,
        Duration took) {
    /** The checkers that found their rule broken, and where. */
    Map<String, String> violations() {
        Map<String, String> violations = new LinkedHashMap<>();
        verdicts.forEach((checker, verdict) -> {
            if (verdict instanceof Verdict.Violated violated) {
                violations.put(checker, violated.where());
            }
        });
        return violations;
    }

    /** In one word, for the comparison of two campaigns with the same seeds. */
    String word() {
        return violations().isEmpty()
                ? passed ? "passed" : "stopped safe"
                : "violated " + violations().keySet();
    }

    boolean hung() {
        return violations().containsKey("NoHang");
    }
}
