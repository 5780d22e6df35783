package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KEYS = List.of("knownHosts", "address", "take", "mode", "IMAGE");

    @Test
    void a_missing_letter_finds_the_word() {
        assertThat(Nearest.to("knowHosts", KEYS)).contains("knownHosts");
    }

    @Test
    void capitals_make_no_difference() {
        assertThat(Nearest.to("knownhosts", KEYS)).contains("knownHosts");
    }

    @Test
    void capitals_make_no_difference_in_a_turkish_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Nearest.to("image", KEYS)).contains("IMAGE");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_word_of_its_own_finds_nothing() {
        assertThat(Nearest.to("password", KEYS)).isEmpty();
    }

    @Test
    void nothing_typed_finds_nothing() {
        assertThat(Nearest.to("", KEYS)).isEmpty();
    }

    @Test
    void of_two_words_equally_close_the_first_one_is_found() {
        assertThat(Nearest.to("chassis", List.of("chassis1", "chassis2"))).contains("chassis1");
    }

    @Property(tries = 200)
    void the_distance_is_the_same_both_ways(
            @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
        assertThat(Nearest.distance(one, other)).isEqualTo(Nearest.distance(other, one));
    }

    @Property(tries = 200)
    void a_word_is_no_distance_from_itself(@ForAll @StringLength(max = 12) String word) {
        assertThat(Nearest.distance(word, word)).isZero();
    }
}
