package io.bywash.cluster;

import java.time.Duration;

/**
 * How long we wait for something, by a name that the settings use.
 *
 * @param limit when it counts as not reached
 * @param pause between two looks
 */
public record Patience(String name, Duration limit, Duration pause) {}
