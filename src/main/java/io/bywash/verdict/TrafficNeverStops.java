package io.bywash.verdict;

import io.bywash.evidence.Console;
import io.bywash.evidence.Fact;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One chassis was Active with all its SGMs carrying, at every look but for a short time.
 *
 * <p>That time is measured, not how many looks fall into it: a role on the screen lags behind what happens (REFERENCE 7, row
 * 23, D). A group of which no SGM is up at all is no lag: two looks in a row decide.
 */
public final class TrafficNeverStops implements Checker<List<Fact>> {
    private final SecurityGroup group;
    private final Duration patience;

    /**
     * @param patience how long no chassis may be seen to carry with every SGM, from the first look that shows it to the last
     */
    public TrafficNeverStops(SecurityGroup group, Duration patience) {
        this.group = group;
        this.patience = patience;
    }

    @Override
    public String rule() {
        return "one chassis carries with every SGM, without a gap longer than patience.noCarrier";
    }

    @Override
    public Verdict check(List<Fact> history) {
        List<GroupStatus> looks = history.stream()
                .filter(Fact.StatusSeen.class::isInstance)
                .map(fact -> ((Fact.StatusSeen) fact).status())
                .toList();
        List<Gap> gaps = new ArrayList<>();
        Optional<Gap> open = Optional.empty();
        Optional<GroupStatus> before = Optional.empty();
        for (GroupStatus look : looks) {
            if (carries(look)) {
                open.ifPresent(gap -> gap.closedBy(look));
                open = Optional.empty();
                before = Optional.of(look);
                continue;
            }
            if (open.isEmpty()) {
                open = Optional.of(new Gap(group, before.orElse(look), look));
                gaps.add(open.get());
            }
            Gap gap = open.get();
            gap.add(look);
            if (gap.seen().compareTo(patience) > 0 || gap.dark() > 1) {
                return new Verdict.Violated(
                        "%s: none did for %s; %s".formatted(look.at(), Console.told(gap.seen()), look));
            }
        }
        return looks.isEmpty()
                ? new Verdict.Unknown("no status of the Security Group was recorded")
                : new Verdict.Holds(
                        looks.size(),
                        gaps.stream()
                                .max(Comparator.comparing(Gap::atMost))
                                .map(Gap::toString)
                                .orElse(""));
    }

    private boolean carries(GroupStatus look) {
        return Arrays.stream(ChassisId.values()).anyMatch(chassis -> look.carries(chassis, group.sgmsOf(chassis)));
    }
}
