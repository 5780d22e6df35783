package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.gaia.ScriptedTerminal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteFileTest {
    private static final String PROMPT = "[Expert@harbour-ch01-01:0]# ";
    private static final String PATH = "/var/log/upload/x_T7.tgz";
    private static final String SUM = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void a_file_is_measured_by_its_size_and_its_sum() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line("stat -c %s " + PATH, "4\r\n" + PROMPT)
                .line("sha256sum " + PATH, SUM + "  " + PATH + "\r\n" + PROMPT);

        assertThat(RemoteFile.measure(terminal.session(), PATH)).isEqualTo(new RemoteFile("4", SUM));
    }

    @Test
    void of_a_file_that_is_not_there_no_sum_is_asked_for() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line("stat -c %s " + PATH, "stat: cannot stat '" + PATH + "': No such file or directory\r\n" + PROMPT);

        assertThat(RemoteFile.measure(terminal.session(), PATH))
                .isEqualTo(
                        new RemoteFile("stat: cannot stat '" + PATH + "': No such file or directory", "not measured"));
        assertThat(terminal.surprises()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, " + SUM + ", true", "5, " + SUM + ", false", "4, 00, false", "4, not measured, false"})
    void it_is_ours_only_when_both_size_and_sum_are_the_same(String size, String sum, boolean ours) {
        assertThat(new RemoteFile(size, sum).is(new PackageFile(Path.of("x_T7.tgz"), 4, SUM)))
                .isEqualTo(ours);
    }
}
