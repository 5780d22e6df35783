package io.bywash.simulator;

/**
 * Another user takes the configuration lock of every SGM.
 *
 * @param stubborn whether an override does not last
 */
record LockHeld(When when, boolean stubborn) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            ambush.struck("mira holds the configuration lock");
            Object process = new Object();
            for (SimulatedSgm sgm : ambush.group().sgms()) {
                sgm.lock().override(process, "mira");
                if (stubborn) {
                    sgm.lock().keep();
                }
            }
        });
    }

    /** A person overrides the lock once; from one who takes it back it is not taken again. */
    @Override
    public boolean harmless() {
        return !stubborn;
    }
}
