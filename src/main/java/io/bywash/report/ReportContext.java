package io.bywash.report;

import io.bywash.evidence.ExpectedTimes;
import java.util.Optional;

/**
 * What a report shows of a run that is not in its history.
 *
 * @param timeline the picture of the run, as an SVG element that we drew ourselves; it goes into the page as it is
 * @param expected how long the steps took in earlier runs
 */
public record ReportContext(Optional<String> timeline, ExpectedTimes expected) {
    /** Nothing but the history. */
    public static final ReportContext NONE = new ReportContext(Optional.empty(), ExpectedTimes.NONE);
}
