package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No act took effect twice on the same SGMs, over all runs; what somebody else or a fault undid in between may be done
 * again, and one lock may be taken over in each run.
 */
public final class NoActTwice implements Checker<Reality> {
    @Override
    public String rule() {
        return "no act takes effect twice";
    }

    @Override
    public Verdict check(Reality reality) {
        List<ActReceived> before = new ArrayList<>();
        for (ActReceived act : reality.effective()) {
            for (ActReceived first : before) {
                if (same(first, act) && !undone(first, act, reality)) {
                    return new Verdict.Violated("%s took effect, and so did %s".formatted(first, act));
                }
            }
            before.add(act);
        }
        return before.isEmpty() ? new Verdict.Unknown("no act took effect") : new Verdict.Holds(before.size());
    }

    private static boolean same(ActReceived first, ActReceived second) {
        if (first.kind() != second.kind()) {
            return false;
        }
        return switch (first.kind()) {
            case LOCK_OVERRIDE, UPLOAD, LEASE_TAKEN, LEASE_GIVEN_BACK -> false;
            case CHASSIS_DOWN, CHASSIS_UP, INSTALL, IMPORT, CLONING_OFF, ANOTHER ->
                first.touched().stream().anyMatch(second.touched()::contains);
        };
    }

    /** Whether what the first act did was no longer so when the second was received. */
    private static boolean undone(ActReceived first, ActReceived second, Reality reality) {
        Instant from = first.tookEffect().orElseThrow();
        Instant until = second.at();
        return switch (first.kind()) {
            case CHASSIS_DOWN, CHASSIS_UP ->
                !backAndForthInOneRun(first, second, reality)
                        && first.chassis().stream().allMatch(chassis -> turnedBack(first, chassis, until, reality));
            case INSTALL -> first.touched().stream().noneMatch(sgm -> atWorkOrDone(sgm, from, until, reality));
            case CLONING_OFF -> cloningCameOn(first.touched(), from, until, reality);
            case IMPORT ->
                first.touched().stream()
                        .anyMatch(sgm -> !reality.packageStored().get(sgm).ever(until, until, stored -> stored));
            default -> false;
        };
    }

    private static boolean backAndForthInOneRun(ActReceived first, ActReceived second, Reality reality) {
        ActReceived.Kind opposite = first.kind() == ActReceived.Kind.CHASSIS_DOWN
                ? ActReceived.Kind.CHASSIS_UP
                : ActReceived.Kind.CHASSIS_DOWN;
        return reality.runAt(first.at()).equals(reality.runAt(second.at()))
                && reality.effective().stream()
                        .filter(act -> act.kind() == opposite && act.chassis().equals(first.chassis()))
                        .anyMatch(
                                act -> act.at().isAfter(first.at()) && act.at().isBefore(second.at()));
    }

    /** Whether the chassis came to be as the first act wanted it, and then left that state again. */
    private static boolean turnedBack(ActReceived first, ChassisId chassis, Instant until, Reality reality) {
        boolean down = first.kind() == ActReceived.Kind.CHASSIS_DOWN;
        Instant from = first.tookEffect().orElseThrow();
        boolean reached = false;
        for (Interval<Map<ChassisId, ChassisRole>> interval : reality.roles().intervals()) {
            if (interval.overlaps(from, until)) {
                boolean asWanted = (interval.what().get(chassis) == ChassisRole.DOWN) == down;
                if (reached && !asWanted) {
                    return true;
                }
                reached |= asWanted;
            }
        }
        return false;
    }

    /** Whether an installation has left the take of the plan on an SGM, or may still do so. */
    private static boolean atWorkOrDone(SgmId sgm, Instant from, Instant until, Reality reality) {
        return reality.installing().get(sgm).ever(until, until, installing -> installing)
                || Claim.take(sgm, from, until, reality).everSo();
    }

    private static boolean cloningCameOn(Set<SgmId> sgms, Instant from, Instant until, Reality reality) {
        return sgms.stream()
                .anyMatch(sgm -> reality.cloning().get(sgm).intervals().stream()
                        .anyMatch(interval ->
                                interval.from().isAfter(from) && interval.overlaps(from, until) && interval.what()));
    }
}
