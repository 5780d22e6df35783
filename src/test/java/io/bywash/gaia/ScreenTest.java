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
