package io.bywash.cluster;

import io.bywash.gaia.MemberBlocks;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                "connections", text -> Connections.read(sgm, text.lines().toList()));
    }

    /** The lines of each member, as a helper of the Expert mode shows them. */
    public static Map<SgmId, List<String>> byMember(String text) {
        return GlobalAnswer.read(text);
    }
}
