package io.bywash.verdict;

import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Nothing sets the Active chassis down while an SGM of the group is not synchronised, or has another policy than the others.
 *
 * <p>What was lost after the run could have read it is not the run's fault.
 */
public final class NoFailoverOntoTheUnfit implements Checker<Reality> {
    /** Synchronisation and policy are read before the look that an order rests on. */
    private static final int READINGS = 4;

    @Override
    public String rule() {
        return "no fail-over is ordered while an SGM is not synchronised or has another policy";
    }

    @Override
    public Verdict check(Reality reality) {
        List<ActReceived> orders = reality.effective().stream()
                .filter(act -> isFailover(act, reality))
                .toList();
        return orders.stream()
                .flatMap(act -> unfit(act, reality).stream())
                .findFirst()
                .<Verdict>map(Verdict.Violated::new)
                .orElseGet(() -> orders.isEmpty()
                        ? new Verdict.Unknown("no fail-over was ordered")
                        : new Verdict.Holds(orders.size()));
    }

    private static boolean isFailover(ActReceived act, Reality reality) {
        return act.kind() == ActReceived.Kind.CHASSIS_DOWN
                && act.chassis().stream()
                        .anyMatch(chassis -> reality.everInRole(chassis, ChassisRole.ACTIVE, act.at(), act.at()));
    }

    private static Optional<String> unfit(ActReceived act, Reality reality) {
        Instant look = reality.runAt(act.at())
                .flatMap(run -> run.lastLookBefore(act.at()))
                .orElse(act.at());
        Instant from = look.minus(reality.plan().lookLasts().multipliedBy(READINGS));
        for (SgmId sgm : reality.group().sgms()) {
            if (!reality.synchronised().get(sgm).ever(from, look, is -> is)) {
                return Optional.of("%s, while %s was not synchronised".formatted(act, sgm));
            }
        }
        return onePolicy(reality, from, look)
                ? Optional.empty()
                : Optional.of("%s, while the SGMs did not have one policy".formatted(act));
    }

    private static boolean onePolicy(Reality reality, Instant from, Instant look) {
        return reality.policies().values().stream()
                .flatMap(course -> course.intervals().stream())
                .flatMap(interval -> interval.what().stream())
                .anyMatch(policy -> reality.policies().values().stream()
                        .allMatch(course -> course.ever(from, look, Optional.of(policy)::equals)));
    }
}
