package io.bywash.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Where the words of vertical lines stand above the lanes, so that no words lie on others and no line runs through words.
 *
 * <p>Rows count from the lanes upwards. A line runs from its words down; so of two of which the line of one would meet the words of the other, the one whose words are met stands above.
 */
final class Flags {
    private static final double AIR = 6;

    private final double left;
    private final double right;
    private final int rows;
    private final List<Flag> placed = new ArrayList<>();

    /**
     * The words of one line.
     *
     * @param line where its line is
     * @param from where its words begin
     * @param row from 0, the one next to the lanes
     */
    record Flag(double line, String words, double from, double to, int row) {
        private boolean covers(double x) {
            return from <= x && x <= to;
        }

        private boolean meets(Flag other) {
            return from < other.to && other.from < to;
        }
    }

    /** @param rows how many rows there may be */
    Flags(double left, double right, int rows) {
        this.left = left;
        this.right = right;
        this.rows = rows;
    }

    /**
     * Finds a place for the words of a line; those placed before stay where they are.
     *
     * @param wordings from the best to the shortest; the first that has room is taken
     * @return empty when there is room for none of them
     */
    Optional<Flag> place(double line, List<String> wordings, double size) {
        for (String words : wordings) {
            double wide = TextWidth.of(words, size, true) + 2 * AIR;
            Optional<Flag> flag = lowest(row -> new Flag(line, words, line, line + wide, row))
                    .or(() -> lowest(row -> new Flag(line, words, line - wide, line, row)));
            if (flag.isPresent()) {
                placed.add(flag.get());
                return flag;
            }
        }
        return Optional.empty();
    }

    private Optional<Flag> lowest(IntFunction<Flag> inRow) {
        return IntStream.range(0, rows).mapToObj(inRow).filter(this::fits).findFirst();
    }

    private boolean fits(Flag flag) {
        return flag.from() >= left && flag.to() <= right && placed.stream().allMatch(other -> goTogether(flag, other));
    }

    private static boolean goTogether(Flag one, Flag other) {
        if (one.row() == other.row()) {
            return !one.meets(other);
        }
        Flag above = one.row() > other.row() ? one : other;
        Flag below = one.row() > other.row() ? other : one;
        return !below.covers(above.line());
    }

    /** How many rows are in use. */
    int used() {
        return placed.stream().mapToInt(flag -> flag.row() + 1).max().orElse(0);
    }
}
