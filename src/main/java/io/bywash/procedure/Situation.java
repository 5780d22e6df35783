package io.bywash.procedure;

import io.bywash.evidence.Finding;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Remedy;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The situations in which a run ends in trouble, the first that holds counts; what a failure page says of what to do is a
 * column here and nowhere else.
 *
 * <p>The table is printed in {@code failure-page.md}.
 */
enum Situation {
    ANOTHER_RUN(
            "another run is at work on the group",
            end -> end.remedy() == Remedy.ANOTHER_RUN,
            "Nothing is done from here while that run is at work.",
            Resume.WHEN_IT_HAS_ENDED,
            Rollback.NOT_FROM_HERE),
    HOST_KEY(
            "the host did not prove a key that is known here",
            end -> end.remedy() == Remedy.HOST_KEY,
            "Nobody logged in. Compare the key with the ones that the SGMs show on their consoles.",
            Resume.WHEN_PUT_RIGHT,
            Rollback.BY_WHAT_IS_SEEN),
    NOT_LET_IN(
            "the device did not let us in",
            end -> !end.letIn(),
            "Nobody tries again before it is clear why.",
            Resume.WHEN_PUT_RIGHT,
            Rollback.BY_WHAT_IS_SEEN),
    EARLIER_PART(
            "an earlier part supplies what is missing",
            end -> end.remedy() == Remedy.EARLIER_PART,
            "Run {part} first.",
            Resume.THAT_PART_FIRST,
            Rollback.BY_WHAT_IS_SEEN),
    DECISION(
            "a person has to decide that earlier runs are not resumed",
            end -> end.remedy() == Remedy.AFRESH,
            "Look on the group at what is told above.",
            Resume.WHEN_DECIDED,
            Rollback.BY_WHAT_IS_SEEN),
    SAME_COMMAND(
            "the same command is the repair",
            end -> end.remedy() == Remedy.SAME_COMMAND,
            "Nothing is sent by hand.",
            Resume.AT_ONCE,
            Rollback.BY_WHAT_IS_SEEN),
    HELD_BACK(
            "the group is not as the step needs it",
            end -> end.outcome() == Outcome.REFUSED,
            "Put right what is missing.",
            Resume.WHEN_PUT_RIGHT,
            Rollback.BY_WHAT_IS_SEEN),
    FAILED(
            "the group did what the procedure does not allow",
            end -> end.outcome() == Outcome.FAILED,
            "Find out why. {step}",
            Resume.WHEN_PUT_RIGHT,
            Rollback.BY_WHAT_IS_SEEN),
    CUT_OFF(
            "the line of an act died, and nothing is wrong that is known",
            end -> end.outcome() == Outcome.BROKEN
                    && end.remedy() == Remedy.UNKNOWN
                    && (end.fate() == Fate.UNANSWERED || end.fate() == Fate.SHOWED),
            "Nothing is sent by hand.",
            Resume.AT_ONCE,
            Rollback.BY_WHAT_IS_SEEN),
    OUR_SIDE(
            "something on our side, or on the way to the group",
            end -> end.outcome() == Outcome.BROKEN,
            "Put right on our side what is told above; nothing is said about the group.",
            Resume.WHEN_PUT_RIGHT,
            Rollback.BY_WHAT_IS_SEEN),
    NOT_KNOWN(
            "what was seen neither shows nor excludes what was promised",
            end -> true,
            "A person looks at what is told above. {step}",
            Resume.WHEN_LOOKED_AT,
            Rollback.BY_WHAT_IS_SEEN);

    /**
     * What is known of the end of a run.
     *
     * @param letIn whether the device let us in
     */
    record End(Outcome outcome, Remedy remedy, boolean letIn, Fate fate) {
        static End of(Trouble trouble, Fate fate) {
            Finding finding = trouble.finding();
            return new End(trouble.outcome(), finding.remedy(), trouble.letIn(), fate);
        }
    }

    private final String words;
    private final Predicate<End> when;
    private final String next;
    private final Resume resume;
    private final Rollback rollback;

    Situation(String words, Predicate<End> when, String next, Resume resume, Rollback rollback) {
        this.words = words;
        this.when = when;
        this.next = next;
        this.resume = resume;
        this.rollback = rollback;
    }

    static Situation of(End end) {
        return Arrays.stream(values())
                .filter(situation -> situation.when.test(end))
                .findFirst()
                .orElseThrow();
    }

    /** What a person does first where the finder of the trouble has no advice; with places for the part and the step. */
    String next() {
        return next;
    }

    Resume resume() {
        return resume;
    }

    /** What is said of the rollback; a look that supports no change takes the commands away. */
    Rollback rollback(boolean lookSupportsChange) {
        return rollback == Rollback.BY_WHAT_IS_SEEN && !lookSupportsChange ? Rollback.BY_WHAT_IS_READ_FIRST : rollback;
    }

    @Override
    public String toString() {
        return words;
    }
}
