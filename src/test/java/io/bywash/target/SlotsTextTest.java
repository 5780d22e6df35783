package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class SlotsTextTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 100)
    void a_range_and_a_list_of_the_same_slots_are_the_same_sgms(
            @ForAll @IntRange(min = 1, max = 14) int one, @ForAll @IntRange(min = 1, max = 14) int other) {
        int first = Math.min(one, other);
        int last = Math.max(one, other);
        ArrayNode list = JSON.arrayNode();
        IntStream.rangeClosed(first, last).forEach(list::add);

        assertThat(SlotsText.read(ChassisId.CHASSIS1, JSON.stringNode(first + "-" + last)))
                .isEqualTo(SlotsText.read(ChassisId.CHASSIS1, list))
                .isPresent();
    }

    @Property(tries = 100)
    void a_list_is_the_sgms_in_its_slots(
            @ForAll @Size(min = 1, max = 14) Set<@IntRange(min = 1, max = 14) Integer> slots) {
        ArrayNode list = JSON.arrayNode();
        slots.forEach(list::add);

        assertThat(SlotsText.read(ChassisId.CHASSIS2, list).orElseThrow())
                .isEqualTo(slots.stream()
                        .map(slot -> new SgmId(ChassisId.CHASSIS2, slot))
                        .collect(Collectors.toSet()));
    }

    @Test
    void one_number_is_one_sgm() {
        assertThat(SlotsText.read(ChassisId.CHASSIS2, JSON.numberNode(3)).orElseThrow())
                .containsExactly(SgmId.parse("2_3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4-1", "0-3", "1-15", "15", "", "1,2", "1 - 4", "all"})
    void anything_else_is_none(String text) {
        assertThat(SlotsText.read(ChassisId.CHASSIS1, JSON.stringNode(text))).isEmpty();
    }
}
