package io.bywash.simulator;

/** A chassis that is set down stays in service, and its first SGM carries on with a problem until its next reboot. */
record SetDownRefused(When when) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            SimulatedSgm sgm = moment.on();
            ambush.group().refuse(sgm.chassis());
            ambush.struck(
                    "%s is not set down".formatted(sgm.chassis()),
                    ambush.group().sgmsOf(sgm.chassis()));
            sgm.falls(new SimulatedSgm.Ailment(SgmState.ATTENTION, ""));
        });
    }
}
