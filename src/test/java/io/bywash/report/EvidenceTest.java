package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence of one refused run, made once behind it. */
class EvidenceTest {
    /** What a browser would fetch from elsewhere; a link that a person follows is none of it. */
    private static final String FETCHED =
            "(?is).*(?:<(?:script|img|link|iframe|image|use)[^>]+(?:src|href)\\s*=\\s*[\"']?(?:https?:)?//|url\\(\\s*[\"']?(?:https?:)?//"
                    + "|@import|\\bfetch\\([\"'`]https?:|\\bimport\\([\"'`]https?:|\\.src\\s*=\\s*[\"'`]https?:"
                    + "|googletagmanager|google-analytics).*";

    @TempDir
    private static Path reports;

    private static Path run;
    private static PageData page;

    @BeforeAll
    static void make() throws IOException {
        run = ReportedRun.kept(
                ReportedRun.of("@failover", "@chassisB")
                        .begins(ReportedRun.NEEDS)
                        .types("asg stat -v", "the same screen")
                        .types("asg stat -v", "the same screen")
                        .ends(ReportedRun.NEEDS, Outcome.PASSED, "")
                        .begins(ReportedRun.DOWN)
                        .ends(ReportedRun.DOWN, Outcome.REFUSED, "2_02 is DOWN.")
                        .finished(Outcome.REFUSED),
                reports);
        page = new PageData(
                Files.readString(Evidence.make(AllureDistribution.path(), run, Optional.empty(), Optional.empty())));
    }

    @Test
    void all_that_people_look_at_is_in_the_directory_of_the_run() throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "history.jsonl", "report.html", "summary.html", "timeline.svg", "casts", "derived.json");
        }
        assertThat(reports.resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void the_list_has_the_hash_of_each_of_them_and_of_the_history() throws IOException {
        String envelope = Files.readString(run.resolve("derived.json"));
        JsonNode list = new JsonMapper()
                .readTree(Base64.getDecoder()
                        .decode(new JsonMapper()
                                .readTree(envelope)
                                .path("payload")
                                .asString()));

        assertThat(list.path("subject").findValuesAsString("name"))
                .containsExactly("report.html", "summary.html", "timeline.svg");
        assertThat(list.at("/subject/1/digest/sha256").asString())
                .isEqualTo(Sha256.of(Files.readAllBytes(run.resolve("summary.html"))));
        assertThat(list.at("/predicate/materials/0/digest/sha256").asString())
                .isEqualTo(Sha256.of(Files.readAllBytes(run.resolve("history.jsonl"))));
    }

    @Test
    void nothing_is_fetched_from_anywhere() throws IOException {
        List<String> all = Stream.concat(
                        page.sources().stream(),
                        Stream.of(
                                page.page(),
                                Files.readString(run.resolve("summary.html")),
                                Files.readString(run.resolve("timeline.svg")),
                                Files.readString(reports.resolve("index.html"))))
                .toList();

        assertThat(all)
                .hasSizeGreaterThan(6)
                .allSatisfy(text -> assertThat(text.matches(FETCHED)).isFalse());
    }

    @Test
    void there_is_no_script_for_analytics() {
        assertThat(page.page()).doesNotContain("gtag", "G-FVWC4GKEYS");
    }

    @Test
    void the_head_line_is_a_count_of_all_entries_and_no_share_of_some() {
        JsonNode statistic = page.json("widgets/summary.json").path("statistic");

        assertThat(statistic.path("passed").asInt()).isEqualTo(1);
        assertThat(statistic.path("broken").asInt()).isEqualTo(2);
        assertThat(statistic.path("unknown").asInt()).isEqualTo(1);
        assertThat(statistic.path("total").asInt()).isEqualTo(4);
        assertThat(page.sources())
                .filteredOn(source -> source.contains("getChartTitle"))
                .singleElement()
                .satisfies(source ->
                        assertThat(source).contains("\"\".concat(n,\" of \",s)").doesNotContain("n/(n+o+a)"));
    }

    @Test
    void the_title_says_how_the_run_ended() {
        assertThat(page.page()).contains("<title>REAL Security Group north-gate, all stages, REFUSED</title>");
        assertThat(page.json("widgets/summary.json").path("reportName").asString())
                .isEqualTo("REAL Security Group north-gate, all stages, REFUSED");
    }

    @Test
    void the_overview_has_the_features_in_order() {
        assertThat(page.json("widgets/suites.json")
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString()))
                .containsExactly("0. The whole run", "4. Fail over", "5. Install");
    }

    @Test
    void the_generator_puts_each_result_that_did_not_pass_into_the_category_of_its_first_word() {
        assertThat(page.json("widgets/categories.json")
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString().replaceFirst(":.*", "") + " "
                                + item.path("statistic").path("total").asInt()))
                .containsExactlyInAnyOrder("Refused 2", "Not run 1");
    }

    @Test
    void two_commands_with_the_same_screen_keep_their_own_times() {
        assertThat(page.files("data/test-cases/").stream()
                        .filter(testCase -> testCase.path("name").asString().startsWith("4.0"))
                        .flatMap(testCase -> testCase.findValues("attachments").stream())
                        .flatMap(JsonNode::valueStream)
                        .map(attachment -> attachment.path("name").asString())
                        .filter(name -> name.contains("asg stat -v")))
                .containsExactly(
                        "22:15:07.250  watch  [Expert@gate-ch01-01:0]# asg stat -v  (34 ms, line 4)",
                        "22:15:08.250  watch  [Expert@gate-ch01-01:0]# asg stat -v  (34 ms, line 5)");
    }

    @Test
    void evidence_that_is_there_is_not_made_over() {
        assertThatThrownBy(() -> Evidence.make(AllureDistribution.path(), run, Optional.empty(), Optional.empty()))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("evidence is never overwritten")
                .hasMessageContaining("-Dbywash.into=");
    }

    @Test
    void a_directory_that_is_no_run_is_refused() {
        assertThatThrownBy(() -> Evidence.make(AllureDistribution.path(), reports, Optional.empty(), Optional.empty()))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("is no directory of a run");
    }

    @Test
    void a_generator_that_is_not_there_is_told(@TempDir Path empty) {
        assertThatThrownBy(() -> Evidence.make(empty, run, Optional.of(empty.resolve("again")), Optional.empty()))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("The Allure generator in " + empty);
    }

    @Test
    void made_again_it_is_the_same_and_the_run_is_left_alone(@TempDir Path again) throws IOException {
        assertThatThrownBy(() -> Evidence.make(again, run, Optional.of(again), Optional.empty()))
                .isInstanceOf(Broken.class);

        assertThat(again.resolve("summary.html")).hasSameTextualContentAs(run.resolve("summary.html"));
        assertThat(again.resolve("timeline.svg")).hasSameTextualContentAs(run.resolve("timeline.svg"));
        assertThat(HistoryFile.read(run).entries()).hasSize(9);
    }

    @Test
    void when_it_cannot_be_made_the_command_still_tells_how_the_run_ended(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("failure.txt"), "REFUSED at 4.C\n");
        Files.writeString(other.resolve("result.json"), "{\"verdict\": \"REFUSED: north-gate\"}");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        boolean made = EvidenceCommand.made(
                AllureDistribution.path(),
                other,
                Optional.empty(),
                Optional.empty(),
                new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(made).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .contains("REFUSED at 4.C", "REFUSED: north-gate")
                .element(0)
                .asString()
                .contains("is no directory of a run");
    }
}
