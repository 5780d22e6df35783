package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One fault in one group: how it waits for its moment, and how what it does comes into the ledger. */
final class Ambush {
    private final SimulatedGroup group;
    private final String fault;

    Ambush(SimulatedGroup group, String fault) {
        this.group = group;
        this.fault = fault;
    }

    SimulatedGroup group() {
        return group;
    }

    Seams seams() {
        return group.seams();
    }

    Instant now() {
        return group.moment();
    }

    /** Does something once, at a moment; the group looks at itself afterwards. */
    void at(When when, Consumer<Moment> action) {
        seams().moments().await(when, group, moment -> {
            if (when.later().isZero() && moment.kind().outside()) {
                group.change(() -> action.accept(moment));
            } else {
                later(when.later(), () -> action.accept(moment));
            }
        });
    }

    void later(Duration time, Runnable action) {
        group.later(time, action);
    }

    /** Notes that the fault struck, and that what follows on these SGMs is its doing. */
    void struck(String what, List<SimulatedSgm> victims) {
        victims.forEach(sgm -> sgm.because(Cause.fault(fault)));
        group.ledger().struck(new Ledger.Strike(now(), fault, what));
    }

    void struck(String what, SimulatedSgm... victims) {
        struck(what, List.of(victims));
    }
}
