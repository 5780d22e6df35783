package io.bywash.cluster;

import io.bywash.gaia.GaiaSession;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads something from every member with gClish, also from those that are down.
 *
 * <p>A member that is set down does not take gClish commands from elsewhere, so what the SMO does not hear of is asked for
 * from inside: on the first of the members that were not heard of (REFERENCE 5, "Why D", D).
 */
public final class Everywhere {
    private Everywhere() {}

    /**
     * What each member says; a member that cannot be heard of from anywhere is absent.
     *
     * @param reading runs a gClish command and reads its answer member by member
     * @throws io.bywash.gaia.SgmSilent when a member that was not heard of does not let us in
     */
    public static <T> Map<SgmId, T> read(
            GaiaSession session, SecurityGroup group, Function<GaiaSession, Map<SgmId, T>> reading) {
        Map<SgmId, T> heard = new TreeMap<>(reading.apply(session));
        Set<SgmId> visited = new TreeSet<>();
        for (Optional<SgmId> next = unheard(group, heard, visited);
                next.isPresent();
                next = unheard(group, heard, visited)) {
            visited.add(next.get());
            session.goTo(next.get());
            reading.apply(session).forEach(heard::putIfAbsent);
            session.comeBack();
        }
        return heard;
    }

    private static <T> Optional<SgmId> unheard(SecurityGroup group, Map<SgmId, T> heard, Set<SgmId> visited) {
        return group.sgms().stream()
                .filter(sgm -> !heard.containsKey(sgm) && !visited.contains(sgm))
                .findFirst();
    }
}
