package io.bywash.gaia;

import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.GatewayMode;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** A terminal that expects certain keys and says certain things, so that both directions are tested. */
public final class ScriptedTerminal implements Terminal {
    private static final String DIES = "\0dies";
    private static final String PAUSES = "\0pauses";
    private static final int CHUNK = 4096;
    private static final Tempo TEMPO = new Tempo(Duration.ofMillis(10), Duration.ofMillis(300));

    private record Turn(String typed, String said) {}

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Deque<String> sayings = new ArrayDeque<>();
    private IntFunction<String> repeated = count -> "";
    private IntSupplier pieces = () -> Integer.MAX_VALUE;
    private int repetitions;
    private String typed = "";
    private String lastLine = "";
    private final List<String> surprises = new ArrayList<>();
    private ScriptedTime time = new ScriptedTime();

    public static ScriptedTerminal saying(String first) {
        ScriptedTerminal terminal = new ScriptedTerminal();
        terminal.sayings.add(first);
        return terminal;
    }

    /** Expects a line and, like a device, echoes it before it says what follows. */
    public ScriptedTerminal line(String typed, String said) {
        turns.add(new Turn(typed + "\n", typed + "\r\n" + said));
        return this;
    }

    /** Expects these very keys, and echoes nothing. */
    public ScriptedTerminal keys(String typed, String said) {
        turns.add(new Turn(typed, said));
        return this;
    }

    /** Expects a line, says something and dies. */
    public ScriptedTerminal lineThenDeath(String typed, String said) {
        turns.add(new Turn(typed + "\n", typed + "\r\n" + said + DIES));
        return this;
    }

    /** Expects these very keys, says something and dies. */
    public ScriptedTerminal keysThenDeath(String typed, String said) {
        turns.add(new Turn(typed, said + DIES));
        return this;
    }

    /** Is silent so often, then says what follows. */
    public ScriptedTerminal pausing(int silences, String said) {
        Turn last = turns.removeLast();
        turns.add(new Turn(last.typed(), last.said() + PAUSES.repeat(silences) + said));
        return this;
    }

    /** Is dead from here on. */
    public ScriptedTerminal dead() {
        sayings.add("");
        sayings.add(DIES);
        return this;
    }

    /** Says the same again and again when there is nothing else to say. */
    public ScriptedTerminal repeating(String said) {
        repeated = count -> said;
        return this;
    }

    /** When nothing else is left to say, says this again and again under a time of day that moves on. */
    public ScriptedTerminal repeatingUnderAClock(String said) {
        repeated = second -> "22:%02d:%02d\r\n%s".formatted(second / 60 % 60, second % 60, said);
        return this;
    }

    /** Says everything in pieces of these sizes, one after another. */
    public ScriptedTerminal inPieces(IntSupplier sizes) {
        pieces = sizes;
        return this;
    }

    /** A session on this terminal that has seen its first prompt. */
    public GaiaSession session() {
        return session(GatewayMode.SECURITY_GATEWAY);
    }

    /** The same on a group that runs in this mode. */
    public GaiaSession session(GatewayMode mode) {
        return GaiaSession.begin(this, mode, Secret.of("expert-secret"), TEMPO, time.history(), new WaitingTime());
    }

    /** A session that goes on on these other terminals, one after another, when this one dies. */
    GaiaSession renewedOn(ScriptedTime shared, ScriptedTerminal... others) {
        Deque<ScriptedTerminal> left = new ArrayDeque<>(List.of(others));
        return GaiaSession.on(
                line(shared),
                GatewayMode.SECURITY_GATEWAY,
                Secret.of("expert-secret"),
                shared.history(),
                Optional.of(() -> {
                    if (left.isEmpty()) {
                        throw new ConnectionLost("Nobody answers.", null);
                    }
                    return left.remove().line(shared);
                }));
    }

    private Line line(ScriptedTime shared) {
        time = shared;
        return new Line(this, TEMPO, time.history(), new WaitingTime());
    }

    /** A session that waits long for a command. */
    GaiaSession patient() {
        return session(new ScriptedTime(), AnswerSize.USUAL);
    }

    /** The same in a time that is seen from outside, and with a limit for one answer. */
    GaiaSession session(ScriptedTime shared, AnswerSize longest) {
        time = shared;
        return GaiaSession.begin(
                this,
                GatewayMode.SECURITY_GATEWAY,
                Secret.of("expert-secret"),
                new Tempo(Duration.ofMillis(10), Duration.ofSeconds(60), longest),
                time.history(),
                new WaitingTime());
    }

    /** A session on this terminal as on a serial console, which is logged in to as user admin. */
    public GaiaSession console() {
        return console(Duration.ofMillis(300));
    }

    /** The same with as much patience for a boot. */
    public GaiaSession console(Duration patience) {
        return GaiaSession.beginOnConsole(
                this,
                GatewayMode.SECURITY_GATEWAY,
                Secret.of("expert-secret"),
                TEMPO,
                time.history(),
                new WaitingTime(),
                "admin",
                Secret.of("login-secret"),
                patience);
    }

    /** What was typed and not expected. */
    public List<String> surprises() {
        return surprises;
    }

    /** Whether everything that was expected was typed. */
    public boolean finished() {
        return turns.isEmpty();
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void type(String characters) {
        Turn turn = turns.peek();
        if (turn != null
                && typed.isEmpty()
                && turn.typed().equals(characters + "\n")
                && turn.said().startsWith(characters)) {
            typed = characters;
            sayings.add(characters);
            return;
        }
        if (turn != null && !typed.isEmpty() && characters.equals("\n")) {
            turns.remove();
            sayings.add(turn.said().substring(typed.length()));
            typed = "";
            return;
        }
        if (turn == null || !turn.typed().equals(characters)) {
            if (characters.equals("unlock database\n")) {
                sayings.add("unlock database\r\n" + lastLine);
                return;
            }
            surprises.add(characters);
            return;
        }
        turns.remove();
        sayings.add(turn.said());
    }

    @Override
    public String hear(Duration atMost) {
        String said = sayings.peek();
        if (said == null) {
            time.passes(atMost);
            return turns.isEmpty() ? repeated.apply(repetitions++) : "";
        }
        sayings.remove();
        if (said.equals(DIES)) {
            throw new ConnectionLost("The line 'scripted' is gone: the far end closed it.", null);
        }
        int pause = said.indexOf(PAUSES);
        if (pause == 0) {
            sayings.addFirst(said.substring(PAUSES.length()));
            time.passes(atMost);
            return "";
        }
        if (pause > 0) {
            sayings.addFirst(said.substring(pause));
            return said.substring(0, pause);
        }
        if (said.endsWith(DIES)) {
            sayings.addFirst(DIES);
            return inAPiece(said.substring(0, said.length() - DIES.length()));
        }
        return inAPiece(said);
    }

    private String inAPiece(String all) {
        String said = all;
        if (all.length() > CHUNK) {
            sayings.addFirst(all.substring(CHUNK));
            said = all.substring(0, CHUNK);
        }
        int size = Math.min(said.length(), pieces.getAsInt());
        String piece = said.substring(0, size);
        lastLine = piece.contains("\n") ? piece.substring(piece.lastIndexOf('\n') + 1) : lastLine + piece;
        if (size < said.length()) {
            sayings.addFirst(said.substring(size));
        }
        return piece;
    }

    @Override
    public void close() {
        sayings.clear();
    }
}
