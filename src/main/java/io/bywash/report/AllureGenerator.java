package io.bywash.report;

import io.bywash.evidence.Broken;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the generator of an Allure distribution in a process of its own, with its analytics switched off.
 *
 * @param distribution the directory that holds {@code lib} and {@code plugins}
 */
record AllureGenerator(Path distribution) {
    /**
     * Makes one page of a directory of results.
     *
     * @param page a directory that is made
     * @return the page
     * @throws Broken when the generator is not there or does not do its work, with what it said
     */
    String page(Path results, String title, Path page) {
        try {
            Process generator = command(results, title, page).start();
            String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (generator.waitFor() != 0) {
                throw new Broken("The Allure generator failed, so there is no report.html. It said:\n" + said);
            }
            return Files.readString(page.resolve("index.html"));
        } catch (IOException e) {
            throw new Broken(
                    "The Allure generator in %s cannot be run: %s. The build unpacks it; run mvn clean and the command again."
                            .formatted(distribution, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("The Allure generator was interrupted, so there is no report.html.", e);
        }
    }

    private ProcessBuilder command(Path results, String title, Path page) throws IOException {
        List<String> jars;
        try (Stream<Path> files = Files.list(distribution.resolve("lib"))) {
            jars = files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        ProcessBuilder generator = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                String.join(File.pathSeparator, jars) + File.pathSeparator + distribution.resolve("lib/config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--clean",
                "--single-file",
                "--name",
                title,
                "--output",
                page.toString(),
                results.toString());
        generator.environment().put("ALLURE_NO_ANALYTICS", "true");
        generator.environment().put("APP_HOME", distribution.toString());
        generator.redirectErrorStream(true);
        return generator;
    }
}
