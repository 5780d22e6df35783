package io.bywash.simulator;

/** An interface of an SGM stays without a link after its reboot, and the SGM carries all the same. */
record LinkLost(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.next(Moment.Kind.BOOT, victim), moment -> {
            ambush.struck(
                    "%s of %s has no link"
                            .formatted(NetworkCommands.FRAIL, moment.on().id()),
                    moment.on());
            moment.on().losesLink();
        });
    }
}
