package io.bywash.simulator;

import java.util.List;

/** As one chassis is set down every SGM of the other one gets a problem, so one that was held down must carry. */
record OthersFailOnDown(When when, String note) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            List<SimulatedSgm> others =
                    ambush.group().sgmsOf(moment.on().chassis().other());
            ambush.struck("%s fails on %s".formatted(note, moment.on().chassis().other()), others);
            others.forEach(sgm -> sgm.falls(new SimulatedSgm.Ailment(SgmState.DOWN, note)));
        });
    }
}
