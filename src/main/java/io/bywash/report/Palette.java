package io.bywash.report;

import java.awt.Color;
import java.awt.Paint;
import java.util.EnumSet;
import java.util.Set;

/**
 * The colours of the timeline.
 *
 * <p>Neighbours differ in lightness or in their lines as well as in colour, so that neither a printer without colour nor an
 * eye that sees few of them mixes them up.
 */
final class Palette {
    static final Color INK = new Color(0x1F2933);
    static final Color MUTED = new Color(0x52606D);
    static final Color FAINT = new Color(0xE4E7EB);
    static final Color PAPER = Color.WHITE;
    static final Color TROUBLE = new Color(0xB3261E);
    static final Color FAILOVER = new Color(0x5B2A86);

    private static final Color LINES_OF_UNSEEN = new Color(0xB8C1CB);
    private static final Color BLUE = new Color(0x4A97BD);
    private static final Set<Showing> DARK = EnumSet.of(Showing.ROLE_ACTIVE, Showing.ABSENT);
    private static final double PALE = 0.42;

    private Palette() {}

    static Color colour(Showing showing) {
        return switch (showing) {
            case UNSEEN, NOT_SHOWN -> PAPER;
            case ROLE_ACTIVE -> new Color(0x0B4F79);
            case ROLE_STANDBY -> new Color(0xB9D7E8);
            case UP, UP_WITH_PROBLEM -> BLUE;
            case READY -> new Color(0xD9CBE6);
            case STARTING -> new Color(0xFBF0C4);
            case DOWN -> new Color(0xE8A33D);
            case ABSENT -> new Color(0x434D59);
            case UNKNOWN -> new Color(0xF6D5E5);
        };
    }

    /** The colours of the summary. */
    static Color of(Mark mark) {
        return switch (mark) {
            case PASSED, DONE -> new Color(0x17694B);
            case NOT_RUN -> new Color(0x5D6875);
            case NOT_PROVEN -> new Color(0x8F5100);
            case REFUSED -> new Color(0x7A4A00);
            case BROKEN -> new Color(0x5B4490);
            case FAILED, INCOMPLETE -> TROUBLE;
        };
    }

    /** What a band is filled with that somebody saw. */
    static Paint seen(Showing showing) {
        Color ground = colour(showing);
        return switch (showing) {
            case UNSEEN -> new Hatch(ground, LINES_OF_UNSEEN, Hatch.Way.RISING);
            case READY -> new Hatch(ground, new Color(0x7A5A99), Hatch.Way.LEVEL);
            case STARTING -> new Hatch(ground, new Color(0x8A6D00), Hatch.Way.FALLING);
            case UP_WITH_PROBLEM -> new Hatch(ground, new Color(0xFFFFFF), Hatch.Way.BROAD);
            case NOT_SHOWN -> new Hatch(ground, MUTED, Hatch.Way.CROSSED);
            case UNKNOWN -> new Hatch(ground, new Color(0xA6266E), Hatch.Way.DOTTED);
            default -> ground;
        };
    }

    /** What a band is filled with that nobody saw: pale where the looks before and after saw the same. */
    static Paint unseen(Showing showing) {
        return showing == Showing.UNSEEN ? seen(showing) : new Hatch(pale(showing), PAPER, Hatch.Way.RISING);
    }

    static Paint of(Lane.Band band) {
        return band.seen() ? seen(band.showing()) : unseen(band.showing());
    }

    /** The colour of words on a band. */
    static Color words(Lane.Band band) {
        return band.seen() && DARK.contains(band.showing()) ? PAPER : INK;
    }

    private static Color pale(Showing showing) {
        Color colour = colour(showing);
        return new Color(pale(colour.getRed()), pale(colour.getGreen()), pale(colour.getBlue()));
    }

    private static int pale(int part) {
        return (int) Math.round(255 - (255 - part) * PALE);
    }
}
