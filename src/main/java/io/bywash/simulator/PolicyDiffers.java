package io.bywash.simulator;

/** An SGM has another policy than the others, until its next reboot or the next installation of a policy. */
record PolicyDiffers(When when, Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            SimulatedSgm sgm = victim.in(ambush.group());
            ambush.struck("%s has another policy".formatted(sgm.id()), sgm);
            sgm.getsOtherPolicy();
        });
    }
}
