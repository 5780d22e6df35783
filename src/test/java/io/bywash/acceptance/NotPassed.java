package io.bywash.acceptance;

import io.bywash.evidence.Outcome;

/** The run did not pass although no step failed; it fails the build, because only a passed run may look like one. */
final class NotPassed extends RuntimeException {
    NotPassed(boolean rehearsal, Outcome outcome) {
        super(
                rehearsal
                        ? "This was a rehearsal. The build fails so that nobody takes it for an installation."
                        : "The run is %s; the lines above say why.".formatted(outcome),
                null,
                false,
                false);
    }
}
