package io.bywash.simulator;

/**
 * What an order to install does to an SGM on which an installation is under way, or waits for its reboot (I, made up: nothing
 * published says what CPUSE does then, so the embedded group accepts the order and assumes the worst).
 *
 * <p>The first installation leaves nothing installed, no reboot follows, and the SGM stays DOWN.
 */
final class SecondInstallation {
    private static final String FAILED = "Installation failed. See the installation log.";

    private SecondInstallation() {}

    /** Breaks the SGM, and returns what becomes of the second task. */
    static CpuseTask breaks(SimulatedSgm sgm, SimulatedGroup group, CpuseTask second) {
        if (sgm.task().isEmpty()) {
            sgm.packages().uninstall(second.hotfix());
        }
        CpuseTask failed = second.neverBeginning(FAILED);
        sgm.setTask(failed);
        sgm.finishTask();
        sgm.falls(new SimulatedSgm.Ailment(SgmState.DOWN, "during_upgrade"));
        group.ledger()
                .happened(
                        second.started(),
                        sgm.id() + ": a second installation breaks the first one, and the SGM with it");
        return failed;
    }
}
