package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleScreenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "'' = BLANK",
                "'harbour-ch01-01 login: ' = LOGIN",
                "'Password: ' = PASSWORD",
                "'-- More --' = PAGER",
                "'[Expert@harbour-ch01-01:0]# ' = GAIA_SHELL",
                "'harbour-ch01-01> ' = GAIA_SHELL",
                "'-bash-4.2# ' = OTHER_SHELL",
                "'> ' = UNKNOWN",
                "'Are you sure? (Y - yes, any other key - no) ' = UNKNOWN",
                "'Enter new Password: ' = UNKNOWN"
            })
    void a_line_is_known_whole_or_not_at_all(String cursorLine, ConsoleScreen screen) {
        assertThat(ConsoleScreen.of(cursorLine)).isEqualTo(screen);
    }

    @Test
    void a_refused_log_in_says_so_on_a_line_of_its_own() {
        assertThat(ConsoleScreen.refusesLogIn("Password: \n\nLogin incorrect\n\nharbour-ch01-01 login: "))
                .isTrue();
    }

    @Test
    void an_earlier_message_about_it_is_no_refusal() {
        assertThat(ConsoleScreen.refusesLogIn("Last message: Login incorrect was seen 3 times"))
                .isFalse();
    }
}
