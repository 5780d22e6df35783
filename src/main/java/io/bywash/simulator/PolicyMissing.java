package io.bywash.simulator;

/** An SGM comes back from its reboot without a policy, and carries all the same. */
record PolicyMissing(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.next(Moment.Kind.BOOT, victim), moment -> {
            ambush.struck(moment.on().id() + " has no policy", moment.on());
            moment.on().losesPolicy();
        });
    }
}
