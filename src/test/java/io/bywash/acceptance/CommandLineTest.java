package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bywash.procedure.Stage;
import io.bywash.target.RunRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for a stage or names a target gets a run or a failed build. */
class CommandLineTest {
    private static Optional<String> refusal(String goals, String properties) {
        return CommandLine.refusal("goals=[" + goals + "]", "properties={" + properties + "}", "failing=FAIL_FAST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "test; cucumber.filter.tags=@chassisA",
                "package; cucumber.filter.tags=@chassisA",
                "integration-test; cucumber.filter.tags=@chassisA",
                "clean, package; bywash.target=north-gate.yaml",
                "test; bywash.sgms=2",
                "verify; cucumber.filter.tags=@chassisA, skipTests=true",
                "verify; cucumber.filter.tags=@chassisA, skipITs=true",
                "install; bywash.target=north-gate.yaml, maven.test.skip=true",
                "verify; bywash.target=north-gate.yaml, maven.test.skip=",
                "verify; cucumber.filter.tags=@chassisA, maven.test.failure.ignore=true",
                "verify; maven.test.failure.ignore=true",
            })
    void a_build_that_would_be_green_without_a_run_is_refused(String goals, String properties) {
        assertThat(refusal(goals, properties))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("so nothing was run:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "verify; cucumber.filter.tags=@chassisA",
                "clean, verify; bywash.target=north-gate.yaml, bywash.confirm=north-gate",
                "install; cucumber.filter.tags=@chassisA and not @chassisB",
                "verify; skipITs=true",
                "verify; cucumber.filter.tags=@chassisA, skipTests=false",
                "test; test=FaultCampaign, bywash.seeds=1-1000",
                "test; test=SecretsOfAnyShapeTest, bywash.secrets=60, bywash.secretsFrom=1000",
                "test-compile, exec:exec@recheck; bywash.run=reports/2026-11-29T010000Z-embedded-all",
                "test; maven.test.failure.ignore=true",
                "test; ''",
            })
    void a_build_that_does_what_it_is_asked_for_is_not(String goals, String properties) {
        assertThat(refusal(goals, properties)).isEmpty();
    }

    @Test
    void a_build_that_never_fails_is_refused() {
        assertThat(CommandLine.refusal("goals=[verify]", "properties={}", "failing=FAIL_NEVER"))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("--fail-never"));
    }

    @ParameterizedTest
    @CsvSource({
        "cucumber.filter.tag, -Dcucumber.filter.tags?",
        "cucumber.tags, -Dcucumber.filter.tags?",
        "bywash.confrim, -Dbywash.confirm?",
        "bywash.targets, -Dbywash.target?",
    })
    void an_unknown_setting_is_refused_with_the_nearest_one(String name, String nearest) {
        assertThat(refusal("verify", name + "=x"))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("There is no setting -D" + name + ", so nothing was run. Did you mean " + nearest));
    }

    @Test
    void an_unknown_stage_is_refused_with_the_nearest_one() {
        assertThat(refusal("verify", "cucumber.filter.tags=@chasisA"))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith(
                                "The tag '@chasisA' selects no stage, so nothing was run. Did you mean @chassisA?"));
    }

    @Test
    void it_knows_the_stages_of_the_procedure() {
        assertThat(CommandLine.STAGES)
                .containsAll(Arrays.stream(Stage.values()).map(Stage::tag).toList());
    }

    @Test
    void it_knows_the_settings_of_a_run() {
        List<String> known = new ArrayList<>(CommandLine.OF_A_RUN);
        known.add("bywash.pace");

        assertThatThrownBy(() -> RunRequest.from(Map.of("bywash.x", "")))
                .satisfies(refused -> assertThat(namesIn(refused.getMessage()
                                .substring(refused.getMessage().indexOf("The settings are"))))
                        .containsExactlyInAnyOrderElementsOf(known));
    }

    @Test
    void it_knows_the_settings_of_every_program_and_test() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()) {
                Pattern.compile("(?:getProperty|getInteger|getLong|getBoolean)\\(\\s*\"(bywash\\.[\\w.]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> used.add(found.group(1)));
            }
        }
        Pattern.compile("\\$\\{(bywash\\.[\\w.]+)}")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .forEach(found -> used.add(found.group(1)));

        used.removeAll(CommandLine.OF_A_RUN);

        assertThat(used).isNotEmpty();
        assertThat(CommandLine.OF_OTHERS).containsAll(used);
    }

    private static List<String> namesIn(String text) {
        return Pattern.compile("bywash\\.\\w+")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test -Dcucumber.filter.tags=@chassisA",
                "verify -Dcucumber.filter.tag=@chassisA",
                "verify -DskipITs -Dbywash.target=north-gate.yaml",
            })
    void maven_itself_ends_the_build_before_anything_is_compiled(String arguments) throws Exception {
        assumeTrue(onThePath("mvn"), "there is no mvn on the path");
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B"));
        command.addAll(List.of(arguments.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        Process maven = builder.start();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(maven.waitFor()).as(said).isEqualTo(1);
        assertThat(said)
                .contains("so nothing was run")
                .contains("BUILD FAILURE")
                .doesNotContain("compile");
    }

    private static boolean onThePath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
