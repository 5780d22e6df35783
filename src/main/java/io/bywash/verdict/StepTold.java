package io.bywash.verdict;

import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * What a run said of one step.
 *
 * @param from when it began, in the time of the group
 * @param until when it ended, in the time of the group
 */
public record StepTold(String id, Instant from, Instant until, Outcome outcome, List<Measurement> measurements) {
    public StepTold {
        measurements = List.copyOf(measurements);
    }
}
