package io.bywash.simulator;

/** Whether a package may be installed on an SGM; that these are the reasons is D, how CPUSE words them is I. */
final class Suitability {
    private Suitability() {}

    /** What CPUSE says against it; empty if nothing. */
    static String complaint(HotfixPackage hotfix, SimulatedGroup group, SimulatedSgm sgm) {
        String release = group.settings().release().toString();
        if (!hotfix.version().equals(release)) {
            return "Installation is not allowed. The package is intended for %s, this machine runs %s."
                    .formatted(hotfix.version(), release);
        }
        if (hotfix.jumbo() && !sgm.files().has(SgmFiles.ACCEPTED)) {
            return "Installation is not allowed. Complete the First Time Configuration Wizard first.";
        }
        boolean newer = sgm.packages()
                .runningJumbo()
                .filter(running -> running.take() > hotfix.take())
                .isPresent();
        return hotfix.jumbo() && newer ? "Installation is not allowed. A newer take is already installed." : "";
    }
}
