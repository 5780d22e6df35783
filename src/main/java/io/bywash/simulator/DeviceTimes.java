package io.bywash.simulator;

import java.time.Duration;

/**
 * How long things take, in device time.
 *
 * <p>Import about 50 s, verify 5 to 10 s, install until the SGM is back 17 to 21 minutes (REFERENCE 8, D); how an
 * install is split into its parts, and every time of a chassis, is I.
 */
final class DeviceTimes {
    /** How long a screen goes on showing the state before a change (REFERENCE 7 no. 23). */
    static final Duration SCREENS_LAG = Duration.ofSeconds(4);

    static final Duration CHASSIS_DOWN = Duration.ofSeconds(25);
    static final Duration CHASSIS_UP = Duration.ofSeconds(30);
    static final Duration SGM_DOWN = Duration.ofSeconds(4);
    static final Duration SGM_UP = Duration.ofSeconds(6);

    /** From the moment another SGM is SMO until the connections to the former one are cut. */
    static final Duration CONNECTIONS_FOLLOW_SMO = Duration.ofSeconds(8);

    /** What a connection attempt to an SGM that is away costs. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    static final Duration POLICY_VERIFY = Duration.ofSeconds(6);
    static final Duration IMPORT = Duration.ofSeconds(48);
    static final Duration VERIFY = Duration.ofSeconds(8);
    static final Duration INSTALL = Duration.ofMinutes(10);
    static final Duration UNINSTALL = Duration.ofMinutes(8);

    private DeviceTimes() {}
}
