package io.bywash.group;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Security Group: the name a site calls it by, and the SGMs that belong to it.
 *
 * @param sgms the inventory in order of chassis and slot; at least one SGM on each chassis
 */
public record SecurityGroup(String name, SortedSet<SgmId> sgms) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,2})(?:\\+(\\d{1,2}))?");

    public SecurityGroup {
        sgms = Collections.unmodifiableSortedSet(new TreeSet<>(sgms));
        for (ChassisId chassis : ChassisId.values()) {
            if (sgms.stream().noneMatch(sgm -> sgm.chassis() == chassis)) {
                throw new IllegalArgumentException(
                        "The Security Group %s has no SGM on %s: this procedure is for two chassis, each with at least one SGM."
                                .formatted(name, chassis));
            }
        }
    }

    public static SecurityGroup of(String name, Collection<SgmId> sgms) {
        return new SecurityGroup(name, new TreeSet<>(sgms));
    }

    /** A Security Group with slots 1 to {@code onChassis1} and 1 to {@code onChassis2} filled. */
    public static SecurityGroup dual(String name, int onChassis1, int onChassis2) {
        SortedSet<SgmId> sgms = new TreeSet<>();
        for (int slot = 1; slot <= onChassis1; slot++) {
            sgms.add(new SgmId(ChassisId.CHASSIS1, slot));
        }
        for (int slot = 1; slot <= onChassis2; slot++) {
            sgms.add(new SgmId(ChassisId.CHASSIS2, slot));
        }
        return new SecurityGroup(name, sgms);
    }

    /**
     * A Security Group as large as a person writes it: {@code 4} for four SGMs on each chassis, {@code 3+5} for three on
     * chassis 1 and five on chassis 2; empty when it is written in another way, or a chassis has no such number of SGMs.
     */
    public static Optional<SecurityGroup> sized(String name, String size) {
        Matcher written = SIZE.matcher(size);
        if (!written.matches()) {
            return Optional.empty();
        }
        int onChassis1 = Integer.parseInt(written.group(1));
        int onChassis2 = written.group(2) == null ? onChassis1 : Integer.parseInt(written.group(2));
        return fills(onChassis1) && fills(onChassis2)
                ? Optional.of(dual(name, onChassis1, onChassis2))
                : Optional.empty();
    }

    private static boolean fills(int sgms) {
        return sgms >= 1 && sgms <= SgmId.LAST_SLOT;
    }

    /** The SGMs of one chassis, in order of slot. */
    public SortedSet<SgmId> sgmsOf(ChassisId chassis) {
        return sgms.stream().filter(sgm -> sgm.chassis() == chassis).collect(Collectors.toCollection(TreeSet::new));
    }
}
