package io.bywash.simulator;

import java.time.Duration;

/**
 * The management address moves to another SGM of its chassis and comes back, and what was open to it is dead without a word: only
 * who types on an old connection can notice.
 *
 * @param back after how long it moves back
 */
record SmoAway(When when, Duration back) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(
                when,
                moment -> ambush.group().lastSmo().ifPresent(smo -> {
                    ambush.struck("the management address leaves %s for a while, and its connections die in silence"
                            .formatted(smo.id()));
                    ambush.group().links().fromOutside().stream()
                            .filter(link -> link.to().equals(smo.id()))
                            .forEach(Link::forget);
                    ambush.group().setFitAsSmo(smo.id(), false);
                    ambush.later(back, () -> ambush.group().setFitAsSmo(smo.id(), true));
                }));
    }

    /** The same group answers at the same address: a person closes the dead window, and logs in again. */
    @Override
    public boolean harmless() {
        return true;
    }
}
