package io.bywash.simulator;

/** A certain SGM drops out of its chassis, at a moment that need not be its own. */
record SgmLost(When when, Victim victim, String note) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            SimulatedSgm sgm = victim.in(ambush.group());
            ambush.struck("%s is DOWN with %s".formatted(sgm.id(), note), sgm);
            sgm.falls(new SimulatedSgm.Ailment(SgmState.DOWN, note));
        });
    }
}
