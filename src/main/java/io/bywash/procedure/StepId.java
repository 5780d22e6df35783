package io.bywash.procedure;

import java.util.ArrayList;
import java.util.List;

/**
 * A lettered step of the vendor's page: {@code 3.F}.
 *
 * @param part 1 to 5
 * @param letter from A
 */
public record StepId(int part, char letter) {
    public StepId {
        boolean known = part >= 1
                && part <= Stage.values().length
                && letter >= 'A'
                && letter < 'A' + Stage.values()[part - 1].stepCount();
        if (!known) {
            throw new IllegalArgumentException("The vendor's page has no step %d.%s.".formatted(part, letter));
        }
    }

    /** Reads {@code 3.F}. */
    public static StepId parse(String text) {
        if (!text.matches("\\d\\.[A-Z]")) {
            throw new IllegalArgumentException("'%s' is no step of the vendor's page; write 3.F.".formatted(text));
        }
        return new StepId(text.charAt(0) - '0', text.charAt(2));
    }

    /** The letter of the step with this id; a blank for what is no lettered step. */
    static char letterIn(String id) {
        return id.matches("\\d\\.[A-Z]") ? id.charAt(2) : ' ';
    }

    /** All steps in the order of the page. */
    public static List<StepId> all() {
        List<StepId> all = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (char letter = 'A'; letter < 'A' + stage.stepCount(); letter++) {
                all.add(new StepId(stage.number(), letter));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return part + "." + letter;
    }
}
