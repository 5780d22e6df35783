package io.bywash.procedure;

import io.bywash.cluster.Patience;

/**
 * How long each kind of wait may last.
 *
 * @param chassisDown until a chassis that was set down is down and the other carries
 * @param reboot from the start of the installation until every SGM is back
 * @param chassisUp until every SGM of a chassis that was set up carries
 */
public record Waits(Patience chassisDown, Patience reboot, Patience chassisUp) {}
