package io.bywash.gaia;

import io.bywash.evidence.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A time that passes only while a scripted terminal is listened to in vain, so that no test depends on the machine's load. */
public final class ScriptedTime extends Clock {
    private static final Instant BEGIN = Instant.parse("2026-03-14T01:00:00Z");

    private Duration passed = Duration.ZERO;
    private final History history = new History(this, () -> passed.toNanos());

    /** What happens in this time is recorded here. */
    public History history() {
        return history;
    }

    void passes(Duration time) {
        passed = passed.plus(time);
    }

    @Override
    public Instant instant() {
        return BEGIN.plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
