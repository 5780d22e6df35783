package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One SGM: what is stored and installed on it, who set it down, and where it is between boot and boot. */
final class SimulatedSgm {
    private final SgmId id;
    private final String host;
    private final SgmFiles files;
    private final PackageStore packages = new PackageStore();
    private final ConfigLock lock = new ConfigLock();
    private SgmPhase phase = SgmPhase.RUNNING;
    private Instant phaseEnds = Instant.MAX;
    private Instant booted;
    private boolean adminDown;
    private boolean leftDown;
    private boolean chassisDown;
    private boolean cloning = true;
    private volatile CpuseTask task;
    private volatile CpuseTask finished;
    private Instant lastLogin;
    private String lastLoginFrom;
    private StateChange lastChange;
    private Ailment ailment;
    private Cause cause;
    private boolean policy = true;
    private boolean diskFull;
    private boolean linkLost;
    private boolean otherPolicy;
    private String syncOff;

    /** What {@code cphaprob} shows of the last change of this SGM's state. */
    record StateChange(SgmState from, SgmState to, String reason, Instant when) {}

    /**
     * What keeps an SGM that runs from carrying.
     *
     * @param note the critical device in problem; empty for none
     */
    record Ailment(SgmState shownAs, String note) {}

    SimulatedSgm(SgmId id, String group, SgmFiles files, Instant booted) {
        this.id = id;
        this.host = "%s-ch%02d-%02d".formatted(group, id.chassis().number(), id.slot());
        this.files = files;
        this.booted = booted;
    }

    SgmId id() {
        return id;
    }

    ChassisId chassis() {
        return id.chassis();
    }

    String host() {
        return host;
    }

    /** The address inside the group: 192.0.2.n, where chassis 2 counts from 17 (REFERENCE 3.2, D; the 17 is I). */
    String address() {
        return "192.0.2." + (id.slot() + (chassis() == ChassisId.CHASSIS1 ? 0 : 16));
    }

    SgmFiles files() {
        return files;
    }

    PackageStore packages() {
        return packages;
    }

    ConfigLock lock() {
        return lock;
    }

    SgmPhase phase() {
        return phase;
    }

    Instant phaseEnds() {
        return phaseEnds;
    }

    Instant booted() {
        return booted;
    }

    boolean adminDown() {
        return adminDown;
    }

    boolean chassisDown() {
        return chassisDown;
    }

    /** Whether a person set it down, alone or with its chassis. */
    boolean heldDown() {
        return adminDown || chassisDown;
    }

    boolean cloning() {
        return cloning;
    }

    Optional<CpuseTask> task() {
        return Optional.ofNullable(task);
    }

    Optional<Instant> lastLogin() {
        return Optional.ofNullable(lastLogin);
    }

    String lastLoginFrom() {
        return lastLoginFrom;
    }

    Optional<StateChange> lastChange() {
        return Optional.ofNullable(lastChange);
    }

    boolean answers() {
        return phase != SgmPhase.REBOOTING;
    }

    /** Whether CPUSE works on it in a way that stops it from carrying. */
    boolean beingInstalled() {
        return task != null && task.kind().reboots();
    }

    /** Whether an installation is under way on it, or is done and waits for the reboot. */
    boolean isInstalling() {
        return beingInstalled()
                || finished != null
                        && finished.kind() == CpuseTask.Kind.INSTALL
                        && !finished.fails()
                        && finished.ends().isAfter(booted);
    }

    /** Whether it can carry traffic, if its chassis does. */
    boolean ready() {
        return phase == SgmPhase.RUNNING && !heldDown() && !beingInstalled() && ailment == null;
    }

    /** Its critical devices in problem, the notes of {@code cphaprob} (REFERENCE 4; the word while installing is I). */
    List<String> problems() {
        if (phase == SgmPhase.REBOOTING || phase == SgmPhase.STARTING) {
            return List.of();
        }
        List<String> notes = new ArrayList<>(phase.problems());
        if (heldDown()) {
            notes.add("ADMIN");
        }
        ailment().map(Ailment::note).filter(note -> !note.isEmpty()).ifPresent(notes::add);
        if (beingInstalled()) {
            notes.add("during_upgrade");
        }
        return notes;
    }

    Instant nextDeadline() {
        Instant taskEnds = task == null ? Instant.MAX : task.ends();
        return taskEnds.isBefore(phaseEnds) ? taskEnds : phaseEnds;
    }

    void enter(SgmPhase next, Instant now) {
        enter(next, now, next.length());
    }

    void enter(SgmPhase next, Instant now, Duration length) {
        phase = next;
        phaseEnds = length == null ? Instant.MAX : now.plus(length);
    }

    /** The machine is up again: what did not survive the reboot is gone. */
    void boot(Instant now, boolean chassisStaysDown) {
        booted = now;
        adminDown = leftDown;
        leftDown = false;
        ailment = null;
        syncOff = null;
        otherPolicy = false;
        chassisDown = chassisDown && chassisStaysDown;
    }

    Optional<Ailment> ailment() {
        return Optional.ofNullable(ailment);
    }

    void falls(Ailment ill) {
        ailment = ill;
    }

    void recovers() {
        ailment = null;
    }

    /** Who had a hand in its state last. */
    Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    void because(Cause newCause) {
        cause = newCause;
    }

    boolean hasPolicy() {
        return policy;
    }

    void losesPolicy() {
        policy = false;
    }

    /** Why its synchronisation is off; empty while it is synchronised. */
    Optional<String> syncOff() {
        if (phase.problems().contains("FSYNC")) {
            return Optional.of("Boot");
        }
        return Optional.ofNullable(syncOff);
    }

    void losesSync(String reason) {
        syncOff = reason;
    }

    /** Whether it has another policy than the rest of the group. */
    boolean hasOtherPolicy() {
        return otherPolicy;
    }

    void getsOtherPolicy() {
        otherPolicy = true;
    }

    /** What was installed on the whole group. */
    void getsThePolicy() {
        otherPolicy = false;
    }

    /** Which policy it has, in words that are equal for SGMs with the same one; empty for none. */
    Optional<String> policyTold() {
        return policy ? Optional.of(otherPolicy ? "another, of " + id : "that of the group") : Optional.empty();
    }

    boolean linkLost() {
        return linkLost;
    }

    void losesLink() {
        linkLost = true;
    }

    boolean diskFull() {
        return diskFull;
    }

    void fillsDisk() {
        diskFull = true;
    }

    void restore(SgmPhase kept, Instant ends, Instant boot) {
        phase = kept;
        phaseEnds = ends;
        booted = boot;
    }

    void setAdminDown(boolean down) {
        adminDown = down;
    }

    boolean leftDown() {
        return leftDown;
    }

    /** Whether the next boot leaves it set down, as an installation without CPUSE does (REFERENCE 9, D). */
    void leaveDown(boolean down) {
        leftDown = down;
    }

    void setChassisDown(boolean down) {
        chassisDown = down;
    }

    void setCloning(boolean on) {
        cloning = on;
    }

    void setTask(CpuseTask started) {
        task = started;
    }

    /** The task under way came to its own end. */
    void finishTask() {
        finished = task;
        task = null;
    }

    /** Whether a task runs here or has come to its end, and was not swept away by a reboot. */
    boolean stillKnows(CpuseTask started) {
        return started.equals(task) || started.equals(finished);
    }

    void changed(StateChange change) {
        lastChange = change;
    }

    void loggedIn(Instant now, String from) {
        lastLogin = now;
        lastLoginFrom = from;
    }
}
