package io.bywash.acceptance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a run is killed: at its n-th fact of some kind, counted over all stages, and so many milliseconds later.
 *
 * <p>Without a delay the run stands still from that fact on, which is on disk, until it is dead; nothing slips between.
 *
 * @param kind the name of a {@link io.bywash.evidence.Fact}, or {@link #ANY}
 * @param signal {@code KILL}, which no process can see coming, or {@code INT}, which is Ctrl-C
 */
record KillPoint(String kind, int number, int millis, String signal) {
    static final String ANY = "fact";
    static final String INTENDED = "ActIntended";
    static final String ENDED = "ActEnded";
    private static final Pattern FORM = Pattern.compile("(\\w+):(\\d+)\\+(\\d+)ms:(KILL|INT)");

    static KillPoint at(String kind, int number) {
        return new KillPoint(kind, number, 0, "KILL");
    }

    KillPoint later(int delay) {
        return new KillPoint(kind, number, delay, signal);
    }

    KillPoint byCtrlC() {
        return new KillPoint(kind, number, millis, "INT");
    }

    /** Reads what {@link #toString} wrote. */
    static KillPoint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A kill point is written like ActIntended:7+40ms:KILL, not " + text);
        }
        return new KillPoint(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4));
    }

    @Override
    public String toString() {
        return "%s:%d+%dms:%s".formatted(kind, number, millis, signal);
    }
}
