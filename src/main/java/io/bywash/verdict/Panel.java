package io.bywash.verdict;

import io.bywash.evidence.Fact;
import io.bywash.group.SecurityGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the checkers, asked one after another. */
public final class Panel {
    private final List<Checker<List<Fact>>> checkers;

    /**
     * @param noCarrier how long no chassis may be seen to carry with every SGM
     */
    public Panel(SecurityGroup group, Duration noCarrier) {
        checkers = List.of(new TrafficNeverStops(group, noCarrier), new OneChassisAtATime(), new AgentNeverUpdated());
    }

    /** The first rule that is violated so far, and where. */
    public Optional<String> violated(List<Fact> history) {
        return judge(history).entrySet().stream()
                .filter(rule -> rule.getValue() instanceof Verdict.Violated)
                .map(rule -> "%s: %s".formatted(rule.getKey(), ((Verdict.Violated) rule.getValue()).where()))
                .findFirst();
    }

    /** What each rule's checker concludes, in a fixed order. */
    public Map<String, Verdict> judge(List<Fact> history) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        checkers.forEach(checker -> verdicts.put(checker.rule(), checker.check(history)));
        return verdicts;
    }
}
