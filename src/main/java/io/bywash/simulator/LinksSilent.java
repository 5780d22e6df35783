package io.bywash.simulator;

import java.util.List;

/** Nothing passes any more on the connections that are open; the next one is healthy. */
record LinksSilent(When when) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            List<Link> links = ambush.group().links().fromOutside();
            ambush.struck("silenced %d connections".formatted(links.size()));
            links.forEach(Link::silence);
        });
    }

    /** A person closes the dead window, and logs in again. */
    @Override
    public boolean harmless() {
        return true;
    }
}
