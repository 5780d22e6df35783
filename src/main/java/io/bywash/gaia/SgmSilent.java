package io.bywash.gaia;

import io.bywash.evidence.Misbehaviour;
import io.bywash.group.SgmId;

/** An SGM did not let us in from its peer. */
public final class SgmSilent extends Misbehaviour {
    private final SgmId sgm;

    SgmSilent(SgmId sgm, String answer) {
        super("SGM %s does not answer: 'member %s' said \"%s\". Look at it on its console."
                .formatted(sgm, sgm.typed(), answer));
        this.sgm = sgm;
    }

    public SgmId sgm() {
        return sgm;
    }
}
