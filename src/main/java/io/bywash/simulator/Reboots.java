package io.bywash.simulator;

import java.time.Instant;

/**
 * What happens to an SGM when a task of CPUSE ends and when one phase of its reboot gives way to the next (REFERENCE 4,
 * "member life during one install", D).
 */
final class Reboots {
    private final SimulatedGroup group;

    Reboots(SimulatedGroup group) {
        this.group = group;
    }

    void advance(SimulatedSgm sgm, Instant now) {
        if (sgm.task().isPresent() && !sgm.task().get().ends().isAfter(now)) {
            finish(sgm, sgm.task().get());
        } else {
            boolean comesUp = sgm.phase() == SgmPhase.REBOOTING;
            sgm.enter(sgm.phase().next(), now);
            if (comesUp) {
                boot(sgm, now);
            }
        }
    }

    /** The SGM goes away and cuts every connection to it. */
    void begin(SimulatedSgm sgm, Instant now) {
        sgm.setTask(null);
        sgm.enter(SgmPhase.REBOOTING, now);
        sgm.lock().free();
        group.links().cutAllTo(sgm.id());
        group.ledger().happened(now, sgm.id() + " reboots");
    }

    private void finish(SimulatedSgm sgm, CpuseTask task) {
        sgm.finishTask();
        HotfixPackage hotfix = task.hotfix();
        group.ledger()
                .happened(
                        task.ends(),
                        "%s: %s of %s %s"
                                .formatted(sgm.id(), task.kind(), hotfix.fileName(), task.fails() ? "failed" : "done"));
        if (task.fails()) {
            return;
        }
        switch (task.kind()) {
            case IMPORT -> sgm.packages().put(hotfix, PackageStatus.AVAILABLE);
            case INSTALL -> sgm.packages().install(hotfix);
            case UNINSTALL -> sgm.packages().uninstall(hotfix);
            case VERIFY -> {}
        }
        if (task.kind().reboots()) {
            begin(sgm, task.ends());
        }
    }

    private void boot(SimulatedSgm sgm, Instant now) {
        sgm.boot(now, group.settings().returnsDown());
        if (sgm.cloning()) {
            cloneFromSmo(sgm, now);
        }
    }

    /** With image cloning on, a member that boots takes the packages of the SMO (REFERENCE 1, D). */
    private void cloneFromSmo(SimulatedSgm sgm, Instant now) {
        group.lastSmo().filter(smo -> smo != sgm).ifPresent(smo -> {
            sgm.packages().cloneFrom(smo.packages());
            group.ledger().happened(now, "%s cloned its packages from %s".formatted(sgm.id(), smo.id()));
        });
    }
}
