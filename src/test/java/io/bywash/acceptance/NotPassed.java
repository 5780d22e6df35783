package io.bywash.acceptance;

import io.bywash.evidence.Outcome;

/** The run did not pass although no step failed; it fails the build, because only a passed run may look like one. */
final class NotPassed extends RuntimeException {
    NotPassed(Outcome outcome) {
        super("The run is %s; see the lines above.".formatted(outcome), null, false, false);
    }
}
