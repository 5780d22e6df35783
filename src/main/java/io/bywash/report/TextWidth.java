package io.bywash.report;

/**
 * How wide words are in the font of the drawings.
 *
 * <p>By the widths of Helvetica, which Arial and Liberation Sans share, so that the layout does not depend on the fonts of
 * the machine that draws.
 */
final class TextWidth {
    /** Of the characters from space to tilde, in thousandths of the size of the font. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final int OTHERS = 600;
    private static final double BOLD = 1.07;

    private TextWidth() {}

    static double of(String words, double size, boolean bold) {
        double sum = words.chars()
                .map(character -> character >= ' ' && character <= '~' ? WIDTHS[character - ' '] : OTHERS)
                .sum();
        return sum * size / 1000 * (bold ? BOLD : 1);
    }
}
