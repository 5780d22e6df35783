package io.bywash.verdict;

import io.bywash.evidence.Fact;
import java.util.List;
import java.util.regex.Pattern;

/** No command touched the CPUSE Agent, and its builds were the same whenever they were read. */
public final class AgentNeverUpdated implements Checker<List<Fact>> {
    private static final Pattern UPDATE = Pattern.compile(".*(?:installer agent|da_cli upgrade|DAClient).*");
    private static final String BUILDS = "builds of the CPUSE Agent";

    @Override
    public String rule() {
        return "the CPUSE Agent is never updated";
    }

    @Override
    public Verdict check(List<Fact> history) {
        for (Fact fact : history) {
            if (fact instanceof Fact.Exchanged exchanged
                    && UPDATE.matcher(exchanged.command()).matches()) {
                return new Verdict.Violated(exchanged.command());
            }
        }
        List<String> builds = history.stream()
                .filter(Fact.StepFinished.class::isInstance)
                .flatMap(fact -> ((Fact.StepFinished) fact).measurements().stream())
                .filter(measurement -> measurement.name().equals(BUILDS))
                .map(measurement -> measurement.actual())
                .toList();
        if (builds.stream().distinct().count() > 1) {
            return new Verdict.Violated(String.join(", then ", builds));
        }
        return builds.isEmpty()
                ? new Verdict.Unknown("the builds were not read in this run")
                : new Verdict.Holds(builds.size());
    }
}
