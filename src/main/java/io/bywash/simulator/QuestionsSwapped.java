package io.bywash.simulator;

import io.bywash.simulator.Interview.Question;
import java.util.List;

/** Two questions that follow each other change places, in every dialogue that has them. */
record QuestionsSwapped(Question usuallyFirst) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().interview().order(questions -> {
            if (questions.get(0) != usuallyFirst) {
                return questions;
            }
            ambush.struck("%s is asked before %s".formatted(questions.get(1), questions.get(0)));
            return List.of(questions.get(1), questions.get(0));
        });
    }
}
