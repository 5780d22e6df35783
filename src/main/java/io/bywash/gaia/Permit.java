package io.bywash.gaia;

import io.bywash.evidence.Refused;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The leave to send one act, once: this line, for this step, from one of these members.
 *
 * <p>Only {@link Permits} makes one. Right before the act goes out the invariants are read anew.
 */
public final class Permit {
    private static final String LOCK = "lock database override";

    private final String step;
    private final String line;
    private final Optional<ChassisId> chassis;
    private final Set<SgmId> members;
    private final Runnable invariants;
    private final Runnable lockTaken;
    private final boolean mayTakeLock;
    private final AtomicBoolean used = new AtomicBoolean();

    Permit(
            String step,
            String line,
            Optional<ChassisId> chassis,
            Set<SgmId> members,
            Runnable invariants,
            boolean mayTakeLock,
            Runnable lockTaken) {
        this.step = step;
        this.line = line;
        this.chassis = chassis;
        this.members = Set.copyOf(members);
        this.invariants = invariants;
        this.mayTakeLock = mayTakeLock;
        this.lockTaken = lockTaken;
    }

    /** The step that the act belongs to. */
    public String step() {
        return step;
    }

    /** The line that may be sent. */
    public String line() {
        return line;
    }

    /** The chassis it is for; empty for what concerns the whole group. */
    public Optional<ChassisId> chassis() {
        return chassis;
    }

    /** Whether a colleague's configuration lock may be taken over for this act. */
    boolean mayTakeLock() {
        return mayTakeLock;
    }

    /** The leave to send the same act again, because the device said that a lock kept it from running it. */
    Permit afterTakingLock() {
        lockTaken.run();
        return new Permit(step, line, chassis, members, invariants, false, () -> {});
    }

    /** The leave to take the lock over, from the same members. */
    Permit forLock() {
        return new Permit(step, LOCK, chassis, members, () -> {}, false, () -> {});
    }

    /**
     * Uses the permit up.
     *
     * @param prompt where the act is about to be typed
     * @throws Refused when the permit is for something else, was used before, or an invariant does not hold
     */
    void use(String act, Prompt prompt) {
        if (!act.equals(line)) {
            throw new Refused("'%s' was not sent: the permit of step %s is for '%s'.".formatted(act, step, line));
        }
        if (!prompt.member().map(members::contains).orElse(false)) {
            throw new Refused("'%s' was not sent: it may be typed on one of %s, and the prompt %s is of %s."
                    .formatted(act, members, prompt, prompt.memberTold()));
        }
        useUp(act);
        invariants.run();
    }

    /** Uses the permit up for an act that is no command, such as an upload. */
    void use(String act) {
        if (!act.equals(line)) {
            throw new Refused("'%s' was not done: the permit of step %s is for '%s'.".formatted(act, step, line));
        }
        useUp(act);
        invariants.run();
    }

    private void useUp(String act) {
        if (!used.compareAndSet(false, true)) {
            throw new Refused("'%s' was not sent again: the permit of step %s was used before.".formatted(act, step));
        }
    }
}
