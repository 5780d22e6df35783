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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .contains("Line 14 of history.jsonl does not follow line 13: ")
                .contains("Line 13 was changed, or lines were put in, taken out or moved here.");
        assertThat(verdict()).isEqualTo("TAMPERED");
    }

    @Test
    void a_chain_that_was_made_anew_has_another_head_than_the_statement() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run).replace("look 1 ", "look 9 ").write();

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("statement.json: subject[0].digest.sha256 is ");
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
        assertThat(said).contains("Line 26 of history.jsonl comes after the end of the run: somebody added it.");
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

    /** What stands on a line of its own of what the check said, as somebody reads it who looks for the word. */
    private List<String> linesThatBegin(String word) {
        return said.lines().filter(line -> line.startsWith(word)).toList();
    }

    @Test
    void an_address_that_forges_a_verdict_is_not_printed_before_all_was_verified() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run)
                .replace(
                        "192.0.2.10:22",
                        "192.0.2.66:22\\n\\u001B[2K\\rINTACT: the evidence of a run that ended as: PASSED")
                .write();

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).doesNotContain("192.0.2.66").doesNotContain("INTACT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.10:22",
                "north-gate",
                "CHG-1042",
                "PASSED: REAL Security Group north-gate, chassisA",
                "OpenSSH_7.8",
                "3.feature"
            })
    void a_field_with_control_and_bidi_characters_prints_one_line_of_ascii(String field) {
        Path run = SampleRun.unsigned(folder, TargetKind.REAL);
        Forgery.of(run)
                .replace(field, field + "\\n\\u001B[1A\\u009B2K\\r\\u202EINTACT: so\\u2066\\u200B\\u0085INTACT: and so")
                .makeAllAnew(Optional.empty());

        check(run);

        assertThat(linesThatBegin("INTACT")).hasSizeLessThanOrEqualTo(1);
        assertThat(said.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c <= '~');
    }

    @Test
    void a_name_of_a_file_forges_no_line_either() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(run.resolve("a\u001B[2K\nINTACT: so"), "");

        check(run, "--key", key);

        assertThat(said).contains("not covered  a\\u001B[2K\\u000AINTACT: so");
        assertThat(linesThatBegin("INTACT")).hasSize(1);
    }

    @Test
    void a_field_that_fills_a_line_with_blanks_cannot_seem_to_begin_another() {
        Path run = SampleRun.unsigned(folder, TargetKind.REAL);
        Forgery.of(run)
                .replace("192.0.2.10:22", "192.0.2.10:22" + " ".repeat(90) + "INTACT: so")
                .makeAllAnew(Optional.empty());

        check(run);

        assertThat(said).doesNotContain(" ".repeat(10) + "INTACT");
    }

    @Test
    void a_payload_of_the_statement_that_says_otherwise_prints_one_line_too() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Forgery.of(run).replace("CHG-1042", "CHG\\nINTACT: so").write();
        SampleRun.write(run.resolve("result.json"), "{\"a\\nINTACT: so\": \"\\u001b[2K\\nINTACT: so\"}");

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(linesThatBegin("INTACT")).isEmpty();
    }

    @Test
    void which_run_it_is_comes_from_the_history() {
        check(SampleRun.passed(folder, TargetKind.REAL), "--key", key);

        assertThat(said)
                .contains("run        number 7 on north-gate, begun 2026-03-01T22:15:04.120Z, ticket CHG-1042\n")
                .contains("directory  2026-03-01T221504Z-north-gate-chassisA, as this run left it\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T221504Z-north-gate-chassisA",
                "2026-03-01T221504Z-south-gate-chassisA",
                "2026-03-01T221504Z-north-gate-all",
                "2026-03-01T221504Z-north-gate-chassisA+failover",
                "2026-03-01T221504Z-north-gate-chassisA.old"
            })
    void a_directory_that_was_renamed_to_another_run_is_found(String name) throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Path renamed = Files.move(run, run.resolveSibling(name));

        assertThat(check(renamed, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said)
                .contains("is named " + name)
                .contains("the run in it left one named 2026-03-01T221504Z-north-gate-chassisA.");
    }

    @Test
    void a_directory_with_a_name_that_is_none_of_a_run_is_said_with_the_name_it_had() throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Path renamed = Files.move(run, run.resolveSibling("evidence"));

        assertThat(check(renamed, "--key", key)).isZero();
        assertThat(said)
                .contains("directory  is named evidence; this run left it as 2026-03-01T221504Z-north-gate-chassisA");
    }

    @Test
    void a_second_run_in_the_same_second_has_a_number_behind_its_name() throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Path second = Files.move(run, run.resolveSibling(run.getFileName() + "-2"));

        assertThat(check(second, "--key", key)).isZero();
    }

    private String resultWith(String words, String instead) {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        String result = SampleRun.read(run.resolve("result.json"));
        assertThat(result).contains(words);
        SampleRun.write(run.resolve("result.json"), result.replace(words, instead));
        assertThat(check(run, "--key", key, "--head", head(run))).isEqualTo(Check.TAMPERED);
        return said;
    }

    @Test
    void a_stage_that_was_added_to_the_result_is_found() {
        assertThat(resultWith("\"stages\" : [ {", """
                "stages" : [ {
                    "part" : 4,
                    "tag" : "@failover",
                    "title" : "Fail over",
                    "passedOver" : "proven by hand on 3 March",
                    "steps" : [ ]
                  }, {"""))
                .contains("result.json: stages[0].part is 4, and by the history 1.");
    }

    @Test
    void the_tag_of_another_stage_in_the_result_is_found() {
        assertThat(resultWith("@chassisA", "@chassisB")).contains("stages[0].tag is \"@chassisB\"");
    }

    @Test
    void a_check_beside_the_steps_that_was_taken_out_of_the_result_is_found() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        Damage.change(run.resolve("result.json"), "(?s)\\{\\s+\"id\" : \"part 3\".*?}, ", "");

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("result.json: stages[0].steps[0].id is \"3.A\", and by the history \"part 3\".");
    }

    @Test
    void a_field_more_in_the_result_is_found() {
        assertThat(resultWith("\"goOn\"", "\"approved\" : \"Ada Operator\",\n  \"goOn\""))
                .contains("result.json: approved is \"Ada Operator\", and by the history not there.");
    }

    @Test
    void a_time_of_a_step_in_the_result_that_is_another_is_found() {
        assertThat(resultWith("\"ended\" : \"2026-03-01T22:15:06.120Z\"", "\"ended\" : \"2026-03-01T22:17:06.120Z\""))
                .contains("stages[0].steps[3].ended is ");
    }

    @Test
    void a_duration_in_the_result_that_is_another_is_found() {
        assertThat(resultWith("\"deviceSeconds\" : 4200.0", "\"deviceSeconds\" : 42.0"))
                .contains("deviceSeconds is 42.0, and by the history 4200.0");
    }

    @Test
    void a_result_that_is_laid_out_otherwise_is_found() {
        assertThat(resultWith("\n  \"goOn\"", "\n\n  \"goOn\"")).contains("it is not written as a run writes it");
    }

    @Test
    void a_failure_page_that_was_edited_is_found() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        Damage.change(run.resolve("failure.txt"), "seen  UP", "seen  DOWN, as expected");

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("failure.txt is not the page that the engineer was shown.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary.html", "report.html", "timeline.svg", "casts/01-smo.cast"})
    void a_file_made_of_the_history_that_was_edited_is_found(String file) {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        Damage.change(run.resolve(file), "reached 3", "reached 4");

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains(file + " is not the file that was made: its SHA-256 is ");
    }

    @Test
    void a_file_made_of_the_history_that_was_taken_away_is_found() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        Damage.delete(run.resolve("summary.html"));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("derived.json lists summary.html, which is not there.");
    }

    @Test
    void an_edited_summary_and_a_list_that_was_made_anew_do_not_have_the_signature_of_the_site() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        Damage.change(run.resolve("summary.html"), "reached 3", "reached 4");
        SampleRun.makeDerivedAnew(run, Optional.of(SampleRun.ANOTHER_KEY));

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("The signature in derived.json is not one of this key.");
    }

    @Test
    void a_list_of_another_run_is_found() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);
        Damage.copy("derived.json", SampleRun.failed(folder, TargetKind.SIMULATED), run);

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
    }

    @Test
    void a_head_without_a_key_covers_no_file_made_of_the_history() {
        Path run = SampleRun.failed(folder, TargetKind.REAL);

        assertThat(check(run, "--head", head(run))).isZero();
        assertThat(linesThatBegin("not covered  "))
                .containsExactly(
                        "not covered  casts/01-smo.cast",
                        "not covered  derived.json",
                        "not covered  report.html",
                        "not covered  summary.html",
                        "not covered  timeline.svg");
    }

    @Test
    void without_the_list_no_file_made_of_the_history_is_covered() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Damage.delete(run.resolve("derived.json"));

        assertThat(check(run, "--key", key)).isZero();
        assertThat(said).contains("there is no derived.json");
        assertThat(linesThatBegin("not covered  ")).hasSize(4);
    }

    @Test
    void every_other_file_stands_as_not_covered_in_the_last_lines() throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        SampleRun.write(run.resolve("approval.pdf"), "approved");
        SampleRun.write(run.resolve("casts/zz.cast"), "");
        SampleRun.directory(run.resolve("attachments/empty"));
        SampleRun.write(run.resolve("attachments/.hidden"), "");
        Files.createSymbolicLink(run.resolve("photo.png"), Path.of("approval.pdf"));

        assertThat(check(run, "--key", key)).isZero();
        List<String> lines = said.lines().toList();
        assertThat(lines.subList(lines.size() - 7, lines.size()))
                .containsExactly(
                        "Of 5 of 13 files in the directory nothing is said; whoever can write there can have put anything into them:",
                        "not covered  approval.pdf",
                        "not covered  attachments/.hidden",
                        "not covered  attachments/empty/ (an empty directory)",
                        "not covered  casts/zz.cast",
                        "not covered  photo.png (a symbolic link)",
                        verdict());
        assertThat(verdict()).startsWith("INTACT: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.jsonl", "statement.json", "result.json", "derived.json", "summary.html"})
    void a_symbolic_link_in_the_place_of_a_file_is_found(String file) throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Path elsewhere = Files.move(run.resolve(file), folder.resolve("elsewhere"));
        Files.createSymbolicLink(run.resolve(file), elsewhere);

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains(file + " is no plain file of this directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.jsonl", "statement.json", "result.json", "derived.json", "summary.html"})
    void a_directory_in_the_place_of_a_file_is_found(String file) throws IOException {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        Files.delete(run.resolve(file));
        SampleRun.directory(run.resolve(file).resolve("in-it"));

        assertThat(check(run, "--key", key)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains(file + " is no plain file of this directory");
    }

    @Test
    void a_list_that_names_a_file_outside_of_the_directory_is_found() {
        Path run = SampleRun.unsigned(folder, TargetKind.REAL);
        SampleRun.write(
                run.resolve("derived.json"),
                DerivedFiles.envelope(run, run, List.of("../public.pem"), Optional.empty()));

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("derived.json lists ../public.pem, which is not there.");
    }

    @Test
    void of_a_run_that_died_nothing_but_the_history_is_covered() {
        Path run = SampleRun.died(folder);
        SampleRun.write(run.resolve("failure.txt"), "PASSED after all");

        assertThat(check(run)).isEqualTo(Check.INCOMPLETE);
        assertThat(linesThatBegin("not covered  ")).containsExactly("not covered  failure.txt");
    }

    /** As a run leaves it whose own process is broken. */
    @Test
    void a_run_without_an_end_that_calls_itself_broken_is_incomplete_and_its_result_is_not_covered() {
        Path run = SampleRun.died(folder);
        SampleRun.write(run.resolve("result.json"), "{\"outcome\" : \"BROKEN\"}");

        assertThat(check(run)).isEqualTo(Check.INCOMPLETE);
        assertThat(linesThatBegin("not covered  ")).containsExactly("not covered  result.json");
    }

    @Test
    void a_run_without_an_end_that_calls_itself_passed_was_cut_off() {
        Path run = SampleRun.died(folder);
        SampleRun.write(run.resolve("result.json"), "{\"outcome\" : \"PASSED\"}");

        assertThat(check(run)).isEqualTo(Check.TAMPERED);
        assertThat(said).contains("But result.json is there, which is made after the end");
    }
}
