package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureResultsTest {
    @TempDir
    private Path directory;

    private Results of(HistoryFile run) {
        return Results.of(run, directory.resolve("results"));
    }

    @Test
    void each_planned_scenario_is_there_and_the_whole_run_before_them() {
        assertThat(of(ReportedRun.well().finished(Outcome.PASSED)).all().stream()
                        .map(result -> result.path("fullName").asString()))
                .containsExactly(
                        "0. The whole run: 0.0 The whole run: how it ended, its rules, its picture",
                        "4. Fail over: 4.0 What this part needs",
                        "4. Fail over: 4.1 Chassis \"A\" carries",
                        "5. Install: 5.1 Chassis \"B\" has the hotfix");
    }

    @Test
    void what_was_not_selected_is_left_out_and_says_so() {
        Results results = of(ReportedRun.well().finished(Outcome.PASSED));

        assertThat(results.colours()).containsExactly("0.0 passed", "4.0 passed", "4.1 passed", "5.1 skipped");
        assertThat(Results.message(results.named("5.1")))
                .isEqualTo("NOT RUN: @chassisB was not selected; this run was for @failover.");
    }

    @Test
    void what_was_never_reached_is_unknown_and_says_where_the_run_ended() {
        Results results = of(ReportedRun.endedAtDown(Outcome.REFUSED, "2_02 is DOWN."));

        assertThat(results.colours()).containsExactly("0.0 broken", "4.0 passed", "4.1 broken", "5.1 unknown");
        assertThat(Results.message(results.named("5.1")))
                .isEqualTo("NOT RUN: The run ended at step 4.C, which is refused.");
    }

    @Test
    void a_stage_that_was_passed_over_says_why() {
        ReportedRun run = ReportedRun.of("@failover", "@chassisB").passes(ReportedRun.NEEDS);
        run.fact(new Fact.StagePassedOver(run.now(), "@failover", "part 4 was already done"));
        Results results = of(run.passes(ReportedRun.INSTALL).finished(Outcome.PASSED));

        assertThat(results.colours()).containsExactly("0.0 passed", "4.0 passed", "4.1 skipped", "5.1 passed");
        assertThat(Results.message(results.named("4.1"))).isEqualTo("NOT RUN: part 4 was already done");
    }

    @Test
    void a_run_without_an_end_is_incomplete_at_its_step_and_as_a_whole() {
        Results results = of(ReportedRun.of("@failover")
                .passes(ReportedRun.NEEDS)
                .begins(ReportedRun.CONNECT)
                .unfinished());

        assertThat(results.colours()).containsExactly("0.0 broken", "4.0 passed", "4.1 broken", "5.1 skipped");
        assertThat(Results.message(results.named("0.0")))
                .startsWith(
                        "INCOMPLETE: The history has no end: the run died, or is under way. The step under way is 4.A.");
        assertThat(Results.message(results.named("4.1"))).startsWith("INCOMPLETE: The history ends in this step");
    }

    @Test
    void a_run_that_died_between_its_steps_is_incomplete_although_each_of_them_passed() {
        HistoryFile died = ReportedRun.well().unfinished();

        assertThat(of(died).colours()).startsWith("0.0 broken");
        assertThat(AllureResults.title(died)).isEqualTo("REAL Security Group north-gate, failover, INCOMPLETE");
    }

    @Test
    void a_run_that_says_it_passed_is_not_green_when_a_step_is_missing() {
        HistoryFile run = ReportedRun.of("@failover").passes(ReportedRun.NEEDS).finished(Outcome.PASSED);

        assertThat(of(run).colours()).startsWith("0.0 broken");
        assertThat(AllureResults.title(run)).endsWith("NOT PROVEN");
    }

    @Test
    void a_history_that_does_not_begin_with_a_run_is_refused() {
        assertThatThrownBy(() -> of(new HistoryFile(List.of(), false)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("nothing to report");
    }

    @Test
    void the_title_says_what_it_was_on_which_stages_and_how_it_ended() {
        assertThat(AllureResults.title(ReportedRun.of(Fact.TargetKind.SIMULATED, "", "@failover", "@chassisB")
                        .unfinished()))
                .isEqualTo("SIMULATED Security Group north-gate, all stages, INCOMPLETE");
        assertThat(AllureResults.title(ReportedRun.endedAtDown(Outcome.FAILED, "no")))
                .isEqualTo("REAL Security Group north-gate, all stages, FAILED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"PASSED", "NOT_RUN"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_did_not_pass_is_in_exactly_one_category(Outcome outcome) {
        Results results = of(ReportedRun.endedAtDown(outcome, "why: FAILED: a line\nNOT RUN: another"));

        assertThat(results.all())
                .filteredOn(result -> !result.path("status").asString("").equals("passed"))
                .hasSize(3)
                .allSatisfy(result -> assertThat(categories(results, result)).hasSize(1));
        assertThat(categories(results, results.named("4.1")).get(0).toUpperCase(java.util.Locale.ROOT))
                .startsWith(outcome.toString().toUpperCase(java.util.Locale.ROOT) + ": ");
    }

    private static List<String> categories(Results results, JsonNode result) {
        JsonNode categories = new JsonMapper().readTree(results.files().get("categories.json"));
        return categories
                .valueStream()
                .filter(category -> Results.message(result)
                        .matches(category.path("messageRegex").asString()))
                .map(category -> category.path("name").asString())
                .toList();
    }

    @Test
    void a_step_has_the_time_of_its_facts_and_its_measurements() {
        Results results = of(ReportedRun.well().finished(Outcome.PASSED));
        JsonNode step = results.named("4.1").path("steps").path(1);

        assertThat(step.path("name").asString()).isEqualTo(ReportedRun.DOWN);
        assertThat(step.path("start").asLong())
                .isEqualTo(java.time.Instant.parse("2026-03-01T22:15:10.250Z").toEpochMilli());
        assertThat(step.path("stop").asLong() - step.path("start").asLong()).isEqualTo(1000);
        assertThat(results.attached(step, "measurements")).isEqualTo("""
                "measured","expected","seen","verdict"
                "state of ""B""\","DOWN","DOWN","as expected"\
                """);
    }

    @Test
    void each_command_of_a_step_is_attached_with_its_line_in_the_history() {
        Results results = of(ReportedRun.of("@failover")
                .begins(ReportedRun.NEEDS)
                .types("asg stat -v", "| 1 | UP |\n")
                .ends(ReportedRun.NEEDS, Outcome.PASSED, "")
                .finished(Outcome.PASSED));
        JsonNode typed =
                results.named("4.0").path("steps").path(0).path("steps").path(0);

        assertThat(typed.path("name").asString()).isEqualTo("1 command, and what came back");
        assertThat(typed.path("attachments").path(0).path("name").asString())
                .isEqualTo("22:15:07.250  watch  [Expert@gate-ch01-01:0]# asg stat -v  (34 ms, line 4)");
        assertThat(results.attached(typed, "22:15:07")).isEqualTo("""
                [Expert@gate-ch01-01:0]# asg stat -v
                | 1 | UP |
                -> [Expert@gate-ch01-01:0]#
                """);
    }

    @Test
    void an_act_is_marked_and_stands_in_a_table_with_what_had_to_hold() {
        ReportedRun run = ReportedRun.of("@failover").begins(ReportedRun.DOWN);
        run.fact(new Fact.InvariantExamined(run.now(), "chassis1 carries", "2_01 DOWN", false));
        run.fact(new Fact.PermitGiven(run.now(), "4.C", "asg down", "chassisDown", "chassis2"));
        run.fact(new Fact.ActIntended(run.now(), "4.C", "asg down", "chassisDown", "chassis2"));
        run.types("asg down", "done");
        run.fact(new Fact.ActEnded(run.now(), "4.C", "asg down", Fact.ActEnd.ANSWERED, "prompt"));
        run.fact(new Fact.WaitEnded(run.now(), "chassis2 DOWN", "reached", Duration.ofMillis(20)));
        Results results = of(run.unfinished());
        JsonNode step = results.named("4.1").path("steps").path(1);

        assertThat(step.path("steps")
                        .path(0)
                        .path("attachments")
                        .path(0)
                        .path("name")
                        .asString())
                .contains("  ACT watch  ");
        assertThat(step.path("attachments").path(0).path("name").asString()).contains("  ACT watch  ");
        assertThat(results.attached(step, "acts")).isEqualTo("""
                "UTC","what","which","how it stands","line of the history"
                "22:15:07.250","invariant","chassis1 carries","DOES NOT HOLD: 2_01 DOWN","4"
                "22:15:08.250","permit","asg down","given for step 4.C","5"
                "22:15:09.250","ACT","asg down","about to be sent","6"
                "22:15:11.250","act ended","asg down","answered: prompt","8"
                "22:15:12.250","wait ended","chassis2 DOWN","reached after 20 ms","9"\
                """);
    }

    @Test
    void what_was_typed_beside_the_steps_is_with_the_whole_run() {
        JsonNode whole = of(ReportedRun.well().types("rm lease", "").finished(Outcome.PASSED))
                .named("0.0");

        assertThat(whole.path("steps").path(0).path("name").asString())
                .isEqualTo("one chassis carries: holds (9 times)");
        assertThat(whole.path("steps").path(1).path("name").asString())
                .isEqualTo("1 command beside the steps, and what came back");
    }

    @Test
    void the_failure_page_is_on_the_step_that_ended_the_run_and_on_the_whole_run() {
        ReportedRun run = ReportedRun.of("@failover").begins(ReportedRun.DOWN);
        run.fact(new Fact.FailureTold(run.now(), List.of("FAILED at 4.C", "next  look"), ""));
        Results results = of(run.ends(ReportedRun.DOWN, Outcome.FAILED, "no").finished(Outcome.FAILED));

        assertThat(results.attached(results.named("4.1").path("steps").path(1), "failure page"))
                .isEqualTo("FAILED at 4.C\nnext  look");
        assertThat(results.attached(results.named("0.0"), "failure page")).startsWith("FAILED at 4.C");
    }

    @Test
    void differences_that_are_not_as_ruled_come_first() {
        ReportedRun run = ReportedRun.of("@failover").begins(ReportedRun.NEEDS);
        run.fact(new Fact.SnapshotsCompared(
                run.now(),
                "@failover",
                List.of(
                        new Fact.Difference("policy", "a", "a", "must equal", true, ""),
                        new Fact.Difference("take", "0", "0", "must change", false, "did not"))));
        Results results = of(run.unfinished());

        assertThat(results.attached(results.named("4.0").path("steps").path(0), "before and after")
                        .lines())
                .element(1)
                .isEqualTo("\"take\",\"0\",\"0\",\"must change\",\"NOT AS RULED\",\"did not\"");
    }

    @Test
    void the_ticket_is_linked_to() {
        JsonNode link = of(ReportedRun.well().finished(Outcome.PASSED))
                .named("4.1")
                .path("links")
                .path(0);

        assertThat(link.path("name").asString()).isEqualTo("CHG 1042");
        assertThat(link.path("url").asString()).isEqualTo("https://changes.example.com/CHG%201042");
    }

    @Test
    void without_a_ticket_there_is_no_link() {
        assertThat(of(ReportedRun.of(Fact.TargetKind.REAL, "", "@failover").unfinished())
                        .named("4.1")
                        .path("links"))
                .isEmpty();
    }

    @Test
    void the_environment_says_how_the_run_ended_and_how_much_is_inferred() {
        assertThat(of(ReportedRun.of("@failover").unfinished())
                        .files()
                        .get("environment.properties")
                        .lines())
                .contains("Target=REAL", "Run\\ number=3", "Inferred\\ wordings\\ in\\ use=1", "Tool\\ commit=46d0bb1")
                .anyMatch(line -> line.startsWith("Run\\ ended=INCOMPLETE\\: "));
    }

    @Test
    void the_same_history_gives_the_same_files() {
        HistoryFile run = ReportedRun.endedAtDown(Outcome.FAILED, "no");

        assertThat(Results.of(run, directory.resolve("again")).files()).isEqualTo(of(run).files());
    }

    @Test
    void the_results_of_two_runs_are_of_the_same_scenarios_and_not_the_same_results() {
        JsonNode one = of(ReportedRun.well().finished(Outcome.PASSED)).named("4.1");
        JsonNode other = Results.of(ReportedRun.endedAtDown(Outcome.FAILED, "no"), directory.resolve("other"))
                .named("4.1");

        assertThat(other.path("historyId")).isEqualTo(one.path("historyId"));
        assertThat(other.path("uuid")).isNotEqualTo(one.path("uuid"));
    }

    @Test
    void a_byte_that_is_no_text_is_shown_as_one() {
        Results results = of(ReportedRun.well().types("cat core", "a\uDCFFb").unfinished());

        assertThat(results.files().values()).anyMatch(content -> content.contains("a\\xFFb"));
    }
}
