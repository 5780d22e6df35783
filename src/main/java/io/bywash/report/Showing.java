package io.bywash.report;

import io.bywash.group.ChassisRole;
import io.bywash.group.SgmState;

/** What a lane of the timeline shows for a while. When several fall on one spot, the last of them here is drawn. */
enum Showing {
    /** Nobody looked for long, and the looks before and after differ. */
    UNSEEN(""),
    /** A chassis handles the traffic. */
    ROLE_ACTIVE("chassis handles the traffic"),
    /** A chassis is ready to take over. */
    ROLE_STANDBY("chassis ready to take over"),
    UP("SGM in service"),
    READY("runs another version, waits"),
    STARTING("starting"),
    /** A chassis or an SGM that is there and takes no part. */
    DOWN("set down, carries nothing"),
    ABSENT("no answer, as during a reboot"),
    UP_WITH_PROBLEM("in service with a problem"),
    /** A look in which the SGM had no row. */
    NOT_SHOWN("not shown: no row on the screen"),
    UNKNOWN("a word that is not known");

    private final String meaning;

    Showing(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, for the legend. */
    String meaning() {
        return meaning;
    }

    static Showing of(SgmState state) {
        return switch (state) {
            case UP -> UP;
            case UP_WITH_PROBLEM -> UP_WITH_PROBLEM;
            case DOWN -> DOWN;
            case STARTING -> STARTING;
            case READY -> READY;
            case ABSENT -> ABSENT;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Showing of(ChassisRole role) {
        return switch (role) {
            case ACTIVE -> ROLE_ACTIVE;
            case STANDBY -> ROLE_STANDBY;
            case DOWN -> DOWN;
        };
    }

    Showing orWorse(Showing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
