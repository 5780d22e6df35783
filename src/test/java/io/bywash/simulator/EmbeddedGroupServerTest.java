package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.SecurityGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options of an embedded group that a person starts alone come to. */
class EmbeddedGroupServerTest {
    private static EmbeddedSettings with(String option, String value) {
        return EmbeddedGroupServer.with(EmbeddedSettings.defaults(), option, value);
    }

    @Test
    void one_number_of_sgms_is_for_each_chassis() {
        assertThat(with("--sgms", "2").group()).isEqualTo(SecurityGroup.dual("halyard", 2, 2));
    }

    @Test
    void two_numbers_of_sgms_are_for_one_chassis_each() {
        assertThat(with("--sgms", "3+5").group()).isEqualTo(SecurityGroup.dual("halyard", 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "15", "3+15", "0+5", "3+", "four", ""})
    void a_number_of_sgms_that_no_chassis_has_is_refused(String size) {
        assertThatThrownBy(() -> with("--sgms", size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--sgms %s: a chassis has 1 to 14 SGMs. Write for example --sgms 4, or --sgms 3+5 for 3 SGMs on chassis 1 and 5 on chassis 2.",
                        size);
    }

    @Test
    void sgms_can_come_back_up_from_their_reboot_or_stay_down_with_their_chassis() {
        EmbeddedSettings up = with("--returns", "UP");

        assertThat(up.returnsDown()).isFalse();
        assertThat(EmbeddedGroupServer.with(up, "--returns", "DOWN").returnsDown())
                .isTrue();
    }

    @Test
    void a_state_that_no_sgm_comes_back_in_is_refused() {
        assertThatThrownBy(() -> with("--returns", "READY"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--returns READY: the SGMs come back from their reboot DOWN or UP.");
    }

    @Test
    void the_login_shell_can_be_chosen() {
        assertThat(with("--shell", "expert").loginShell()).isEqualTo(LoginShell.EXPERT);
    }
}
