package io.bywash.report;

import io.qameta.allure.model.StatusDetails;

/**
 * How something stands, and why.
 *
 * @param why a paragraph for a person; empty for what passed
 */
record Judged(Standing standing, String why) {
    static final Judged PASSED = new Judged(Standing.PASSED, "");

    /** The worse of the two; the first when they are equally bad. */
    Judged and(Judged other) {
        return standing.compareTo(other.standing) >= 0 ? this : other;
    }

    /** What the report shows beside the colour; null for what passed, as the results of Allure have it. */
    StatusDetails details() {
        return standing == Standing.PASSED
                ? null
                : new StatusDetails().setMessage(Readable.of("%s: %s".formatted(standing.word(), why)));
    }
}
