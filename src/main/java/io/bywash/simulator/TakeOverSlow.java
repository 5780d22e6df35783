package io.bywash.simulator;

import java.time.Duration;

/** What is read of synchronisation and policy before a fail-over takes longer. */
record TakeOverSlow(Duration time) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().takeOver().add(new TakeOverScreens.Oddity() {
            @Override
            public Duration longer() {
                ambush.struck("an answer takes %d s longer".formatted(time.toSeconds()));
                return time;
            }
        });
    }

    /** A person waits for the answer. */
    @Override
    public boolean harmless() {
        return true;
    }
}
