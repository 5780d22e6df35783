package io.bywash.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one history of a run: every fact in the order it happened.
 *
 * <p>Readers that want to follow along are told of each fact on the thread that recorded it, before {@link #record}
 * returns. A reader that throws keeps no other from being told; its trouble is thrown on when all were. Safe for use by
 * several threads.
 */
public final class History {
    private final Clock clock;
    private final List<Fact> facts = new CopyOnWriteArrayList<>();
    private final List<Consumer<Fact>> readers = new CopyOnWriteArrayList<>();

    public History(Clock clock) {
        this.clock = clock;
    }

    public void follow(Consumer<Fact> reader) {
        readers.add(reader);
    }

    public synchronized void record(Fact fact) {
        facts.add(fact);
        Optional<RuntimeException> trouble = Optional.empty();
        for (Consumer<Fact> reader : readers) {
            try {
                reader.accept(fact);
            } catch (RuntimeException e) {
                trouble = trouble.or(() -> Optional.of(e));
            }
        }
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    public void note(String sentence) {
        record(new Fact.Noted(now(), sentence));
    }

    public Instant now() {
        return clock.instant();
    }

    /** A copy of all facts so far. */
    public List<Fact> facts() {
        return List.copyOf(facts);
    }
}
