package io.bywash.cluster;

import io.bywash.evidence.Console;
import io.bywash.evidence.Finding;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import io.bywash.group.GroupCondition;
import io.bywash.terminal.ConnectionLost;

/** Nobody answered when a wait came to its end, so whether the state was reached is not known. */
public final class StateUnseen extends NotProven {
    StateUnseen(GroupCondition wanted, Patience patience, ConnectionLost silence, String story) {
        super(
                "%s, within %s".formatted(wanted, Console.told(patience.limit())),
                """
                %s: not known, because nobody answered at the end of %s (patience '%s').
                  because    %s
                %s
                """.formatted(wanted, Console.told(patience.limit()), patience.name(), silence.getMessage(), story),
                Finding.of(Remedy.UNKNOWN, "Look at both chassis, from the console if the way there is gone."));
    }
}
