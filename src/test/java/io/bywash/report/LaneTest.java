package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.report.Lane.Band;
import io.bywash.report.Lane.Look;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LaneTest {
    private static final long BOUND = 10;

    private static Look up(long at) {
        return new Look(at, Showing.UP, "ACTIVE");
    }

    private static Look down(long at) {
        return new Look(at, Showing.DOWN, "DOWN");
    }

    private static Band up(long from, long to) {
        return new Band(Showing.UP, "ACTIVE", true, from, to);
    }

    private static Band down(long from, long to) {
        return new Band(Showing.DOWN, "DOWN", true, from, to);
    }

    private static List<Band> bands(Look... looks) {
        return Lane.through("1_01", List.of(looks), BOUND).bands();
    }

    private static List<Band> atLeast(long least, Band... bands) {
        return new Lane("1_01", List.of(bands)).atLeast(least).bands();
    }

    @Test
    void looks_that_agree_are_one_band() {
        assertThat(bands(up(1), up(5), up(9))).containsExactly(up(1, 9));
    }

    @Test
    void a_state_lasts_until_the_look_that_sees_another() {
        assertThat(bands(up(1), down(5), down(9))).containsExactly(up(1, 5), down(5, 9));
    }

    @Test
    void the_same_state_in_another_word_is_another_band() {
        assertThat(bands(up(1), new Look(5, Showing.UP, "UP")))
                .containsExactly(up(1, 5), new Band(Showing.UP, "UP", true, 5, 5));
    }

    @Test
    void looks_as_far_apart_as_the_bound_are_near_enough() {
        assertThat(bands(up(0), up(BOUND))).containsExactly(up(0, BOUND));
    }

    @Test
    void between_looks_too_far_apart_that_agree_nobody_saw_it() {
        assertThat(bands(up(0), up(BOUND + 1)))
                .containsExactly(
                        up(0, 0), new Band(Showing.UP, "ACTIVE", false, 0, BOUND + 1), up(BOUND + 1, BOUND + 1));
    }

    @Test
    void between_looks_too_far_apart_that_differ_nothing_is_known() {
        assertThat(bands(up(0), down(BOUND + 1)))
                .containsExactly(
                        up(0, 0), new Band(Showing.UNSEEN, "", false, 0, BOUND + 1), down(BOUND + 1, BOUND + 1));
    }

    @Test
    void nothing_is_drawn_before_the_first_look_and_after_the_last() {
        assertThat(bands(up(7))).containsExactly(up(7, 7));
    }

    @Test
    void without_a_look_a_lane_is_empty() {
        assertThat(bands()).isEmpty();
    }

    @Test
    void bands_too_short_to_be_drawn_show_the_worst_of_them() {
        assertThat(atLeast(5, up(0, 2), down(2, 3), up(3, 5))).containsExactly(down(0, 5));
    }

    @Test
    void what_becomes_the_same_becomes_one_band() {
        assertThat(atLeast(2, up(0, 1), down(1, 2), up(2, 3), down(3, 4))).containsExactly(down(0, 4));
    }

    @Test
    void a_short_band_between_long_ones_stays() {
        assertThat(atLeast(5, up(0, 9), down(9, 10), up(10, 19))).containsExactly(up(0, 9), down(9, 10), up(10, 19));
    }

    @Test
    void a_single_look_between_times_without_one_stays() {
        Band unseen = new Band(Showing.UNSEEN, "", false, 0, 20);
        Band later = new Band(Showing.UNSEEN, "", false, 20, 40);

        assertThat(atLeast(5, unseen, down(20, 20), later)).containsExactly(unseen, down(20, 20), later);
    }
}
