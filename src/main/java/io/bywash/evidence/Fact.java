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
     * Something that came from outside: what a line said, whether it opened, what time it was.
     *
     * <p>The time of a run goes on with these facts and with no other. All other facts follow from them.
     */
    sealed interface Input extends Fact {
        /** What it comes from: the name of a line, of a file, of a wait, or the question that was asked. */
        String from();
    }

    /** What is worked on. */
    enum TargetKind {
        /** The embedded Security Group, or a recording; nothing was proven of any device. */
        SIMULATED,
        /** The Security Group of a target file. */
        REAL
    }

    /**
     * A run began; always the first fact.
     *
     * @param number of the run among those on the same group whose evidence is kept here, from 1; a clock may be set
     *     back, this is not
     * @param stages the tags of the selected stages, in the order of the procedure
     * @param about what a reader should know before the first step, a line each
     */
    record RunStarted(
            Instant at,
            TargetKind target,
            String group,
            int number,
            List<String> stages,
            Gear gear,
            Hotfix hotfix,
            Change change,
            Tool tool,
            Settings settings,
            @FreeText List<String> about)
            implements Fact {
        /** The same run under another number. */
        RunStarted numbered(int other) {
            return new RunStarted(at, target, group, other, stages, gear, hotfix, change, tool, settings, about);
        }

        /** The same run on a group of another name and kind. */
        public RunStarted on(TargetKind kind, String name) {
            return new RunStarted(at, kind, name, number, stages, gear, hotfix, change, tool, settings, about);
        }
    }

    /**
     * The Security Group as the run was told it is.
     *
     * @param address host and port of the management address
     * @param mode {@code Security Gateway} or {@code VSX}
     * @param sgms the inventory, in order of chassis and slot
     * @param chassisA the chassis that is Standby when the procedure begins
     */
    record Gear(String address, String release, String mode, List<String> sgms, String chassisA) {}

    /** The package to be installed, as it is on our side. */
    record Hotfix(String file, long size, String sha256, int take) {}

    /**
     * Who answers for the run.
     *
     * @param ticket the number of the change; empty where the site has none
     */
    record Change(String operator, String reason, String ticket) {}

    /**
     * What made the run.
     *
     * @param commit of the tool's own source; {@code unknown} where it was not built from a repository
     * @param features the SHA-256 of each feature file, by its path
     */
    record Tool(String version, String commit, SortedMap<String, String> features) {}

    /**
     * What the run was told to do.
     *
     * @param pace device seconds per second; 1 for a real Security Group
     * @param options the properties of the command line that are ours, by name
     * @param file the path of the target file; empty for the embedded group
     * @param sha256 of the target file; empty without one
     * @param text the whole target file, which never holds a secret; empty without one
     * @param ticketLink the address of the page of a change, with {@code {}} where its number belongs; empty without one
     */
    record Settings(
            double pace,
            SortedMap<String, String> options,
            String file,
            String sha256,
            @FreeText String text,
            String ticketLink) {}

    /** What the features say is to be done, filtered stages included, in the order of the procedure. */
    record Planned(Instant at, List<PlannedFeature> features) implements Fact {}

    /**
     * @param tag of the stage
     * @param text what the feature says of itself, below its name
     */
    record PlannedFeature(String file, String tag, String name, String text, List<PlannedScenario> scenarios) {}

    /**
     * @param steps the words of each step, as {@link StepStarted} has them for its title; a lettered one begins with its id
     *     in square brackets
     */
    record PlannedScenario(String name, List<String> steps) {}

    /**
     * A connection was made and let us in.
     *
     * @param terminal the name of the line that is opened on it
     * @param hostKey fingerprint of the key that the host proved, as {@code SHA256:...}
     * @param server what the SSH server calls itself
     */
    record LinkOpened(
            Instant at,
            String terminal,
            String hostKey,
            @FreeText String server) implements Input {
        @Override
        public String from() {
            return terminal;
        }
    }

    /**
     * A line could not be opened, or is dead.
     *
     * @param kind of the trouble
     * @param why the paragraph for a person
     * @param advice what a person does about it; empty where that is not known
     * @param whole lines to be copied, such as a host key
     */
    record LineFailed(
            Instant at,
            String terminal,
            LineTrouble kind,
            @FreeText String why,
            @FreeText String advice,
            List<String> whole)
            implements Input {
        /** One about which nothing is known beside the paragraph. */
        public LineFailed(Instant at, String terminal, LineTrouble kind, String why) {
            this(at, terminal, kind, why, "", List.of());
        }

        @Override
        public String from() {
            return terminal;
        }
    }

    /** What can be wrong with a line. */
    enum LineTrouble {
        /** Nobody answered when it was to be opened. */
        UNREACHED,
        /** We did not trust the host, and did not log in. */
        HOST_REFUSED,
        LOST,
        /** Lost while something was typed. */
        LOST_TYPING,
        LOGIN_REFUSED,
        BROKEN
    }

    /** The characters that a line said since the last time it was listened to; none when it was silent for that long. */
    record Heard(Instant at, String terminal, @FreeText String text) implements Input {
        @Override
        public String from() {
            return terminal;
        }
    }

    /** The characters that were typed on a line. */
    record Typed(Instant at, String terminal, @FreeText String text) implements Fact {}

    /** The clock was looked at because something rests on how late it is. */
    record ClockRead(Instant at) implements Input {
        static final String CLOCK = "the clock";

        @Override
        public String from() {
            return CLOCK;
        }
    }

    /** The time for a wait was over. */
    record TimeUp(Instant at, String what) implements Input {
        @Override
        public String from() {
            return what;
        }
    }

    /** Something that our own machine said, such as who holds a lease. */
    record LocalAnswer(Instant at, String question, String answer) implements Input {
        @Override
        public String from() {
            return question;
        }
    }

    /**
     * A command was sent and what came back, up to the next prompt or the end of the line. The bytes themselves are in
     * {@link Typed} and {@link Heard} of the same terminal.
     *
     * @param terminal the name of the line it went over
     * @param shell by the prompt it was typed at, as is the member and the VS
     * @param member the SGM; empty when the prompt names none
     * @param vs the number of the VS; empty when the prompt names none
     * @param command the line as typed
     * @param screen what came back, secrets and control characters removed
     * @param ending how it ended: the next prompt, or why there was none
     * @param hostKey fingerprint of the key that the host proved when the line was opened
     */
    record Exchanged(
            Instant at,
            String terminal,
            String shell,
            String member,
            String vs,
            @FreeText String prompt,
            @FreeText String command,
            @FreeText String screen,
            @FreeText String ending,
            Duration took,
            String hostKey)
            implements Fact {
        Exchanged withoutScreen() {
            return new Exchanged(at, terminal, shell, member, vs, prompt, command, "", ending, took, hostKey);
        }
    }

    /** The leave to send an act was given. */
    record PermitGiven(Instant at, String step, String line, String kind, String chassis) implements Fact {}

    /** Something that has to hold before an act was looked at. */
    record InvariantExamined(
            Instant at, String what, @FreeText String seen, boolean held) implements Fact {}

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
    record ActEnded(
            Instant at,
            String step,
            String line,
            ActEnd end,
            @FreeText String how) implements Fact {}

    /** What is known of an act when its line is done with it. */
    enum ActEnd {
        /** The device came back to a prompt. */
        ANSWERED,
        /** It did not; only the state of the group tells. */
        UNANSWERED,
        /** It did not leave here. */
        NOT_SENT
    }

    /** A lease of this run is about to be put on the SGMs, in the text that stands there. */
    record LeaseHeld(Instant at, String lease) implements Fact {}

    /** When each SGM of a chassis had booted before its installation was ordered, by its own clock. */
    record BootsSeen(Instant at, String chassis, SortedMap<SgmId, Instant> boots) implements Fact {}

    /**
     * Which SGMs did not have a package right before its import was ordered.
     *
     * @param sha256 of the file on the device that is to be imported
     */
    record PackageLacking(Instant at, String sha256, List<String> sgms) implements Fact {}

    /** A status screen was read; it is the screen of the {@link Exchanged} right before. */
    record StatusSeen(Instant at, GroupStatus status) implements Fact {}

    /** A wait began that ends at the latest at {@code until}. */
    record WaitStarted(Instant at, String what, Instant until) implements Fact {}

    /** A wait ended, one way or the other. */
    record WaitEnded(Instant at, String what, @FreeText String how, Duration took) implements Fact {}

    /** A part of a file has reached the device. */
    record Transferred(Instant at, String file, long bytes, long of) implements Input {
        @Override
        public String from() {
            return file;
        }
    }

    /** A file was sent, or given its name, and the line is done with it. */
    record TransferEnded(Instant at, String file) implements Input {
        @Override
        public String from() {
            return file;
        }
    }

    /** A step of the vendor's page began. */
    record StepStarted(Instant at, String id, String title) implements Fact {}

    /** A step of the vendor's page ended. */
    record StepFinished(
            Instant at,
            String id,
            String title,
            Outcome outcome,
            List<Measurement> measurements,
            @FreeText List<String> notes,
            @FreeText String why,
            Duration took)
            implements Fact {}

    /**
     * Something that is not checked in this run, though others check it.
     *
     * @param what when and what, in words that go on a sentence: {@code before the fail-over, that ...}
     * @param why it is left out, in words
     */
    record NotChecked(Instant at, String what, String why) implements Fact {}

    /** Something a reader should know, as a sentence. */
    record Noted(Instant at, @FreeText String sentence) implements Fact {}

    /** A table worth keeping as it is, such as SGM x evidence. */
    record TableKept(
            Instant at,
            String title,
            List<String> header,
            @FreeText List<List<String>> rows) implements Fact {}

    /**
     * The Security Group before or after a stage.
     *
     * @param stage the tag of the stage
     * @param fields what was read, by name; an SGM's own begin with its name
     */
    record SnapshotTaken(
            Instant at,
            String stage,
            Moment moment,
            @FreeText SortedMap<String, String> fields) implements Fact {}

    /** When a snapshot is taken. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** What is different after a stage, and what is not although it should be. */
    record SnapshotsCompared(Instant at, String stage, List<Difference> differences) implements Fact {}

    /**
     * One field of two snapshots.
     *
     * @param field its name; an SGM's own begin with its name
     * @param before empty when the field was not there
     * @param after empty when the field was not there
     * @param rule how the field is classed, in words that begin with {@code must equal}, {@code may drift},
     *     {@code must change}, {@code must be}, {@code ignored} or {@code unclassed}
     * @param why the reason of the rule, or what is wrong with the value
     */
    record Difference(
            String field,
            @FreeText String before,
            @FreeText String after,
            String rule,
            boolean asRuled,
            @FreeText String why) {}

    /** A stage was left out, because the device proves that nothing of it is left to do. */
    record StagePassedOver(
            Instant at, String stage, @FreeText String why) implements Fact {}

    /**
     * What the engineer was told when the run got into trouble.
     *
     * @param goOn the command line to go on with
     */
    record FailureTold(Instant at, @FreeText List<String> page, String goOn) implements Fact {}

    /** What a rule over the whole run came to: {@code holds}, {@code violated} or {@code unknown}. */
    record Rule(String rule, String verdict, @FreeText String detail) {}

    /**
     * The run ended; always the last fact. A history without it is that of a run that is under way, or that died.
     *
     * @param verdict the last line of the console
     * @param goOn the command line to go on with; empty when nothing is left to do
     */
    record RunFinished(
            Instant at,
            Outcome outcome,
            @FreeText String verdict,
            String goOn,
            List<Rule> rules,
            Duration deviceTime,
            Duration harnessTime)
            implements Fact {}
}
