package io.bywash.gaia;

import io.bywash.evidence.Finding;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;

/** One member of several did not run what all were asked; what the others say is theirs, and of this one nothing is known. */
public final class MemberRefused extends NotProven {
    /**
     * @param who the member, or several that said the same
     * @param line the line by which it refused
     */
    public MemberRefused(String who, String line) {
        super(
                "an answer of " + who,
                "%s did not answer, it says \"%s\"; the other SGMs answered. Nothing is concluded without it."
                        .formatted(who, line),
                Finding.of(Remedy.ON_THE_GROUP, Refusals.explained(line)));
    }
}
