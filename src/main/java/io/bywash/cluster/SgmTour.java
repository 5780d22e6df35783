package io.bywash.cluster;

import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.SgmSilent;
import io.bywash.group.SgmId;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Goes from SGM to SGM and reads something on each, so that the prompt proves whose answer it is. */
public final class SgmTour {
    private SgmTour() {}

    /**
     * Reads on every SGM of the inventory, in order, and takes {@code silent} for one that does not let us in.
     *
     * <p>Nobody is left out: the result has every SGM of the inventory.
     */
    public static <T> SortedMap<SgmId, T> of(
            GaiaSession session, Collection<SgmId> inventory, Function<GaiaSession, T> reading, T silent) {
        SortedMap<SgmId, T> readings = new TreeMap<>();
        for (SgmId sgm : inventory) {
            try {
                readings.putAll(of(session, List.of(sgm), reading));
            } catch (SgmSilent e) {
                readings.put(sgm, silent);
            }
        }
        return readings;
    }

    /**
     * Reads on every SGM of the inventory, in order.
     *
     * @throws SgmSilent at the first SGM that does not let us in
     */
    public static <T> SortedMap<SgmId, T> of(
            GaiaSession session, Collection<SgmId> inventory, Function<GaiaSession, T> reading) {
        SortedMap<SgmId, T> readings = new TreeMap<>();
        for (SgmId sgm : inventory) {
            session.goTo(sgm);
            readings.put(sgm, reading.apply(session));
            session.comeBack();
        }
        return readings;
    }
}
