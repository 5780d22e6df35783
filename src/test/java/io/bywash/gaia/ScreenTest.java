package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
    private static final String RAW = "\u001b]0;admin@harbour-ch01-02:~\u0007\u001b[?1034h[Expert@x]# go\r\r\n"
            + "\u001b[2J\r\r\n\u001b[1;1H          \r\r\n\u001b[1;1HTitle   \r\r\n|1_02 (local) |Installing: 4%  |\r\r\n"
            + "\u001b[11;1HDone?\r\n";

    @Test
    void a_screen_drawn_in_place_reads_as_plain_lines() {
        assertThat(shown(RAW)).isEqualTo("""
                [Expert@x]# go

                \nTitle
                |1_02 (local) |Installing: 4%  |
                Done?
                """);
    }

    @Test
    void a_backspace_takes_back_a_character_of_the_line() {
        assertThat(shown("-- More --\b\b\b\b\b\b\b\b\b\bnext\r\n")).isEqualTo("next\n");
    }

    @Test
    void a_backspace_does_not_reach_back_beyond_its_line() {
        assertThat(shown("one\n\btwo")).isEqualTo("one\ntwo");
        assertThat(shown("\bone")).isEqualTo("one");
    }

    @Test
    void a_tab_stays_and_bells_and_deletes_are_dropped() {
        assertThat(shown("a\tb\u0007c\u007fd\u0000e")).isEqualTo("a\tbcde");
    }

    @Test
    void a_clean_screen_begins_without_a_line_end() {
        Screen screen = new Screen();
        screen.show("one\r");
        screen.clear();
        screen.show("two");

        assertThat(screen.text()).isEqualTo("two");
    }

    @Test
    void a_title_is_not_shown_even_when_it_holds_an_escape() {
        assertThat(shown("\u001b]0;a\u001bb\u0007one")).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(chars = {'H', 'J', 'f'})
    void a_jump_of_the_cursor_or_a_cleared_screen_begins_a_new_line(char jump) {
        assertThat(shown("one\u001b[2" + jump + "two")).isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "?1034h", "2@", "3~"})
    void any_other_control_sequence_leaves_the_line_as_it_is(String sequence) {
        assertThat(shown("one\u001b[" + sequence + "two")).isEqualTo("onetwo");
    }

    @Test
    void a_title_may_end_with_an_escape_and_a_backslash() {
        assertThat(shown("\u001b]0;admin@harbour\u001b\\one")).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u0018", "\u001a"})
    void a_title_without_an_end_hides_no_more_than_its_line(String end) {
        assertThat(shown("\u001b]0;admin@harbour" + end + "1_02 DOWN")).endsWith("1_02 DOWN");
    }

    @ParameterizedTest
    @ValueSource(chars = {'P', 'X', '^', '_', 'k'})
    void text_for_something_else_than_the_screen_is_not_shown(char kind) {
        assertThat(shown("one\u001b" + kind + "hidden\u001b\\two")).isEqualTo("onetwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u001b(B", "\u001b)0", "\u001b#8", "\u001b%G", "\u001b F", "\u001b$(C", "\u001b=", "\u001b7"})
    void an_escape_of_any_length_leaves_the_line_as_it_is(String escape) {
        assertThat(shown("one" + escape + "two")).isEqualTo("onetwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001bM", "\u001bE", "\u001bc", "\u001b8", "\u001b[A", "\u001b[2B", "\u001b[5d"})
    void a_move_to_another_line_begins_a_new_one(String move) {
        assertThat(shown("one" + move + "two")).isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20C", "40G", "2I", "9`", "3a"})
    void a_move_within_the_line_keeps_the_words_apart(String move) {
        assertThat(shown("1_02\u001b[" + move + "DOWN")).isEqualTo("1_02  DOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "1C"})
    void a_move_by_one_is_a_blank(String move) {
        assertThat(shown("is\u001b[" + move + "off")).isEqualTo("is off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[\n", "\u001b[12\u00e9", "\u001b\u00e9", "\u001b[1\r"})
    void an_escape_that_is_none_hides_nothing_behind_it(String broken) {
        assertThat(shown("one" + broken + "two")).startsWith("one").endsWith("two");
    }

    @Test
    void a_control_character_in_the_middle_of_an_escape_counts_for_itself() {
        assertThat(shown("one\u001b\u001b[1mtwo")).isEqualTo("onetwo");
    }

    @Test
    void a_frame_is_the_same_whatever_it_is_drawn_with() {
        String plain = "+-----+---+\n|1_01 |UP |\n+-----+---+\n";

        assertThat(shown(
                        "\u250c\u2500\u2500\u2500\u2500\u2500\u252c\u2500\u2500\u2500\u2510\n\u25021_01 \u2502UP \u2502\n"
                                + "\u2514\u2500\u2500\u2500\u2500\u2500\u2534\u2500\u2500\u2500\u2518\n"))
                .isEqualTo(plain);
        assertThat(shown(
                        "\u2554\u2550\u2550\u2550\u2550\u2550\u2566\u2550\u2550\u2550\u2557\n\u25511_01 \u2551UP \u2551\n"
                                + "\u255a\u2550\u2550\u2550\u2550\u2550\u2569\u2550\u2550\u2550\u255d\n"))
                .isEqualTo(plain);
        assertThat(shown("\u001b(0lqqqqqwqqqk\u001b(B\n\u001b(0x\u001b(B1_01 \u001b(0x\u001b(BUP \u001b(0x\u001b(B\n"
                        + "\u001b(0mqqqqqvqqqj\u001b(B\n"))
                .isEqualTo(plain);
        assertThat(shown("\u001b(B\u001b)0\u000elqqqqqwqqqk\u000f\n\u000ex\u000f1_01 \u000ex\u000fUP \u000ex\u000f\n"
                        + "\u000etqqqqqnqqqu\u000f\n"))
                .isEqualTo(plain);
    }

    @Test
    void a_blank_that_does_not_break_is_a_blank() {
        assertThat(shown("Display\u00a0name\u2003x")).isEqualTo("Display name x");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u2028', '\u2029'})
    void what_parts_lines_parts_lines(char separator) {
        assertThat(shown("one" + separator + "two")).isEqualTo("one\ntwo");
    }

    @Test
    void control_characters_of_eight_bits_are_dropped() {
        assertThat(shown("o\u0085n\u009be")).isEqualTo("one");
    }

    @Test
    void a_pager_that_wipes_itself_out_leaves_the_lines_around_it() {
        assertThat(shown("one\r\n--More--\r        \rtwo\r\n").lines().filter(line -> !line.isBlank()))
                .containsExactly("one", "--More--", "two");
        assertThat(shown("one\r\n--More--\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\btwo\r\n"))
                .isEqualTo("one\ntwo\n");
    }

    @Property(tries = 300)
    void it_reads_the_same_however_the_bytes_are_cut(
            @ForAll @IntRange(min = 0, max = 130) int first, @ForAll @IntRange(min = 0, max = 130) int second) {
        int one = Math.min(Math.min(first, second), RAW.length());
        int two = Math.min(Math.max(first, second), RAW.length());
        Screen screen = new Screen();
        screen.show(RAW.substring(0, one));
        screen.show(RAW.substring(one, two));
        screen.show(RAW.substring(two));

        assertThat(screen.text()).isEqualTo(shown(RAW));
    }

    @Property(tries = 500)
    void no_characters_can_break_it(@ForAll String anything) {
        assertThat(shown(anything)).doesNotContain("\u001b").doesNotContain("\r");
    }

    private static String shown(String raw) {
        Screen screen = new Screen();
        screen.show(raw);
        return screen.text();
    }
}
