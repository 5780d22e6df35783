package io.bywash.group;

/**
 * The number of a Jumbo Hotfix Accumulator.
 *
 * @param number 1 or more
 */
public record Take(int number) implements Comparable<Take> {
    public Take {
        if (number < 1) {
            throw new IllegalArgumentException("A take is a number from 1 up, not %d.".formatted(number));
        }
    }

    @Override
    public int compareTo(Take other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "Take " + number;
    }
}
