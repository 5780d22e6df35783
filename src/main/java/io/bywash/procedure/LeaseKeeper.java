package io.bywash.procedure;

import io.bywash.cluster.Lease;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.History;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.SgmSilent;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Unanswered;
import io.bywash.group.SgmId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second run away from the Security Group while this one is at work, with a {@link Lease} on each SGM, where a
 * second engineer on a second machine meets it too, wherever the SMO is then.
 *
 * <p>A lease of another run is never taken away, unless the history of that run is kept here and its very process is over, or
 * a person names the lease on the command line; either way that is written down. Right before every act the lease is read
 * again, so that a run whose lease was taken away sends nothing more.
 */
public final class LeaseKeeper {
    private static final int TRIES = 3;
    private static final Set<String> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Assignment assignment;
    private final Dialect dialect;
    private final ManagementAddress address;
    private final Permits permits;
    private final History history;
    private final Journal journal;
    private final Optional<String> takenOver;
    private final SortedSet<SgmId> holding = new TreeSet<>();
    private Optional<Lease> ours = Optional.empty();
    private boolean taken;

    /**
     * @param takenOver the text of another run's lease that a person has decided to take over
     */
    public LeaseKeeper(
            Assignment assignment,
            Dialect dialect,
            ManagementAddress address,
            Permits permits,
            History history,
            Journal journal,
            Optional<String> takenOver) {
        this.assignment = assignment;
        this.dialect = dialect;
        this.address = address;
        this.permits = permits;
        this.history = history;
        this.journal = journal;
        this.takenOver = takenOver;
    }

    private Lease ours() {
        if (ours.isEmpty()) {
            ours = Lease.parse(history.ask(
                    "the lease of this run",
                    () -> Lease.ofThisProcess(assignment.audit().name(), history.now())
                            .toString()));
        }
        return ours.orElseThrow();
    }

    /** The lease on the SGM we are on; empty for none. */
    String on(GaiaSession onSgm) {
        return String.join(
                " ",
                onSgm.run(Command.read(Shell.EXPERT, dialect.say(Phrase.LEASE_READ, "path", path())))
                        .lines());
    }

    /** The first of some leases that keeps this run away. */
    Optional<String> foreign(Collection<String> leases) {
        return leases.stream()
                .filter(lease -> !lease.isEmpty() && !mayGo(lease))
                .findFirst();
    }

    private boolean mayGo(String lease) {
        return lease.equals(ours().toString())
                || takenOver.filter(lease::equals).isPresent()
                || Lease.parse(lease).map(this::isLeftBehind).orElse(false);
    }

    /**
     * Whether the lease is of a run whose history is kept here and whose very process is over; only a person can say so of any
     * other. A run of this process that has ended may have left its lease on an SGM that was away by then.
     */
    private boolean isLeftBehind(Lease lease) {
        return journal.held(lease.toString())
                && Boolean.parseBoolean(history.ask(
                        "whether the process of the lease %s is over".formatted(lease),
                        () -> Boolean.toString(lease.isLeftBehind()
                                || lease.isOfThisProcess() && !HELD_HERE.contains(heldAs(lease)))));
    }

    private String heldAs(Lease lease) {
        return lease + " on " + address.endpoint();
    }

    /** Another run's lease keeps this one away: who holds it, since when, and what to do. */
    Refused besides(String lease) {
        String who = Lease.parse(lease)
                .map(other -> "%s is at work on this Security Group from the host %s, process %d, since %s."
                        .formatted(
                                other.holder(),
                                other.process().host(),
                                other.process().number(),
                                other.since()))
                .orElse(
                        "Another run is at work on this Security Group: its lease is \"%s\", which no run of this version writes."
                                .formatted(lease));
        String advice = Lease.parse(lease)
                .map(other -> """
                        %s Only when it is certain that this run is over and that nothing it ordered is under way, take the lease \
                        over: add -Dbywash.takeOver=%s""".formatted(
                                journal.held(lease)
                                        ? "That run has its history here, and its process is not certainly over: look there."
                                        : "No history here is of that run: ask there.",
                                lease))
                .orElse("Find out who wrote %s on the SGMs.".formatted(path()));
        return new Refused("no other run at work on the group", who, Finding.about(Remedy.ANOTHER_RUN, lease, advice));
    }

