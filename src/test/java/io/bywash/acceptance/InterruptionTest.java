package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when Maven is gone arrives where Maven wrote. */
class InterruptionTest {
    @TempDir
    Path folder;

    private Process cat(ProcessBuilder.Redirect out) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "there is no /proc");
        return new ProcessBuilder("cat").redirectOutput(out).start();
    }

    @Test
    void it_arrives_in_a_pipe() throws Exception {
        Process maven = cat(ProcessBuilder.Redirect.PIPE);
        try (OutputStream opened = Interruption.outputOf(maven.toHandle()).orElseThrow()) {
            opened.write("INTERRUPTED\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(maven.inputReader().readLine()).isEqualTo("INTERRUPTED");
        maven.destroy();
    }

    @Test
    void it_arrives_in_a_file_behind_what_stands_there() throws Exception {
        Path log = folder.resolve("maven.log");
        Files.writeString(log, "[INFO] Building\n");
        Process maven = cat(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try (OutputStream opened = Interruption.outputOf(maven.toHandle()).orElseThrow()) {
            maven.destroyForcibly().waitFor();
            opened.write("INTERRUPTED\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log).hasContent("[INFO] Building\nINTERRUPTED\n");
    }
}
