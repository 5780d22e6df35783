package io.bywash.simulator;

import java.time.Instant;
import java.util.Set;

/**
 * What held over one interval of device time.
 *
 * @param until null while it lasts
 * @param because what made it begin; empty where nobody did, as at the start or when an SGM came back on its own
 */
public record Span<T>(Instant from, Instant until, T what, Set<Cause> because) {

    public boolean byAct() {
        return because.stream().anyMatch(cause -> cause.origin() == Cause.Origin.ACT);
    }

    public boolean byFault() {
        return because.stream().anyMatch(cause -> cause.origin() == Cause.Origin.FAULT);
    }
}
