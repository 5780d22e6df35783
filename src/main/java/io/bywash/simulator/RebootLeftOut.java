package io.bywash.simulator;

/** After an installation an SGM does not reboot, whatever the table said. */
record RebootLeftOut(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().atReboots(new Seams.RebootOddity() {
            @Override
            public boolean happens(SimulatedSgm sgm) {
                if (sgm != victim.in(ambush.group())) {
                    return true;
                }
                ambush.struck(sgm.id() + " does not reboot");
                return false;
            }
        });
    }
}
