package io.bywash.cluster;

import io.bywash.evidence.Console;
import io.bywash.evidence.NotProven;
import io.bywash.group.GroupCondition;
import io.bywash.terminal.ConnectionLost;

/** Nobody answered when a wait came to its end, so whether the state was reached is not known. */
public final class StateUnseen extends NotProven {
    StateUnseen(GroupCondition wanted, Patience patience, ConnectionLost silence, String story) {
        super("%s, within %s".formatted(wanted, Console.told(patience.limit())), """
                %s: not known, because nobody answered at the end of %s (patience '%s').
                  because    %s
                %s
                Nothing more is sent. Look at both chassis, from the console if the way there is gone; then run the same stage \
                again: it reads the device first and says what is left to do.""".formatted(
                        wanted, Console.told(patience.limit()), patience.name(), silence.getMessage(), story));
    }
}
