package io.bywash.procedure;

import io.bywash.cluster.Patience;
import java.time.Duration;

/**
 * How long each kind of wait may last.
 *
 * @param chassisDown until a chassis that was set down is down and the other carries
 * @param reboot from the start of the installation until every SGM is back
 * @param chassisUp until every SGM of a chassis that was set up carries
 * @param importing until every SGM has the package that an earlier run began to import
 * @param settle how long nothing may be seen of an act that an earlier run sent before it counts as not carried out; at
 *     least 90 s on a device, where an installation that was ordered shows itself by then (REFERENCE 7, row 9, D)
 * @param noCarrier how long no chassis may be seen to carry with every SGM; a role on the screen lags some seconds behind
 *     what happens (REFERENCE 7, row 23, D)
 */
public record Waits(
        Patience chassisDown,
        Patience reboot,
        Patience chassisUp,
        Patience importing,
        Patience settle,
        Duration noCarrier) {}
