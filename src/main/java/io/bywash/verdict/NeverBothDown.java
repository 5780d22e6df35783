package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No act left both chassis down, and none was sent to set one down while the other one was. */
public final class NeverBothDown implements Checker<Reality> {
    @Override
    public String rule() {
        return "no act leaves both chassis down";
    }

    @Override
    public Verdict check(Reality reality) {
        Blame blame = new Blame(reality);
        List<Interval<Map<ChassisId, ChassisRole>>> intervals = reality.roles().intervals();
        for (Interval<Map<ChassisId, ChassisRole>> interval : intervals) {
            boolean bothDown = interval.what().values().stream().allMatch(ChassisRole.DOWN::equals);
            if (bothDown && interval.byAct()) {
                Optional<String> why = blame.forWhat(interval);
                if (why.isPresent()) {
                    return new Verdict.Violated(
                            "from %s on both chassis were down by %s".formatted(interval.from(), why.get()));
                }
            }
        }
        return new Verdict.Holds(intervals.size());
    }
}
