package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.custody.Check;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.StartingState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What whole runs leave, looked at by the check that anybody can make of them. */
class ChainOfCustodyTest {
    @TempDir
    private static Path folder;

    private static Later<Visit> signed;
    private static Later<Visit> failed;
    private static Later<Visit> changedMeanwhile;
    private static Later<Visit> rehearsed;
    private static Later<Visit> passedOver;

    @BeforeAll
    static void visitAll() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        write(folder.resolve("public.pem"), pem("PUBLIC KEY", keys.getPublic().getEncoded()));
        signed = visit(
                "signed",
                StartingState.PACKAGE_VERIFIED,
                site -> site.write("key.pem", key).run("@imageCloning", signing(site), fact -> {}));
        failed = visit(
                "failed",
                StartingState.FRESH,
                site -> site.write("Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz", "no package")
                        .run("@preliminary"));
        rehearsed = visit(
                "rehearsed", StartingState.PACKAGE_VERIFIED, site -> site.run("@imageCloning", Map.of(), fact -> {}));
        passedOver = visit("passed-over", StartingState.FAILED_OVER, site -> site.run("@chassisA"));
        changedMeanwhile = visit(
                "changed",
                StartingState.PACKAGE_VERIFIED,
                site -> site.write("key.pem", key).run("@imageCloning", signing(site), changingTheHistory("2.C")));
    }

    private static Map<String, String> signing(Site site) {
        return Map.of(
                "bywash.confirm",
                Site.NAME,
                "bywash.signWith",
                site.folder().resolve("key.pem").toString());
    }

    private static Later<Visit> visit(String name, StartingState from, Site.WayToRun way) {
        return Site.visit(folder.resolve(name), Site.group(1, 1).withFrom(from), way);
    }

    private static Consumer<Fact> changingTheHistory(String stepId) {
        return fact -> {
            if (fact instanceof Fact.StepStarted step && step.id().equals(stepId)) {
                Path history = Run.current().directory().resolve(HistoryFile.NAME);
                write(history, read(history).replaceFirst("Ada Operator", "Eve Operator"));
            }
        };
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getEncoder().encodeToString(der), label);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String check(Later<Visit> visit, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(visit.get().run().directory().toString());
        Check.check(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(new String[0]));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String head(Later<Visit> visit) {
        return HistoryFile.read(visit.get().run().directory()).head();
    }

    @Test
    void a_signed_run_is_intact_by_its_key_and_its_head() {
        assertThat(check(signed, "--key", folder.resolve("public.pem").toString(), "--head", head(signed)))
                .endsWith(
                        "INTACT: the evidence of a run that ended as: PASSED: REAL Security Group north-gate, imageCloning\n");
    }

    /** Its target file describes an embedded group as if it were a real one. */
    @Test
    void a_signed_run_on_an_embedded_group_is_not_real() {
        assertThat(check(signed, "--real", "--key", folder.resolve("public.pem").toString(), "--head", head(signed)))
                .contains("was opened to a server that calls itself an embedded Security Group")
                .endsWith("NOT REAL\n");
    }

    @Test
    void a_run_that_failed_is_intact() {
        assertThat(check(failed)).contains("NOT SIGNED").contains("INTACT: ").contains("ended as: FAILED: ");
    }

    @Test
    void a_rehearsal_is_intact() {
        assertThat(check(rehearsed)).contains("INTACT: ").contains("ended as: REHEARSED, not run: ");
    }

    @Test
    void a_run_in_which_a_stage_was_passed_over_is_intact() {
        assertThat(check(passedOver)).contains("INTACT: ").contains("part 3 (@chassisA) was already done");
    }

    @Test
    void a_run_is_in_the_directory_that_its_history_says() {
        assertThat(check(failed)).contains("preliminary, as this run left it");
    }

    @Test
    void the_console_shows_the_head_right_above_the_last_line() {
        List<String> console = signed.get().run().console().lines().toList();

        assertThat(console.get(console.size() - 2)).isEqualTo("head  " + head(signed));
    }

    @Test
    void the_result_has_the_head() {
        assertThat(new JsonMapper()
                        .readTree(read(signed.get().run().directory().resolve("result.json")))
                        .path("head")
                        .asString())
                .isEqualTo(head(signed));
    }

    @Test
    void nothing_of_the_key_is_in_the_evidence() throws IOException {
        String key = read(folder.resolve("signed/key.pem")).lines().toList().get(1);
        try (var files = Files.list(signed.get().run().directory())) {
            assertThat(files.map(ChainOfCustodyTest::read)).noneMatch(text -> text.contains(key));
        }
    }

    @Test
    void a_history_that_somebody_changes_meanwhile_makes_the_run_broken() {
        assertThat(changedMeanwhile.get().run().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(changedMeanwhile.get().run().console())
                .contains("was changed by somebody else while the run wrote it: line 2 does not follow");
    }

    @Test
    void a_history_that_somebody_changed_meanwhile_is_not_signed() {
        assertThat(changedMeanwhile.get().run().directory().resolve("statement.json"))
                .doesNotExist();
    }

    @Test
    void a_run_whose_evidence_is_not_whole_shows_no_head() {
        assertThat(changedMeanwhile.get().run().console().lines()).noneMatch(line -> line.startsWith("head  "));
    }
}
