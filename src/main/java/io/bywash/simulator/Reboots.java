package io.bywash.simulator;

import java.time.Duration;
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
            enter(sgm, sgm.phase().next(), now);
            if (comesUp) {
                boot(sgm, now);
            }
        }
    }

    /** The SGM goes away and cuts every connection to it. */
    void begin(SimulatedSgm sgm, Instant now) {
        sgm.setTask(null);
        enter(sgm, SgmPhase.REBOOTING, now);
        sgm.lock().free();
        group.links().cutAllTo(sgm.id());
        group.ledger().happened(now, sgm.id() + " reboots");
        group.seams().moments().happened(Moment.of(Moment.Kind.REBOOT, sgm));
    }

    private void enter(SimulatedSgm sgm, SgmPhase phase, Instant now) {
        Duration usual = phase.length();
        sgm.enter(phase, now, usual == null ? null : usual.plus(group.seams().longer(sgm, phase)));
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
            case IMPORT -> task.leaves().ifPresent(left -> sgm.packages().put(left, PackageStatus.AVAILABLE));
            case INSTALL -> task.leaves().ifPresent(sgm.packages()::install);
            case UNINSTALL -> sgm.packages().uninstall(hotfix);
            case VERIFY -> {}
        }
        if (task.kind().reboots() && group.seams().reboots(sgm)) {
            begin(sgm, task.ends());
        }
    }

    private void boot(SimulatedSgm sgm, Instant now) {
        sgm.boot(now, group.settings().returnsDown());
        if (sgm.cloning()) {
            cloneFromSmo(sgm, now);
        }
        group.seams().moments().happened(Moment.of(Moment.Kind.BOOT, sgm));
    }

    /** With image cloning on, a member that boots takes the packages of the SMO (REFERENCE 1, D). */
    private void cloneFromSmo(SimulatedSgm sgm, Instant now) {
        group.lastSmo().filter(smo -> smo != sgm).ifPresent(smo -> {
            sgm.packages().cloneFrom(smo.packages());
            group.ledger().happened(now, "%s cloned its packages from %s".formatted(sgm.id(), smo.id()));
        });
    }
}
