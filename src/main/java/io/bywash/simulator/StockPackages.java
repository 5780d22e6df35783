package io.bywash.simulator;

import io.bywash.group.Release;
import io.bywash.group.SgmId;

/**
 * The small packages an SGM already holds, a different number on each, so that the same package has different numbers
 * on different SGMs. The names are made up.
 */
final class StockPackages {
    private StockPackages() {}

    static void fill(PackageStore store, SgmId sgm, Release release) {
        String version = release.toString().replace('.', '_');
        store.put(stock("Check_Point_%s_Support_Tools_Bundle_FULL.tgz", version, release), PackageStatus.INSTALLED);
        int waiting = (sgm.slot() + 2 * sgm.chassis().number()) % 3;
        if (waiting > 0) {
            store.put(stock("Check_Point_%s_Core_Reader_Bundle_FULL.tgz", version, release), PackageStatus.AVAILABLE);
        }
        if (waiting > 1) {
            store.put(stock("Check_Point_%s_Log_Shipper_Bundle_FULL.tgz", version, release), PackageStatus.AVAILABLE);
        }
    }

    private static HotfixPackage stock(String form, String version, Release release) {
        String name = form.formatted(version);
        return new HotfixPackage(name, release.toString(), 0, Integer.toHexString(name.hashCode()));
    }
}
