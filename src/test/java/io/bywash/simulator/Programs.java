package io.bywash.simulator;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of this machine that nobody here wrote, run as a person or a script would run them. */
final class Programs {
    static final long PATIENCE_SECONDS = 60;

    /** Debian's own: the packages of Debian can be imported into it, and into no other one. */
    static final String PYTHON = "/usr/bin/python3";

    private Programs() {}

    /** What a program came to; the carriage returns of its standard error, which ssh's own messages have, are left out. */
    record Result(int status, String out, String err) {}

    /** Ends the test as skipped, and says so, where a program is missing. */
    static void need(String... programs) {
        for (String program : programs) {
            if (!Files.isExecutable(Path.of(program))) {
                skip(program);
            }
        }
    }

    static void needNetmiko(Path folder) {
        need(PYTHON);
        if (run(folder, Map.of(), List.of(PYTHON, "-c", "import netmiko")).status() != 0) {
            skip("netmiko for " + PYTHON);
        }
    }

    private static void skip(String missing) {
        String skipped =
                "SKIPPED, as this machine has no %s (Debian: openssh-client, python3-netmiko)".formatted(missing);
        System.err.println(skipped);
        abort(skipped);
    }

    /** A file that stands beside the tests. */
    static Path resource(String name) {
        try {
            return Path.of(Programs.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Result run(Path folder, Map<String, String> environment, List<String> command) {
        return run(folder, environment, command, "");
    }

    /** @param input what the program finds on its standard input, to its end */
    static Result run(Path folder, Map<String, String> environment, List<String> command, String input) {
        try {
            Path in = Files.writeString(Files.createTempFile(folder, "in", ""), input);
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("%s did not end. So far it said:%n%s%n%s"
                        .formatted(command, Files.readString(out), Files.readString(err)));
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out),
                    Files.readString(err).replace("\r", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
