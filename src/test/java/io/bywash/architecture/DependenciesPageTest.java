package io.bywash.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code dependencies}, held to what is on the class paths: that of these tests and that of the generator. */
class DependenciesPageTest {
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` +\\| (.+?) \\| (.+?) \\|");
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

    private static List<Matcher> rows(String heading) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/dependencies.md"));
        int begin = page.indexOf("## " + heading + "\n");
        assertThat(begin).as("the heading " + heading).isNotNegative();
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end)
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static List<String> names(String heading) throws IOException {
        return rows(heading).stream().map(row -> row.group(1)).toList();
    }

    private static String artifact(Path jar) {
        Matcher name = JAR.matcher(jar.getFileName().toString());
        assertThat(name.matches()).as("the name of " + jar).isTrue();
        return name.group(1);
    }

    /** Of a jar in a repository of Maven: {@code org/slf4j/slf4j-api/2.0/slf4j-api-2.0.jar}. */
    private static boolean isOf(String groupAndArtifact, Path jar) {
        String[] both = groupAndArtifact.split(":");
        Path folder = Path.of(both[0].replace('.', '/'), both[1]);
        return jar.getParent().getParent().endsWith(folder);
    }

    private static List<Path> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    @Test
    void each_library_on_the_class_path_is_on_the_page() throws IOException {
        List<String> names = Stream.concat(names("The product").stream(), names("The tests").stream())
                .toList();

        assertThat(classPath()).isNotEmpty().allSatisfy(jar -> assertThat(names).anyMatch(name -> isOf(name, jar)));
    }

    @Test
    void no_library_is_on_the_page_that_is_not_on_the_class_path() throws IOException {
        List<String> names = Stream.concat(names("The product").stream(), names("The tests").stream())
                .toList();

        assertThat(names)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(classPath()).anyMatch(jar -> isOf(name, jar)));
    }

    @Test
    void the_libraries_of_the_generator_are_those_of_the_page() throws IOException {
        try (Stream<Path> unpacked = Files.walk(Path.of("target", "generator"))) {
            assertThat(names("The report generator"))
                    .containsExactlyInAnyOrderElementsOf(
                            unpacked.filter(file -> file.toString().endsWith(".jar"))
                                    .filter(file -> !file.toString().contains("plugins"))
                                    .map(DependenciesPageTest::artifact)
                                    .toList());
        }
    }

    @Test
    void a_plug_in_of_the_generator_brings_no_library() throws IOException {
        try (Stream<Path> unpacked = Files.walk(Path.of("target", "generator"))) {
            assertThat(unpacked.filter(file -> file.toString().endsWith(".jar"))
                            .filter(file -> file.toString().contains("plugins"))
                            .map(DependenciesPageTest::artifact))
                    .containsExactlyInAnyOrder("behaviors-plugin", "packages-plugin", "screen-diff-plugin");
        }
    }

    @Test
    void each_has_a_licence_and_a_reason() throws IOException {
        for (String heading : List.of("The product", "The tests", "The report generator", "The build")) {
            assertThat(rows(heading))
                    .as(heading)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.group(2) + row.group(3))
                            .doesNotContain("TODO")
                            .hasSizeGreaterThan(8));
        }
    }

    @Test
    void each_plugin_of_the_build_is_on_the_page() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> plugins = Pattern.compile("<plugin>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL)
                .matcher(pom)
                .results()
                .map(plugin -> plugin.group(1))
                .distinct()
                .toList();

        assertThat(names("The build")).containsExactlyInAnyOrderElementsOf(plugins);
    }
}
