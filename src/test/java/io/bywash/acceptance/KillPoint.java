package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a run is killed: at its n-th fact of some kind that tells of something, counted over all stages, and so many
 * milliseconds later.
 *
 * <p>Without a delay the run stands still from that fact on, which is on disk, until it is dead; nothing slips between.
 *
 * @param kind the name of a {@link io.bywash.evidence.Fact}, or {@link #ANY}
 * @param about what has to stand in it; empty for anything
 * @param signal {@code KILL}, which no process can see coming, or {@code INT}, which is Ctrl-C; {@code STOP}, in which it stands
 *     until it is continued; or what breaks the process
 *     from within: {@code MEMORY} and {@code STACK}, which it has used up, and {@code THREAD}, one of which dies
 */
record KillPoint(String kind, String about, int number, int millis, String signal) {
    static final String ANY = "fact";
    static final String INTENDED = "ActIntended";
    static final String ENDED = "ActEnded";
    private static final Pattern FORM =
            Pattern.compile("(\\w+)(?:/([^:]+))?:(\\d+)\\+(\\d+)ms:(KILL|INT|STOP|MEMORY|STACK|THREAD)");

    static KillPoint at(String kind, int number) {
        return new KillPoint(kind, "", number, 0, "KILL");
    }

    KillPoint later(int delay) {
        return new KillPoint(kind, about, number, delay, signal);
    }

    /** The same by Ctrl-C; a run that stands still could not say its last word. */
    KillPoint byCtrlC() {
        return new KillPoint(kind, about, number, Math.max(1, millis), "INT");
    }

    /** Whether a fact is one of those that count. */
    boolean counts(Fact fact) {
        return (kind.equals(ANY) || kind.equals(fact.getClass().getSimpleName()))
                && fact.toString().contains(about);
    }

    /** Reads what {@link #toString} wrote. */
    static KillPoint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A kill point is written like ActIntended/installer install:1+40ms:KILL, not " + text);
        }
        return new KillPoint(
                matcher.group(1),
                matcher.group(2) == null ? "" : matcher.group(2),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                matcher.group(5));
    }

    @Override
    public String toString() {
        return "%s%s:%d+%dms:%s".formatted(kind, about.isEmpty() ? "" : "/" + about, number, millis, signal);
    }
}
