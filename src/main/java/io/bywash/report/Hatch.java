package io.bywash.report;

import java.awt.Color;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;

/**
 * A colour with thin lines over it, so that it can be told from others where there is no colour.
 *
 * @param ground the colour below the lines
 * @param lines the colour of the lines
 * @param way how the lines run
 */
record Hatch(Color ground, Color lines, Way way) implements Paint {
    /** How the lines run, and as an SVG path on a tile of {@link #TILE} units. */
    enum Way {
        RISING("M-2 2L2 -2M0 8L8 0M6 10L10 6", 1.2),
        FALLING("M-2 6L2 10M0 0L8 8M6 -2L10 2", 1.2),
        BROAD("M-2 2L2 -2M0 8L8 0M6 10L10 6", 3.2),
        LEVEL("M0 2H8M0 6H8", 1.2),
        CROSSED("M0 8L8 0M0 0L8 8", 1),
        DOTTED("M2 2h.1M6 6h.1", 2.2);

        private final String path;
        private final double width;

        Way(String path, double width) {
            this.path = path;
            this.width = width;
        }

        String path() {
            return path;
        }

        double width() {
            return width;
        }
    }

    /** The side of the square that is repeated. */
    static final int TILE = 8;

    /** A drawing that knows no patterns gets the ground. */
    @Override
    public PaintContext createContext(
            ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform, RenderingHints hints) {
        return ground.createContext(model, device, user, transform, hints);
    }

    @Override
    public int getTransparency() {
        return OPAQUE;
    }
}
