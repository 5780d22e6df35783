package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.Release;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectReaderTest {
    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void the_words_in_braces_are_those_of_the_release() {
        String own =
                "release: R76SP\ndialect:\n  install: asg_hf_installer -b {members} install file {path} no_confirm no_sync admin_up";

        assertThat(folder.faultsOf("release: R81.10", own)).noneMatch(fault -> fault.contains("dialect"));
    }

    @Test
    void on_a_release_without_CPUSE_nothing_of_it_has_a_wording() {
        assertThat(folder.faultsOf(
                        "release: R81.10", "release: R76SP\ndialect:\n  agentBuild: show installer status build"))
                .anyMatch(fault -> fault.contains("R76SP has no CPUSE for hotfixes of SGMs, so it is never typed"));
    }

    @Test
    void an_installation_on_all_sgms_at_once_is_told() {
        assertThat(faultsOf("install: installer install {number} member_ids all"))
                .containsExactly(
                        "north.yaml:17: dialect.install cannot be \"installer install {number} member_ids all\": the word \"all\" has no place here, as an installation on all SGMs at the same time stops the traffic. Write: install: installer install {number} member_ids {members}");
    }

    @Test
    void an_installation_without_its_sgms_is_told() {
        assertThat(faultsOf("install: installer install {number}"))
                .containsExactly(
                        "north.yaml:17: dialect.install cannot be \"installer install {number}\": it must have {members} and {number}, which the run fills in, and no others. Write: install: installer install {number} member_ids {members}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "install: installer install {number} member_ids {members},2_1",
                "install: installer install {number} member_ids 2_1 {members}",
                "install: installer install {number} member_ids {members} {members}",
                "chassisDown: asg chassis_admin -c {chassis},2 down",
                "chassisDown: asg chassis_admin -c 1 down -c {chassis}",
            })
    void an_act_that_names_sgms_of_its_own_is_told(String wording) {
        assertThat(faultsOf(wording))
                .singleElement()
                .asString()
                .contains("outside of its braces it must have no figure and no comma");
    }

    @Test
    void a_command_with_nothing_to_fill_in_takes_no_braces() {
        assertThat(faultsOf("status: asg stat -v {chassis}"))
                .containsExactly(
                        "north.yaml:17: dialect.status cannot be \"asg stat -v {chassis}\": it must have no words in braces, as the run fills nothing in. Write: status: asg stat -v");
    }

    @Test
    void a_fault_of_one_word_does_not_hide_that_of_another() {
        assertThat(faultsOf("{status: '', install: installer install all}")).hasSize(2);
    }

    @Test
    void every_phrase_that_a_release_words_is_a_key() {
        assertThat(new TargetSchema().keys("/dialect"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Phrase.values()).map(Phrase::key).toList());
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void the_example_of_a_phrase_is_the_usual_wording(Phrase phrase) {
        assertThat(new TargetSchema()
                        .about("/dialect/" + phrase.key())
                        .path("examples")
                        .path(0)
                        .asString())
                .isEqualTo(Dialect.of(Release.R81_10).say(phrase));
    }

    private List<String> faultsOf(String wording) {
        return folder.faultsOf("mode: gateway", "mode: gateway\ndialect:\n  " + wording);
    }
}
