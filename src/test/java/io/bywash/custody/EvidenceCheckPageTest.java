package io.bywash.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bywash.evidence.Fact.TargetKind;
import io.bywash.evidence.HistoryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the page {@code evidence-check}, as they stand there, on runs that somebody changed and on one nobody did. */
class EvidenceCheckPageTest {
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private String commands;

    @BeforeAll
    static void lookForTheTools() {
        boolean there = is("bash", "-c", "openssl version | grep -q 'OpenSSL [3-9]' && command -v sha256sum base64");
        if (!there) {
            System.err.println(
                    "NOT TESTED: the commands of evidence-check.md, because bash, openssl 3 or sha256sum is missing here");
        }
        assumeTrue(there, "bash, openssl 3 and sha256sum are needed");
    }

    private static boolean is(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @BeforeEach
    void readPage() {
        SampleRun.write(folder.resolve("public.pem"), SampleRun.PUBLIC);
        commands = BLOCK.matcher(SampleRun.read(Path.of("src/site/markdown/evidence-check.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
    }

    private List<String> said(Path run) throws IOException, InterruptedException {
        Path script = folder.resolve("commands.sh");
        Files.writeString(script, commands.replaceFirst("(?m)^run=.*$", "run='" + run + "'"));
        Process bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return output.lines().toList();
    }

    @Test
    void a_signed_run_that_nobody_changed_is_found_to_be_right_in_every_respect() throws Exception {
        Path run = SampleRun.passed(folder, TargetKind.REAL);

        assertThat(said(run))
                .containsExactly(
                        "chain: holds, 25 lines",
                        "begins: RunStarted\"REAL\"north-gate",
                        "ends: RunFinished\"passed",
                        "head: " + HistoryFile.read(run).head(),
                        "statement: is about this history",
                        "says: REAL\"passed",
                        "casts/01-smo.cast: OK",
                        "report.html: OK",
                        "summary.html: OK",
                        "timeline.svg: OK",
                        "history.jsonl: OK",
                        "statement: Signature Verified Successfully",
                        "derived: Signature Verified Successfully",
                        "says key: " + SampleRun.KEY_ID,
                        "your key: " + SampleRun.KEY_ID);
    }

    @Test
    void a_line_that_was_changed_breaks_the_chain() throws Exception {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(
                run.resolve("history.jsonl"),
                SampleRun.read(run.resolve("history.jsonl")).replace("look 1 ", "look 9 "));

        assertThat(said(run)).contains("chain: is BROKEN at line 14, 14 lines", "statement: is about ANOTHER history");
    }

    @Test
    void a_history_that_was_chained_anew_is_not_the_one_of_the_statement() throws Exception {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run).replace("look 1 ", "look 9 ").write();

        assertThat(said(run)).contains("chain: holds, 25 lines", "statement: is about ANOTHER history");
    }

    @Test
    void a_simulated_run_that_was_made_a_real_one_has_no_signature_of_the_site() throws Exception {
        Path run = SampleRun.passed(folder, TargetKind.SIMULATED);
        Forgery.of(run).replace("SIMULATED", "REAL").makeAllAnew(Optional.of(SampleRun.ANOTHER_KEY));

        assertThat(said(run))
                .contains(
                        "says: REAL\"passed",
                        "statement: is about this history",
                        "statement: Signature Verification Failure");
    }

    @Test
    void a_run_that_is_not_signed_does_not_look_signed() throws Exception {
        assertThat(said(SampleRun.unsigned(folder, TargetKind.REAL)))
                .doesNotContain(
                        "statement: Signature Verified Successfully", "derived: Signature Verified Successfully")
                .contains("says: REAL\"passed");
    }

    @Test
    void a_run_that_never_ended_does_not_end_with_the_end() throws Exception {
        assertThat(said(SampleRun.died(folder))).doesNotContain("ends: RunFinished\"passed");
    }

    @Test
    void a_summary_that_was_edited_has_another_hash_than_the_list() throws Exception {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(run.resolve("summary.html"), "approved");

        assertThat(said(run)).contains("summary.html: FAILED", "report.html: OK");
    }

    @Test
    void a_list_that_was_made_anew_has_no_signature_of_the_site() throws Exception {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(run.resolve("summary.html"), "approved");
        SampleRun.makeDerivedAnew(run, Optional.of(SampleRun.ANOTHER_KEY));

        assertThat(said(run))
                .contains(
                        "summary.html: OK",
                        "statement: Signature Verified Successfully",
                        "derived: Signature Verification Failure");
    }
}
