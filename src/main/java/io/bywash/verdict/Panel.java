package io.bywash.verdict;

import io.bywash.evidence.Fact;
import io.bywash.group.SecurityGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All the checkers, asked one after another. */
public final class Panel {
    private final List<Checker<List<Fact>>> checkers;

    public Panel(SecurityGroup group) {
        checkers = List.of(new TrafficNeverStops(group), new OneChassisAtATime(), new AgentNeverUpdated());
    }

    /** What each rule's checker concludes, in a fixed order. */
    public Map<String, Verdict> judge(List<Fact> history) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        checkers.forEach(checker -> verdicts.put(checker.rule(), checker.check(history)));
        return verdicts;
    }
}
