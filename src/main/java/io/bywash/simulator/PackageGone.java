package io.bywash.simulator;

import java.util.List;

/** Just before an action, our package disappears from the list of one SGM; the device then names that SGM (REFERENCE 3.3, D). */
record PackageGone(When when, Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            SimulatedSgm sgm = victim.in(ambush.group());
            List<String> gone = sgm.packages().stored().stream()
                    .filter(entry -> entry.stored().jumbo() && !entry.installed())
                    .map(entry -> entry.stored().fileName())
                    .toList();
            gone.forEach(sgm.packages()::remove);
            ambush.struck("%d packages gone from %s".formatted(gone.size(), sgm.id()));
        });
    }
}
