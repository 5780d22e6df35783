package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeedsTest {
    @Test
    void one_a_range_and_several_are_read() {
        assertThat(Seeds.read("17, 1-3,9")).containsExactly(17L, 1L, 2L, 3L, 9L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "1-", "-5", "5-1", "1 2"})
    void anything_else_is_refused_with_what_to_write(String text) {
        assertThatThrownBy(() -> Seeds.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for example 17, 1-1000 or 1-20,35");
    }
}
