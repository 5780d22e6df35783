package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** No act made traffic stop, or took SGMs away from the chassis that had to carry. */
public final class NoOutageByUs implements Checker<Reality> {
    @Override
    public String rule() {
        return "no act stops traffic, or takes SGMs from the chassis that has to carry";
    }

    @Override
    public Verdict check(Reality reality) {
        Blame blame = new Blame(reality);
        List<Interval<SortedSet<SgmId>>> intervals = reality.carrying().intervals();
        for (Interval<SortedSet<SgmId>> interval : intervals) {
            if (interval.byAct() && !whole(interval.what(), reality)) {
                Optional<String> why = blame.forWhat(interval);
                if (why.isPresent()) {
                    return new Verdict.Violated("from %s on %s by %s"
                            .formatted(
                                    interval.from(),
                                    interval.what().isEmpty()
                                            ? "nobody carried"
                                            : "only " + interval.what() + " carried",
                                    why.get()));
                }
            }
        }
        for (ActReceived act : reality.effective()) {
            if (act.disrupts() && act.chassis().size() == 1) {
                Optional<String> wrong =
                        blame.wrongToSend(act, act.chassis().iterator().next().other());
                if (wrong.isPresent()) {
                    return new Verdict.Violated(wrong.get());
                }
            }
        }
        return new Verdict.Holds(intervals.size());
    }

    /** Whether those who carry are all the SGMs of one chassis. */
    private static boolean whole(SortedSet<SgmId> carrying, Reality reality) {
        for (ChassisId chassis : ChassisId.values()) {
            if (carrying.equals(reality.group().sgmsOf(chassis))) {
                return true;
            }
        }
        return false;
    }
}
