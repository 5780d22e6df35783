package io.bywash.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where a fault can lay hold of a group: its moments, the bytes of a connection, the door, the shells, the tasks of
 * CPUSE, reboots, and what is shown of it. As made, every one of them lets everything pass unchanged.
 */
final class Seams {
    private final Moments moments = new Moments();
    private final Wires wires = new Wires();
    private final Gate gate = new Gate();
    private final ShellHabits shells = new ShellHabits();
    private final Interview interview = new Interview();
    private final AuditHabits audit = new AuditHabits();
    private final TakeOverScreens takeOver = new TakeOverScreens();
    private final List<TaskTwist> tasks = new CopyOnWriteArrayList<>();
    private final List<RebootOddity> reboots = new CopyOnWriteArrayList<>();
    private final List<Sight> sights = new CopyOnWriteArrayList<>();

    /** What becomes of a task of CPUSE that is about to start on an SGM. */
    interface TaskTwist {
        CpuseTask twisted(SimulatedSgm sgm, CpuseTask task);
    }

    /** What is odd about the reboots of an SGM. */
    interface RebootOddity {
        /** Whether it reboots at all when CPUSE has installed something. */
        default boolean happens(SimulatedSgm sgm) {
            return true;
        }

        /** How much longer than usual a phase lasts. */
        default Duration longer(SimulatedSgm sgm, SgmPhase phase) {
            return Duration.ZERO;
        }
    }

    /** What screens show of the group instead of what they would. */
    interface Sight {
        GroupView seen(GroupView shown);
    }

    Moments moments() {
        return moments;
    }

    Wires wires() {
        return wires;
    }

    Gate gate() {
        return gate;
    }

    ShellHabits shells() {
        return shells;
    }

    Interview interview() {
        return interview;
    }

    TakeOverScreens takeOver() {
        return takeOver;
    }

    AuditHabits audit() {
        return audit;
    }

    void twist(TaskTwist twist) {
        tasks.add(twist);
    }

    void atReboots(RebootOddity oddity) {
        reboots.add(oddity);
    }

    void show(Sight sight) {
        sights.add(sight);
    }

    CpuseTask twisted(SimulatedSgm sgm, CpuseTask task) {
        CpuseTask result = task;
        for (TaskTwist twist : tasks) {
            result = twist.twisted(sgm, result);
        }
        return result;
    }

    boolean reboots(SimulatedSgm sgm) {
        return reboots.stream().allMatch(oddity -> oddity.happens(sgm));
    }

    Duration longer(SimulatedSgm sgm, SgmPhase phase) {
        return reboots.stream().map(oddity -> oddity.longer(sgm, phase)).reduce(Duration.ZERO, Duration::plus);
    }

    GroupView seen(GroupView shown) {
        GroupView result = shown;
        for (Sight sight : sights) {
            result = sight.seen(result);
        }
        return result;
    }
}
