package io.bywash.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact.TargetKind;
import io.bywash.evidence.HistoryFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    private Path folder;

    private Path key;
    private String said = "";

    @BeforeEach
    void keepKey() {
        key = folder.resolve("public.pem");
        SampleRun.write(key, SampleRun.PUBLIC);
    }

    private int check(Path run, Object... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(run.toString()));
        Arrays.stream(options).map(Object::toString).forEach(arguments::add);
        int code = Check.check(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(new String[0]));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String verdict() {
        List<String> lines = said.lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String head(Path run) {
        return HistoryFile.read(run).head();
    }

    /** Somebody changes the history, and makes everything that follows from it anew. */
    private static void makeAnew(Path run, String words, String instead) {
        Forgery.of(run).replace(words, instead).makeAllAnew(Optional.of(SampleRun.ANOTHER_KEY));
    }

    @Test
    void a_run_that_nobody_changed_is_intact() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);

        assertThat(check(run, "--key", key, "--head", head(run), "--real")).isZero();
        assertThat(verdict())
                .isEqualTo(
                        "INTACT: the evidence of a run that ended as: PASSED: REAL Security Group north-gate, chassisA");
    }

    @Test
    void a_run_that_failed_is_intact_too_and_told_as_failed() {
        assertThat(check(SampleRun.failed(folder, TargetKind.REAL))).isZero();
        assertThat(verdict()).contains("ended as: FAILED: ");
    }

    @Test
    void the_check_runs_as_one_file_without_the_product() throws IOException, InterruptedException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("src/main/java/io/bywash/custody/Check.java")
                                .toAbsolutePath()
                                .toString(),
                        run.toString(),
                        "--key",
                        key.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
        assertThat(output).contains("signed by " + SampleRun.KEY_ID).contains("INTACT: ");
    }

    @Test
    void a_line_that_was_changed_is_told_with_its_number() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(
                run.resolve("history.jsonl"),
                SampleRun.read(run.resolve("history.jsonl")).replace("look 1 ", "look 9 "));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said)
                .contains("Line 12 of history.jsonl does not follow line 11: ")
                .contains("Line 11 was changed, or lines were put in, taken out or moved here.");
        assertThat(verdict()).isEqualTo("TAMPERED");
    }

    @Test
    void a_chain_that_was_made_anew_has_another_head_than_the_statement() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run).replace("look 1 ", "look 9 ").write();

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("statement.json: subject is [{\"name\":\"history.jsonl\"");
    }

    @Test
    void a_run_that_died_is_incomplete() {
        assertThat(check(SampleRun.died(folder))).isEqualTo(Check.INCOMPLETE);
        assertThat(verdict()).isEqualTo("INCOMPLETE");
    }

    @Test
    void a_run_that_died_within_a_line_is_incomplete() {
        Path run = SampleRun.died(folder);
        SampleRun.write(
                run.resolve("history.jsonl"), SampleRun.read(run.resolve("history.jsonl")) + "{\"before\":\"ab");

        assertThat(check(run)).isEqualTo(Check.INCOMPLETE);
        assertThat(said).contains("and its last line is cut off");
    }

    @Test
    void a_run_that_died_and_was_changed_is_tampered_with() {
        Path run = SampleRun.died(folder);
        SampleRun.write(
                run.resolve("history.jsonl"),
                SampleRun.read(run.resolve("history.jsonl")).replace("look 1 ", "look 9 "));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
    }

    @Test
    void an_end_that_was_cut_off_shows_by_what_was_made_after_it() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run).without(RUN_FINISHED).write();

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said)
                .contains(
                        "has no end: RunFinished is not its last fact. But statement.json is there, which is made after the end");
    }

    @Test
    void an_end_that_was_cut_off_shows_by_the_head_of_the_ticket() throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        String head = head(run);
        Forgery.of(run).without(RUN_FINISHED).write();
        Files.delete(run.resolve("statement.json"));
        Files.delete(run.resolve("result.json"));

        assertThat(check(run, "--head", head)).isEqualTo(Check.TAMPERED);
        assertThat(check(run)).isEqualTo(Check.INCOMPLETE);
    }

    private static final String RUN_FINISHED = "\"fact\":\"RunFinished\",\"nanos\"";

    @Test
    void a_run_without_its_statement_is_never_intact() throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Files.delete(run.resolve("statement.json"));

        assertThat(check(run, "--head", head(run))).isEqualTo(Check.INCOMPLETE);
        assertThat(said).contains("There is no statement.json.");
    }

    @Test
    void a_run_without_its_history_is_never_intact() throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Files.delete(run.resolve("history.jsonl"));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
    }

    @Test
    void a_signature_of_another_key_is_found() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.makeStatementAnew(run, Optional.of(SampleRun.ANOTHER_KEY));

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("The signature in statement.json is not one of this key.");
    }

    @Test
    void a_signature_under_the_name_of_another_key_is_found() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(
                run.resolve("statement.json"),
                SampleRun.read(run.resolve("statement.json")).replace(SampleRun.KEY_ID, SampleRun.ANOTHER_KEY.id()));

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
    }

    @Test
    void a_signature_that_is_not_there_is_found_with_the_key() {
        assertThat(check(SampleRun.unsigned(folder, TargetKind.REAL), "--key", key))
                .isEqualTo(Check.TAMPERED);
        assertThat(said).contains("statement.json is not signed, and a key was given.");
    }

    @Test
    void a_statement_that_is_not_signed_is_told_as_that() {
        Path run = SampleRun.unsigned(folder, TargetKind.REAL);

        assertThat(check(run)).isZero();
        assertThat(said).contains("NOT SIGNED").contains("could have made them all anew.");
    }

    @Test
    void a_signature_that_was_not_looked_at_is_told_as_that() {
        assertThat(check(SampleRun.passed(folder, TargetKind.REAL))).isZero();
        assertThat(said).contains("signed, NOT CHECKED (give --key)");
    }

    @Test
    void a_simulated_run_is_not_real() {
        Path run = SampleRun.passed(folder, TargetKind.SIMULATED);

        assertThat(check(run, "--real", "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(verdict()).isEqualTo("NOT REAL");
    }

    @Test
    void a_run_on_an_embedded_group_that_a_target_file_described_is_not_real() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        makeAnew(run, "OpenSSH_7.8", "Bywash_embedded_Security_Group");

        assertThat(check(run, "--real", "--head", head(run))).isEqualTo(Check.TAMPERED);
        assertThat(verdict()).isEqualTo("NOT REAL");
    }

    @Test
    void real_without_a_key_or_a_head_is_not_checked() {
        assertThat(check(SampleRun.passed(folder, TargetKind.REAL), "--real")).isEqualTo(Check.NOT_CHECKED);
        assertThat(verdict()).isEqualTo("NOT CHECKED");
    }

    @Test
    void a_simulated_run_that_was_made_a_real_one_is_not_what_the_ticket_knows() {
        Path run = SampleRun.passed(folder, TargetKind.SIMULATED);
        String head = head(run);
        makeAnew(run, "SIMULATED", "REAL");

        assertThat(check(run, "--real", "--head", head)).isEqualTo(Check.TAMPERED);
    }

    @Test
    void a_simulated_run_that_was_made_a_real_one_is_not_what_the_site_signed() {
        Path run = SampleRun.passed(folder, TargetKind.SIMULATED);
        makeAnew(run, "SIMULATED", "REAL");

        assertThat(check(run, "--real", "--key", key)).isEqualTo(Check.TAMPERED);
    }

    /** What nobody noted and nobody signed can be made anew by whoever can write it; the page says so. */
    @Test
    void without_a_key_or_a_head_nothing_shows_that_all_was_made_anew() {
        Path run = SampleRun.unsigned(folder, TargetKind.SIMULATED);
        makeAnew(run, "SIMULATED", "REAL");

        assertThat(check(run)).isZero();
        assertThat(said).contains("whoever can write here could have made them all anew.");
    }

    @Test
    void a_result_that_says_otherwise_is_found() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        SampleRun.write(
                run.resolve("result.json"),
                SampleRun.read(run.resolve("result.json"))
                        .replace("\"outcome\" : \"FAILED\"", "\"outcome\" : \"PASSED\""));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("result.json: outcome is \"PASSED\", and by the history \"FAILED\".");
    }

    @Test
    void a_field_that_stands_twice_is_found() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(
                run.resolve("result.json"),
                SampleRun.read(run.resolve("result.json")).replaceFirst("\\{", "{\"outcome\":\"PASSED\","));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("the field 'outcome' stands in it twice");
    }

    @Test
    void something_behind_the_result_is_found() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(run.resolve("result.json"), SampleRun.read(run.resolve("result.json")) + "{}");

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("result.json is no JSON object: ");
    }

    @Test
    void a_line_behind_the_end_is_told_as_that() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery history = Forgery.of(run);
        history.lines().add(history.lines().get(1));
        history.write();

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("Line 24 of history.jsonl comes after the end of the run: somebody added it.");
    }

    @Test
    void a_nesting_without_end_is_no_fact() {
        Path run = SampleRun.died(folder);
        SampleRun.write(run.resolve("history.jsonl"), "[".repeat(1_000_000) + "\n");

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("Line 1 of history.jsonl is no JSON object: it is too deep.");
    }

    @Test
    void a_time_that_goes_back_is_found() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run)
                .replace("\"fact\":\"RunFinished\",\"nanos\":", "\"fact\":\"RunFinished\",\"nanos\":-1")
                .makeAllAnew(Optional.empty());

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("is from before the line before it.");
    }

    @Test
    void a_private_key_is_not_what_a_check_needs() {
        SampleRun.write(key, SampleRun.PRIVATE);

        assertThat(check(SampleRun.passed(folder, TargetKind.REAL), "--key", key))
                .isEqualTo(Check.NOT_CHECKED);
        assertThat(said).contains("is a private key. Leave it where it is;");
    }

    @Test
    void a_head_that_is_none_is_not_checked() {
        assertThat(check(SampleRun.passed(folder, TargetKind.REAL), "--head", "f00"))
                .isEqualTo(Check.NOT_CHECKED);
    }

    @Test
    void a_directory_without_a_run_is_not_checked() {
        assertThat(check(folder)).isEqualTo(Check.NOT_CHECKED);
        assertThat(said).contains("Write: java Check.java RUN");
    }
}
