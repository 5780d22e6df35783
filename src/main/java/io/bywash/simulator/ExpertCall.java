package io.bywash.simulator;

import java.util.List;
import java.util.Optional;

/**
 * One command given to bash.
 *
 * @param words the command and its arguments
 * @param input what a pipe brings; null at the head of a pipe
 */
record ExpertCall(ExpertShell shell, List<String> words, String input, Console out) {

    SimulatedGroup group() {
        return shell.session().group();
    }

    SimulatedSgm sgm() {
        return shell.sgm();
    }

    LoginSession session() {
        return shell.session();
    }

    String name() {
        return words.get(0);
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }

    String argument(int index) {
        return index < arguments().size() ? arguments().get(index) : "";
    }

    boolean has(String option) {
        return arguments().contains(option);
    }

    /** The argument after an option. */
    Optional<String> after(String option) {
        int at = words.indexOf(option);
        return at > 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** The arguments that are no options. */
    List<String> operands() {
        return arguments().stream().filter(word -> !word.startsWith("-")).toList();
    }

    /** Whether a person can be asked, or a shell be opened. */
    boolean interactive() {
        return out == session().tty();
    }

    int fail(String complaint) {
        out.complain(complaint + "\n");
        return 1;
    }
}
