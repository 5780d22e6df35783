package io.bywash.gaia;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConnectionLost;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The leave to send one act, once: this line, for this step, from one of these members.
 *
 * <p>Only {@link Permits} makes one. Right before the act goes out its safeguard reads the device anew, and what is about
 * to be sent is written to the history, which is on disk before the first key.
 */
public final class Permit {
    /** How old the state of the group may be when an act goes out. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final String LOCK = "lock database override";
    private static final int LOOKS = 3;

    private final Act act;
    private final SortedSet<SgmId> members;
    private final Safeguard safeguard;
    private final History history;
    private final AtomicBoolean lockTaken;
    private final AtomicBoolean used;
    private final int standstills;
    private Optional<Look> lastLook = Optional.empty();

    /** What may be sent, for which step; the kind is the procedure's word for it. */
    record Act(String step, String line, String kind, Optional<ChassisId> chassis) {}

    /**
     * @param lockTaken whether the configuration lock may not be taken over (any more) for this act; set when it is
     */
    Permit(Act act, Set<SgmId> members, Safeguard safeguard, History history, AtomicBoolean lockTaken) {
        this(act, members, safeguard, history, lockTaken, new AtomicBoolean());
    }

    private Permit(
            Act act,
            Set<SgmId> members,
            Safeguard safeguard,
            History history,
            AtomicBoolean lockTaken,
            AtomicBoolean used) {
        this.used = used;
        this.act = act;
        this.members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        this.safeguard = safeguard;
        this.history = history;
        this.lockTaken = lockTaken;
        this.standstills = history.standstills();
    }

    /** The step that the act belongs to. */
    public String step() {
        return act.step();
    }

    /** The line that may be sent. */
    public String line() {
        return act.line();
    }

    /** The chassis it is for; empty for what concerns the whole group. */
    public Optional<ChassisId> chassis() {
        return act.chassis();
    }

    /**
     * The same leave, which is used up with this one, for a line that means what it should on one member alone.
     *
     * @throws Refused when it may not be sent from there
     */
    public Permit onlyOn(SgmId member) {
        if (!members.contains(member)) {
            throw new Refused(
                    "'%s' is not sent from %s: it may be typed on one of %s.".formatted(line(), member, members));
        }
        return new Permit(act, Set.of(member), safeguard, history, lockTaken, used);
    }

    /** Whether a colleague's configuration lock may be taken over for this act. */
    boolean mayTakeLock() {
        return !lockTaken.get();
    }

    /**
     * The leave to take the lock over, from the same members, because the device said that a lock kept it from running the
     * act.
     *
     * @throws Refused when it was taken over before in this part of the procedure
     */
    Permit forLock() {
        if (!lockTaken.compareAndSet(false, true)) {
            throw new Refused("The configuration lock is not taken over a second time for step %s.".formatted(step()));
        }
        return new Permit(
                new Act(step(), LOCK, "lock", chassis()), members, safeguard, history, new AtomicBoolean(true));
    }

    /** Whether the line holds something that was read on the device just before, and that has to be read again with it. */
    boolean restsOnAReading() {
        return act.kind().equals(Phrase.INSTALL.key());
    }

    /** The leave to send the same act, which did not leave here, on another line; all that has to hold is read anew. */
    Permit renewed() {
        return new Permit(act, members, safeguard, history, lockTaken);
    }

    /** The leave to send the same act again after the lock was taken over; the device had not run it. */
    Permit again() {
        return new Permit(act, members, safeguard, history, new AtomicBoolean(true));
    }

    /**
     * Uses the permit up.
     *
     * @param prompt where the act is about to be typed
     * @throws Refused when the permit is for something else, was used before, or what has to hold does not, or is unknown
     */
    void use(String line, Prompt prompt) {
        if (!prompt.member().map(members::contains).orElse(false)) {
            throw new Refused("'%s' was not sent: it may be typed on one of %s, and the prompt %s is of %s."
                    .formatted(line, members, prompt, prompt.memberTold()));
        }
        use(line);
    }

    /** Uses the permit up for an act that is no command, such as an upload. */
    void use(String line) {
        if (!line.equals(line())) {
            throw new Refused("'%s' was not sent: the permit of step %s is for '%s'.".formatted(line, step(), line()));
        }
        if (!used.compareAndSet(false, true)) {
            throw new Refused(
                    "'%s' was not sent again: the permit of step %s was used before.".formatted(line, step()));
        }
        try {
            refuseAfterAStandstill();
            begin();
        } catch (NotSent e) {
            throw e;
        } catch (ConnectionLost | NotProven | Misbehaviour e) {
            throw new Refused(
                    "'%s' was not sent: what has to hold before it cannot be read. %s".formatted(line, e.getMessage()));
        }
    }

    private void begin() {
        int examined = -1;
        for (int look = 1; look <= LOOKS; look++) {
            if (examined != history.standstills()) {
                safeguard.examine();
                examined = history.standstills();
            }
            history.lookAtTheClock();
            Look begun = new Look(history.nanos(), history.now());
            safeguard.look();
            if (isFresh(begun) && examined == history.standstills()) {
                history.record(new Fact.ActIntended(
                        history.now(),
                        step(),
                        line(),
                        act.kind(),
                        chassis().map(ChassisId::toString).orElse("")));
                if (isFresh(begun)) {
                    lastLook = Optional.of(begun);
                    return;
                }
                ended(Fact.ActEnd.NOT_SENT, "the state of the group was older than 5 s by then");
            }
        }
        throw new Refused("""
                '%s' was not sent: the state of the group has to be read within %d s before, and it took longer %d times. \
                Look why the device or the line to it is slow, and run the stage again.""".formatted(line(), FRESH.toSeconds(), LOOKS));
    }

    /**
     * The last thing before Enter.
     *
     * @throws NotSent when the look at the group has become old meanwhile
     */
    void refuseWhenStale() {
        if (!lastLook.map(this::isFresh).orElse(true)) {
            throw new NotSent(line(), "the state of the group was read more than 5 s ago by then.");
        }
    }

    /** A process that was stopped has read what it knows too long ago, though its own clock may not say so. */
    private void refuseAfterAStandstill() {
        history.lookAtTheClock();
        if (history.standstills() == standstills) {
            return;
        }
        String why = "our own process stood still for minutes since its permit was given, so everything is read anew.";
        history.note("'%s' was not sent: %s".formatted(line(), why));
        throw new NotSent(line(), why);
    }

    /** When a look was begun, by the clock that nobody can set, and by the one that goes on while a machine sleeps. */
    private record Look(long nanos, Instant at) {}

    private boolean isFresh(Look begun) {
        history.lookAtTheClock();
        return history.nanos() - begun.nanos() <= FRESH.toNanos()
                && !history.now().isAfter(begun.at().plus(FRESH));
    }

    /** Writes down what became of the act. */
    void ended(Fact.ActEnd end, String how) {
        history.record(new Fact.ActEnded(history.now(), step(), line(), end, how));
    }
}
