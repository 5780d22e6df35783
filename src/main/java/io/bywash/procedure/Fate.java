package io.bywash.procedure;

import io.bywash.evidence.Finding;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import java.util.Optional;

/** What became of the last act of the step in which a run ended. */
enum Fate {
    /** The step sent nothing that changes the group. */
    NOTHING_SENT("the step sent nothing", ""),
    ANSWERED("the act was answered", ""),
    DENIED(
            "the act was answered, and not carried out as it was meant",
            "'%s' was answered, and not carried out as it was meant."),
    UNANSWERED(
            "the act was not answered, and no effect of it was seen",
            "'%s' was sent and not answered: it may be at work."),
    SHOWED("the act was not answered, and its effect was seen", "'%s' was not answered, and its effect was seen.");

    private final String words;
    private final String sentence;

    Fate(String words, String sentence) {
        this.words = words;
        this.sentence = sentence;
    }

    /** What the finder knows of it; else what its line said; where that died, what the look shows. */
    static Fate of(Optional<Traces.Act> act, Finding finding, StateNow now) {
        if (act.isEmpty()) {
            return NOTHING_SENT;
        }
        boolean answered = act.get().answered();
        return switch (finding.act()) {
            case DENIED -> DENIED;
            case SEEN -> answered ? ANSWERED : SHOWED;
            case NOT_SEEN -> answered ? ANSWERED : UNANSWERED;
            case NOT_SAID -> answered ? ANSWERED : shows(act.get(), now) ? SHOWED : UNANSWERED;
        };
    }

    /** Whether a look after the act shows that the chassis is as the act makes it. */
    private static boolean shows(Traces.Act act, StateNow now) {
        Optional<ChassisRole> role = act.chassis().flatMap((ChassisId chassis) -> now.role(chassis));
        if (!now.isReadAfter(act.at()) || role.isEmpty()) {
            return false;
        }
        return act.is(Phrase.CHASSIS_DOWN) && role.get() == ChassisRole.DOWN
                || act.is(Phrase.CHASSIS_UP) && role.get() != ChassisRole.DOWN;
    }

    /** A sentence of the page; empty when there is nothing to say. */
    String of(String line) {
        return sentence.formatted(line);
    }

    @Override
    public String toString() {
        return words;
    }
}
