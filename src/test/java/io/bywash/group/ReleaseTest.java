package io.bywash.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "R76SP, R76SP, true",
        "R76SP, R76SP.50, true",
        "R76SP, R76SP.5, false",
        "R76SP, R76, false",
        "R76SP, R80.20SP, false",
        "R80_20SP, R80.20SP, true",
        "R80_20SP, R80.20SP.50, false",
        "R81, R81.10, false"
    })
    void a_member_writes_its_own_release(Release release, String told, boolean same) {
        assertThat(release.isToldAs(told)).isEqualTo(same);
    }
}
