package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.Take;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What really happened in a Security Group while runs were made on it, and what the runs said.
 *
 * <p>It comes from a record that no screen shows and no run can read. All moments are in the time of the group.
 *
 * @param plan what the runs were to do
 * @param lines every line that was received, acts among them
 * @param carrying the SGMs that handled traffic
 * @param roles of both chassis; one that carries alone and with a problem is taken for down
 * @param packageStored whether the very package of the plan was stored on an SGM
 * @param answering whether an SGM let anybody in
 * @param installing whether an installation was at work on an SGM
 * @param synchronised whether an SGM had the connections of the others
 * @param policies which policy an SGM had, in words that are equal for SGMs with the same one; empty for none
 * @param lies when screens did not show what the group was like
 * @param struck the faults that struck
 * @param runs in the order they were made
 */
public record Reality(
        Plan plan,
        List<LineReceived> lines,
        List<ActReceived> acts,
        Course<SortedSet<SgmId>> carrying,
        Course<Map<ChassisId, ChassisRole>> roles,
        SortedMap<SgmId, Course<SgmState>> states,
        SortedMap<SgmId, Course<Optional<Take>>> takes,
        SortedMap<SgmId, Course<Boolean>> cloning,
        SortedMap<SgmId, Course<Boolean>> packageStored,
        SortedMap<SgmId, Course<Boolean>> answering,
        SortedMap<SgmId, Course<Boolean>> installing,
        SortedMap<SgmId, Course<Boolean>> synchronised,
        SortedMap<SgmId, Course<Optional<String>>> policies,
        List<Interval<String>> lies,
        List<Struck> struck,
        List<RunTold> runs) {

    /**
     * What the runs were to do.
     *
     * @param imports whether the first stage stores the package on every SGM, as it does with CPUSE
     * @param chassisA the chassis that is installed first
     * @param lookLasts how old, in the time of the group, what is read can be at the moment it has been read
     */
    public record Plan(SecurityGroup group, boolean imports, ChassisId chassisA, Take take, Duration lookLasts) {
        ChassisId chassisB() {
            return chassisA.other();
        }
    }

    /** A line that was typed in a shell, or given to one to run. */
    public record LineReceived(Instant at, SgmId on, String shell, String line) {}

    /**
     * A fault struck.
     *
     * @param onTheWay whether it concerned only the way to the group, and nothing in the group itself
     */
    public record Struck(Instant at, String fault, boolean onTheWay) {}

    SecurityGroup group() {
        return plan.group();
    }

    /** The acts that changed something. */
    List<ActReceived> effective() {
        return acts.stream().filter(act -> act.tookEffect().isPresent()).toList();
    }

    /** The run during which something was received; empty when no run was under way. */
    Optional<RunTold> runAt(Instant moment) {
        return runs.stream().filter(run -> run.holds(moment)).findFirst();
    }

    boolean lied(Instant begin, Instant end) {
        return lies.stream().anyMatch(lie -> lie.overlaps(begin, end));
    }

    /** Whether every SGM of a chassis was up at one and the same moment or another between these two. */
    boolean everWhole(ChassisId chassis, Instant begin, Instant end) {
        return group().sgmsOf(chassis).stream().allMatch(sgm -> states.get(sgm).ever(begin, end, SgmState.UP::equals));
    }

    boolean everInRole(ChassisId chassis, ChassisRole role, Instant begin, Instant end) {
        return roles.ever(begin, end, all -> all.get(chassis) == role);
    }
}
