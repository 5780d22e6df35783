package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The SGMs that {@code <IDs>} names: {@code all}, one, a list, a range, a chassis, {@code chassis_active} (REFERENCE
 * 3.1, D; {@code chassis1} for {@code member_ids} I 65 %).
 */
final class SgmSelection {
    private SgmSelection() {}

    /** The SGMs named, in order; empty if the text names anything that is not in the group. */
    static Optional<List<SimulatedSgm>> of(String text, SimulatedGroup group) {
        SortedSet<SgmId> ids = new TreeSet<>();
        try {
            for (String part : text.split(",", -1)) {
                ids.addAll(named(part, group));
            }
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
        List<SimulatedSgm> found =
                ids.stream().map(group::sgm).flatMap(Optional::stream).toList();
        return found.size() == ids.size() && !ids.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    /** IDs as the dialogues write them: {@code 1_01,1_02}. */
    static String list(Collection<SimulatedSgm> sgms) {
        return sgms.stream().map(sgm -> sgm.id().toString()).collect(Collectors.joining(","));
    }

    /** The block heading of the helpers: {@code -*- 2 blades: 1_01 1_02 -*-}. */
    static String heading(Collection<SimulatedSgm> sgms) {
        String ids = sgms.stream().map(sgm -> sgm.id().toString()).collect(Collectors.joining(" "));
        return "-*- %d blade%s: %s -*-".formatted(sgms.size(), sgms.size() == 1 ? "" : "s", ids);
    }

    private static Collection<SgmId> named(String part, SimulatedGroup group) {
        SortedSet<SgmId> all = group.settings().group().sgms();
        switch (part) {
            case "all":
                return all;
            case "chassis1":
                return group.settings().group().sgmsOf(ChassisId.CHASSIS1);
            case "chassis2":
                return group.settings().group().sgmsOf(ChassisId.CHASSIS2);
            case "chassis_active":
                return group.settings().group().sgmsOf(group.view().active());
            default:
        }
        int dash = part.indexOf('-');
        if (dash < 0) {
            return List.of(SgmId.parse(part));
        }
        SgmId first = SgmId.parse(part.substring(0, dash));
        SgmId last = SgmId.parse(part.substring(dash + 1));
        return all.stream()
                .filter(sgm -> sgm.compareTo(first) >= 0 && sgm.compareTo(last) <= 0)
                .toList();
    }
}
