package io.bywash.procedure;

import io.bywash.cluster.SgmTour;
import io.bywash.cpuse.PackageStanding;
import io.bywash.cpuse.Proof;
import io.bywash.gaia.GaiaSession;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How far one SGM has come with the package, as it says itself, whoever ordered what is done with it.
 *
 * @param standing what CPUSE says of the package; empty on a release without CPUSE, where nothing tells of an installation
 *     before it is done
 * @param proof what is installed
 */
record PackageOnSgm(Optional<PackageStanding> standing, Proof proof) {
    static PackageOnSgm read(GaiaSession onSgm, Assignment assignment, Means means) {
        return new PackageOnSgm(
                assignment.release().hasCpuse() ? Optional.of(means.installer().standing(onSgm)) : Optional.empty(),
                Proof.read(onSgm, means.dialect()));
    }

    /** Reads it on each of these SGMs. */
    static SortedMap<SgmId, PackageOnSgm> readAll(Collection<SgmId> sgms, Assignment assignment, Means means) {
        return means.monitor().on(smo -> SgmTour.of(smo, sgms, onSgm -> read(onSgm, assignment, means)));
    }

    /** Whether an installation may be ordered: none is under way, waits for its reboot, or is done. */
    boolean isNotBegun(Take take) {
        return standing.map(PackageStanding.NOT_BEGUN::equals).orElse(true) && !proof.mentions(take);
    }

    @Override
    public String toString() {
        return "%s, %s by installer, %s by cpinfo"
                .formatted(
                        standing.map(said -> switch (said) {
                                    case NOT_BEGUN -> "not begun";
                                    case UNDER_WAY -> "an installation is under way";
                                    case INSTALLED -> "installed";
                                })
                                .orElse("no CPUSE"),
                        proof.byInstaller(),
                        proof.byCpinfo());
    }
}
