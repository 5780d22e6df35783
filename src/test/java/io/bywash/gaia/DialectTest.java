package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Release;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void only_the_command_that_shows_it_is_inferred_on_R81_10() {
        List<String> told = Dialect.of(Release.R81_10).unproven();

        assertThat(told)
                .filteredOn(wording -> wording.startsWith("cloning"))
                .singleElement()
                .asString()
                .startsWith("cloningShow: ");
    }
}
