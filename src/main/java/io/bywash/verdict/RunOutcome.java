package io.bywash.verdict;

import io.bywash.evidence.Outcome;
import java.util.Collection;

/** How a whole run ended: as the worst of its steps, and passed only when nothing at all speaks against it. */
public final class RunOutcome {
    private RunOutcome() {}

    /**
     * The outcome of a run.
     *
     * @param steps the outcomes of the steps that were begun; none means that the run was not run
     * @param verdicts what the rules over the whole run came to; a rule of which nothing is known weighs nothing
     * @param everyStepPassed whether each step of each selected stage measured something and passed, or was left out
     *     because the device proves that nothing of its stage is left to do
     * @param rehearsal whether the run was only to say what it would do
     * @param evidenceKept whether everything that happened could be written down
     */
    public static Outcome of(
            Collection<Outcome> steps,
            Collection<Verdict> verdicts,
            boolean everyStepPassed,
            boolean rehearsal,
            boolean evidenceKept) {
        Outcome worst = steps.stream().reduce(Outcome::and).orElse(Outcome.NOT_RUN);
        if (!evidenceKept) {
            worst = worst.and(Outcome.BROKEN);
        }
        if (verdicts.stream().anyMatch(Verdict.Violated.class::isInstance)) {
            worst = worst.and(Outcome.FAILED);
        }
        if (worst != Outcome.PASSED) {
            return worst;
        }
        if (rehearsal) {
            return Outcome.NOT_RUN;
        }
        return everyStepPassed ? Outcome.PASSED : Outcome.NOT_PROVEN;
    }
}
