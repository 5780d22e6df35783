package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SgmId;

/**
 * The small packages an SGM already holds, a different number on each, so that the same package has different numbers
 * on different SGMs; and on the last SGM of chassis 1 alone, a private hotfix that was imported there. The names are made up.
 */
final class StockPackages {
    /** Named after a jumbo that it was built for, and none itself (REFERENCE 14.2, D). */
    private static final String PRIVATE = "Check_Point_%s_JHF_T41_HF3_MAIN_Bundle_T3_FULL.tgz";

    private StockPackages() {}

    static void fill(PackageStore store, SgmId sgm, EmbeddedSettings settings) {
        Release release = settings.release();
        String version = release.toString().replace('.', '_');
        store.put(stock("Check_Point_%s_Support_Tools_Bundle_FULL.tgz", version, release), PackageStatus.INSTALLED);
        int waiting = (sgm.slot() + 2 * sgm.chassis().number()) % 3;
        if (waiting > 0) {
            store.put(stock("Check_Point_%s_Core_Reader_Bundle_FULL.tgz", version, release), PackageStatus.AVAILABLE);
        }
        if (waiting > 1) {
            store.put(stock("Check_Point_%s_Log_Shipper_Bundle_FULL.tgz", version, release), PackageStatus.AVAILABLE);
        }
        if (sgm.equals(settings.group().sgmsOf(ChassisId.CHASSIS1).last())) {
            store.put(privateHotfix(release), PackageStatus.AVAILABLE);
        }
    }

    static HotfixPackage privateHotfix(Release release) {
        return stock(PRIVATE, release.toString().replace('.', '_'), release);
    }

    private static HotfixPackage stock(String form, String version, Release release) {
        String name = form.formatted(version);
        return new HotfixPackage(name, release.toString(), 0, Integer.toHexString(name.hashCode()));
    }
}
