package io.bywash.verdict;

import io.bywash.evidence.Fact;
import java.util.List;

/** A rule that a whole run has to keep. */
public interface Checker {
    /** The rule in words. */
    String rule();

    Verdict check(List<Fact> history);
}
