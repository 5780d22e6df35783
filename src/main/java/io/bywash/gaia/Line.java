package io.bywash.gaia;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Redaction;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A terminal and what it shows since we last typed a command.
 *
 * <p>Each character is recorded as it comes and goes, without secrets. What is read here is not redacted, but for the echo of
 * a secret that was typed; in a run that is gone through again it is what was recorded.
 */
final class Line {
    private final Terminal terminal;
    private final Tempo tempo;
    private final History history;
    private final WaitingTime waiting;
    private final Redaction.Stream redaction;
    private final Screen screen = new Screen();
    private AnswerSize answer = AnswerSize.NOTHING;
    private Optional<String> shown = Optional.empty();
    private final Screen written = new Screen();

    Line(Terminal terminal, Tempo tempo, History history, WaitingTime waiting) {
        this.terminal = terminal;
        this.tempo = tempo;
        this.history = history;
        this.waiting = waiting;
        this.redaction = history.redaction().stream();
    }

    String name() {
        return terminal.name();
    }

    String hostKey() {
        return terminal.hostKey();
    }

    Tempo tempo() {
        return tempo;
    }

    /** The time since a moment of the history, in nanoseconds, up to when something was listened for last. */
    Duration since(long nanos) {
        return Duration.ofNanos(history.nanos() - nanos);
    }

    /** When something was listened for last. */
    Instant now() {
        return history.now();
    }

    /** The same by a clock that nobody can set. */
    long nanos() {
        return history.nanos();
    }

    String shown() {
        if (shown.isEmpty()) {
            shown = Optional.of(screen.text());
        }
        return shown.get();
    }

    /** The same as it is written down. */
    String shownWithoutSecrets() {
        return written.text();
    }

    /** The line the cursor is in. */
    String cursorLine() {
        String text = shown();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    void type(String characters) {
        put(characters, characters);
    }

    /** Types a secret and Enter. Should the device repeat it at once, {@link Redaction#SHOWN} is read. */
    void type(Secret secret) {
        redaction.typed(secret);
        put(secret.reveal() + "\n", Redaction.SHOWN + "\n");
    }

    private void put(String characters, String shown) {
        history.record(new Fact.Typed(history.now(), name(), shown));
        Optional<String> lost = Optional.empty();
        try {
            terminal.type(characters);
        } catch (ConnectionLost e) {
            lost = Optional.of(e.getMessage());
        }
        if (lost.isPresent() || history.isNext(this::isLostTyping)) {
            String why = lost.orElse("");
            Outside.take(
                    history, name(), () -> at -> new Fact.LineFailed(at, name(), Fact.LineTrouble.LOST_TYPING, why));
        }
    }

    private boolean isLostTyping(Fact.Input next) {
        return next instanceof Fact.LineFailed failed
                && failed.kind() == Fact.LineTrouble.LOST_TYPING
                && failed.terminal().equals(name());
    }

    /**
     * Listens until something new is heard; false when nothing was within {@code atMost}.
     *
     * @throws AnswerTooLong when more was said since the last command was typed than an answer may have
     */
    boolean listen(Duration atMost) {
        return !hearAndShow(atMost).isEmpty();
    }

    /** The same, with the characters as they came. */
    String hearAndShow(Duration atMost) {
        AtomicReference<String> read = new AtomicReference<>();
        Fact.Heard heard = (Fact.Heard) Outside.take(history, name(), () -> {
            Redaction.Piece piece = waiting.during(() -> hear(atMost));
            read.set(piece.text());
            return at -> new Fact.Heard(at, name(), piece.shown());
        });
        String text = history.isAgain() ? heard.text() : read.get();
        screen.show(text);
        shown = Optional.empty();
        written.show(heard.text());
        answer = answer.and(heard.text());
        if (answer.exceeds(tempo.longest())) {
            throw new AnswerTooLong(name(), answer, tempo.longest());
        }
        return text;
    }

    /** What may be shown of what comes; it is silent only when nothing at all comes. */
    private Redaction.Piece hear(Duration atMost) {
        while (true) {
            String heard = terminal.hear(atMost);
            Redaction.Piece piece = heard.isEmpty() ? redaction.silence() : redaction.heard(heard);
            if (heard.isEmpty() || !piece.isEmpty()) {
                return piece;
            }
        }
    }

    /** Takes in what the device still had to say, and begins a clean screen. */
    void settle() {
        answer = AnswerSize.NOTHING;
        while (listen(Duration.ZERO)) {
            continue;
        }
        screen.clear();
        shown = Optional.empty();
        answer = AnswerSize.NOTHING;
        written.clear();
    }

    void close() {
        terminal.close();
    }
}
