package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Release;
import io.bywash.group.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check_Point_R80_30SP_JHF_MAIN_Bundle_T101_FULL.tgz",
                "R80.30SP_Jumbo_Take_101.tar",
                "jhf-take101-r80_30sp.tgz",
                "R80_30SP_T101.tgz",
                "hotfix.tgz"
            })
    void a_name_that_agrees_or_says_nothing_is_no_contradiction(String name) {
        assertThat(new PackageName(name).otherTakes(new Take(101))).isEmpty();
        assertThat(new PackageName(name).otherReleases(Release.R80_30SP)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Check_Point_R80_30SP_JHF_MAIN_Bundle_T110_FULL.tgz, Take 110",
        "Jumbo_Take_99.tar, Take 99",
        "jumbo_take099.tar, Take 99"
    })
    void another_take_in_the_name_is_found(String name, String take) {
        assertThat(new PackageName(name).otherTakes(new Take(101))).containsExactly(take);
    }

    @ParameterizedTest
    @CsvSource({
        "Check_Point_R80_30_JHF_T101.tgz, R80.30",
        "Check_Point_R81.10_T101_ScalablePlatform.tgz, R81.10",
        "Check_Point_R82_T101.tgz, R82",
        "Check_Point_R82_10_T101.tgz, R82.10",
        "Check_Point_R76SP.50_T101.tgz, R76SP"
    })
    void another_release_in_the_name_is_found(String name, String release) {
        assertThat(new PackageName(name).otherReleases(Release.R80_30SP)).containsExactly(release);
    }

    @Test
    void letters_within_a_word_are_no_take() {
        assertThat(new PackageName("HOT12_PT110.tgz").otherTakes(new Take(1))).isEmpty();
    }
}
