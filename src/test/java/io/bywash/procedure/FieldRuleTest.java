package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldRuleTest {
    private static final FieldRule LATER = FieldRule.laterMoment(Duration.ofMinutes(5), "the reboot");
    private static final FieldRule SAME = FieldRule.sameMoment(Duration.ofMinutes(5), "no reboot");

    @ParameterizedTest
    @CsvSource({"off, off, true", "off, on, true", "on, on, true", "on, off, false", "off, 'no answer', false"})
    void equal_or_better_takes_what_it_was_and_the_better_value(String before, String after, boolean holds) {
        assertThat(FieldRule.equalOr("on", "").holds().test(before, after)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, DOWN, true",
        "DOWN, DOWN, true",
        "DOWN, DOWN (admin), true",
        "DOWN, READY, false",
        "DOWN, '', false"
    })
    void one_of_several_values_is_taken_whatever_it_was_before(String before, String after, boolean holds) {
        assertThat(FieldRule.be(List.of("DOWN", "DOWN (admin)"), "").holds().test(before, after))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"'', 3, true", "3, '', false"})
    void what_must_be_there_may_have_any_value(String before, String after, boolean holds) {
        assertThat(FieldRule.beThere("").holds().test(before, after)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "Take 78, Take 87, true",
        "Take 87, Take 87, false",
        "Take 78, Take 78, false",
        "Take 78, Take 86, false"
    })
    void what_must_change_to_a_value_was_another_before(String before, String after, boolean holds) {
        assertThat(FieldRule.change(Optional.of("Take 87"), "").holds().test(before, after))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"one, two, true", "one, one, false"})
    void what_must_change_without_a_value_may_be_any_other(String before, String after, boolean holds) {
        assertThat(FieldRule.change(Optional.empty(), "").holds().test(before, after))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03T22:10:42Z, false",
        "2025-03-03T22:10:43Z, false",
        "2025-03-03T22:15:41Z, false",
        "2025-03-03T22:15:42Z, false",
        "2025-03-03T22:15:43Z, true",
        "2025-03-03T22:05:41Z, false",
        "soon, false",
        "'', false",
    })
    void a_moment_is_later_when_it_is_more_than_five_minutes_after(String after, boolean holds) {
        assertThat(LATER.holds().test("2025-03-03T22:10:42Z", after)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03T22:10:42Z, true",
        "2025-03-03T22:15:42Z, true",
        "2025-03-03T22:15:43Z, false",
        "2025-03-03T22:05:42Z, true",
        "2025-03-03T22:05:41Z, false",
        "soon, false",
        "'', false",
    })
    void a_moment_is_the_same_up_to_five_minutes_to_either_side(String after, boolean holds) {
        assertThat(SAME.holds().test("2025-03-03T22:10:42Z", after)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, true",
        "101, 50, false",
        "101, 51, true",
        "1000, 500, true",
        "1000, 499, false",
        "1000, -1, false",
        "x, 0, false",
        "0, x, false",
    })
    void a_number_may_fall_by_a_half_and_a_small_one_to_anything(String before, String after, boolean holds) {
        assertThat(FieldRule.fall(50, "").holds().test(before, after)).isEqualTo(holds);
    }

    @Test
    void what_is_ignored_may_become_anything() {
        assertThat(FieldRule.ignored("").holds().test("up", "gone")).isTrue();
    }

    @Test
    void what_is_unclassed_is_never_as_it_may_be() {
        assertThat(FieldRule.UNCLASSED.holds().test("same", "same")).isFalse();
    }
}
