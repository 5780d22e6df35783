package io.bywash.evidence;

/**
 * One value that a step promised to measure, with what it should be.
 *
 * @param actual what was read, in words
 * @param asExpected whether it is what the procedure wants
 */
public record Measurement(
        String name, @FreeText String expected, @FreeText String actual, boolean asExpected) {
    @Override
    public String toString() {
        return asExpected ? "%s: %s".formatted(name, actual) : "%s: %s, expected %s".formatted(name, actual, expected);
    }
}
