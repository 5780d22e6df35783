package io.bywash.recording;

import io.bywash.evidence.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that the run did, and all that came back until it did something else.
 *
 * @param inWait which wait it belongs to, from 1; 0 for none
 * @param timeWasUp whether that wait ended because its time was up
 */
record Cue(Move move, int inWait, boolean timeWasUp, List<Answer> answers) {
    /** What a run can do that whoever is at the other end notices. */
    sealed interface Move {
        /** The name of the line or of the file. */
        String line();
    }

    /** It opened a line. */
    record Opened(String line) implements Move {}

    /** It tried to open a line. */
    record NotOpened(String line, Fact.LineTrouble trouble) implements Move {}

    /** It typed on an open line. */
    record Typed(String line, String text) implements Move {}

    /**
     * It sent a file, or gave one its name.
     *
     * @param bytes that were there at least when it ended
     * @param trouble that ended it before its end
     */
    record Sent(String line, long bytes, Optional<Fact.LineTrouble> trouble) implements Move {}

    /**
     * What came back on a line.
     *
     * @param after the time since the move
     * @param text empty when the line was lost
     */
    record Answer(Duration after, String line, Optional<String> text) {}

    /** Whether the run may take this look once more: what it waits for may depend on how long something stays as it is. */
    boolean mayComeAgain() {
        return inWait > 0 && move instanceof Typed && !losesALine();
    }

    /**
     * Whether the run may leave this out: time may be up after fewer looks, and of a host that has just refused a log-in the
     * run itself may keep away.
     */
    boolean mayBeLeftOut() {
        return timeWasUp && mayComeAgain() || move instanceof NotOpened;
    }

    private boolean losesALine() {
        return answers.stream().anyMatch(answer -> answer.text().isEmpty());
    }
}
