package io.bywash.group;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Security Gateway Module, named by its chassis and its slot.
 *
 * <p>Devices print {@code 1_01} and accept {@code 1_1} as well as {@code 1_01}; both are the same SGM (REFERENCE 1, D).
 *
 * @param slot 1 to 14, the number of the blade within its chassis
 */
public record SgmId(ChassisId chassis, int slot) implements Comparable<SgmId> {
    /** The highest slot, and so the most SGMs that a chassis has. */
    public static final int LAST_SLOT = 14;

    private static final Pattern FORM = Pattern.compile("([12])_(\\d{1,2})");

    public SgmId {
        if (slot < 1 || slot > LAST_SLOT) {
            throw new IllegalArgumentException(
                    "There is no slot %d in %s: a chassis has slots 1 to %d.".formatted(slot, chassis, LAST_SLOT));
        }
    }

    /**
     * Reads {@code 1_1} or {@code 1_01}.
     *
     * @throws IllegalArgumentException when the text names no SGM
     */
    public static SgmId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' names no SGM: write <chassis>_<slot>, for example 1_1 or 2_04.".formatted(text));
        }
        return new SgmId(ChassisId.of(Integer.parseInt(matcher.group(1))), Integer.parseInt(matcher.group(2)));
    }

    /** The short form, as a person types it: {@code 1_1}. */
    public String typed() {
        return chassis.number() + "_" + slot;
    }

    /** The long form, as devices print it: {@code 1_01}. */
    @Override
    public String toString() {
        return "%d_%02d".formatted(chassis.number(), slot);
    }

    @Override
    public int compareTo(SgmId other) {
        return Comparator.comparing(SgmId::chassis)
                .thenComparingInt(SgmId::slot)
                .compare(this, other);
    }
}
