package io.bywash.simulator;

import io.bywash.group.Release;
import java.time.Duration;
import java.time.Instant;

/** Build numbers and dates that screens show; all made up. */
final class Builds {
    private Builds() {}

    static int of(SimulatedGroup group) {
        return of(group.settings().release());
    }

    static int of(Release release) {
        return switch (release) {
            case R76SP -> 241;
            case R80_20SP -> 163;
            case R80_30SP -> 184;
            case R81 -> 392;
            case R81_10 -> 342;
            case R81_20 -> 631;
            case R82 -> 779;
        };
    }

    /** The version as members write it; of R76SP the last of those that bear its name. */
    static String version(SimulatedGroup group) {
        Release release = group.settings().release();
        return release == Release.R76SP ? "R76SP.50" : release.toString();
    }

    /** When policy was installed last: three days before the group was started, unless somebody did since. */
    static Instant policyDate(SimulatedGroup group) {
        return group.policyInstalled().orElse(group.ledger().started().minus(Duration.ofMinutes(4391)));
    }
}
