package io.bywash.report;

import java.awt.geom.Rectangle2D;

/**
 * Where everything lies on the sheet; lengths in its units, 1,400 to the width.
 *
 * <p>At the width of A4 portrait they become about half a CSS pixel each, which is why no words are smaller than 15.
 */
record Layout(int flagRows, int lanesOfChassis1, int lanesOfChassis2) {
    static final double WIDTH = 1400;
    static final double MARGIN = 24;
    static final double LABELS = 146;
    static final double LEFT = MARGIN + LABELS;
    static final double RIGHT = WIDTH - MARGIN;

    static final double PARTS_TOP = 96;
    static final double PARTS_HEIGHT = 28;
    static final double STEPS_TOP = PARTS_TOP + PARTS_HEIGHT + 3;
    static final double STEPS_HEIGHT = 24;
    static final double FLAG_HEIGHT = 24;
    static final double ROLE_PITCH = 30;
    static final double GAP = 14;
    private static final double FLAGS_TOP = STEPS_TOP + STEPS_HEIGHT + 8;
    private static final double HEADING = 28;
    private static final double ROOM_FOR_LANES = 510;
    private static final double LEAST_PITCH = 18;
    private static final double MOST_PITCH = 32;
    private static final double AXIS = 62;

    double lanesTop() {
        return FLAGS_TOP + flagRows * FLAG_HEIGHT + 4;
    }

    /** The lower edge of the words of a row of flags, 0 being the one next to the lanes. */
    double flagBottom(int row) {
        return FLAGS_TOP + (flagRows - row) * FLAG_HEIGHT;
    }

    /** From one lane of an SGM to the next. */
    double pitch() {
        int lanes = Math.max(1, lanesOfChassis1 + lanesOfChassis2);
        return Math.max(LEAST_PITCH, Math.min(MOST_PITCH, ROOM_FOR_LANES / lanes));
    }

    double rolesTop() {
        return lanesTop() + 6;
    }

    double headingOfChassis1() {
        return rolesTop() + 2 * ROLE_PITCH + GAP;
    }

    double chassis1Top() {
        return headingOfChassis1() + HEADING;
    }

    double headingOfChassis2() {
        return chassis1Top() + lanesOfChassis1 * pitch() + GAP;
    }

    double chassis2Top() {
        return headingOfChassis2() + HEADING;
    }

    double lanesBottom() {
        return chassis2Top() + lanesOfChassis2 * pitch() + 6;
    }

    /** The part of the sheet with the lanes, between the labels and the right margin. */
    Rectangle2D lanes() {
        return new Rectangle2D.Double(LEFT, lanesTop(), RIGHT - LEFT, lanesBottom() - lanesTop());
    }

    double axisLabel() {
        return lanesBottom() + 52;
    }

    double legendTop() {
        return lanesBottom() + AXIS + 22;
    }
}
