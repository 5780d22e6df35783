package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final double SIZE = 16;
    private static final List<String> WORDS = List.of("3.C chassis 1 down", "3.C");

    private static Flags flags() {
        return new Flags(100, 1000, 3);
    }

    @Property(tries = 300)
    void words_never_lie_on_words(@ForAll @Size(max = 12) List<@IntRange(min = 100, max = 1000) Integer> lines) {
        List<Flags.Flag> placed = placed(lines);

        assertThat(placed)
                .allSatisfy(one -> assertThat(placed)
                        .filteredOn(other -> other != one && other.row() == one.row())
                        .allMatch(other -> other.to() <= one.from() || one.to() <= other.from()));
    }

    @Property(tries = 300)
    void no_line_runs_through_words(@ForAll @Size(max = 12) List<@IntRange(min = 100, max = 1000) Integer> lines) {
        List<Flags.Flag> placed = placed(lines);

        assertThat(placed)
                .allSatisfy(one -> assertThat(placed)
                        .filteredOn(other -> other.row() < one.row())
                        .noneMatch(other -> other.from() <= one.line() && one.line() <= other.to()));
    }

    @Property(tries = 300)
    void words_stay_on_the_sheet(@ForAll @Size(max = 12) List<@IntRange(min = 100, max = 1000) Integer> lines) {
        assertThat(placed(lines)).allMatch(flag -> flag.from() >= 100 && flag.to() <= 1000);
    }

    private static List<Flags.Flag> placed(List<Integer> lines) {
        Flags flags = flags();
        List<Flags.Flag> placed = new ArrayList<>();
        lines.forEach(line -> flags.place(line, WORDS, SIZE).ifPresent(placed::add));
        return placed;
    }

    @Test
    void words_stand_to_the_right_of_their_line_next_to_the_lanes() {
        Optional<Flags.Flag> flag = flags().place(200, WORDS, SIZE);

        assertThat(flag).map(Flags.Flag::from).contains(200.0);
    }

    @Test
    void at_the_right_edge_they_stand_to_the_left() {
        Optional<Flags.Flag> flag = flags().place(990, WORDS, SIZE);

        assertThat(flag).map(Flags.Flag::to).contains(990.0);
    }

    @Test
    void words_that_would_hide_a_line_stand_above_it() {
        Flags flags = flags();
        flags.place(250, WORDS, SIZE);

        assertThat(flags.place(200, WORDS, SIZE)).map(Flags.Flag::row).contains(1);
    }

    @Test
    void where_there_is_little_room_the_short_words_are_taken() {
        assertThat(new Flags(100, 150, 1).place(110, WORDS, SIZE))
                .map(Flags.Flag::words)
                .contains("3.C");
    }

    @Test
    void where_there_is_no_room_there_are_no_words() {
        assertThat(new Flags(100, 110, 1).place(105, WORDS, SIZE)).isEmpty();
    }

    @Test
    void only_rows_with_words_are_counted() {
        Flags flags = flags();
        flags.place(250, WORDS, SIZE);
        flags.place(200, WORDS, SIZE);

        assertThat(flags.used()).isEqualTo(2);
    }
}
