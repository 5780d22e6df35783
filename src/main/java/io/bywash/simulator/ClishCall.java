package io.bywash.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One command given to a Clish or gClish, with what stood in the places of its form. */
record ClishCall(ClishShell shell, Map<String, String> arguments, Console out) {

    SimulatedGroup group() {
        return shell.session().group();
    }

    LoginSession session() {
        return shell.session();
    }

    SimulatedSgm sgm() {
        return shell.sgm();
    }

    String argument(String place) {
        return arguments.getOrDefault(place, "");
    }

    /** The SGMs this shell's commands run on: itself, or in gClish every member in reach. */
    List<SimulatedSgm> reach() {
        return shell.global() ? GclishReach.from(sgm(), group()) : List.of(sgm());
    }

    /**
     * The SGMs that {@code member_ids} names, or those in reach where it was not given; complains about a word that
     * names none and returns empty.
     */
    Optional<List<SimulatedSgm>> targets() {
        String ids = argument("<ids>");
        if (ids.isEmpty()) {
            return Optional.of(reach());
        }
        Optional<List<SimulatedSgm>> named = SgmSelection.of(ids, group());
        if (named.isEmpty()) {
            out.println("Bad parameter starting at '%s'".formatted(ids));
        }
        return named;
    }

    /** Prints an answer for each SGM in reach, below its ID in gClish. */
    void answerForEach(Function<SimulatedSgm, String> answer) {
        StringBuilder text = new StringBuilder();
        for (SimulatedSgm sgm : reach()) {
            if (shell.global()) {
                text.append(text.isEmpty() ? "" : "\n").append(sgm.id()).append(":\n");
            }
            String denied = shell.global() ? group().seams().shells().denied(sgm) : "";
            text.append(shell.global() ? group().seams().shells().notice(sgm) : "");
            text.append(denied.isEmpty() ? group().read(() -> answer.apply(sgm)) : denied);
        }
        shell.show(text.toString(), out);
    }
}
