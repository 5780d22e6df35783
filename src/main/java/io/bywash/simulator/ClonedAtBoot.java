package io.bywash.simulator;

/** Image cloning is on again for one SGM when it reboots; the boot then does the rest (REFERENCE 7 no. 13, D). */
record ClonedAtBoot(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.next(Moment.Kind.REBOOT, victim), moment -> {
            ambush.struck("image cloning is on again on " + moment.on().id(), moment.on());
            moment.on().setCloning(true);
        });
    }
}
