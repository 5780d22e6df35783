package io.bywash.simulator;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How the questions of an audited dialogue are put to a person: in which order, and what else is asked. */
final class Interview {
    private final List<Interposed> interposed = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<List<Question>> order = UnaryOperator.identity();

    enum Question {
        REBOOT,
        CLONING,
        SURE,
        NAME,
        REASON
    }

    /** A question that comes before another one. */
    interface Interposed {
        /** Asks, if it has its place here. */
        void maybeAsk(Question before, Console console, LoginSession session);
    }

    void interpose(Interposed question) {
        interposed.add(question);
    }

    void order(UnaryOperator<List<Question>> newOrder) {
        order = newOrder;
    }

    /** Puts two questions in their order; whether both were answered as they have to be. */
    boolean inOrder(Question one, Supplier<Boolean> first, Question other, Supplier<Boolean> second) {
        return order.apply(List.of(one, other)).get(0) == one
                ? first.get() && second.get()
                : second.get() && first.get();
    }

    String ask(LoginSession session, Console console, Question question, String text) {
        interposed.forEach(stranger -> stranger.maybeAsk(question, console, session));
        return console.ask(text);
    }

    /** An answer that is kept until both of two are there. */
    static final class Answer {
        private Optional<String> text = Optional.empty();

        boolean is(String answer) {
            text = Optional.ofNullable(answer);
            return answer != null;
        }

        String text() {
            return text.orElseThrow();
        }
    }
}
