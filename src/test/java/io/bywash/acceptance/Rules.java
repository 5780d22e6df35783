package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the rules over the whole run came to, as the history keeps it. */
final class Rules {
    private Rules() {}

    static List<Fact.Rule> of(Map<String, Verdict> verdicts) {
        List<Fact.Rule> rules = new ArrayList<>();
        verdicts.forEach((rule, verdict) -> rules.add(rule(rule, verdict)));
        return rules;
    }

    private static Fact.Rule rule(String rule, Verdict verdict) {
        if (verdict instanceof Verdict.Holds holds) {
            return new Fact.Rule(rule, "holds", holds.told());
        }
        return verdict instanceof Verdict.Violated violated
                ? new Fact.Rule(rule, "violated", violated.where())
                : new Fact.Rule(rule, "unknown", ((Verdict.Unknown) verdict).missing());
    }
}
