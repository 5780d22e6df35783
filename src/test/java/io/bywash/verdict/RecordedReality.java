package io.bywash.verdict;

import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.Take;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A record written by hand: two chassis of one SGM each, of which chassis 2 carries and nothing ever happens, and then
 * whatever a test adds, in seconds after the start.
 */
final class RecordedReality {
    static final SgmId A = SgmId.parse("1_1");
    static final SgmId B = SgmId.parse("2_1");
    static final Take TAKE = new Take(110);

    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 1, 1);

    private final List<Reality.LineReceived> lines = new ArrayList<>();
    private final List<ActReceived> acts = new ArrayList<>();
    private final List<Interval<SortedSet<SgmId>>> carrying = new ArrayList<>();
    private final List<Interval<Map<ChassisId, ChassisRole>>> roles = new ArrayList<>();
    private final SortedMap<SgmId, List<Interval<SgmState>>> states = each(SgmState.UP);
    private final SortedMap<SgmId, List<Interval<Optional<Take>>>> takes = each(Optional.empty());
    private final SortedMap<SgmId, List<Interval<Boolean>>> cloning = each(false);
    private boolean cpuse = true;
    private final SortedMap<SgmId, List<Interval<Boolean>>> stored = each(true);
    private final SortedMap<SgmId, List<Interval<Boolean>>> answering = each(true);
    private final SortedMap<SgmId, List<Interval<Boolean>>> installing = each(false);
    private final SortedMap<SgmId, List<Interval<Boolean>>> synchronised = each(true);
    private final SortedMap<SgmId, List<Interval<Optional<String>>>> policies = each(Optional.of("the policy"));
    private final List<Interval<String>> lies = new ArrayList<>();
    private final List<Reality.Struck> struck = new ArrayList<>();
    private final List<RunTold> runs = new ArrayList<>();

    RecordedReality() {
        carrying(0, Set.of(B));
        roles(0, ChassisRole.STANDBY, ChassisRole.ACTIVE);
    }

    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    static Cause act(String line) {
        return new Cause(true, line);
    }

    static Cause fault(String name) {
        return new Cause(false, name);
    }

    private static <T> SortedMap<SgmId, List<Interval<T>>> each(T first) {
        SortedMap<SgmId, List<Interval<T>>> all = new TreeMap<>();
        GROUP.sgms().forEach(sgm -> all.put(sgm, new ArrayList<>(List.of(lasting(0, first)))));
        return all;
    }

    private static <T> Interval<T> lasting(long from, T what, Cause... because) {
        return new Interval<>(at(from), Instant.MAX, what, Set.of(because));
    }

    private static <T> void become(List<Interval<T>> intervals, long from, T what, Cause... because) {
        if (!intervals.isEmpty()) {
            Interval<T> open = intervals.remove(intervals.size() - 1);
            intervals.add(new Interval<>(open.from(), at(from), open.what(), open.because()));
        }
        intervals.add(lasting(from, what, because));
    }

    RecordedReality carrying(long from, Set<SgmId> sgms, Cause... because) {
        become(carrying, from, new TreeSet<>(sgms), because);
        return this;
    }

    RecordedReality roles(long from, ChassisRole one, ChassisRole two, Cause... because) {
        become(roles, from, Map.of(ChassisId.CHASSIS1, one, ChassisId.CHASSIS2, two), because);
        return this;
    }

    RecordedReality state(SgmId sgm, long from, SgmState state, Cause... because) {
        become(states.get(sgm), from, state, because);
        return this;
    }

    RecordedReality take(SgmId sgm, long from, Take take) {
        become(takes.get(sgm), from, Optional.of(take));
        return this;
    }

    RecordedReality cloning(SgmId sgm, long from, boolean on) {
        become(cloning.get(sgm), from, on);
        return this;
    }

    RecordedReality withoutCpuse() {
        cpuse = false;
        return this;
    }

    RecordedReality stored(SgmId sgm, long from, boolean is) {
        become(stored.get(sgm), from, is);
        return this;
    }

    RecordedReality answering(SgmId sgm, long from, boolean answers) {
        become(answering.get(sgm), from, answers);
        return this;
    }

    RecordedReality installing(SgmId sgm, long from, boolean is) {
        become(installing.get(sgm), from, is);
        return this;
    }

    RecordedReality synchronised(SgmId sgm, long from, boolean is) {
        become(synchronised.get(sgm), from, is);
        return this;
    }

    RecordedReality policy(SgmId sgm, long from, Optional<String> which) {
        become(policies.get(sgm), from, which);
        return this;
    }

    RecordedReality lie(long from, long until) {
        lies.add(new Interval<>(at(from), at(until), "screens lie", Set.of()));
        return this;
    }

    /** A fault of the group itself, or one on the way to it. */
    RecordedReality struck(long at, String fault, boolean onTheWay) {
        struck.add(new Reality.Struck(at(at), fault, onTheWay));
        return this;
    }

    RecordedReality line(long at, String line) {
        lines.add(new Reality.LineReceived(at(at), B, "expert", line));
        return this;
    }

    /** An act that takes effect at once on these SGMs, or has no effect where there are none. */
    RecordedReality act(long at, ActReceived.Kind kind, SgmId on, String line, SgmId... touched) {
        line(at, line);
        acts.add(new ActReceived(
                at(at),
                on,
                line,
                kind,
                touched.length == 0 ? Optional.empty() : Optional.of(at(at)),
                new TreeSet<>(List.of(touched))));
        return this;
    }

    RecordedReality down(long at, int chassis, SgmId... touched) {
        return act(at, ActReceived.Kind.CHASSIS_DOWN, B, "asg chassis_admin -c %d down".formatted(chassis), touched);
    }

    /** A run that looked at these moments, and measured nothing. */
    RecordedReality run(String stage, long from, long until, Outcome outcome, long... looks) {
        return add(told(stage, from, until, outcome, looks));
    }

    RecordedReality add(RunTold run) {
        runs.add(run);
        return this;
    }

    static RunTold told(String stage, long from, long until, Outcome outcome, long... looks) {
        return new RunTold(
                stage,
                at(from),
                at(until),
                outcome,
                "",
                List.of(),
                Arrays.stream(looks).mapToObj(RecordedReality::at).toList(),
                List.of(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(90),
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** A run that measured one thing in one step, which lasted as long as the run. */
    RecordedReality measured(
            String stage,
            long from,
            long until,
            String id,
            Outcome outcome,
            String name,
            String expected,
            String actual) {
        boolean right = outcome == Outcome.PASSED;
        RunTold run = told(stage, from, until, Outcome.NOT_PROVEN, until);
        StepTold step =
                new StepTold(id, at(from), at(until), outcome, List.of(new Measurement(name, expected, actual, right)));
        return add(new RunTold(
                run.stage(),
                run.from(),
                run.until(),
                run.outcome(),
                run.said(),
                List.of(step),
                run.looks(),
                run.cutOff(),
                run.took(),
                run.deadline(),
                run.ended(),
                run.failurePage(),
                Optional.empty()));
    }

    Reality record() {
        return new Reality(
                new Reality.Plan(GROUP, cpuse, ChassisId.CHASSIS1, TAKE, Duration.ofSeconds(5)),
                lines,
                acts,
                new Course<>(carrying),
                new Course<>(roles),
                courses(states),
                courses(takes),
                courses(cloning),
                courses(stored),
                courses(answering),
                courses(installing),
                courses(synchronised),
                courses(policies),
                lies,
                struck,
                runs);
    }

    private static <T> SortedMap<SgmId, Course<T>> courses(SortedMap<SgmId, List<Interval<T>>> all) {
        SortedMap<SgmId, Course<T>> courses = new TreeMap<>();
        all.forEach((sgm, intervals) -> courses.put(sgm, new Course<>(intervals)));
        return courses;
    }

    /** The names of the checkers that find their rule broken. */
    List<String> violated() {
        return Inquest.into(record()).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Verdict.Violated)
                .map(Map.Entry::getKey)
                .toList();
    }

    static Stream<String> failurePage() {
        return Stream.of(
                "FAILED",
                "expected   1_01 has Take 110",
                "seen       1_01 no Jumbo",
                "chassis1   DOWN",
                "chassis2   ACTIVE with every SGM",
                "next       leave chassis2 as it is",
                "resume     mvn verify -Dcucumber.filter.tags=@chassisA",
                "rollback   asg chassis_admin -c 1 up");
    }
}
