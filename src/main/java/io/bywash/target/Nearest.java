package io.bywash.target;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant, for the question "did you mean ...?". */
public final class Nearest {
    private Nearest() {}

    /**
     * The word closest to {@code typed}, or empty when none is close enough to be a slip of the hand: more than a third of
     * its letters differ. Upper and lower case are the same; of two words equally close the first one wins.
     */
    public static Optional<String> to(String typed, Collection<String> words) {
        String nearest = null;
        int least = Math.max(1, typed.length() / 3) + 1;
        for (String word : words) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many letters must be put in, left out or replaced to make one text of the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
