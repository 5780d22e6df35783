package io.bywash.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact.TargetKind;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatementTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private static Statement of(Path run) {
        return Statement.of(run, HistoryFile.read(run).head());
    }

    private static JsonNode said(Path run) {
        return JSON.readTree(of(run).payload());
    }

    private static JsonNode predicate(Path run) {
        return said(run).path("predicate");
    }

    private static Iterable<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void it_is_an_in_toto_statement_about_the_history() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        JsonNode said = said(run);

        assertThat(said.path("_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(said.path("predicateType").asString()).isEqualTo("https://in-toto.io/attestation/test-result/v0.1");
        assertThat(said.path("subject")).hasSize(1);
        assertThat(said.path("subject").path(0).path("name").asString()).isEqualTo("history.jsonl");
        assertThat(said.at("/subject/0/digest/sha256").asString())
                .isEqualTo(Sha256.of(SampleRun.read(run.resolve("history.jsonl"))));
        assertThat(said.at("/subject/0/annotations/head").asString())
                .isEqualTo(HistoryFile.read(run).head());
    }

    @Test
    void a_run_that_passed_has_the_result_passed() {
        JsonNode predicate = predicate(SampleRun.passed(folder, TargetKind.REAL));

        assertThat(predicate.path("result").asString()).isEqualTo("PASSED");
        assertThat(predicate.at("/bywash/outcome").asString()).isEqualTo("passed");
    }

    @Test
    void a_run_that_did_not_pass_has_the_result_failed() {
        assertThat(predicate(SampleRun.failed(folder, TargetKind.REAL))
                        .path("result")
                        .asString())
                .isEqualTo("FAILED");
    }

    @Test
    void each_planned_step_of_the_stage_is_passed_failed_or_not_run() {
        JsonNode predicate = predicate(SampleRun.failed(folder, TargetKind.REAL));

        assertThat(texts(predicate.path("passedTests")))
                .containsExactly(
                        "REAL the Security Group is ready for part 3",
                        "REAL [3.A] I connect to the Standby Chassis \"A\"",
                        "REAL [3.B] I log in to the Expert mode");
        assertThat(texts(predicate.path("failedTests")))
                .containsExactly("REAL [3.C] I set the state of the Standby Chassis \"A\" to \"down\"");
        assertThat(texts(predicate.at("/bywash/notRun"))).containsExactly("REAL [3.D] I install from one of its SGMs");
    }

    @Test
    void a_simulated_run_is_told_as_that_in_every_test() {
        JsonNode predicate = predicate(SampleRun.passed(folder, TargetKind.SIMULATED));

        assertThat(predicate.at("/bywash/target").asString()).isEqualTo("SIMULATED");
        assertThat(texts(predicate.path("passedTests")))
                .hasSize(5)
                .allSatisfy(name -> assertThat(name).startsWith("SIMULATED "));
    }

    @Test
    void what_the_run_was_made_with_is_told_with_its_hash() {
        JsonNode configuration =
                predicate(SampleRun.passed(folder, TargetKind.REAL)).path("configuration");

        assertThat(configuration.toString())
                .contains("{\"name\":\"3.feature\",\"digest\":{\"sha256\":\"aaaa")
                .contains("{\"name\":\"north.yaml\",\"digest\":{\"sha256\":\"cccc")
                .contains("\"is\":\"package\",\"size\":524808,\"take\":110");
    }

    @Test
    void made_again_it_is_the_same_byte_for_byte() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);

        assertThat(of(run).envelope(Optional.of(SampleRun.KEY)))
                .isEqualTo(SampleRun.read(run.resolve("statement.json")));
    }

    /** The example of the DSSE protocol, with our type and our body in its place. */
    @Test
    void the_envelope_is_one_line_of_three_fields() {
        Path run = SampleRun.unsigned(folder, TargetKind.REAL);

        assertThat(SampleRun.read(run.resolve("statement.json")))
                .matches(
                        "\\{\"payload\":\"[A-Za-z0-9+/=]+\",\"payloadType\":\"application/vnd\\.in-toto\\+json\",\"signatures\":\\[]}\n");
    }

    @Test
    void it_is_plain_ascii() {
        assertThat(StandardCharsets.US_ASCII
                        .newEncoder()
                        .canEncode(new String(
                                of(SampleRun.passed(folder, TargetKind.REAL)).payload(), StandardCharsets.ISO_8859_1)))
                .isTrue();
    }

    @Test
    void nothing_is_said_of_a_run_without_an_end() {
        Path run = SampleRun.died(folder);

        assertThatThrownBy(() -> of(run)).isInstanceOf(Broken.class).hasMessageContaining("has no end");
    }

    @Test
    void nothing_is_said_of_a_history_that_was_changed_meanwhile() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        String head = HistoryFile.read(run).head();
        SampleRun.write(
                run.resolve("history.jsonl"),
                SampleRun.read(run.resolve("history.jsonl")).replace("look 1 ", "look 9 "));

        assertThatThrownBy(() -> Statement.of(run, head))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("was changed by somebody else while the run wrote it: line 14 does not follow");
    }

    @Test
    void nothing_is_said_of_a_history_that_somebody_chained_anew() {
        Path run = SampleRun.passed(folder, TargetKind.REAL);
        String head = HistoryFile.read(run).head();
        Forgery.of(run).replace("look 1 ", "look 9 ").write();

        assertThatThrownBy(() -> Statement.of(run, head))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("its last line is not the one that was written last");
    }
}
