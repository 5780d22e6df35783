package io.bywash.simulator;

import java.util.List;

/** Every connection from outside ends; what is under way on the device goes on. */
record LinksCut(When when) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            List<Link> links = ambush.group().links().fromOutside();
            ambush.struck("cut %d connections".formatted(links.size()));
            links.forEach(Link::cut);
        });
    }

    /** A person logs in again, and looks what became of the last line. */
    @Override
    public boolean harmless() {
        return true;
    }
}
