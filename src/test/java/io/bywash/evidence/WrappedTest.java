package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WrappedTest {
    @Property
    void no_line_is_wider_than_the_width(@ForAll String text, @ForAll @IntRange(min = 1, max = 120) int width) {
        assertThat(Wrapped.to(width, text)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }

    @Property
    void nothing_but_blanks_is_lost(@ForAll String text, @ForAll @IntRange(min = 1, max = 120) int width) {
        assertThat(String.join("", Wrapped.to(width, text)).replaceAll("\\s", ""))
                .isEqualTo(text.strip().replaceAll("\\s", ""));
    }

    @Example
    void words_are_kept_whole() {
        assertThat(Wrapped.to(12, "chassis1 stays DOWN")).isEqualTo(List.of("chassis1", "stays DOWN"));
    }

    @Example
    void a_text_that_is_too_long_ends_in_three_dots() {
        assertThat(Wrapped.atMost(2, 12, "chassis1 stays DOWN and chassis2 carries"))
                .isEqualTo(List.of("chassis1", "stays ..."));
    }

    @Example
    void a_command_line_can_be_pasted() {
        assertThat(Wrapped.command(20, "mvn verify -Da=b -Dc=d")).isEqualTo(List.of("mvn verify -Da=b \\", "-Dc=d"));
    }

    @Example
    void a_row_that_is_too_wide_loses_blanks_before_it_loses_words() {
        assertThat(Wrapped.cut(24, "| 2                LOST      |")).isEqualTo("| 2  LOST  |");
    }

    @Example
    void a_row_that_fits_stays_as_it_was() {
        assertThat(Wrapped.cut(40, "| 2                LOST      |")).isEqualTo("| 2                LOST      |");
    }
}
