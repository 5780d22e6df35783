package io.bywash.simulator;

import io.bywash.group.ChassisId;

/** The SGMs of chassis 1 have a host key of their own, which the management address shows once it is there (REFERENCE 1). */
record HostKeyOfTheChassis() implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().gate().otherKeyOn(ChassisId.CHASSIS1, () -> ambush.struck("the host key of chassis1 was shown"));
    }
}
