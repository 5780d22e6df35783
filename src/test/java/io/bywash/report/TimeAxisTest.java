package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeAxisTest {
    private static final TimeAxis REAL = new TimeAxis(false, MadeRun.START, 1, MadeRun.nanos(100));
    private static final TimeAxis SIMULATED = new TimeAxis(true, MadeRun.START, 480, MadeRun.nanos(100));

    @Test
    void a_real_time_is_that_of_the_clock() {
        assertThat(REAL.value(MadeRun.nanos(2.5)))
                .isEqualTo(MadeRun.START.plusMillis(2500).toEpochMilli());
    }

    @Test
    void a_simulated_time_is_in_minutes_of_the_device() {
        assertThat(SIMULATED.value(MadeRun.nanos(2.5))).isEqualTo(20);
    }

    @Test
    void the_axis_ends_where_its_span_does() {
        assertThat(REAL.between(100, 300, REAL.span())).isEqualTo(300);
    }

    @Test
    void half_of_the_span_is_in_the_middle() {
        assertThat(REAL.between(100, 300, REAL.span() / 2)).isEqualTo(200);
    }

    @Test
    void the_end_of_the_run_is_on_the_axis() {
        assertThat(REAL.span()).isGreaterThan(MadeRun.nanos(100));
    }

    @Test
    void a_run_that_took_no_time_has_an_axis() {
        assertThat(new TimeAxis(false, MadeRun.START, 1, 0).span()).isGreaterThanOrEqualTo(MadeRun.nanos(1));
    }

    @Test
    void a_pace_that_is_no_whole_number_is_told_as_it_is() {
        assertThat(new TimeAxis(true, MadeRun.START, 0.5, 1).label()).endsWith("\u00d7 0.5)");
    }
}
