package io.bywash.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The list can be planted: see {@link PlantedByHand}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedBugListTest {
    private static final List<PlantedBug> BUGS = PlantedBug.all();

    @Test
    void there_are_at_least_sixty() {
        assertThat(BUGS).extracting(PlantedBug::bug).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void each_has_one_place_in_the_source_as_it_is_now() {
        assertThat(BUGS)
                .filteredOn(bug -> bug.places() != 1)
                .extracting(PlantedBug::bug)
                .isEmpty();
    }

    @Test
    void each_changes_something() {
        assertThat(BUGS).noneMatch(bug -> bug.text().equals(bug.instead()));
    }
}
