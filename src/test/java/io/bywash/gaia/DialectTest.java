package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.Release;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    @EnumSource(
            names = {"R76SP", "R81"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_page_of_every_other_release_has_all_parts(Release release) {
        Dialect dialect = Dialect.of(release);

        assertThat(IntStream.rangeClosed(1, 5).filter(dialect::hasOnItsPage)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void there_is_no_page_for_R76SP_and_nothing_of_CPUSE() {
        Dialect dialect = Dialect.of(Release.R76SP);

        assertThat(dialect.hasPage()).isFalse();
        assertThat(Arrays.stream(Phrase.values()).filter(phrase -> !dialect.has(phrase)))
                .containsExactly(
                        Phrase.IMPORT_PACKAGE,
                        Phrase.SHOW_IMPORTED,
                        Phrase.SHOW_INSTALLED,
                        Phrase.VERIFY,
                        Phrase.UNINSTALL,
                        Phrase.PACKAGE_NUMBER,
                        Phrase.AGENT_BUILD,
                        Phrase.SYNC_STATUS);
    }

    @Test
    void a_site_cannot_do_away_with_a_proof() {
        Dialect dialect = Dialect.of(Release.R81_10);

        assertThatThrownBy(() -> dialect.with(Map.of("showInstalled", "none")))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("R81.10 needs a wording for 'showInstalled'");
    }

    @Test
    void a_site_cannot_bring_CPUSE_to_R76SP() {
        Dialect dialect = Dialect.of(Release.R76SP);

        assertThatThrownBy(() -> dialect.with(Map.of("verify", "installer verify {number} member_ids all")))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("R76SP has nothing for 'verify'");
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
