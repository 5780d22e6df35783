package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "20m, PT20M", "1h30m, PT1H30M", "300ms, PT0.3S", "1h2m3s4ms, PT1H2M3.004S", "0s, PT0S"})
    void a_number_with_its_unit_is_a_duration(String text, Duration duration) {
        assertThat(DurationText.read(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "1h3", "m", "-5s", "1.5h", "5 m", "30m1h", "5S", "PT5M", "1d", "9999999s"})
    void anything_else_is_none(String text) {
        assertThat(DurationText.read(text)).isEmpty();
    }

    @Property(tries = 300)
    void what_is_written_reads_back(@ForAll @LongRange(min = 0, max = 21_600_000) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(DurationText.read(DurationText.of(duration))).contains(duration);
    }

    @Property(tries = 300)
    void the_units_add_up(
            @ForAll @IntRange(max = 99) int hours,
            @ForAll @IntRange(max = 999) int minutes,
            @ForAll @IntRange(max = 999) int seconds) {
        assertThat(DurationText.read("%dh%dm%ds".formatted(hours, minutes, seconds)))
                .contains(Duration.ofSeconds(hours * 3600L + minutes * 60L + seconds));
    }

    @Property(tries = 300)
    void no_text_makes_it_fail(@ForAll String text) {
        assertThat(DurationText.read(text)).isNotNull();
    }
}
