package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the secrets of runs in all that they leave: each file, the console, and the list of processes. */
class SecretsNeverTest {
    private static final String WRONG_EXPERT = "Kanarie-Expert-7%&";
    private static final String WRONG_LOGIN = "Kanarie-Login-7%&";
    private static final List<String> CANARIES =
            List.of(EmbeddedGroup.LOGIN_PASSWORD, EmbeddedGroup.EXPERT_PASSWORD, WRONG_EXPERT, WRONG_LOGIN);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    static final List<String> SECRET_FILES = List.of("login-password", "expert-password");

    @TempDir
    private static Path folder;

    private static final List<String> SEEN = new ArrayList<>();
    private static final List<String> PROCESSES = new ArrayList<>();
    private static List<Later<Site.Visit>> visits;

    @BeforeAll
    static void visitAll() throws InterruptedException {
        visits = List.of(
                Site.visit(
                        folder.resolve("failing"),
                        Site.group(1, 1)
                                .withFaults(
                                        FaultPlan.of(3, List.of("expert password shown", "import missing on one SGM"))),
                        site -> site.run("@preliminary")),
                Site.visit(
                        folder.resolve("wrong-expert"),
                        Site.group(1, 1),
                        site -> site.write("expert-password", WRONG_EXPERT).run("@preliminary")),
                Site.visit(
                        folder.resolve("wrong-login"),
                        Site.group(1, 1),
                        site -> site.write("login-password", WRONG_LOGIN).run("@preliminary")));
        wholeProcedure(folder.resolve("whole"));
        visits.forEach(visit -> SEEN.add(visit.get().run().console()));
    }

    /** In a process of its own, on a group that shows the password to whoever types it. */
    private static void wholeProcedure(Path place) throws InterruptedException {
        try (Site site = new Site(
                        place, Site.group(1, 1).withFaults(FaultPlan.of(3, List.of("expert password shown"))));
                Child child = Child.undisturbed(
                        site, "@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB")) {
            while (child.hear("fact ") != null) {
                if (PROCESSES.isEmpty()) {
                    ProcessHandle.allProcesses()
                            .forEach(process ->
                                    PROCESSES.add(process.info().commandLine().orElse("")));
                }
            }
            child.end();
            SEEN.addAll(child.said());
        }
    }

    /** A secret as it may stand in a file that is read as ISO 8859-1. */
    static List<String> formsOf(String secret) {
        List<String> forms = new ArrayList<>(List.of(
                new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                inJson(secret),
                URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        for (String before : List.of("", "a", "ab")) {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
            forms.add(encoded.substring(before.isEmpty() ? 0 : 4, encoded.length() - 2));
        }
        return forms;
    }

    private static String inJson(String secret) {
        String written = JSON.writeValueAsString(secret);
        return written.substring(1, written.length() - 1);
    }

    private static List<String> hits(String where, String text) {
        return CANARIES.stream()
                .flatMap(secret -> formsOf(secret).stream())
                .filter(text::contains)
                .map(form -> where + " holds " + form)
                .toList();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !SECRET_FILES.contains(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_whole_procedure_was_run_and_the_group_did_show_the_password() {
        assertThat(SEEN).contains("ended @chassisB passed");
        assertThat(files().stream().map(SecretsNeverTest::text))
                .anyMatch(text -> text.contains("\"Heard\"") && text.contains("(secret)"));
    }

    @Test
    void the_failures_did_happen() {
        assertThat(visits)
                .extracting(visit -> visit.get().run().outcome().toString())
                .doesNotContain("passed");
    }

    @Test
    void no_file_holds_a_secret() {
        assertThat(files().stream().flatMap(file -> hits(file.toString(), text(file)).stream()))
                .isEmpty();
    }

    @Test
    void the_console_shows_no_secret() {
        assertThat(SEEN.stream().flatMap(text -> hits("the console", text).stream()))
                .isEmpty();
    }

    @Test
    void the_list_of_processes_shows_no_secret() {
        assertThat(PROCESSES).isNotEmpty();
        assertThat(PROCESSES.stream().flatMap(text -> hits("a process", text).stream()))
                .isEmpty();
    }

    @Test
    void a_secret_that_is_left_somewhere_is_found() {
        assertThat(hits(
                        "a file",
                        "x"
                                + Base64.getEncoder()
                                        .encodeToString(("yz" + WRONG_LOGIN).getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
    }
}
