package io.bywash.acceptance;

import io.bywash.evidence.RunDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the Allure report of the last run, one HTML page that opens from disk and fetches nothing, in the run's directory.
 *
 * <p>Runs the generator of the Allure distribution in a process of its own, with its analytics switched off.
 */
public final class ReportPage {
    /** Beside the results, names the directory of the run they belong to, and on the second line the report. */
    static final String RUN = "run-directory.txt";

    private ReportPage() {}

    /**
     * Makes the page.
     *
     * @param arguments the directory of the Allure distribution, and the directory of the results
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path distribution = Path.of(arguments[0]);
        Path results = Path.of(arguments[1]);
        if (!Files.exists(results.resolve(RUN))) {
            System.out.println("No run was begun, so there is no report.");
            return;
        }
        List<String> about = Files.readAllLines(results.resolve(RUN));
        Path run = Path.of(about.get(0));
        Path page = Files.createTempDirectory(results.getParent(), "page");
        generate(distribution, results, page, about.get(1));
        Path report = run.resolve("report.html");
        Files.move(page.resolve("index.html"), report, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(page);
        System.out.println("report      " + report);
        tellAgain(run);
    }

    /** Maven says much between the end of a run and its own; what matters stands below it once more. */
    private static void tellAgain(Path run) throws IOException {
        System.out.println();
        if (Files.exists(run.resolve(Run.FAILURE))) {
            Files.readAllLines(run.resolve(Run.FAILURE)).forEach(System.out::println);
        }
        Path result = run.resolve(RunDirectory.RESULT);
        System.out.println(
                Files.exists(result)
                        ? new JsonMapper()
                                .readTree(Files.readString(result))
                                .get("verdict")
                                .asString()
                        : "INCOMPLETE: the run left no result; what the console showed above is the evidence");
        System.out.println();
    }

    private static void generate(Path distribution, Path results, Path page, String name)
            throws IOException, InterruptedException {
        List<String> jars;
        try (Stream<Path> files = Files.list(distribution.resolve("lib"))) {
            jars = files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        String classpath =
                String.join(File.pathSeparator, jars) + File.pathSeparator + distribution.resolve("lib/config");
        ProcessBuilder generator = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classpath,
                "io.qameta.allure.CommandLine",
                "generate",
                "--clean",
                "--single-file",
                "--name",
                name,
                "--output",
                page.toString(),
                results.toString());
        generator.environment().put("ALLURE_NO_ANALYTICS", "true");
        generator.environment().put("APP_HOME", distribution.toString());
        generator.redirectErrorStream(true);
        Process process = generator.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("The Allure generator failed:\n" + said);
        }
    }
}
