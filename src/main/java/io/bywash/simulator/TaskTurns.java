package io.bywash.simulator;

import java.util.Optional;

/**
 * A task of CPUSE takes another turn than it says, or than it should, on one SGM or on several of its chassis.
 *
 * @param amount the percentage at which it hangs, or how far the other take is from ours
 */
record TaskTurns(CpuseTask.Kind kind, Victim victim, Extent extent, Turn turn, int amount) implements Fault {

    enum Extent {
        ONE,
        /** The victim and every SGM of its chassis after it. */
        FROM_THERE_ON,
        CHASSIS
    }

    enum Turn {
        LEAVES_NOTHING,
        REFUSED,
        FAILS,
        FAILS_SOON,
        NEVER_BEGINS,
        HANGS,
        OTHER_TAKE
    }

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().twist((sgm, task) -> {
            if (task.kind() != kind || task.fails() || !concerns(sgm, ambush.group())) {
                return task;
            }
            ambush.struck("%s on %s: %s".formatted(kind, sgm.id(), turn));
            return turned(task);
        });
    }

    private boolean concerns(SimulatedSgm sgm, SimulatedGroup group) {
        SimulatedSgm first = victim.in(group);
        return switch (extent) {
            case ONE -> sgm == first;
            case FROM_THERE_ON ->
                sgm.chassis() == first.chassis()
                        && sgm.id().slot() >= first.id().slot();
            case CHASSIS -> sgm.chassis() == first.chassis();
        };
    }

    /** The words for a refusal and a failure are made up. */
    private CpuseTask turned(CpuseTask task) {
        return switch (turn) {
            case LEAVES_NOTHING -> task.leaving(Optional.empty());
            case REFUSED -> task.failing("Installation is not allowed. Conflicts with an installed hotfix.");
            case FAILS -> task.failing(failed(task));
            case FAILS_SOON -> task.failingSoon(failed(task));
            case NEVER_BEGINS -> task.neverBeginning("Package is ready for installation");
            case HANGS -> task.hangingAt(amount);
            case OTHER_TAKE -> task.leaving(Optional.of(otherTake(task.hotfix())));
        };
    }

    private static String failed(CpuseTask task) {
        return "Installation of package '%s' failed. See the installation log.".formatted(task.shortName());
    }

    private HotfixPackage otherTake(HotfixPackage ours) {
        return new HotfixPackage(ours.fileName(), ours.version(), Math.max(1, ours.take() + amount), "another take");
    }
}
