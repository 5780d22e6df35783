package io.bywash.cluster;

import io.bywash.gaia.MemberBlocks;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** Everything that reads screens about the Security Group, by name. */
public final class GroupReadings {
    private GroupReadings() {}

    public static Map<String, Function<String, Object>> all() {
        SgmId sgm = SgmId.parse("1_1");
        return Map.of(
                "status", text -> StatusScreen.read(text, Instant.EPOCH, List.of("UP", "ACTIVE")),
                "all members", GlobalAnswer::read,
                "members", MemberBlocks::read,
                "boot", text -> Boot.in("it", text.lines().toList()),
                "version", text -> SoftwareVersion.in("it", text.lines().toList()),
                "links", text -> Links.read(sgm, text.lines().toList()),
                "synchronisation", text -> SyncStatus.in(text.lines().toList()),
                "policy", text -> PolicySignatures.in(text, SecurityGroup.dual("harbour", 2, 2)),
                "connections", text -> Connections.read(sgm, text.lines().toList()));
    }

    /** What is said of each SGM's synchronisation, by what the helper shows. */
    public static SortedMap<SgmId, Fit> synchronisation(String text, SecurityGroup group) {
        return SyncStatus.of(GlobalAnswer.read(text), group);
    }

    public static SortedMap<SgmId, Fit> policy(String text, SecurityGroup group) {
        return PolicySignatures.in(text, group);
    }

    /** The lines of each member, as a helper of the Expert mode shows them. */
    public static Map<SgmId, List<String>> byMember(String text) {
        return GlobalAnswer.read(text);
    }
}
