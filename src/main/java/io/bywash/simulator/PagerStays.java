package io.bywash.simulator;

/** Setting the height of a page has no effect: every page has so many rows, whatever the window has. */
record PagerStays(int rows) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().shells().rows(wanted -> {
            if (wanted != rows) {
                ambush.struck("the pager stays at %d rows".formatted(rows));
            }
            return rows;
        });
    }

    /** A person presses the space bar. */
    @Override
    public boolean harmless() {
        return true;
    }
}
