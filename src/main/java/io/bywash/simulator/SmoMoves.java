package io.bywash.simulator;

import java.time.Duration;

/**
 * Another SGM of the Active chassis becomes SMO, and the connections to the former one are cut.
 *
 * @param back after how long it moves back; zero for never
 */
record SmoMoves(When when, Duration back) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(
                when,
                moment -> ambush.group().lastSmo().ifPresent(smo -> {
                    ambush.struck("the management address leaves " + smo.id());
                    ambush.group().setFitAsSmo(smo.id(), false);
                    if (!back.isZero()) {
                        ambush.later(back, () -> {
                            ambush.struck("the management address may go back to " + smo.id());
                            ambush.group().setFitAsSmo(smo.id(), true);
                        });
                    }
                }));
    }

    /** The same group answers at the same address: a person logs in again. */
    @Override
    public boolean harmless() {
        return true;
    }
}
