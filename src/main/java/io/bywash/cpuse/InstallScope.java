package io.bywash.cpuse;

import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * The members an installation is for: all SGMs of one chassis.
 *
 * <p>It cannot be made for all members of the group or across both chassis; the vendor forbids that, because traffic
 * would stop (REFERENCE 6, D).
 */
public final class InstallScope {
    private final ChassisId chassis;
    private final SortedSet<SgmId> sgms;

    private InstallScope(ChassisId chassis, SortedSet<SgmId> sgms) {
        this.chassis = chassis;
        this.sgms = Collections.unmodifiableSortedSet(sgms);
    }

    /** Every SGM of the chassis, and no other. */
    public static InstallScope of(SecurityGroup group, ChassisId chassis) {
        return new InstallScope(chassis, group.sgmsOf(chassis));
    }

    public ChassisId chassis() {
        return chassis;
    }

    public SortedSet<SgmId> sgms() {
        return sgms;
    }

    /** The members as {@code member_ids} takes them: ranges and single IDs, such as {@code 1_1-1_4} (REFERENCE 3.1, D). */
    public String memberIds() {
        List<String> parts = new ArrayList<>();
        List<SgmId> run = new ArrayList<>();
        for (SgmId sgm : sgms) {
            if (!run.isEmpty() && sgm.slot() != run.get(run.size() - 1).slot() + 1) {
                parts.add(range(run));
                run.clear();
            }
            run.add(sgm);
        }
        parts.add(range(run));
        return String.join(",", parts);
    }

    private static String range(List<SgmId> run) {
        String first = run.get(0).typed();
        return run.size() == 1 ? first : first + "-" + run.get(run.size() - 1).typed();
    }

    @Override
    public String toString() {
        return memberIds();
    }
}
