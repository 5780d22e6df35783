package io.bywash.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnbrokenTest {
    @Test
    void a_word_in_two_pieces_stands_whole_in_the_second() {
        assertThat(Unbroken.around("gate", List.of("north-ga", "te> "))).containsExactly("north-", "gate> ");
    }

    @Test
    void a_word_over_three_pieces_stands_whole_in_the_last() {
        assertThat(Unbroken.around("gate", List.of("north-g", "at", "e> "))).containsExactly("north-", "", "gate> ");
    }

    @Test
    void what_only_begins_like_the_word_stays_where_it_was() {
        assertThat(Unbroken.around("gate", List.of("north-ga", "ps> "))).containsExactly("north-ga", "ps> ");
    }

    @Property
    void nothing_is_lost_and_no_word_is_cut(
            @ForAll @Size(max = 6) List<@CharRange(from = 'a', to = 'b') String> pieces) {
        String text = String.join("", pieces);

        List<String> cut = Unbroken.around("aba", pieces);

        assertThat(String.join("", cut)).isEqualTo(text);
        assertThat(cut).hasSameSizeAs(pieces);
        assertThat(String.join("|", cut)).doesNotContain("a|ba", "ab|a", "a|b|a");
    }
}
