package io.bywash.simulator;

import io.bywash.simulator.Interview.Question;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Once, a dialogue asks something that it never asks. Yes restarts every SGM of the other chassis than the one the
 * dialogue was typed on; every other answer changes nothing.
 */
record UnknownQuestion(Question before, int nth, String text) implements Fault {

    static String text(Dice dice) {
        return dice.oneOf(
                "The other chassis is not synchronised. Restart it now? (Y - yes, any other key - no) ",
                "Do you want to restart the peer members first? ([y]es / [n]o)\n",
                "Are you sure you want to reset the remote chassis? (Y - yes, any other key - no) ");
    }

    @Override
    public void lieInWait(Ambush ambush) {
        AtomicInteger asked = new AtomicInteger();
        ambush.seams().interview().interpose((question, console, session) -> {
            if (question == before && asked.incrementAndGet() == nth) {
                ask(ambush, console, session);
            }
        });
    }

    private void ask(Ambush ambush, Console console, LoginSession session) {
        ambush.struck("a question that nobody knows, before " + before);
        String answer = console.ask(text);
        if (answer == null || !answer.strip().matches("(?i)y(es)?")) {
            return;
        }
        SimulatedGroup group = ambush.group();
        group.change(() -> {
            List<SimulatedSgm> others =
                    group.sgmsOf(session.receivedOn().chassis().other());
            session.alsoDid(Act.Kind.UNKNOWN_QUESTION_CONFIRMED, others);
            others.forEach(sgm -> group.reboots().begin(sgm, ambush.now()));
        });
    }
}
