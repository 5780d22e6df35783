package io.bywash.simulator;

/** A screen of 80 columns between dashes and bars. */
final class Frame {
    private static final int INNER = 76;
    private final StringBuilder text = new StringBuilder();

    Frame rule() {
        text.append("-".repeat(INNER + 4)).append('\n');
        return this;
    }

    Frame line(String content) {
        text.append("| ").append(("%-" + INNER + "s").formatted(content)).append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
