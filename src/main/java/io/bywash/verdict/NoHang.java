package io.bywash.verdict;

/** Every run ended, and within its deadline. */
public final class NoHang implements Checker<Reality> {
    @Override
    public String rule() {
        return "every run ends within its deadline";
    }

    @Override
    public Verdict check(Reality reality) {
        for (RunTold run : reality.runs()) {
            if (!run.ended() || run.took().compareTo(run.deadline()) > 0) {
                return new Verdict.Violated("%s: %s after %s, it may take %s"
                        .formatted(run, run.ended() ? "ended" : "still at work", run.took(), run.deadline()));
            }
        }
        return reality.runs().isEmpty()
                ? new Verdict.Unknown("no run was made")
                : new Verdict.Holds(reality.runs().size());
    }
}
