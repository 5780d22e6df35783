package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.report.Lane.Band;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {
    private static final Lane NOTHING_ABOVE = new Lane("", List.of());

    private static Lane lane(Band... bands) {
        return new Lane("1_01", List.of(bands));
    }

    private static Band active(long from, long to) {
        return new Band(Showing.UP, "ACTIVE", true, from, to);
    }

    @Test
    void a_band_has_the_word_of_its_screen() {
        assertThat(Wording.of(lane(active(0, 10)), NOTHING_ABOVE)).containsExactly("ACTIVE");
    }

    @Test
    void where_the_lane_above_says_it_there_are_no_words() {
        assertThat(Wording.of(lane(active(0, 10)), lane(active(1, 9)))).containsExactly("");
    }

    @Test
    void a_lane_above_that_shows_it_at_another_time_does_not_say_it() {
        assertThat(Wording.of(lane(active(0, 10)), lane(active(8, 30)))).containsExactly("ACTIVE");
    }

    @Test
    void a_lane_above_that_shows_something_else_does_not_say_it() {
        assertThat(Wording.of(lane(active(0, 10)), lane(new Band(Showing.DOWN, "DOWN", true, 0, 10))))
                .containsExactly("ACTIVE");
    }

    @Test
    void where_nobody_looked_no_state_is_named() {
        assertThat(Wording.of(lane(new Band(Showing.UP, "ACTIVE", false, 0, 10)), NOTHING_ABOVE))
                .containsExactly("nobody looked");
    }

    @Test
    void a_row_that_was_not_there_is_told() {
        assertThat(Wording.of(lane(new Band(Showing.NOT_SHOWN, "", true, 0, 10)), NOTHING_ABOVE))
                .containsExactly("not shown");
    }

    @Test
    void a_word_that_is_not_known_is_in_question() {
        assertThat(Wording.of(lane(new Band(Showing.UNKNOWN, "HALTED", true, 0, 10)), NOTHING_ABOVE))
                .containsExactly("HALTED ?");
    }
}
