package io.bywash.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the device's programs print them; the device's zone is UTC. */
enum Dates {
    /** {@code Wed Aug 31 14:36:12 UTC 2022}: the head of the engine's table, and {@code date}. */
    LONG("EEE MMM ppd HH:mm:ss 'UTC' yyyy"),
    /** {@code Wed Aug 31 14:35:57 2022}: login notices and {@code cphaprob}. */
    LOGIN("EEE MMM ppd HH:mm:ss yyyy"),
    /** {@code Aug 31 15:35:13}: in brackets before CPUSE's own sentences. */
    SHORT("MMM ppd HH:mm:ss"),
    /** {@code 31Aug22 15:35}: policy dates in {@code asg stat}. */
    POLICY("ddMMMyy HH:mm"),
    /** {@code 2022-08-31 15:35:13}: {@code uptime -s}. */
    ISO("yyyy-MM-dd HH:mm:ss"),
    /** {@code Aug 31 15:35}: {@code ls -l}. */
    LISTING("MMM ppd HH:mm");

    private final DateTimeFormatter form;

    Dates(String pattern) {
        form = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    String of(Instant moment) {
        return form.format(moment);
    }
}
