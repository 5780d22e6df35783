package io.bywash.simulator;

/**
 * An SGM that runs does not carry, until somebody reboots it.
 *
 * @param note the critical device in problem; empty for none
 */
record SgmFails(When when, SgmState state, String note) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> fail(ambush, moment.on()));
    }

    private void fail(Ambush ambush, SimulatedSgm sgm) {
        ambush.struck("%s is %s %s".formatted(sgm.id(), state, note).strip(), sgm);
        sgm.falls(new SimulatedSgm.Ailment(state, note));
    }
}
