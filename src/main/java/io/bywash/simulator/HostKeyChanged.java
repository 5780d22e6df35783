package io.bywash.simulator;

/** The management address proves itself with another host key: another machine, or somebody in between. */
record HostKeyChanged(When when) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            ambush.struck("another host key from now on");
            ambush.seams().gate().changeKey();
        });
    }
}
