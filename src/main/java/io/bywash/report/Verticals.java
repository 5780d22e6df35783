package io.bywash.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines through the lanes: what was sent that changes the group, and where the run got into trouble.
 *
 * @param rows how many rows of words there are above the lanes
 */
record Verticals(List<Vertical> verticals, int rows) {
    /** The size of their words. */
    static final double SIZE = 16;

    private static final int MOST_ROWS = 4;

    /** What a line stands for; later ones are drawn over earlier ones. */
    enum Kind {
        ACT,
        FAILOVER,
        TROUBLE
    }

    /**
     * @param x where its line is on the sheet
     * @param flag its words; empty when there was no room for them
     */
    record Vertical(Kind kind, double x, Optional<Flags.Flag> flag) {}

    private record Wish(Kind kind, double x, List<String> wordings) {}

    /**
     * From right to left, which takes the fewest rows; when trouble or the fail-over gets no words that way, those choose
     * first. An act that is sent again says so once.
     */
    static Verticals of(Ruler ruler, TimeAxis time) {
        List<Wish> wishes = new ArrayList<>();
        ruler.stops().forEach(stop -> wishes.add(new Wish(Kind.TROUBLE, x(time, stop.at()), List.of(stop.words()))));
        Set<String> told = new HashSet<>();
        for (int number = ruler.acts().size() - 1; number >= 0; number--) {
            Ruler.Act act = ruler.acts().get(number);
            boolean last = told.add(act.step() + act.words());
            List<String> wordings = List.of(act.step() + " " + act.words(), act.step());
            wishes.add(new Wish(
                    act.failover() ? Kind.FAILOVER : Kind.ACT, x(time, act.at()), last ? wordings : List.of()));
        }
        wishes.sort(Comparator.comparing(Wish::x).reversed());
        Verticals verticals = placed(wishes);
        if (verticals.verticals().stream()
                .noneMatch(vertical ->
                        vertical.kind() != Kind.ACT && vertical.flag().isEmpty())) {
            return verticals;
        }
        wishes.sort(Comparator.comparing(Wish::kind).reversed());
        return placed(wishes);
    }

    private static Verticals placed(List<Wish> wishes) {
        Flags flags = new Flags(Layout.LEFT, Layout.RIGHT, MOST_ROWS);
        List<Vertical> verticals = wishes.stream()
                .map(wish -> new Vertical(wish.kind(), wish.x(), flags.place(wish.x(), wish.wordings(), SIZE)))
                .toList();
        return new Verticals(verticals, flags.used());
    }

    /** Where the lines are on the sheet. */
    List<Double> lines() {
        return verticals.stream().map(Vertical::x).toList();
    }

    private static double x(TimeAxis time, long at) {
        return time.between(Layout.LEFT, Layout.RIGHT, at);
    }
}
