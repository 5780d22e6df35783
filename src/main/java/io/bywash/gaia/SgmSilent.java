package io.bywash.gaia;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.Remedy;
import io.bywash.group.SgmId;
import java.util.List;

/** An SGM did not let us in from its peer. */
public final class SgmSilent extends Misbehaviour {
    private final SgmId sgm;

    SgmSilent(SgmId sgm, String answer) {
        super(
                "SGM %s does not answer: 'member %s' said \"%s\".".formatted(sgm, sgm.typed(), answer),
                Finding.of(Remedy.ON_THE_GROUP, "Look at %s on its console.".formatted(sgm))
                        .with(List.of(Deciding.answer("member " + sgm.typed(), List.of()))));
        this.sgm = sgm;
    }

    public SgmId sgm() {
        return sgm;
    }
}
