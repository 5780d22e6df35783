package io.bywash.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Plants each bug of the list and runs the tests that have to notice it, in a process of its own; and the same tests once without
 * a bug, which have to be green.
 *
 * <p>{@code mvn test -Dtest=PlantedByHand}; one bug alone, by a word of its sentence: {@code -Dbywash.bug=settle}.
 */
class PlantedByHand {
    private static final Path FOLDER = Path.of("target", "planted").toAbsolutePath();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> each_bug_is_noticed() {
        List<PlantedBug> bugs = PlantedBug.all().stream()
                .filter(bug -> bug.bug().contains(System.getProperty("bywash.bug", "")))
                .toList();
        Stream<DynamicTest> without = bugs.stream()
                .map(PlantedBug::tests)
                .distinct()
                .map(tests -> DynamicTest.dynamicTest(
                        "without a bug: " + tests,
                        () -> assertThat(run(FOLDER.resolve("none"), tests)).isEqualTo("nothing noticed")));
        Stream<DynamicTest> with =
                bugs.stream().map(bug -> DynamicTest.dynamicTest(bug.bug(), () -> assertNoticed(bug)));
        return Stream.concat(without, with);
    }

    private static void assertNoticed(PlantedBug bug) {
        Path classes = FOLDER.resolve(bug.bug().replaceAll("[^A-Za-z0-9]+", "-"));
        compile(bug, classes);
        String noticed = run(classes, bug.tests());
        System.out.printf("%-90s %s%n", bug.bug(), noticed);
        assertThat(noticed).as(bug.bug()).startsWith("noticed by");
    }

    private static void compile(PlantedBug bug, Path classes) {
        assertThat(bug.places()).as("places of: " + bug.bug()).isEqualTo(1);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("file:///io/bywash/" + bug.in()), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return bug.sourceWithTheBug();
                    }
                };
        try {
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        said,
                        List.of("-d", classes.toString(), "-cp", CLASS_PATH, "-parameters", "-proc:none"),
                        null,
                        List.of(source))
                .call();
        assertThat(compiled)
                .as("%s does not compile: %s", bug.bug(), said.getDiagnostics())
                .isTrue();
    }

    private static String run(Path before, List<String> tests) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                before + File.pathSeparator + CLASS_PATH,
                FirstFailure.class.getName()));
        command.addAll(tests);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            return said.lines()
                    .filter(line -> line.startsWith(FirstFailure.TELLS))
                    .map(line -> line.substring(FirstFailure.TELLS.length()))
                    .findFirst()
                    .orElse("the tests came to no end: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
