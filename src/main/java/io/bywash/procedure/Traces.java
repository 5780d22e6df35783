package io.bywash.procedure;

import io.bywash.evidence.Fact;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Refusals;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What the facts of a run say was done to the Security Group, and what is known of it since.
 *
 * <p>An act counts from the moment it was intended, answered or not; one that did not leave here does not count, nor one that
 * the device says it did not run.
 */
final class Traces {
    /** What is known of the hotfix on the SGMs of a chassis. */
    enum Hotfix {
        /** Nothing was read of it. */
        UNKNOWN,
        /** No SGM has it. */
        NONE,
        /** The SGMs differ, or the two evidences of one do. */
        SOME,
        /** Every SGM has it. */
        ALL,
        /** It was ordered, and nothing was read of it since. */
        ORDERED
    }

    /**
     * Something that was sent and changes the group; what is done with a lease does not count.
     *
     * @param kind the name of its phrase, or {@code upload}
     * @param at when it was answered or given up; when it was about to go out, where neither is known
     * @param answered whether the device came back to a prompt after it
     */
    record Act(String step, String kind, Optional<ChassisId> chassis, String line, Instant at, boolean answered) {
        boolean is(Phrase phrase) {
            return kind.equals(phrase.key());
        }

        /** Whether the roles of the chassis and the states of the SGMs go on changing for a while after it. */
        boolean moves() {
            return is(Phrase.CHASSIS_DOWN) || is(Phrase.CHASSIS_UP) || is(Phrase.INSTALL);
        }
    }

    private static final List<String> OF_TAKES = List.of("SGM", "by installer", "by cpinfo");
    private static final Set<String> LEASE = Set.of(Phrase.LEASE_TAKE.key(), Phrase.LEASE_RELEASE.key());

    private final Assignment assignment;
    private final List<Act> acts = new ArrayList<>();
    private final Map<SgmId, Optional<Boolean>> takes = new TreeMap<>();
    private final Set<ChassisId> ordered = EnumSet.noneOf(ChassisId.class);
    private final Set<ChassisId> orderedBefore;
    private Optional<Fact.ActIntended> intended = Optional.empty();

    private Traces(Assignment assignment, Set<ChassisId> orderedBefore) {
        this.assignment = assignment;
        this.orderedBefore = orderedBefore;
    }

    /**
     * @param orderedBefore the chassis on which an earlier run ordered an installation that no run has proven
     */
    static Traces of(List<Fact> facts, Assignment assignment, Set<ChassisId> orderedBefore) {
        Traces traces = new Traces(assignment, orderedBefore);
        facts.forEach(traces::read);
        traces.intended.ifPresent(act -> traces.add(act, act.at(), false));
        return traces;
    }

    private void read(Fact fact) {
        if (fact instanceof Fact.ActIntended act) {
            intended = Optional.of(act);
        } else if (fact instanceof Fact.ActEnded ended && intended.isPresent()) {
            if (ended.end() != Fact.ActEnd.NOT_SENT) {
                add(intended.get(), ended.at(), ended.end() == Fact.ActEnd.ANSWERED);
            }
            intended = Optional.empty();
        } else if (fact instanceof Fact.Exchanged exchanged
                && Refusals.in(exchanged.screen()).isPresent()) {
            forget(exchanged.command());
        } else if (fact instanceof Fact.TableKept table) {
            readTakes(table);
        }
    }

    private void add(Fact.ActIntended act, Instant at, boolean answered) {
        if (LEASE.contains(act.kind())) {
            return;
        }
        Optional<ChassisId> chassis = Arrays.stream(ChassisId.values())
                .filter(one -> one.toString().equals(act.chassis()))
                .findFirst();
        acts.add(new Act(act.step(), act.kind(), chassis, act.line(), at, answered));
        if (act.kind().equals(Phrase.INSTALL.key())) {
            chassis.ifPresent(ordered::add);
        }
    }

    /** The device said that it did not run the line that was typed last. */
    private void forget(String line) {
        if (!acts.isEmpty() && acts.get(acts.size() - 1).line().equals(line)) {
            Act never = acts.remove(acts.size() - 1);
            if (never.kind().equals(Phrase.INSTALL.key())) {
                never.chassis().ifPresent(ordered::remove);
            }
        }
    }

    /** Tables of takes name the SGM and both evidences in their header; no other table does. */
    private void readTakes(Fact.TableKept table) {
        if (!table.header().containsAll(OF_TAKES)) {
            return;
        }
        int sgm = table.header().indexOf("SGM");
        int byInstaller = table.header().indexOf("by installer");
        int byCpinfo = table.header().indexOf("by cpinfo");
        String take = assignment.take().toString();
        table.rows().forEach(row -> {
            SgmId id = SgmId.parse(row.get(sgm));
            boolean other = row.get(byCpinfo).equals(take);
            boolean one = assignment.release().hasCpuse() ? row.get(byInstaller).equals(take) : other;
            boolean silent = row.get(byInstaller).equals("no answer");
            takes.put(id, one != other || silent ? Optional.empty() : Optional.of(one));
            ordered.remove(id.chassis());
        });
    }

    /** What is known of the hotfix on a chassis. */
    Hotfix hotfix(ChassisId chassis) {
        SortedSet<SgmId> sgms = assignment.group().sgmsOf(chassis);
        boolean all = sgms.stream().allMatch(sgm -> Optional.of(true).equals(takes.get(sgm)));
        if (ordered.contains(chassis) || orderedBefore.contains(chassis) && !all) {
            return Hotfix.ORDERED;
        }
        if (!takes.keySet().containsAll(sgms)) {
            return Hotfix.UNKNOWN;
        }
        boolean none = sgms.stream().allMatch(sgm -> takes.get(sgm).equals(Optional.of(false)));
        return all ? Hotfix.ALL : none ? Hotfix.NONE : Hotfix.SOME;
    }

    /** Whether an act of this kind was sent, for this chassis where it is for one. */
    boolean sent(Phrase what, Optional<ChassisId> chassis) {
        return acts.stream()
                .anyMatch(act -> act.kind().equals(what.key()) && act.chassis().equals(chassis));
    }

    /** The last act of one step. */
    Optional<Act> lastOf(String step) {
        return acts.stream().filter(act -> act.step().equals(step)).reduce((first, last) -> last);
    }

    /** The last act after which the group goes on moving for a while. */
    Optional<Act> lastThatMoves() {
        return acts.stream().filter(Act::moves).reduce((first, last) -> last);
    }

    /** Whether the run sent nothing that changes the group. */
    boolean changedNothing() {
        return acts.isEmpty();
    }

    boolean broughtThePackage() {
        return acts.stream()
                .anyMatch(act -> act.kind().equals("upload") || act.kind().equals(Phrase.IMPORT_PACKAGE.key()));
    }
}
