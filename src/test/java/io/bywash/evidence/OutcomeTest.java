package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "PASSED, PASSED, PASSED",
        "PASSED, NOT_RUN, NOT_RUN",
        "NOT_RUN, NOT_PROVEN, NOT_PROVEN",
        "NOT_PROVEN, REFUSED, REFUSED",
        "REFUSED, BROKEN, BROKEN",
        "BROKEN, FAILED, FAILED",
        "FAILED, PASSED, FAILED",
        "NOT_PROVEN, PASSED, NOT_PROVEN",
    })
    void of_two_outcomes_the_worse_one_stays_whichever_came_first(Outcome one, Outcome other, Outcome worse) {
        assertThat(one.and(other)).isEqualTo(worse);
        assertThat(other.and(one)).isEqualTo(worse);
    }
}
