package io.bywash.evidence;

import io.bywash.group.GroupStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that happened in a run, in words that need no code to be understood. */
public sealed interface Fact {
    Instant at();

    /** A run began. */
    record RunStarted(Instant at, String group, boolean simulated, List<String> about) implements Fact {}

    /**
     * A command was sent and what came back, up to the next prompt or the end of the line.
     *
     * @param terminal the name of the line it went over
     * @param prompt the prompt it was typed at, which names member, shell and VS
     * @param command the line as typed
     * @param screen what came back, secrets and control characters removed
     * @param ending how it ended: the next prompt, or why there was none
     */
    record Exchanged(
            Instant at, String terminal, String prompt, String command, String screen, String ending, Duration took)
            implements Fact {}

    /** A status screen was read. */
    record StatusSeen(Instant at, GroupStatus status) implements Fact {}

    /** A wait began that ends at the latest at {@code until}. */
    record WaitStarted(Instant at, String what, Instant until) implements Fact {}

    /** A wait ended, one way or the other. */
    record WaitEnded(Instant at, String what, String how, Duration took) implements Fact {}

    /** A part of a file has reached the device. */
    record Transferred(Instant at, String file, long bytes, long of) implements Fact {}

    /** A step of the vendor's page began. */
    record StepStarted(Instant at, String id, String title) implements Fact {}

    /** A step of the vendor's page ended. */
    record StepFinished(
            Instant at,
            String id,
            String title,
            Outcome outcome,
            List<Measurement> measurements,
            List<String> notes,
            String why,
            Duration took)
            implements Fact {}

    /** Something a reader should know, as a sentence. */
    record Noted(Instant at, String sentence) implements Fact {}

    /** A table worth keeping as it is, such as SGM x evidence. */
    record TableKept(Instant at, String title, List<String> header, List<List<String>> rows) implements Fact {}

    /** The run ended. */
    record RunFinished(Instant at, Outcome outcome, String verdict, Duration deviceTime, Duration harnessTime)
            implements Fact {}
}
