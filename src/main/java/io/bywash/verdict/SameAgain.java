package io.bywash.verdict;

/** Every measurement and verdict of every run follows from what its lines said, and from nothing else. */
public final class SameAgain implements Checker<Reality> {
    @Override
    public String rule() {
        return "a run that is gone through again comes to the same";
    }

    @Override
    public Verdict check(Reality reality) {
        for (RunTold run : reality.runs()) {
            if (run.derivedOtherwise().isPresent()) {
                return new Verdict.Violated(
                        "%s: %s".formatted(run, run.derivedOtherwise().get()));
            }
        }
        return reality.runs().isEmpty()
                ? new Verdict.Unknown("no run was made")
                : new Verdict.Holds(reality.runs().size());
    }
}
