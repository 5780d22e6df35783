package io.bywash.simulator;

import java.util.List;

/** Just before its number is used, our package disappears from the list of the SGM on which it is typed. */
record IndexGone(When when) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            PackageStore store = moment.on().packages();
            List<String> gone = store.stored().stream()
                    .filter(entry -> entry.stored().jumbo() && !entry.installed())
                    .map(entry -> entry.stored().fileName())
                    .toList();
            gone.forEach(store::remove);
            ambush.struck("%d packages gone from %s"
                    .formatted(gone.size(), moment.on().id()));
        });
    }
}
