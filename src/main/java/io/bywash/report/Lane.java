package io.bywash.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What one SGM, or one chassis, showed over time.
 *
 * @param bands in order of time, each beginning where the one before ends
 */
record Lane(String name, List<Band> bands) {
    /**
     * The same state for a while, by the clock of the history.
     *
     * @param word the very word on the screen; empty when there was none
     * @param seen whether looks lie close enough on both sides; when not, nobody looked for longer than the bound, and
     *     {@code showing} is what the looks before and after agree on
     * @param from nanoseconds since the run began
     * @param to as {@code from}; equal to it for a single look that nothing is known around
     */
    record Band(Showing showing, String word, boolean seen, long from, long to) {
        private boolean goesOnWith(Band next) {
            return showing == next.showing && word.equals(next.word) && seen == next.seen && to == next.from;
        }

        private Band until(long later) {
            return new Band(showing, word, seen, from, later);
        }

        private long length() {
            return to - from;
        }
    }

    /** One look at one SGM or chassis. */
    record Look(long at, Showing showing, String word) {}

    /**
     * Draws a line through looks.
     *
     * <p>Between two looks that are at most {@code bound} apart the first is taken to have lasted until the second; so a
     * change stands where it was seen, which may be later than it was. Between looks that are further apart nobody saw
     * anything, and the band says so.
     *
     * @param looks in order of time
     * @param bound in nanoseconds
     */
    static Lane through(String name, List<Look> looks, long bound) {
        List<Band> bands = new ArrayList<>();
        for (int number = 0; number < looks.size(); number++) {
            Look look = looks.get(number);
            append(bands, new Band(look.showing(), look.word(), true, look.at(), look.at()));
            if (number + 1 < looks.size()) {
                append(bands, between(look, looks.get(number + 1), bound));
            }
        }
        return new Lane(name, List.copyOf(bands));
    }

    private static Band between(Look look, Look next, long bound) {
        if (next.at() - look.at() <= bound) {
            return new Band(look.showing(), look.word(), true, look.at(), next.at());
        }
        boolean agree = look.showing() == next.showing();
        return agree
                ? new Band(look.showing(), look.word(), false, look.at(), next.at())
                : new Band(Showing.UNSEEN, "", false, look.at(), next.at());
    }

    private static void append(List<Band> bands, Band next) {
        int last = bands.size() - 1;
        if (last >= 0 && bands.get(last).goesOnWith(next)) {
            bands.set(last, bands.get(last).until(next.to()));
        } else {
            bands.add(next);
        }
    }

    /**
     * The same lane without what is too short to be drawn: bands in a row that are each shorter than {@code least} become
     * one of about that length, which shows the worst of them. A short band between long ones stays.
     *
     * @param least in nanoseconds
     */
    Lane atLeast(long least) {
        List<Band> coarse = new ArrayList<>();
        boolean open = false;
        for (Band band : bands) {
            int last = coarse.size() - 1;
            boolean small = band.length() < least;
            if (small && open && coarse.get(last).length() < least) {
                append(coarse, worse(coarse.remove(last), band));
            } else {
                append(coarse, band);
            }
            open = small;
        }
        return new Lane(name, List.copyOf(coarse));
    }

    private static Band worse(Band band, Band next) {
        boolean first = band.showing().orWorse(next.showing()) == band.showing();
        Band shown = first ? band : next;
        return new Band(shown.showing(), shown.word(), shown.seen(), band.from(), next.to());
    }
}