    /**
     * Puts our lease on every SGM that answers.
     *
     * @throws Refused when another run's is there
     */
    void take() {
        if (taken) {
            return;
        }
        taken = true;
        HELD_HERE.add(heldAs(ours()));
        history.record(new Fact.LeaseHeld(history.now(), ours().toString()));
        try (GaiaSession session = address.logIn("lease")) {
            for (SgmId sgm : assignment.group().sgms()) {
                onSgm(session, sgm, () -> take(session, sgm));
            }
        }
        history.note("Lease %s is on the SGMs until this run ends (%s).".formatted(ours(), path()));
    }

    private void take(GaiaSession session, SgmId sgm) {
        String found = on(session);
        if (!found.isEmpty() && !found.equals(ours().toString())) {
            if (!mayGo(found)) {
                throw anothers(sgm, found);
            }
            history.note("The lease %s on %s is taken over: %s."
                    .formatted(
                            found,
                            sgm,
                            takenOver.filter(found::equals).isPresent()
                                    ? "the command line says so"
                                    : "its run has its history here, and its process is over"));
            act(session, sgm, Phrase.LEASE_RELEASE);
        }
        String now = put(session, sgm);
        if (!now.equals(ours().toString())) {
            throw now.isEmpty()
                    ? new Broken(
                            "The lease cannot be written on %s: %s is not there after it was made. Look at the room and the rights in %s there; nothing else was sent."
                                    .formatted(sgm, path(), assignment.remoteDirectory()))
                    : anothers(sgm, now);
        }
        holding.add(sgm);
    }

    /**
     * Puts our lease on an SGM, once more where the line died and nothing is there, and says what is there then. The link is
     * made in one move and never over another one, so that this is no act that could happen twice.
     */
    private String put(GaiaSession session, SgmId sgm) {
        for (int left = TRIES; ; left--) {
            boolean answered = act(session, sgm, Phrase.LEASE_TAKE);
            String now = on(session);
            if (answered || !now.isEmpty() || left == 1) {
                return now;
            }
        }
    }

    /**
     * What is on the SGMs where our lease should be: another run's lease, or none where we have put ours.
     *
     * @param found the lease on each SGM that answered; empty for none
     */
    SortedMap<SgmId, String> notOurs(SortedMap<SgmId, String> found) {
        SortedMap<SgmId, String> others = new TreeMap<>();
        found.forEach((sgm, lease) -> {
            if (lease.isEmpty() && holding.contains(sgm)) {
                others.put(sgm, "none");
            } else if (!lease.isEmpty() && !lease.equals(ours().toString())) {
                others.put(sgm, lease);
            }
        });
        return others;
    }

    private Refused anothers(SgmId sgm, String lease) {
        history.note("On %s the lease is %s.".formatted(sgm, lease));
        return besides(lease);
    }

    /** Whether it was answered; where its line died, what came of it is read on another one. */
    private boolean act(GaiaSession session, SgmId sgm, Phrase act) {
        String line = dialect.say(act, "path", path()).replace("{lease}", ours().toString());
        try {
            session.run(Command.act(Shell.EXPERT, permits.forLease(act, sgm, line)));
            return true;
        } catch (Unanswered e) {
            history.note("%s What became of it is read on another line.".formatted(e.getMessage()));
            return false;
        }
    }

    /** Takes our lease from every SGM that answers; what cannot be taken away is told. */
    public void release() {
        if (!taken) {
            return;
        }
        taken = false;
        holding.clear();
        try (GaiaSession session = address.logIn("lease")) {
            for (SgmId sgm : assignment.group().sgms()) {
                onSgm(session, sgm, () -> {
                    if (on(session).equals(ours().toString())) {
                        act(session, sgm, Phrase.LEASE_RELEASE);
                    }
                });
            }
        } catch (Broken | Misbehaviour | NotProven | Refused e) {
            history.note(
                    "The lease %s could not be taken away everywhere: %s The next run with these reports sees that it was left behind."
                            .formatted(ours(), e.getMessage()));
        } finally {
            HELD_HERE.remove(heldAs(ours()));
        }
    }

    /** An SGM that does not answer cannot be asked for its lease; nor can anybody put one there. */
    private void onSgm(GaiaSession session, SgmId sgm, Runnable doing) {
        try {
            session.goTo(sgm);
        } catch (SgmSilent e) {
            history.note("%s does not answer, so the lease there stays as it is.".formatted(sgm));
            return;
        }
        doing.run();
        session.comeBack();
    }

    private String path() {
        return assignment.remoteDirectory() + "/" + Lease.FILE;
    }
}
