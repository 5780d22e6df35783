package io.bywash.target;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The slots of one chassis as a person writes them: {@code 1-4}, {@code [1, 2, 4]} or {@code 3}. */
final class SlotsText {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

    private SlotsText() {}

    /** The SGMs in these slots, or empty when no form fits, a range runs backwards, or a chassis has no such slot. */
    static Optional<SortedSet<SgmId>> read(ChassisId chassis, JsonNode slots) {
        SortedSet<SgmId> sgms = new TreeSet<>();
        try {
            if (slots.isArray()) {
                slots.forEach(slot -> sgms.add(new SgmId(chassis, slot.asInt())));
            } else {
                Matcher range = RANGE.matcher(slots.asString());
                if (range.matches()) {
                    int first = Integer.parseInt(range.group(1));
                    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
                    for (int slot = first; slot <= last; slot++) {
                        sgms.add(new SgmId(chassis, slot));
                    }
                }
            }
        } catch (IllegalArgumentException e) { // the slot is none
            return Optional.empty();
        }
        return Optional.of(sgms).filter(found -> !found.isEmpty());
    }
}
