package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Release;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialectTest {
    /** The page of R81 has no part about image cloning (REFERENCE 9, D), so nothing that is said there is documented for it. */
    @Test
    void all_words_about_image_cloning_are_inferred_on_R81() {
        assertThat(Dialect.of(Release.R81).unproven())
                .filteredOn(told -> told.startsWith("cloning"))
                .extracting(told -> told.substring(0, told.indexOf(" (") + 7))
                .containsExactly(
                        "cloningShow: \"show smo image auto-clone state\" (I 85 ",
                        "cloningOff: \"set smo image auto-clone state off\" (I 85 ",
                        "cloningOn: \"set smo image auto-clone state on\" (I 85 ",
                        "cloningOffLine: \"Image auto-clone state is off\" (I 85 ");
    }

    @Test
    void the_page_of_R81_has_all_parts_but_the_second() {
        Dialect dialect = Dialect.of(Release.R81);

        assertThat(IntStream.rangeClosed(1, 5).filter(dialect::hasOnItsPage)).containsExactly(1, 3, 4, 5);
    }

    @ParameterizedTest
    @EnumSource(names = "R81", mode = EnumSource.Mode.EXCLUDE)
    void the_page_of_every_other_release_has_all_parts(Release release) {
        Dialect dialect = Dialect.of(release);

        assertThat(IntStream.rangeClosed(1, 5).filter(dialect::hasOnItsPage)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void only_the_command_that_shows_it_is_inferred_on_R81_10() {
        List<String> told = Dialect.of(Release.R81_10).unproven();

        assertThat(told)
                .filteredOn(wording -> wording.startsWith("cloning"))
                .singleElement()
                .asString()
                .startsWith("cloningShow: ");
    }
}
