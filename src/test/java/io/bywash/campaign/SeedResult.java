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
 * @param harmless whether something struck, and a person shrugs at all of it
 * @param outcomes of the runs in order, each with its stage
 * @param stops the runs that did not pass
 * @param passed whether the end of the procedure was reached
 * @param verdicts what each checker concludes
 */
record SeedResult(
        long seed,
        String about,
        Set<String> struck,
        boolean harmless,
        List<String> outcomes,
        int stops,
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

    /** A person would have gone on, and a stage passed neither at once nor after the resume that its page names. */
    boolean needlessStop() {
        return harmless && !passed;
    }

    /** In one word, for the comparison of two campaigns with the same seeds. */
    String word() {
        if (!violations().isEmpty()) {
            return "violated " + violations().keySet();
        }
        if (needlessStop()) {
            return "stopped needlessly";
        }
        return passed ? "passed" : "stopped safe";
    }

    boolean hung() {
        return violations().containsKey("NoHang");
    }
}
