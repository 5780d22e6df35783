package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether an act is to blame for what followed from it.
 *
 * <p>It is not, when it touched one chassis only, the other one was whole at the last look before it, and a fault took
 * SGMs of that other chassis after that look. What screens lied about nobody knew.
 */
final class Blame {
    private final Reality reality;

    Blame(Reality reality) {
        this.reality = reality;
    }

    /** Why the acts that made an interval begin are to blame for it; empty when they are not. */
    Optional<String> forWhat(Interval<?> interval) {
        return interval.because().stream()
                .filter(Cause::ours)
                .map(Cause::what)
                .flatMap(line -> lastBefore(line, interval.from()).stream())
                .flatMap(act -> of(act, interval.from()).stream())
                .findFirst();
    }

    private Optional<ActReceived> lastBefore(String line, Instant moment) {
        return reality.effective().stream()
                .filter(act -> act.line().equals(line) && !act.at().isAfter(moment))
                .reduce((before, last) -> last);
    }

    private Optional<String> of(ActReceived act, Instant outage) {
        if (act.chassis().size() != 1) {
            return Optional.of("%s touched %s".formatted(act, act.touched()));
        }
        ChassisId other = act.chassis().iterator().next().other();
        Optional<String> wrong = wrongToSend(act, other);
        if (wrong.isPresent()) {
            return wrong;
        }
        return faultTook(other, lookBefore(act), outage)
                ? Optional.empty()
                : Optional.of("%s, and no fault had taken an SGM of %s".formatted(act, other));
    }

    /** Why an act should not have been sent; empty when everything known spoke for it. */
    Optional<String> wrongToSend(ActReceived act, ChassisId other) {
        Instant look = lookBefore(act);
        Instant from = look.minus(reality.plan().lookLasts());
        boolean couldBeSeenWhole = reality.everWhole(other, from, look);
        return couldBeSeenWhole || reality.lied(from, look)
                ? Optional.empty()
                : Optional.of("%s, while %s was already seen not to be whole: %s"
                        .formatted(
                                act,
                                other,
                                Claim.whole(other, from, look, reality).really()));
    }

    private Instant lookBefore(ActReceived act) {
        return reality.runAt(act.at())
                .flatMap(run -> run.lastLookBefore(act.at()))
                .orElse(act.at());
    }

    private boolean faultTook(ChassisId chassis, Instant look, Instant outage) {
        Instant from = look.minus(reality.plan().lookLasts());
        for (SgmId sgm : reality.group().sgmsOf(chassis)) {
            List<Interval<SgmState>> lost = reality.states().get(sgm).intervals().stream()
                    .filter(interval -> interval.what() != SgmState.UP)
                    .filter(interval -> interval.overlaps(from, outage))
                    .filter(Interval::byFault)
                    .toList();
            if (!lost.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
