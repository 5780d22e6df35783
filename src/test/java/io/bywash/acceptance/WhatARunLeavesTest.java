package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.procedure.FailurePage;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a run ends: its last line, its failure page, its result, and what is left when nothing can be written any more. */
class WhatARunLeavesTest {
    private static final String GO_ON =
            "mvn verify -Dbywash.confirm=north-gate -Dbywash.target=%s/north.yaml -Dcucumber.filter.tags=%s";

    @TempDir
    private static Path folder;

    private static Later<Visit> failed;
    private static Later<Visit> passed;
    private static Later<Visit> passedOver;
    private static Later<Visit> unwritten;

    @BeforeAll
    static void visitAll() {
        failed = visit(
                "failed",
                StartingState.FRESH,
                site -> site.write("Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz", "no package")
                        .run("@preliminary"));
        passed = visit("passed", StartingState.PACKAGE_VERIFIED, site -> site.run("@imageCloning"));
        passedOver = visit("passed-over", StartingState.FAILED_OVER, site -> site.run("@chassisA"));
        unwritten = visit(
                "unwritten", StartingState.PACKAGE_VERIFIED, site -> site.run("@imageCloning", losingTheDisk("2.C")));
    }

    private static Later<Visit> visit(String name, StartingState from, Site.WayToRun way) {
        return Site.visit(folder.resolve(name), Site.group(1, 1).withFrom(from), way);
    }

    /** From the beginning of a step, nothing can be written any more. */
    private static Consumer<Fact> losingTheDisk(String stepId) {
        return fact -> {
            if (fact instanceof Fact.StepStarted step && step.id().equals(stepId)) {
                Run.current().loseTheDisk();
                delete(Run.current().directory());
            }
        };
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> console(Later<Visit> visit) {
        return visit.get().run().console().lines().toList();
    }

    private static String lastLine(Later<Visit> visit) {
        List<String> console = console(visit);
        return console.get(console.size() - 1);
    }

    private static JsonNode result(Later<Visit> visit) {
        return new JsonMapper().readTree(read(visit, "result.json"));
    }

    private static String read(Later<Visit> visit, String file) {
        try {
            return Files.readString(visit.get().run().directory().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> outcomes(Later<Visit> visit) {
        List<String> outcomes = new ArrayList<>();
        result(visit)
                .path("stages")
                .path(0)
                .path("steps")
                .forEach(step -> outcomes.add(
                        step.path("id").asString() + " " + step.path("outcome").asString()));
        return outcomes;
    }

    @Test
    void the_last_line_of_a_run_says_how_it_ended() {
        assertThat(lastLine(failed))
                .isEqualTo("FAILED: REAL Security Group north-gate did what the procedure does not allow");
        assertThat(lastLine(passed)).isEqualTo("PASSED: REAL Security Group north-gate, imageCloning");
    }

    @Test
    void the_failure_page_is_in_the_directory_and_on_the_console() {
        List<String> page = read(failed, "failure.txt").lines().toList();

        assertThat(page).hasSizeLessThanOrEqualTo(FailurePage.MOST_LINES);
        assertThat(page.get(0)).startsWith("FAILED at 1.F: I import the CPUSE package from the hard disk, 20");
        assertThat(console(failed)).containsSubsequence(page);
    }

    @Test
    void the_failure_page_shows_the_device_s_own_words_and_the_group_as_it_is_now() {
        assertThat(read(failed, "failure.txt"))
                .contains("expected  \"successfully imported\" of every SGM")
                .contains("> |1_01         |Package import failed. The package is corrupted.")
                .containsPattern("chassis1  STANDBY \\(read [\\d:]{8} UTC, after the stop\\): 1_01 ACTIVE\n")
                .containsPattern("chassis2  ACTIVE \\(read [\\d:]{8} UTC, after the stop\\): 2_01 ACTIVE\n");
    }

    @Test
    void a_run_that_passed_has_no_failure_page() {
        assertThat(passed.get().run().directory().resolve("failure.txt")).doesNotExist();
    }

    @Test
    void the_result_has_every_step_and_those_that_were_not_reached() {
        assertThat(outcomes(failed))
                .containsExactly(
                        "part 1 PASSED",
                        "note 1 PASSED",
                        "note 2 PASSED",
                        "note 3 PASSED",
                        "1.A PASSED",
                        "1.B PASSED",
                        "1.C PASSED",
                        "1.D PASSED",
                        "1.E PASSED",
                        "1.F FAILED",
                        "1.G NOT_RUN",
                        "1.H NOT_RUN");
    }

    @Test
    void the_result_says_how_the_run_ended_and_how_to_go_on() {
        assertThat(result(failed).path("outcome").asString()).isEqualTo("FAILED");
        assertThat(result(failed).path("simulated").asBoolean(true)).isFalse();
        assertThat(result(failed).path("verdict").asString()).isEqualTo(lastLine(failed));
        assertThat(result(failed).path("goOn").asString())
                .isEqualTo(GO_ON.formatted(folder.resolve("failed"), "@preliminary"));
    }

    @Test
    void the_result_of_a_run_that_passed_names_the_next_stage() {
        assertThat(result(passed).path("outcome").asString()).isEqualTo("PASSED");
        assertThat(result(passed).path("goOn").asString())
                .isEqualTo(GO_ON.formatted(folder.resolve("passed"), "@chassisA"));
    }

    @Test
    void the_result_has_what_each_rule_over_the_whole_run_came_to() {
        assertThat(result(passed).path("rules").path(0).path("rule").asString())
                .startsWith("one chassis carries with every SGM");
        assertThat(result(passed).path("rules").path(0).path("verdict").asString())
                .isEqualTo("holds");
        assertThat(result(passed).path("rules").path(1).path("verdict").asString())
                .isEqualTo("unknown");
    }

    @Test
    void a_stage_that_was_passed_over_says_why_in_the_result() {
        JsonNode stage = result(passedOver).path("stages").path(0);

        assertThat(result(passedOver).path("outcome").asString()).isEqualTo("PASSED");
        assertThat(stage.path("passedOver").asString()).startsWith("part 3 (@chassisA) was already done;");
        assertThat(outcomes(passedOver)).contains("part 3 PASSED", "3.A NOT_RUN", "3.K NOT_RUN");
    }

    @Test
    void a_run_that_cannot_write_any_more_is_broken() {
        assertThat(unwritten.get().run().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(lastLine(unwritten)).startsWith("BROKEN: ");
    }

    @Test
    void a_run_that_cannot_write_any_more_sends_nothing_that_changes_the_group() {
        assertThat(unwritten.get().acts()).isEmpty();
    }

    @Test
    void a_run_that_cannot_write_any_more_leaves_no_result() {
        assertThat(unwritten.get().run().directory()).doesNotExist();
    }

    @Test
    void the_console_is_the_only_evidence_then_and_says_so() {
        assertThat(unwritten.get().run().console())
                .containsPattern("BROKEN at 2\\.[CD]: ")
                .contains("because a run without evidence proves nothing.")
                .contains("evidence  THIS CONSOLE IS THE ONLY EVIDENCE")
                .containsPattern("chassis2  ACTIVE \\(read [\\d:]{8} UTC, after the stop\\): 2_01 ACTIVE\n");
    }
}
