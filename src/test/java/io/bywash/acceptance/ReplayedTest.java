package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.recording.RecordCommand;
import io.bywash.recording.Recording;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.StartingState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a group as if it were real, recorded, and made once more on the recording. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayedTest {
    private static final double PACE = 60;

    @TempDir
    private static Path folder;

    private static Later<Visit> chassisA;
    private static Later<Visit> failover;
    private static Later<Visit> fromTheBeginning;
    private static Later<Visit> rehearsed;
    private static Later<Visit> wentOn;
    private static Later<Visit> deceived;
    private static Later<WholeRun> embedded;

    @BeforeAll
    static void visit() {
        chassisA = Site.visit(
                folder.resolve("chassis-a"),
                Site.group(1, 2).withFrom(StartingState.CLONING_OFF),
                site -> site.run("@chassisA"));
        failover = Site.visit(
                folder.resolve("failover"),
                Site.group(1, 1).withFrom(StartingState.CHASSIS_A_DONE),
                site -> site.run("@failover"));
        fromTheBeginning = Site.visit(
                folder.resolve("beginning"),
                Site.group(1, 2).withFaults(FaultPlan.of("unknown question")),
                site -> site.runEach("@preliminary", "@imageCloning", "@chassisA"));
        wentOn = Site.visit(folder.resolve("went-on"), Site.group(1, 1).withFrom(StartingState.CLONING_OFF), site -> {
            site.run("@chassisA", fact -> {
                if (fact instanceof Fact.ActEnded act && act.line().startsWith("installer install")) {
                    throw new IllegalStateException("the run dies here");
                }
            });
            site.run("@chassisA");
        });
        embedded = Later.doing(() ->
                WholeRun.of("", Map.of("bywash.sgms", "1", "bywash.pace", "1500"), folder.resolve("embedded-reports")));
        deceived = Site.visit(
                folder.resolve("deceived"),
                Site.group(1, 1).withFrom(StartingState.CLONING_OFF),
                site -> site.writing("mode: gateway", "mode: gateway\nrecording: true")
                        .run("@chassisA"));
        rehearsed = Site.visit(folder.resolve("rehearsed"), Site.group(1, 1), site -> site.rehearse(""));
    }

    private static Path recorded(Later<Visit> visit, String name, String rename) {
        Path file = folder.resolve(name + ".jsonl");
        String runs = visit.get().runs().stream()
                .map(run -> run.directory().toString())
                .collect(Collectors.joining(","));
        RecordCommand.make(runs, rename, file.toString());
        return file;
    }

    private static Replayed.Result replayed(Path file, String name) {
        return Replayed.of(
                file,
                folder.resolve(name + "-replay"),
                PACE,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    /** The same recording, with something else in what the lines said. */
    private static Path edited(Path file, String name, UnaryOperator<String> said) {
        List<HistoryFile> runs = Recording.in(file).runs().stream()
                .map(run -> new HistoryFile(
                        run.entries().stream()
                                .map(entry -> new HistoryFile.Entry(
                                        "",
                                        entry.nanos(),
                                        entry.fact() instanceof Fact.Heard heard
                                                ? new Fact.Heard(heard.at(), heard.terminal(), said.apply(heard.text()))
                                                : entry.fact(),
                                        ""))
                                .toList(),
                        run.whole()))
                .toList();
        Path edited = folder.resolve(name + ".jsonl");
        new Recording(runs).write(edited);
        return edited;
    }

    private static List<Fact> facts(Replayed.Result result) {
        try (var runs = Files.list(result.reports())) {
            return runs.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(run -> HistoryFile.read(run).facts().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_run_that_passed_passes_on_its_recording() {
        assertThat(chassisA.get().run().outcome()).isEqualTo(Outcome.PASSED);

        Replayed.Result result = replayed(recorded(chassisA, "passed", ""), "passed");

        assertThat(result.differences()).isEmpty();
        assertThat(result.told())
                .endsWith("THE SAME: the run on the recording ended as recorded, in every step and every rule");
    }

    @Test
    void lines_that_died_die_again_and_the_run_passes_as_it_did() {
        Replayed.Result result = replayed(recorded(failover, "died", ""), "died");

        assertThat(result.differences()).isEmpty();
        assertThat(facts(result)).hasAtLeastOneElementOfType(Fact.LineFailed.class);
    }

    @Test
    void runs_of_which_the_last_failed_end_alike_one_after_another() {
        assertThat(fromTheBeginning.get().runs())
                .extracting(WholeRun::outcome)
                .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);

        Replayed.Result result = replayed(recorded(fromTheBeginning, "failed", ""), "failed");

        assertThat(result.differences()).isEmpty();
        assertThat(result.runs()).isEqualTo(3);
    }

    @Test
    void a_run_that_goes_on_from_another_is_replayed_without_that_other() {
        WholeRun goesOn = wentOn.get().run();
        assertThat(goesOn.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(goesOn.acts()).noneMatch(act -> act.startsWith("installer install"));
        Path file = folder.resolve("went-on.jsonl");
        RecordCommand.make(goesOn.directory().toString(), "", file.toString());

        assertThat(replayed(file, "went-on").differences()).isEmpty();
    }

    @Test
    void a_run_on_the_embedded_group_can_be_tried_with_too() {
        WholeRun whole = embedded.get();
        assertThat(whole.outcome()).isEqualTo(Outcome.PASSED);
        Path file = folder.resolve("embedded.jsonl");
        RecordCommand.make(whole.directory().toString(), "", file.toString());

        assertThat(replayed(file, "embedded").differences()).isEmpty();
    }

    @Test
    void a_run_that_was_cut_off_is_the_same_as_far_as_it_went() throws IOException {
        Path run = Files.createDirectory(folder.resolve("cut-off"));
        List<HistoryFile.Entry> entries =
                HistoryFile.read(chassisA.get().run().directory()).entries();
        Files.writeString(run.resolve(HistoryFile.NAME), HistoryFile.text(entries.subList(0, entries.size() / 2)));
        Path file = folder.resolve("cut-off.jsonl");
        RecordCommand.make(run.toString(), "", file.toString());

        Replayed.Result result = replayed(file, "cut-off");

        assertThat(result.differences()).isEmpty();
        assertThat(result.told())
                .endsWith("INCOMPLETE: the same as far as it goes, but the recorded run did not come to its end");
    }

    @Test
    void a_rehearsal_is_rehearsed_again() {
        assertThat(rehearsed.get().run().outcome()).isNotEqualTo(Outcome.PASSED);

        assertThat(replayed(recorded(rehearsed, "rehearsed", ""), "rehearsed").differences())
                .isEmpty();
    }

    @Test
    void a_run_on_a_recording_says_that_nothing_is_proven_of_a_device() {
        Replayed.Result result = replayed(recorded(rehearsed, "honest", ""), "honest");

        assertThat(facts(result).get(0))
                .isInstanceOfSatisfying(
                        Fact.RunStarted.class,
                        started -> assertThat(started.target()).isEqualTo(Fact.TargetKind.SIMULATED));
    }

    @Test
    void a_run_that_takes_a_group_for_a_recording_stops_before_it_types() {
        Visit visit = deceived.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(visit.trouble()).contains("The target file says that a recording answers");
        assertThat(visit.ledger().commands()).isEmpty();
    }

    @Test
    void another_take_in_what_the_device_said_is_another_verdict() {
        Path edited =
                edited(recorded(chassisA, "take", ""), "edited", said -> said.replace("Take:  110", "Take:  109"));

        Replayed.Result result = replayed(edited, "edited");

        assertThat(result.differences())
                .anyMatch(difference -> difference.matches("step 3.K .*: then passed, now failed"));
        assertThat(result.told()).endsWith("DIFFERENT: a run on the recording did not end as recorded");
    }

    @Test
    void a_run_that_does_something_else_does_not_pass() {
        Path edited = edited(
                recorded(chassisA, "number", ""), "another-number", said -> said.replace("\n2   Check", "\n7   Check"));

        Replayed.Result result = replayed(edited, "another-number");

        assertThat(result.differences()).anyMatch(difference -> difference.startsWith("The run does something else"));
        assertThat(facts(result))
                .filteredOn(Fact.RunFinished.class::isInstance)
                .extracting(fact -> ((Fact.RunFinished) fact).outcome())
                .doesNotContain(Outcome.PASSED);
    }

    @Test
    void other_names_change_no_verdict_and_the_old_ones_are_nowhere() throws IOException {
        Path file = recorded(
                chassisA, "renamed", "north-gate=first-site,198.51.100.20=203.0.113.207,Ada Operator=The Operator");

        assertThat(replayed(file, "renamed").differences()).isEmpty();
        assertThat(Files.readString(file)).doesNotContain("north-gate", "198.51.100.20", "Ada Operator");
    }

    @Test
    void no_secret_and_no_path_of_this_machine_is_in_a_recording() throws IOException {
        String text = Files.readString(recorded(fromTheBeginning, "secrets", ""));

        assertThat(text)
                .contains("expert")
                .doesNotContain(EmbeddedGroup.LOGIN_PASSWORD, EmbeddedGroup.EXPERT_PASSWORD, folder.toString());
    }
}
