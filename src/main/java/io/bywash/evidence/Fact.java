package io.bywash.evidence;

import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Something that happened in a run, in words that need no code to be understood. */
public sealed interface Fact {
    Instant at();

    /**
     * A run began.
     *
     * @param number of the run among those on the same group whose evidence is kept here, from 1; a clock may be set
     *     back, this is not
     */
    record RunStarted(Instant at, String group, boolean simulated, int number, List<String> about) implements Fact {}

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

    /**
     * An act is about to go out; this fact is on disk before it does.
     *
     * @param step the step it is sent for
     * @param line the act as it will be typed, or what it is where it is no command
     * @param kind which of the procedure's acts it is
     * @param chassis the chassis it is for, or empty for one that concerns the whole group
     */
    record ActIntended(Instant at, String step, String line, String kind, String chassis) implements Fact {}

    /**
     * What became of the act that was intended last.
     *
     * @param how the prompt that came back, or why none did
     */
    record ActEnded(Instant at, String step, String line, ActEnd end, String how) implements Fact {}

    /** What is known of an act when its line is done with it. */
    enum ActEnd {
        /** The device came back to a prompt. */
        ANSWERED,
        /** It did not; only the state of the group tells. */
        UNANSWERED,
        /** It did not leave here. */
        NOT_SENT
    }

    /** When each SGM of a chassis had booted before its installation was ordered, by its own clock. */
    record BootsSeen(Instant at, String chassis, SortedMap<SgmId, Instant> boots) implements Fact {}

    /**
     * Which SGMs did not have a package right before its import was ordered.
     *
     * @param sha256 of the file on the device that is to be imported
     */
    record PackageLacking(Instant at, String sha256, List<String> sgms) implements Fact {}

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
