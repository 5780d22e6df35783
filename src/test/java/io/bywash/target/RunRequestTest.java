package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmState;
import io.bywash.simulator.LoginShell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRequestTest {
    private static RunRequest asking(String setting, String value) {
        return RunRequest.from(Map.of(setting, value));
    }

    private static void refused(Map<String, String> properties, String paragraph) {
        assertThatThrownBy(() -> RunRequest.from(properties))
                .isInstanceOf(Broken.class)
                .hasMessage(paragraph);
    }

    @Test
    void the_options_are_told_as_they_were_typed() {
        assertThat(RunRequest.from(Map.of("bywash.target", "sites/north.yaml", "bywash.confirm", "north-gate"))
                        .options())
                .isEqualTo("-Dbywash.confirm=north-gate -Dbywash.target=sites/north.yaml");
    }

    @Test
    void an_option_that_a_shell_would_take_apart_is_told_in_quotes() {
        assertThat(RunRequest.from(Map.of("bywash.target", "my sites/north's.yaml"))
                        .options())
                .isEqualTo("'-Dbywash.target=my sites/north'\\''s.yaml'");
    }

    @Test
    void the_usual_embedded_group_has_four_sgms_on_each_chassis_and_clish_and_stays_down_over_its_reboot() {
        RunRequest usual = RunRequest.from(Map.of());

        assertThat(usual.embedded()).isEqualTo(SecurityGroup.dual("embedded", 4, 4));
        assertThat(usual.shell()).isEqualTo(LoginShell.CLISH);
        assertThat(usual.returnState()).isEqualTo(SgmState.DOWN);
    }

    @Test
    void one_number_of_sgms_is_for_each_chassis() {
        assertThat(asking("bywash.sgms", "14").embedded()).isEqualTo(SecurityGroup.dual("embedded", 14, 14));
    }

    @Test
    void two_numbers_of_sgms_are_for_one_chassis_each() {
        assertThat(asking("bywash.sgms", "3+5").embedded()).isEqualTo(SecurityGroup.dual("embedded", 3, 5));
    }

    @Test
    void two_numbers_of_sgms_are_one_word_for_a_shell() {
        assertThat(asking("bywash.sgms", "3+5").options()).isEqualTo("-Dbywash.sgms=3+5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "15", "3+15", "0+5", "3+", "+5", "3+5+1", "3 + 5", "-1", "four", ""})
    void a_number_of_sgms_that_no_chassis_has_is_refused(String size) {
        refused(
                Map.of("bywash.sgms", size),
                "-Dbywash.sgms=%s: a chassis has 1 to 14 SGMs. Write for example -Dbywash.sgms=4, or -Dbywash.sgms=3+5 for 3 SGMs on chassis 1 and 5 on chassis 2."
                        .formatted(size));
    }

    @Test
    void the_login_shell_can_be_chosen() {
        assertThat(asking("bywash.shell", "expert").shell()).isEqualTo(LoginShell.EXPERT);
        assertThat(asking("bywash.shell", "clish").shell()).isEqualTo(LoginShell.CLISH);
    }

    @Test
    void a_login_shell_that_is_none_is_refused() {
        refused(Map.of("bywash.shell", "bash"), "-Dbywash.shell=bash: the login shell is 'clish' or 'expert'.");
    }

    @Test
    void the_state_after_the_reboot_can_be_chosen() {
        assertThat(asking("bywash.returnState", "UP").returnState()).isEqualTo(SgmState.UP);
        assertThat(asking("bywash.returnState", "DOWN").returnState()).isEqualTo(SgmState.DOWN);
    }

    @Test
    void a_state_that_no_sgm_comes_back_in_is_refused() {
        refused(
                Map.of("bywash.returnState", "READY"),
                "-Dbywash.returnState=READY: the SGMs come back from their reboot 'DOWN' or 'UP'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bywash.sgms=3+5", "bywash.shell=expert", "bywash.returnState=UP"})
    void what_the_embedded_group_is_like_is_refused_for_a_real_one(String given) {
        String[] setting = given.split("=");
        refused(
                Map.of("bywash.target", "north.yaml", setting[0], setting[1]),
                "-D%s is for the embedded Security Group, and -Dbywash.target names a real one. Leave one of them out."
                        .formatted(setting[0]));
    }

    @Test
    void a_setting_that_is_misspelt_is_told_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> asking("bywash.returnsState", "UP"))
                .hasMessageContaining(" Did you mean -Dbywash.returnState? ");
    }

    @Test
    void each_kind_of_embedded_group_is_kept_for_itself_between_stage_runs() {
        List<Map<String, String>> kinds = List.of(
                Map.of(),
                Map.of("bywash.sgms", "3"),
                Map.of("bywash.sgms", "3+4"),
                Map.of("bywash.sgms", "4+3"),
                Map.of("bywash.mode", "vsx"),
                Map.of("bywash.release", "R82"),
                Map.of("bywash.shell", "expert"),
                Map.of("bywash.returnState", "UP"));

        assertThat(kinds)
                .extracting(kind -> EmbeddedTarget.kept(RunRequest.from(kind)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_kind_of_embedded_group_is_kept_in_the_same_place_however_it_is_written() {
        assertThat(EmbeddedTarget.kept(RunRequest.from(
                        Map.of("bywash.sgms", "4+4", "bywash.shell", "clish", "bywash.returnState", "DOWN"))))
                .isEqualTo(EmbeddedTarget.kept(RunRequest.from(Map.of())));
    }
}
