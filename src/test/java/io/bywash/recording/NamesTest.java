package io.bywash.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesTest {
    @Test
    void a_name_is_replaced_wherever_it_stands() {
        assertThat(Names.read("north-gate=first-site").in("[Expert@north-gate-ch01-01:0]# hostname north-gate"))
                .isEqualTo("[Expert@first-site-ch01-01:0]# hostname first-site");
    }

    @Test
    void an_address_is_not_found_in_a_longer_one() {
        assertThat(Names.read("192.0.2.1=203.0.9.5").in("192.0.2.1, 192.0.2.17, 2192.0.2.1, 192.0.2.1:22"))
                .isEqualTo("203.0.9.5, 192.0.2.17, 2192.0.2.1, 203.0.9.5:22");
    }

    @Test
    void the_longer_of_two_names_that_begin_alike_is_the_one_that_stands_there() {
        assertThat(Names.read("gate=door,gate-01=flap-07").in("gate-01 gate-02"))
                .isEqualTo("flap-07 door-02");
    }

    @Test
    void what_stands_instead_is_not_replaced_again() {
        assertThat(Names.read("ada=eve,eve=ann").in("ada eve")).isEqualTo("eve ann");
    }

    @Test
    void without_names_a_text_stays_as_it_is() {
        assertThat(Names.read("").in("north-gate")).isEqualTo("north-gate");
    }

    @Test
    void no_name_stays_in_two_pieces() {
        assertThat(new Names(Map.of("gate", "door", "Ada", "Eve")).whole(List.of("A", "da@ga", "te")))
                .containsExactly("", "Ada@", "gate");
    }

    @Test
    void a_name_of_another_length_is_refused() {
        assertThatThrownBy(() -> Names.read("north-gate=site"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("'site' cannot stand instead of 'north-gate': it has 4 characters, not 10");
    }

    @Test
    void a_name_without_another_is_refused() {
        assertThatThrownBy(() -> Names.read("north-gate"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("Write OLD=NEW");
    }
}
