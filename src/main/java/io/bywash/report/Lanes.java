package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the looks of a run saw of each chassis and of each SGM.
 *
 * @param roles the lane of each chassis
 * @param chassis1 the lanes of its SGMs, in order of slot
 * @param chassis2 as {@code chassis1}
 * @param looks how often somebody looked
 */
record Lanes(List<Lane> roles, List<Lane> chassis1, List<Lane> chassis2, int looks) {
    /** A status screen, and when it was read. */
    private record Seen(long at, GroupStatus status) {}

    /**
     * Every SGM of the inventory has a lane, seen or not; so has one that was seen and is not in the inventory.
     *
     * @param bound the longest time between two looks, in nanoseconds, for which the first is taken to have lasted
     */
    static Lanes of(HistoryFile run, long bound) {
        List<Seen> seen = new ArrayList<>();
        SortedSet<SgmId> sgms = new TreeSet<>();
        for (HistoryFile.Entry entry : run.entries()) {
            if (entry.fact() instanceof Fact.StatusSeen look) {
                seen.add(new Seen(entry.nanos(), look.status()));
                sgms.addAll(look.status().sgms().keySet());
            } else if (entry.fact() instanceof Fact.RunStarted began) {
                began.gear().sgms().forEach(name -> sgms.add(SgmId.parse(name)));
            }
        }
        List<Lane> roles = new ArrayList<>();
        for (ChassisId chassis : ChassisId.values()) {
            roles.add(lane("Chassis " + chassis.number(), seen, bound, (at, status) -> role(at, status, chassis)));
        }
        return new Lanes(
                List.copyOf(roles),
                of(ChassisId.CHASSIS1, sgms, seen, bound),
                of(ChassisId.CHASSIS2, sgms, seen, bound),
                seen.size());
    }

    private static List<Lane> of(ChassisId chassis, SortedSet<SgmId> sgms, List<Seen> seen, long bound) {
        return sgms.stream()
                .filter(sgm -> sgm.chassis() == chassis)
                .map(sgm -> lane(sgm.toString(), seen, bound, (at, status) -> sgm(at, status, sgm)))
                .toList();
    }

    private interface Reading {
        Lane.Look of(long at, GroupStatus status);
    }

    private static Lane lane(String name, List<Seen> seen, long bound, Reading reading) {
        return Lane.through(
                name,
                seen.stream().map(look -> reading.of(look.at(), look.status())).toList(),
                bound);
    }

    private static Lane.Look role(long at, GroupStatus status, ChassisId chassis) {
        return status.role(chassis)
                .map(role -> new Lane.Look(at, Showing.of(role), role.name()))
                .orElse(new Lane.Look(at, Showing.UNKNOWN, ""));
    }

    private static Lane.Look sgm(long at, GroupStatus status, SgmId id) {
        return Optional.ofNullable(status.sgms().get(id))
                .map((SgmStatus sgm) -> new Lane.Look(at, Showing.of(sgm.state()), sgm.word()))
                .orElse(new Lane.Look(at, Showing.NOT_SHOWN, ""));
    }

    /**
     * The same lanes without what is too short to be drawn, as {@link Lane#atLeast}; when that leaves more bands than
     * {@code most}, without what is a little longer too.
     */
    Lanes atLeast(long least, int most) {
        Lanes lanes = atLeast(least);
        for (long longer = 2 * least; lanes.bands() > most; longer *= 2) {
            lanes = atLeast(longer);
        }
        return lanes;
    }

    private int bands() {
        return all().stream().mapToInt(lane -> lane.bands().size()).sum();
    }

    private Lanes atLeast(long least) {
        return new Lanes(coarse(roles, least), coarse(chassis1, least), coarse(chassis2, least), looks);
    }

    private static List<Lane> coarse(List<Lane> lanes, long least) {
        return lanes.stream().map(lane -> lane.atLeast(least)).toList();
    }

    /** Every lane, the chassis first. */
    List<Lane> all() {
        List<Lane> all = new ArrayList<>(roles);
        all.addAll(chassis1);
        all.addAll(chassis2);
        return all;
    }
}
