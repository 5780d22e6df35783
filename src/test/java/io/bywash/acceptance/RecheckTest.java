package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Broken;
import io.bywash.evidence.HistoryFile;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recheck makes of histories, of whole ones and of changed ones. */
class RecheckTest {
    @TempDir
    private static Path folder;

    private static Later<Visit> passed;
    private static Later<Visit> failed;

    @BeforeAll
    static void visitAll() {
        passed = Site.visit(
                folder.resolve("passed"),
                Site.group(1, 1).withFrom(StartingState.CLONING_OFF),
                site -> site.run("@chassisA"));
        failed = Site.visit(
                folder.resolve("failed"),
                Site.group(1, 1).withFrom(StartingState.FRESH),
                site -> site.write("Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz", "no package")
                        .run("@preliminary"));
    }

    private static List<String> lines(Later<Visit> visit) {
        try {
            return Files.readAllLines(visit.get().run().directory().resolve(HistoryFile.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recheck.Result of(Later<Visit> visit) {
        return Recheck.of(visit.get().run().directory());
    }

    /** A recheck of the same history with some lines changed. */
    private static Recheck.Result changed(String name, UnaryOperator<List<String>> change) {
        try {
            Path run = Files.createDirectories(folder.resolve(name));
            Files.write(run.resolve(HistoryFile.NAME), change.apply(new ArrayList<>(lines(passed))));
            return Recheck.of(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line of a kind that holds something, with something else in its place. */
    private static UnaryOperator<List<String>> inTheLast(String kind, String what, String instead) {
        return lines -> {
            for (int line = lines.size() - 1; line >= 0; line--) {
                if (lines.get(line).contains("\"fact\":\"" + kind + "\"")
                        && lines.get(line).contains(what)) {
                    lines.set(line, lines.get(line).replace(what, instead));
                    return lines;
                }
            }
            throw new AssertionError("no " + kind + " holds " + what);
        };
    }

    @Test
    void a_run_that_passed_comes_to_the_same_line_by_line() {
        assertThat(of(passed).differences()).isEmpty();
        assertThat(of(passed).lines()).isEqualTo(lines(passed).size());
    }

    @Test
    void a_run_that_failed_comes_to_the_same_with_its_failure_page() {
        assertThat(of(failed).differences()).isEmpty();
        assertThat(lines(failed)).anyMatch(line -> line.contains("\"fact\":\"FailureTold\""));
    }

    @Test
    void a_screen_that_mattered_and_was_changed_changes_the_outcome_of_its_step() {
        assertThat(changed("take", inTheLast("Heard", "Take:  110", "Take:  109"))
                        .differences())
                .anyMatch(difference ->
                        difference.startsWith("step after 3: the history says passed, derived is failed"));
    }

    @Test
    void a_character_of_a_prompt_that_was_changed_leads_the_run_elsewhere() {
        assertThat(changed("prompt", inTheLast("Heard", "-ch01-01", "-ch02-01")).same())
                .isFalse();
    }

    @Test
    void an_outcome_that_was_changed_is_found() {
        assertThat(changed("outcome", inTheLast("StepFinished", "\"outcome\":\"passed\"", "\"outcome\":\"failed\""))
                        .differences())
                .anyMatch(difference ->
                        difference.startsWith("step after 3: the history says failed, derived is passed"));
    }

    @Test
    void what_was_typed_and_then_changed_is_found() {
        assertThat(changed("typed", inTheLast("Typed", "cpinfo", "cpinfa")).same())
                .isFalse();
    }

    @Test
    void a_line_that_was_left_out_is_found() {
        assertThat(changed("left-out", lines -> {
                            lines.removeIf(line -> line.contains("\"fact\":\"BootsSeen\""));
                            return lines;
                        })
                        .same())
                .isFalse();
    }

    @Test
    void a_history_that_was_cut_off_is_the_same_as_far_as_it_goes_and_not_whole() {
        Recheck.Result cut = changed("cut", lines -> lines.subList(0, lines.size() / 2));

        assertThat(cut.differences()).isEmpty();
        assertThat(cut.told()).last().asString().startsWith("INCOMPLETE: ");
    }

    @Test
    void the_last_line_is_the_verdict() {
        assertThat(of(passed).told()).last().asString().startsWith("THE SAME: ");
        assertThat(changed("told", inTheLast("Heard", "Take:  110", "Take:  109"))
                        .told())
                .last()
                .asString()
                .startsWith("DIFFERENT: ");
    }

    @Test
    void a_history_that_ends_before_it_says_what_was_to_be_done_is_told() {
        assertThatThrownBy(() -> changed("short", lines -> lines.subList(0, 1)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("does not say what the run was told to do");
    }
}
