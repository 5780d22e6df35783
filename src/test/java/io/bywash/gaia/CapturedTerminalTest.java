package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads the raw bytes of a real terminal, where the collection of them lies beside the checkout. */
class CapturedTerminalTest {
    private static final Path RAW =
            Path.of("..", "shared", "captures", "installer-install-R80.30SP-pty-raw-member1_2.txt");

    @Test
    void a_real_installation_reads_the_same_whole_and_byte_by_byte() throws IOException {
        if (!Files.exists(RAW)) {
            System.out.println("SKIPPED: no real terminal session beside this checkout");
        }
        assumeTrue(Files.exists(RAW));
        String raw = Files.readString(RAW);
        Screen whole = new Screen();
        whole.show(raw);
        Screen piecemeal = new Screen();
        raw.chars().forEach(character -> piecemeal.show(String.valueOf((char) character)));

        assertThat(whole.text()).doesNotContain("\u001b").doesNotContain("\r").isEqualTo(piecemeal.text());
        assertThat(whole.text().lines())
                .contains(
                        "Do you want to continue? ([y]es / [n]o)",
                        "Are you sure? (Y - yes, any other key - no) y",
                        "|1_02 (local) |Extracting Bundle:            1%                                |");
        assertThat(whole.text()
                        .lines()
                        .filter(line -> line.startsWith("[Expert@"))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(Prompt.read(line.substring(0, line.indexOf("gclish"))))
                        .isPresent());
    }
}
