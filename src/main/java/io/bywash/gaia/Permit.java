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
    private final String step;
    private final String line;
    private final Optional<ChassisId> chassis;
    private final Set<SgmId> members;
    private final Runnable invariants;
    private final boolean mayTakeLock;
    private final AtomicBoolean used = new AtomicBoolean();

    Permit(
            String step,
            String line,
            Optional<ChassisId> chassis,
            Set<SgmId> members,
            Runnable invariants,
            boolean mayTakeLock) {
        this.step = step;
        this.line = line;
        this.chassis = chassis;
        this.members = Set.copyOf(members);
        this.invariants = invariants;
        this.mayTakeLock = mayTakeLock;
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

    boolean mayTakeLock() {
        return mayTakeLock;
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
