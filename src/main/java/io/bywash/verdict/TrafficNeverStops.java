package io.bywash.verdict;

import io.bywash.evidence.Fact;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import java.util.Arrays;
import java.util.List;

/** Whenever we looked, one chassis was Active with all its SGMs carrying. */
public final class TrafficNeverStops implements Checker<List<Fact>> {
    private static final int IN_A_ROW = 2;

    private final SecurityGroup group;

    public TrafficNeverStops(SecurityGroup group) {
        this.group = group;
    }

    @Override
    public String rule() {
        return "one chassis carries with every SGM whenever we look (two looks in a row decide)";
    }

    @Override
    public Verdict check(List<Fact> history) {
        List<GroupStatus> looks = history.stream()
                .filter(Fact.StatusSeen.class::isInstance)
                .map(fact -> ((Fact.StatusSeen) fact).status())
                .toList();
        int dark = 0;
        for (GroupStatus look : looks) {
            boolean carried =
                    Arrays.stream(ChassisId.values()).anyMatch(chassis -> look.carries(chassis, group.sgmsOf(chassis)));
            dark = carried ? 0 : dark + 1;
            if (dark == IN_A_ROW) {
                return new Verdict.Violated("%s: %s".formatted(look.at(), look));
            }
        }
        return looks.isEmpty()
                ? new Verdict.Unknown("no status of the Security Group was recorded")
                : new Verdict.Holds(looks.size());
    }
}
