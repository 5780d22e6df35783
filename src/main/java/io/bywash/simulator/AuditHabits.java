package io.bywash.simulator;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How the audit dialogues are worded where a fault may word them otherwise. */
final class AuditHabits {
    private volatile UnaryOperator<String> question = UnaryOperator.identity();
    private volatile Function<Collection<SimulatedSgm>, String> naming = SgmSelection::list;

    /** The question whether somebody is sure. */
    String sure() {
        return question.apply(AuditDialogue.SURE);
    }

    /** SGMs as a question names them. */
    String named(Collection<SimulatedSgm> sgms) {
        return naming.apply(sgms);
    }

    void question(UnaryOperator<String> other) {
        question = other;
    }

    void naming(Function<Collection<SimulatedSgm>, String> other) {
        naming = other;
    }
}
