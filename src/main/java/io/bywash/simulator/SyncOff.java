package io.bywash.simulator;

/**
 * An SGM is not synchronised any more, until its next reboot, and carries all the same.
 *
 * @param reason as {@code cphaprob syncstat} writes it behind {@code Off - }
 */
record SyncOff(When when, Victim victim, String reason) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            SimulatedSgm sgm = victim.in(ambush.group());
            ambush.struck("the synchronisation of %s is off: %s".formatted(sgm.id(), reason), sgm);
            sgm.losesSync(reason);
        });
    }
}
