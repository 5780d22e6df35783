package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is what in the group at one moment.
 *
 * @param active the chassis that handles the traffic, or did last
 * @param smo the SGM behind the management address; none while nobody carries
 */
record GroupView(
        SortedMap<SgmId, SgmState> sgms, Map<ChassisId, String> chassis, ChassisId active, Optional<SgmId> smo) {

    /**
     * What follows from the state of each SGM.
     *
     * <p>The Active chassis stays Active while one of its SGMs is ready; then the other one takes over if it can. If no
     * SGM anywhere is ready, one that is only held down by a person goes {@code ACTIVE(!)} and carries alone: the rule
     * of REFERENCE 7 no. 12 for members, carried over to chassis (I). The SMO is the lowest carrying SGM of the Active
     * chassis (REFERENCE 1, D; that a Standby chassis never holds it is I). Grades do not decide a failover here.
     *
     * @param unfit the SGMs that are not SMO while another one can be
     */
    static GroupView of(Collection<SimulatedSgm> all, ChassisId lastActive, Set<SgmId> unfit) {
        SortedMap<SgmId, SgmState> states = new TreeMap<>();
        all.forEach(sgm -> states.put(sgm.id(), alone(sgm)));
        ChassisId active = lastActive;
        if (ready(states, active).isEmpty() && !ready(states, active.other()).isEmpty()) {
            active = active.other();
        }
        Optional<SgmId> lastResort = ready(states, active).isEmpty() ? lastResort(all, active) : Optional.empty();
        if (lastResort.isPresent()) {
            active = lastResort.get().chassis();
            states.put(lastResort.get(), SgmState.ATTENTION);
        }
        Map<ChassisId, String> roles = new EnumMap<>(ChassisId.class);
        for (ChassisId chassis : ChassisId.values()) {
            roles.put(chassis, role(ready(states, chassis), chassis == active, lastResort.isPresent()));
        }
        SortedSet<SgmId> carrying = ready(states, active);
        Optional<SgmId> smo = carrying.stream()
                .filter(sgm -> !unfit.contains(sgm))
                .findFirst()
                .or(() -> carrying.stream().findFirst());
        return new GroupView(Collections.unmodifiableSortedMap(states), Map.copyOf(roles), active, smo);
    }

    /** The SGMs that handle traffic at this moment. */
    SortedSet<SgmId> carrying() {
        return ready(sgms, active);
    }

    int up(ChassisId chassis) {
        return ready(sgms, chassis).size();
    }

    private static SgmState alone(SimulatedSgm sgm) {
        return switch (sgm.phase()) {
            case REBOOTING -> SgmState.DETACHED;
            case STARTING -> SgmState.INIT;
            default -> {
                if (sgm.ready()) {
                    yield SgmState.ACTIVE;
                }
                yield notReady(sgm);
            }
        };
    }

    private static SgmState notReady(SimulatedSgm sgm) {
        Optional<SgmState> ill = sgm.ailment().map(SimulatedSgm.Ailment::shownAs);
        if (sgm.heldDown() && ill.filter(SgmState.DETACHED::equals).isEmpty()) {
            return sgm.adminDown() ? SgmState.ADMIN_DOWN : SgmState.DOWN;
        }
        return ill.orElse(SgmState.DOWN);
    }

    private static Optional<SgmId> lastResort(Collection<SimulatedSgm> all, ChassisId preferred) {
        SortedSet<SgmId> able = new TreeSet<>();
        all.stream()
                .filter(sgm -> sgm.phase() == SgmPhase.RUNNING
                        && !sgm.beingInstalled()
                        && sgm.ailment().isEmpty())
                .forEach(sgm -> able.add(sgm.id()));
        return able.stream()
                .filter(sgm -> sgm.chassis() == preferred)
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    private static String role(SortedSet<SgmId> ready, boolean active, boolean lastResort) {
        if (ready.isEmpty()) {
            return "DOWN";
        }
        if (!active) {
            return "STANDBY";
        }
        return lastResort ? SgmState.ATTENTION.toString() : "ACTIVE";
    }

    private static SortedSet<SgmId> ready(SortedMap<SgmId, SgmState> states, ChassisId chassis) {
        SortedSet<SgmId> ready = new TreeSet<>();
        states.forEach((sgm, state) -> {
            if (sgm.chassis() == chassis && state.up()) {
                ready.add(sgm);
            }
        });
        return ready;
    }
}
