package io.bywash.verdict;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** No installation was ordered on an SGM on which one was under way or done, whoever had ordered that one. */
public final class NoOrderUnderWay implements Checker<Reality> {
    @Override
    public String rule() {
        return "no installation is ordered while one is under way or done";
    }

    @Override
    public Verdict check(Reality reality) {
        List<ActReceived> orders = reality.effective().stream()
                .filter(act -> act.kind() == ActReceived.Kind.INSTALL)
                .toList();
        for (ActReceived order : orders) {
            Optional<SgmId> busy = order.touched().stream()
                    .filter(sgm -> underWayOrDone(sgm, order.at().minusNanos(1), reality))
                    .findFirst();
            if (busy.isPresent()) {
                return new Verdict.Violated(
                        "%s was sent while an installation was under way or done on %s".formatted(order, busy.get()));
            }
        }
        return orders.isEmpty() ? new Verdict.Unknown("no installation was ordered") : new Verdict.Holds(orders.size());
    }

    private static boolean underWayOrDone(SgmId sgm, Instant moment, Reality reality) {
        return reality.installing().get(sgm).ever(moment, moment, installing -> installing)
                || reality.takes()
                        .get(sgm)
                        .ever(
                                moment,
                                moment,
                                take -> take.equals(Optional.of(reality.plan().take())));
    }
}
