package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what changed between two looks at the group into its ledger, and tells whoever waits for such a moment. */
final class Chronicle {
    private final SimulatedGroup group;

    Chronicle(SimulatedGroup group) {
        this.group = group;
    }

    void begins(Instant at, GroupView first) {
        group.ledger().look(at, first, Set.of());
        group.sgms().forEach(sgm -> group.ledger().stored(at, sgm));
    }

    void changed(Instant at, GroupView before, GroupView after) {
        group.ledger().look(at, after, because(before, after));
        after.sgms().forEach((id, state) -> sgmChanged(sgm(id), before.sgms().get(id), state, at));
        after.chassis().forEach((chassis, role) -> {
            if (!role.equals(before.chassis().get(chassis))) {
                happened(at, "%s: %s -> %s".formatted(chassis, before.chassis().get(chassis), role));
            }
        });
        if (!after.smo().equals(before.smo())) {
            happened(at, "SMO: " + after.smo().map(SgmId::toString).orElse("nobody"));
        }
    }

    private Set<Cause> because(GroupView before, GroupView after) {
        return after.sgms().entrySet().stream()
                .filter(entry ->
                        entry.getValue() != SgmState.ACTIVE && before.sgms().get(entry.getKey()) == SgmState.ACTIVE)
                .flatMap(entry -> sgm(entry.getKey()).cause().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void sgmChanged(SimulatedSgm sgm, SgmState before, SgmState after, Instant at) {
        if (before == after) {
            return;
        }
        List<String> problems = sgm.problems();
        String reason = problems.isEmpty() ? "USER DEFINED PNOTE" : problems.get(0) + " PNOTE";
        sgm.changed(new SimulatedSgm.StateChange(before, after, reason, at));
        happened(at, "%s: %s -> %s".formatted(sgm.id(), before, after));
        if (after.up()) {
            group.seams().moments().happened(Moment.of(Moment.Kind.SGM_UP, sgm));
        }
    }

    private void happened(Instant at, String what) {
        group.ledger().happened(at, what);
    }

    private SimulatedSgm sgm(SgmId id) {
        return group.sgm(id).orElseThrow();
    }
}
