package io.bywash.procedure;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One look at a group, in few characters and without a screen. */
final class Look {
    private Look() {}

    /**
     * A look of which each chassis is written as its role and the state of each slot: {@code "ACTIVE: UP UP DOWN"}.
     *
     * <p>A {@code -} stands for a role that is not said and for a slot that is not shown; a state is its own word.
     */
    static GroupStatus at(String chassis1, String chassis2) {
        Map<ChassisId, ChassisRole> roles = new EnumMap<>(ChassisId.class);
        SortedMap<SgmId, SgmStatus> sgms = new TreeMap<>();
        read(ChassisId.CHASSIS1, chassis1, roles, sgms);
        read(ChassisId.CHASSIS2, chassis2, roles, sgms);
        return new GroupStatus(Instant.EPOCH, roles, sgms, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void read(
            ChassisId chassis, String text, Map<ChassisId, ChassisRole> roles, Map<SgmId, SgmStatus> sgms) {
        String[] parts = text.split(": ");
        if (!parts[0].equals("-")) {
            roles.put(chassis, ChassisRole.valueOf(parts[0]));
        }
        String[] words = parts[1].split(" ");
        for (int slot = 1; slot <= words.length; slot++) {
            if (!words[slot - 1].equals("-")) {
                SgmId id = new SgmId(chassis, slot);
                sgms.put(id, new SgmStatus(id, SgmState.valueOf(words[slot - 1]), words[slot - 1]));
            }
        }
    }

    /** One SGM that is shown with this word, which is a state. */
    static SgmStatus sgm(String id, String word) {
        return new SgmStatus(SgmId.parse(id), SgmState.valueOf(word), word);
    }
}
