package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunRequestTest {
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
}
