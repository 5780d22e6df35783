package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalTest {
    private static final String BOOTS = """
            {"fact":"BootsSeen","at":"2026-11-22T02:09:00Z","chassis":"chassis1","boots":{"1_01":"2026-11-01T00:00:00Z"}}
            """;
    private static final String ORDERED = BOOTS + """
            {"fact":"ActIntended","at":"2026-11-22T02:10:00Z","step":"3.F","line":"installer install 3 member_ids 1_1","kind":"install","chassis":"chassis1"}
            """;
    private static final String UNANSWERED = """
            {"fact":"ActEnded","at":"2026-11-22T02:11:00Z","step":"3.F","line":"installer install 3 member_ids 1_1","end":"UNANSWERED","how":"the line died"}
            """;
    private static final String ANSWERED = UNANSWERED.replace("UNANSWERED", "ANSWERED");
    private static final String NOT_SENT = UNANSWERED.replace("UNANSWERED", "NOT_SENT");

    @TempDir
    private Path reports;

    private void run(String directory, int number, String facts) {
        run(directory, "north-gate", Fact.TargetKind.REAL, number, facts);
    }

    private void run(String directory, String group, Fact.TargetKind target, int number, String facts) {
        try {
            Path path = Files.createDirectories(reports.resolve(directory));
            Files.writeString(path.resolve("history.jsonl"), chained("""
                    {"fact":"RunStarted","at":"2026-11-22T02:00:00Z","group":"%s","target":"%s","number":%d,"about":[]}
                    """.formatted(group, target, number) + facts));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each line that is whole begins with the hash of the line before. */
    private static String chained(String facts) {
        StringBuilder lines = new StringBuilder();
        String before = "0".repeat(64);
        for (String fact : facts.split("(?<=\n)")) {
            String line = fact.startsWith("{\"")
                    ? fact.replaceFirst("\\{", "{\"before\":\"" + before + "\",")
                            .replaceFirst("\",\"at\"", "\",\"nanos\":1,\"at\"")
                    : fact;
            lines.append(line);
            before = Sha256.of(line);
        }
        return lines.toString();
    }

    private static String passed(String step) {
        return """
                {"fact":"StepFinished","at":"2026-11-22T03:00:00Z","id":"%s","title":"","outcome":"passed","measurements":[],"notes":[],"why":"","took":"PT1S"}
                """.formatted(step);
    }

    private Journal journal() {
        return Journal.read(reports, "north-gate", Fact.TargetKind.REAL, Optional.empty());
    }

    private Optional<Journal.Installation> unfinished() {
        return journal().unfinishedInstallation(ChassisId.CHASSIS1);
    }

    @Test
    void without_reports_there_is_nothing_to_go_on_from() {
        assertThat(Journal.read(reports.resolve("none"), "north-gate", Fact.TargetKind.REAL, Optional.empty())
                        .unfinishedInstallation(ChassisId.CHASSIS1))
                .isEmpty();
    }

    @Test
    void an_installation_that_was_ordered_and_not_proven_is_unfinished() {
        run("a", 1, ORDERED + ANSWERED);

        assertThat(unfinished().orElseThrow().order())
                .isEqualTo(new Journal.Sent(
                        "a", Instant.parse("2026-11-22T02:10:00Z"), "3.F", "installer install 3 member_ids 1_1", true));
    }

    @Test
    void an_installation_keeps_when_the_sgms_had_booted_before() {
        run("a", 1, ORDERED);

        assertThat(unfinished().orElseThrow().boots())
                .containsExactly(entry(SgmId.parse("1_1"), Instant.parse("2026-11-01T00:00:00Z")));
    }

    private static String snapshot(String stage, String moment, String take) {
        return """
                {"fact":"SnapshotTaken","at":"2026-11-22T02:08:00Z","stage":"%s","moment":"%s","fields":{"1_01 take by cpinfo":"%s"}}
                """.formatted(stage, moment, take);
    }

    @Test
    void the_group_before_an_order_is_as_its_own_run_saw_it() {
        run("a", 1, snapshot("@chassisA", "BEFORE", "Take 61") + ORDERED);
        run("b", 2, snapshot("@chassisA", "BEFORE", "Take 87"));

        assertThat(journal().before(unfinished().orElseThrow().order(), "@chassisA"))
                .containsExactly(entry("1_01 take by cpinfo", "Take 61"));
    }

    @Test
    void what_a_run_found_for_a_person_is_unsettled() {
        run("a", 1, passed("3.K") + passed("after 3").replace("\"passed\"", "\"failed\""));
        run("b", 2, passed("part 3"));

        assertThat(journal().unsettled("after 3")).contains("a");
        assertThat(journal().unsettled("after 4")).isEmpty();
    }

    @Test
    void what_a_run_could_not_tell_is_unsettled() {
        run("a", 1, passed("after 3").replace("\"passed\"", "\"not proven\""));

        assertThat(journal().unsettled("after 3")).contains("a");
    }

    @Test
    void what_a_later_run_found_in_order_is_settled() {
        run("a", 1, passed("after 1").replace("\"passed\"", "\"failed\""));
        run("b", 2, passed("after 1"));

        assertThat(journal().unsettled("after 1")).isEmpty();
    }

    @Test
    void what_failed_for_our_own_reasons_found_nothing() {
        run("a", 1, passed("after 3").replace("\"passed\"", "\"broken\""));

        assertThat(journal().unsettled("after 3")).isEmpty();
    }

    @Test
    void the_group_after_a_stage_or_before_another_one_is_not_the_one_before_the_order() {
        run("a", 1, snapshot("@chassisA", "AFTER", "Take 61") + snapshot("@failover", "BEFORE", "Take 61") + ORDERED);

        assertThat(journal().before(unfinished().orElseThrow().order(), "@chassisA"))
                .isEmpty();
    }

    @Test
    void an_installation_on_the_other_chassis_is_another() {
        run("a", 1, ORDERED);

        assertThat(journal().unfinishedInstallation(ChassisId.CHASSIS2)).isEmpty();
    }

    @Test
    void an_installation_that_was_proven_is_finished() {
        run("a", 1, ORDERED + ANSWERED + passed("3.K"));

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void an_installation_that_a_later_run_has_proven_is_finished() {
        run("a", 1, ORDERED + ANSWERED);
        run("b", 2, passed("3.K"));

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void a_run_after_the_clock_was_set_back_comes_last_all_the_same() {
        run("2026-11-22T0900Z", 1, passed("3.K"));
        run("2026-11-22T0200Z", 2, ORDERED);

        assertThat(unfinished()).isPresent();
    }

    @Test
    void a_proof_of_the_other_part_finishes_nothing() {
        run("a", 1, ORDERED + ANSWERED);
        run("b", 2, passed("3.J"));

        assertThat(unfinished()).isPresent();
    }

    @Test
    void an_installation_after_a_procedure_that_was_done_whole_is_unfinished_again() {
        run("a", 1, ORDERED + passed("3.K") + passed("5.K"));
        run("b", 2, ORDERED);

        assertThat(unfinished().orElseThrow().order().run()).isEqualTo("b");
    }

    @Test
    void what_came_before_a_procedure_that_was_done_whole_is_not_gone_on_from() {
        run("a", 1, ORDERED);
        run("b", 2, passed("5.K"));

        assertThat(journal().last("installer install 3 member_ids 1_1")).isEmpty();
    }

    @Test
    void what_the_run_that_did_the_procedure_whole_has_sent_is_not_gone_on_from() {
        run("a", 1, ORDERED + passed("3.K") + passed("5.K"));

        assertThat(journal().last("installer install 3 member_ids 1_1")).isEmpty();
    }

    @Test
    void an_order_that_did_not_leave_here_is_none() {
        run("a", 1, ORDERED + NOT_SENT);

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void an_act_without_an_end_was_not_answered() {
        run("a", 1, ORDERED);

        assertThat(journal()
                        .last("installer install 3 member_ids 1_1")
                        .orElseThrow()
                        .answered())
                .isFalse();
    }

    @Test
    void an_act_whose_line_died_was_not_answered() {
        run("a", 1, ORDERED + UNANSWERED);

        assertThat(journal()
                        .last("installer install 3 member_ids 1_1")
                        .orElseThrow()
                        .answered())
                .isFalse();
    }

    @Test
    void an_act_is_not_answered_by_the_end_of_the_same_act_in_a_later_run() {
        run("a", 1, ORDERED);
        run("b", 2, ANSWERED);

        assertThat(journal()
                        .last("installer install 3 member_ids 1_1")
                        .orElseThrow()
                        .answered())
                .isFalse();
    }

    @Test
    void only_what_came_after_an_order_counts_as_after_it() {
        run("a", 1, ORDERED + ANSWERED);
        Journal.Sent order = unfinished().orElseThrow().order();
        String up = """
                {"fact":"ActIntended","at":"2026-11-22T01:00:00Z","step":"3.I","line":"up","kind":"chassisUp","chassis":"chassis1"}
                """;
        run("b", 2, up);

        assertThat(journal().lastAfter(order, "up")).isPresent();
        assertThat(journal().lastAfter(journal().last("up").orElseThrow(), order.line()))
                .isEmpty();
    }

    @Test
    void a_step_that_passed_after_an_act_has_passed_since() {
        run("a", 1, ORDERED + ANSWERED + passed("3.F"));

        assertThat(journal().passedSince("installer install 3 member_ids 1_1", "3.F"))
                .isTrue();
    }

    @Test
    void a_step_that_passed_before_an_act_was_sent_again_has_not_passed_since() {
        run("a", 1, ORDERED + ANSWERED + passed("3.F") + ORDERED);

        assertThat(journal().passedSince("installer install 3 member_ids 1_1", "3.F"))
                .isFalse();
    }

    @Test
    void a_step_that_failed_after_an_act_has_not_passed_since() {
        run("a", 1, ORDERED + ANSWERED + passed("3.F").replace("\"passed\"", "\"failed\""));

        assertThat(journal().passedSince("installer install 3 member_ids 1_1", "3.F"))
                .isFalse();
    }

    @Test
    void a_step_that_passed_without_the_act_proves_nothing_of_it() {
        run("a", 1, passed("3.F"));

        assertThat(journal().passedSince("installer install 3 member_ids 1_1", "3.F"))
                .isFalse();
    }

    private static final String IMPORT_ORDERED = """
            {"fact":"PackageLacking","at":"2026-11-22T02:09:00Z","sha256":"abc","sgms":["1_01","2_01"]}
            {"fact":"ActIntended","at":"2026-11-22T02:10:00Z","step":"1.F","line":"installer import local /x","kind":"importPackage","chassis":""}
            """;

    @Test
    void what_lacked_a_package_when_it_was_imported_has_it_from_that_import() {
        run("a", 1, IMPORT_ORDERED);

        assertThat(journal().imported("installer import local /x", "abc", "1.F"))
                .containsExactly(SgmId.parse("1_1"), SgmId.parse("2_1"));
    }

    @Test
    void another_file_under_the_same_name_was_not_imported() {
        run("a", 1, IMPORT_ORDERED);

        assertThat(journal().imported("installer import local /x", "def", "1.F"))
                .isEmpty();
    }

    @Test
    void an_import_whose_step_failed_proves_nothing() {
        run("a", 1, IMPORT_ORDERED + passed("1.F").replace("passed", "failed"));

        assertThat(journal().imported("installer import local /x", "abc", "1.F"))
                .isEmpty();
    }

    @Test
    void what_lacked_a_package_that_was_never_ordered_has_it_from_somewhere_else() {
        run("a", 1, IMPORT_ORDERED.lines().findFirst().orElseThrow() + "\n");

        assertThat(journal().imported("installer import local /x", "abc", "1.F"))
                .isEmpty();
    }

    @Test
    void runs_are_ordered_by_their_number_and_not_by_a_clock_that_was_set_back() {
        run("2026-11-22T030000Z-north-gate-chassisA", 1, ORDERED);
        run("2026-11-22T020000Z-north-gate-chassisA", 2, passed("3.K"));

        assertThat(unfinished()).isEmpty();
        assertThat(journal().highest()).isEqualTo(2);
    }

    @Test
    void the_runs_of_another_group_are_not_looked_at() {
        run("a", "south-gate", Fact.TargetKind.REAL, 1, ORDERED);

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void the_runs_of_an_embedded_group_with_the_same_name_are_not_looked_at() {
        run("a", "north-gate", Fact.TargetKind.SIMULATED, 1, ORDERED);

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void a_last_line_that_was_cut_off_is_left_out() {
        run("a", 1, ORDERED + UNANSWERED.substring(0, 40));

        assertThat(unfinished()).isPresent();
    }

    @Test
    void a_line_in_the_middle_that_cannot_be_read_stops_everything() {
        run("a", 1, ORDERED.substring(0, 60) + "\n" + passed("3.K"));

        assertThatThrownBy(this::journal)
                .isInstanceOf(Broken.class)
                .hasMessageContaining("a/history.jsonl cannot be read: line 2 is no JSON")
                .hasMessageContaining("Nothing was connected to.");
    }

    private Path history(String directory) {
        return reports.resolve(directory).resolve("history.jsonl");
    }

    private void assertForAPerson(String why) {
        assertThatThrownBy(this::journal)
                .isInstanceOf(Broken.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Nothing was connected to.");
    }

    @Test
    void a_history_whose_first_line_is_damaged_stops_everything() throws IOException {
        run("a", 1, ORDERED);
        Files.writeString(history("a"), Files.readString(history("a")).replaceFirst("RunStarted", "Run\u0000tarted"));

        assertForAPerson("a/history.jsonl cannot be read: line 1");
    }

    @Test
    void a_history_whose_first_line_was_lost_stops_everything() throws IOException {
        run("a", 1, ORDERED);
        Files.writeString(history("a"), Files.readString(history("a")).replaceFirst("[^\n]+\n", ""));

        assertForAPerson("line 1 does not say how the run began");
    }

    @Test
    void a_history_that_was_given_to_another_group_stops_everything() throws IOException {
        run("a", 1, ORDERED);
        Files.writeString(history("a"), Files.readString(history("a")).replace("north-gate", "south-gate"));

        assertForAPerson("line 1 or line 2 was changed after it was written");
    }

    @Test
    void a_history_from_which_an_order_was_taken_stops_everything() throws IOException {
        run("a", 1, BOOTS + ORDERED + passed("1.F"));
        Files.write(
                history("a"),
                Files.readAllLines(history("a")).stream()
                        .filter(line -> !line.contains("ActIntended"))
                        .toList());

        assertForAPerson("line 3 or line 4 was changed after it was written");
    }

    @Test
    void a_history_that_is_missing_beside_other_evidence_stops_everything() throws IOException {
        Path run = Files.createDirectories(reports.resolve("2026-11-22T020000Z-north-gate-chassisA"));
        Files.writeString(run.resolve("result.json"), "{}");

        assertForAPerson("history.jsonl cannot be read: it is missing");
    }

    @Test
    void a_history_that_was_emptied_beside_other_evidence_stops_everything() throws IOException {
        run("a", 1, ORDERED);
        Files.writeString(history("a"), "");
        Files.writeString(reports.resolve("a/failure.txt"), "FAILED");

        assertForAPerson("a/history.jsonl cannot be read: it has no first line");
    }

    @Test
    void a_run_that_was_killed_before_its_first_line_was_whole_has_sent_nothing() throws IOException {
        Files.writeString(
                Files.createDirectories(reports.resolve("2026-11-22T020000Z-north-gate-chassisA"))
                        .resolve("history.jsonl"),
                "{\"before\":\"0000");
        Files.createDirectories(reports.resolve("2026-11-22T030000Z-north-gate-chassisA"));

        assertThat(journal().highest()).isZero();
    }

    private static String lease(String text) {
        return """
                {"fact":"LeaseHeld","at":"2026-11-22T02:00:30Z","lease":"%s"}
                """.formatted(text);
    }

    @Test
    void the_leases_of_runs_before_the_last_proof_are_known_too() {
        run("a", 1, lease("Ada@jump/one") + passed("5.K"));
        run("b", 2, lease("Ada@jump/two"));

        assertThat(journal().held("Ada@jump/one")).isTrue();
        assertThat(journal().held("Ada@jump/two")).isTrue();
    }

    @Test
    void the_lease_of_a_run_on_another_group_is_not_known() {
        run("a", "south-gate", Fact.TargetKind.REAL, 1, lease("Ada@jump/one"));

        assertThat(journal().held("Ada@jump/one")).isFalse();
    }

    @Test
    void a_run_that_is_begun_afresh_forgets_the_one_it_names_and_those_before() {
        run("a", 1, ORDERED);
        run("b", 2, "");
        run("c", 3, "");

        assertThat(Journal.read(reports, "north-gate", Fact.TargetKind.REAL, Optional.of("b"))
                        .unfinishedInstallation(ChassisId.CHASSIS1))
                .isEmpty();
    }

    @Test
    void a_run_that_is_begun_afresh_keeps_what_came_after_the_one_it_names() {
        run("a", 1, "");
        run("b", 2, ORDERED);

        assertThat(Journal.read(reports, "north-gate", Fact.TargetKind.REAL, Optional.of("a"))
                        .unfinishedInstallation(ChassisId.CHASSIS1))
                .isPresent();
    }

    @Test
    void a_run_that_is_to_be_forgotten_and_is_not_there_is_told_with_those_that_are() {
        run("a", 1, "");

        assertThatThrownBy(() -> Journal.read(reports, "north-gate", Fact.TargetKind.REAL, Optional.of("z")))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("There are: [a].");
    }

    @Test
    void of_two_looks_at_the_boots_before_an_order_the_later_one_counts_alone() {
        run("a", 1, BOOTS.replace("1_01", "1_02") + ORDERED);

        assertThat(unfinished().orElseThrow().boots())
                .containsExactly(entry(SgmId.parse("1_1"), Instant.parse("2026-11-01T00:00:00Z")));
    }

    @Test
    void of_two_snapshots_before_an_order_the_later_one_counts_alone() {
        run(
                "a",
                1,
                snapshot("@chassisA", "BEFORE", "Take 61").replace("1_01 take", "1_02 take")
                        + snapshot("@chassisA", "BEFORE", "Take 87")
                        + ORDERED);

        assertThat(journal().before(unfinished().orElseThrow().order(), "@chassisA"))
                .containsExactly(entry("1_01 take by cpinfo", "Take 87"));
    }

    private static final String UP = """
            {"fact":"ActIntended","at":"2026-11-22T02:30:00Z","step":"3.I","line":"up","kind":"chassisUp","chassis":"chassis1"}
            """;
    private static final String UP_ANSWERED = """
            {"fact":"ActEnded","at":"2026-11-22T02:31:00Z","step":"3.I","line":"up","end":"ANSWERED","how":""}
            """;

    @Test
    void the_last_of_several_acts_after_an_order_counts_with_its_own_end() {
        run("a", 1, ORDERED + ANSWERED + UP + UP_ANSWERED + UP.replace("02:30", "02:40"));

        assertThat(journal().lastAfter(unfinished().orElseThrow().order(), "up"))
                .contains(new Journal.Sent("a", Instant.parse("2026-11-22T02:40:00Z"), "3.I", "up", false));
    }

    @Test
    void the_end_of_an_act_is_not_taken_for_another_act() {
        run("a", 1, ORDERED + ANSWERED + UP + UP_ANSWERED);

        assertThat(journal().lastAfter(unfinished().orElseThrow().order(), "up"))
                .contains(new Journal.Sent("a", Instant.parse("2026-11-22T02:30:00Z"), "3.I", "up", true));
    }

    @Test
    void an_act_has_its_own_end_and_not_that_of_the_same_act_before() {
        run("a", 1, UP + UP_ANSWERED + UP);

        assertThat(journal().last("up").orElseThrow().answered()).isFalse();
    }

    @Test
    void an_act_has_its_own_end_and_not_that_of_the_act_before_it() {
        run("a", 1, ORDERED + UNANSWERED + UP + UP_ANSWERED);

        assertThat(journal().last("up").orElseThrow().answered()).isTrue();
    }

    @Test
    void an_act_has_no_end_of_another_act_that_follows_it() {
        run("a", 1, ORDERED + UP + UP_ANSWERED);

        assertThat(unfinished().orElseThrow().order().answered()).isFalse();
    }

    @Test
    void another_act_after_a_step_that_passed_takes_nothing_from_it() {
        run("a", 1, ORDERED + ANSWERED + passed("3.F") + UP + UP_ANSWERED);

        assertThat(journal().passedSince("installer install 3 member_ids 1_1", "3.F"))
                .isTrue();
    }

    @Test
    void an_end_of_an_act_after_a_step_that_passed_takes_nothing_from_it() {
        run("a", 1, ORDERED + passed("3.F") + ANSWERED);

        assertThat(journal().passedSince("installer install 3 member_ids 1_1", "3.F"))
                .isTrue();
    }

    @Test
    void a_run_that_is_to_be_forgotten_is_forgotten_itself() {
        run("a", 1, "");
        run("b", 2, ORDERED);

        assertThat(Journal.read(reports, "north-gate", Fact.TargetKind.REAL, Optional.of("b"))
                        .unfinishedInstallation(ChassisId.CHASSIS1))
                .isEmpty();
    }

    @Test
    void the_journal_of_a_group_made_anew_has_its_leases_and_numbers_and_no_act() {
        run("a", 4, lease("Ada@jump/one") + ORDERED);

        Journal anew = journal().begunAnew();

        assertThat(anew.unfinishedInstallation(ChassisId.CHASSIS1)).isEmpty();
        assertThat(anew.highest()).isEqualTo(4);
        assertThat(anew.held("Ada@jump/one")).isTrue();
    }

    @Test
    void what_is_handed_over_is_read_as_it_was() {
        run("2026-11-22T020000Z-north-gate-chassisA", 5, ORDERED + UNANSWERED);
        run("2026-11-22T030000Z-north-gate-chassisA", 6, UP + UP_ANSWERED + passed("3.J"));
        Journal.Sent order = unfinished().orElseThrow().order();
        Path elsewhere = reports.resolve("elsewhere");

        journal().write(elsewhere, begun());

        Journal again = Journal.read(elsewhere, "north-gate", Fact.TargetKind.REAL, Optional.empty());
        assertThat(again.unfinishedInstallation(ChassisId.CHASSIS1)
                        .orElseThrow()
                        .order())
                .isEqualTo(order);
        assertThat(again.lastAfter(order, "up")).isEqualTo(journal().lastAfter(order, "up"));
        assertThat(again.passedSince("up", "3.J")).isTrue();
        assertThat(again.highest()).isEqualTo(6);
    }

    private static Fact.RunStarted begun() {
        return (Fact.RunStarted)
                HistoryFile.parsed("""
                        {"before":"%s","fact":"RunStarted","nanos":0,"at":"2026-11-22T02:00:00Z","group":"north-gate","target":"REAL","number":1,"about":[]}
                        """.formatted("0".repeat(64)).strip()).fact();
    }

    private String handedOver(Journal journal) throws IOException {
        journal.write(reports.resolve("elsewhere"), begun());
        return Files.readString(reports.resolve("elsewhere/a/history.jsonl"));
    }

    private static final String CONCLUDED = """
            {"fact":"StepFinished","at":"2026-11-22T03:00:00Z","id":"3.J","title":"","outcome":"failed","measurements":[{"name":"state","expected":"UP","actual":"READY","asExpected":false}],"notes":["a remark of harbour-light-7"],"why":"1_02 READY","took":"PT1S"}
            """;

    @Test
    void what_is_handed_over_can_be_without_what_was_concluded() throws IOException {
        run("a", 1, ORDERED + CONCLUDED);

        assertThat(handedOver(journal().withoutConclusions()))
                .contains("\"id\":\"3.J\"", "\"outcome\":\"failed\"", "\"kind\":\"install\"")
                .doesNotContain("READY", "a remark");
    }

    @Test
    void what_is_handed_over_can_be_without_secrets() throws IOException {
        run("a", 1, ORDERED + CONCLUDED);
        Redaction redaction = new Redaction();
        redaction.keep(Secret.of("harbour-light-7"));

        Journal without = journal().without(redaction);

        assertThat(handedOver(without))
                .contains("a remark of (secret)", "1_02 READY")
                .doesNotContain("harbour-light-7");
        assertThat(without.unfinishedInstallation(ChassisId.CHASSIS1)).isEqualTo(unfinished());
        assertThat(without.unsettled("3.J")).contains("a");
    }

    @Test
    void a_history_whose_first_character_was_lost_stops_everything() throws IOException {
        Files.writeString(
                Files.createDirectories(reports.resolve("2026-11-22T020000Z-north-gate-chassisA"))
                        .resolve("history.jsonl"),
                "\u0000\"before\":\"0000");

        assertForAPerson("history.jsonl cannot be read: it has no first line");
    }
}
