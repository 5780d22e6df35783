package io.bywash.report;

import java.util.List;

/** The words on the bands of a lane: once for a block of lanes that show the same, on the uppermost of them. */
final class Wording {
    private static final String NOBODY_LOOKED = "nobody looked";
    private static final double SAME = 0.6;

    private Wording() {}

    /** A text for each band of the lane; empty where the lane above says it. */
    static List<String> of(Lane lane, Lane above) {
        return lane.bands().stream()
                .map(band -> above.bands().stream().anyMatch(over -> says(over, band)) ? "" : words(band))
                .toList();
    }

    private static String words(Lane.Band band) {
        if (!band.seen()) {
            return NOBODY_LOOKED;
        }
        return switch (band.showing()) {
            case NOT_SHOWN -> "not shown";
            case UNKNOWN -> band.word() + " ?";
            default -> band.word();
        };
    }

    private static boolean says(Lane.Band over, Lane.Band band) {
        long common = Math.min(over.to(), band.to()) - Math.max(over.from(), band.from());
        return words(over).equals(words(band)) && common >= SAME * (band.to() - band.from());
    }
}
