package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.ExpectedTimes;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {
    private static final String NONE = "no take installed";
    private static final String GREEN = "<div class=\"verdict passed\">";

    @TempDir
    private Path reports;

    private String page(WrittenRun run) {
        return Summary.html(run.read(reports), ReportContext.NONE);
    }

    /** The words of a page, without its elements. */
    private static String words(String page) {
        return page.substring(page.indexOf("<body>"))
                .replaceAll("<svg.*?</svg>", "")
                .replaceAll("</?(?:b|i|span|code|small|a)\\b[^>]*>", "")
                .replaceAll("<[^>]+>", "|")
                .replaceAll("\\s*+\\|[|\\s]*+", "|")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }

    private static WrittenRun passed() {
        return new WrittenRun(2)
                .look(true)
                .takes(ChassisId.CHASSIS1, NONE, NONE)
                .takes(ChassisId.CHASSIS2, NONE, NONE)
                .passesPart3()
                .takes(ChassisId.CHASSIS1, "Take 110", "Take 110")
                .look(true)
                .finishes(Outcome.PASSED, new Fact.Rule("one chassis carries", "holds", "2 times"));
    }

    @Test
    void the_title_says_whether_it_was_real_and_how_it_ended() {
        assertThat(page(passed())).contains("<title>REAL run on Security Group north-gate, Take 110: PASSED</title>");
    }

    @Test
    void a_simulated_run_says_so_in_its_title() {
        assertThat(page(passed().simulated(480))).contains("<title>SIMULATED run on Security Group north-gate");
    }

    @Test
    void a_run_that_passed_is_told_in_plain_words() {
        assertThat(words(page(passed())))
                .contains(
                        "The hotfix Take 110 was installed on chassis1 (\"A\"); 2 of its 2 firewall blades (SGMs) show it in two independent ways. Whenever it was looked at, a whole chassis carried the traffic: in 2 of 2 looks.");
    }

    @Test
    void looks_at_which_nobody_carried_are_told() {
        assertThat(words(page(passed().look(false))))
                .contains("A whole chassis was seen to carry the traffic in 2 of 3 looks, and not in the other 1.");
    }

    @Test
    void a_run_that_failed_says_where_it_stopped_and_what_that_means() {
        String page = words(page(new WrittenRun(2)
                .passes("part 3", WrittenRun.PART)
                .begins("3.A", "[3.A] I connect")
                .ends("3.A", "[3.A] I connect", Outcome.FAILED, Duration.ofSeconds(2))
                .finishes(Outcome.FAILED)));

        assertThat(page)
                .contains(
                        "The work stopped at step 3.A, \"I connect\", which is failed: the group did what the procedure does not allow. 0 of the 4 steps had passed, and nothing that changes the group was sent.")
                .contains("Whether the traffic was carried is not known: this run did not look.");
    }

    @Test
    void a_run_without_an_end_is_incomplete_and_not_green() {
        String page = page(passed().look(true));

        assertThat(page).contains("INCOMPLETE").doesNotContain(GREEN);
    }

    @Test
    void no_beginning_of_a_run_is_green() throws IOException {
        Path run = passed().in(reports);
        List<String> lines = Files.readAllLines(run.resolve(HistoryFile.NAME));
        for (int kept = 0; kept < lines.size(); kept++) {
            String half = lines.get(kept).substring(0, lines.get(kept).length() / 2);
            Files.writeString(
                    run.resolve(HistoryFile.NAME),
                    String.join(
                                    "",
                                    lines.subList(0, kept).stream()
                                            .map(line -> line + "\n")
                                            .toList())
                            + half);
            assertThat(Summary.html(HistoryFile.read(run), ReportContext.NONE))
                    .contains("INCOMPLETE")
                    .doesNotContain(GREEN);
            assertThat(RunsPage.html(KeptRun.all(reports)))
                    .contains("INCOMPLETE")
                    .doesNotContain("PASSED");
        }
    }

    @Test
    void a_history_that_was_changed_is_not_green() throws IOException {
        Path run = passed().in(reports);
        Path history = run.resolve(HistoryFile.NAME);
        Files.writeString(history, Files.readString(history).replaceFirst("no take installed", "Take 110"));

        assertThat(Summary.html(HistoryFile.read(run), ReportContext.NONE))
                .contains("somebody has changed the file since it was written")
                .doesNotContain(GREEN);
    }

    @Test
    void a_run_that_says_it_passed_without_a_step_is_not_green() {
        assertThat(page(new WrittenRun(2).passes("part 3", WrittenRun.PART).finishes(Outcome.PASSED)))
                .contains("no proof is kept of [3.A, 3.F, 3.K]")
                .doesNotContain(GREEN);
    }

    @Test
    void a_run_that_says_it_passed_against_a_rule_is_not_green() {
        assertThat(page(new WrittenRun(2)
                        .passesPart3()
                        .finishes(Outcome.PASSED, new Fact.Rule("one chassis carries", "violated", "at 22:15"))))
                .doesNotContain(GREEN);
    }

    @Test
    void a_part_that_was_already_done_is_no_hole() {
        assertThat(page(new WrittenRun(2)
                        .passes("part 3", WrittenRun.PART)
                        .fact(new Fact.StagePassedOver(WrittenRun.START, "@chassisA", "every SGM has it"))
                        .finishes(Outcome.PASSED)))
                .contains(GREEN)
                .contains("Already done: every SGM has it.");
    }

    @Test
    void each_step_has_its_time_and_each_part_that_was_not_run_says_why() {
        assertThat(words(page(passed())))
                .contains("|3.A|I connect|4 min|")
                .contains("|4. Fail over|took|not run: this part was not selected|4.C|I fail over|not run|");
    }

    @Test
    void the_steps_behind_a_trouble_say_why_they_were_not_run() {
        assertThat(words(page(new WrittenRun(2)
                        .begins("3.A", "[3.A] I connect")
                        .ends("3.A", "[3.A] I connect", Outcome.REFUSED, Duration.ofSeconds(2))
                        .finishes(Outcome.REFUSED))))
                .contains("not run: the run ended at step 3.A, which is refused|")
                .contains("|3.A|I connect|refused 2 s|")
                .contains("|3.F|I install|not run|");
    }

    @Test
    void a_step_that_began_and_did_not_end_says_so() {
        assertThat(words(page(new WrittenRun(2).begins("3.F", "[3.F] I install"))))
                .contains("|3.F|I install|no end|");
    }

    @Test
    void a_simulated_run_is_told_in_time_of_the_device() {
        assertThat(words(page(passed().simulated(60)))).contains("|3.A|I connect|4 h 0 min|");
    }

    @Test
    void what_a_step_usually_takes_is_shown_after_three_runs() {
        List<KeptRun> earlier = List.of(
                KeptRun.read(passed().number(1).in(reports)),
                KeptRun.read(passed().number(2).in(reports)),
                KeptRun.read(passed().number(3).in(reports)));
        WrittenRun run = passed().number(4);

        assertThat(words(Summary.html(
                        run.read(reports),
                        new ReportContext(Optional.empty(), ExpectedTimes.of(run.started(), earlier)))))
                .contains("|took|usually|")
                .contains("|3.A|I connect|4 min|4 min|");
    }

    @Test
    void an_sgm_that_was_not_asked_is_not_blank() {
        assertThat(words(page(new WrittenRun(1).look(true).finishes(Outcome.BROKEN))))
                .contains("|1_01|ACTIVE|not read in this run|not read in this run|");
    }

    @Test
    void a_take_that_was_read_before_an_order_is_not_told_as_what_is_there_now() {
        assertThat(words(page(new WrittenRun(1)
                        .look(true)
                        .takes(ChassisId.CHASSIS1, NONE, NONE)
                        .ordersInstallation(ChassisId.CHASSIS1, Fact.ActEnd.UNANSWERED)
                        .finishes(Outcome.NOT_PROVEN))))
                .contains("|1_01|ACTIVE|not read since the order|not read since the order|")
                .contains("|take after|not read since the installation was ordered (1 of 2 SGMs)");
    }

    @Test
    void an_order_that_was_never_sent_changes_nothing_of_what_was_read() {
        assertThat(words(page(new WrittenRun(1)
                        .look(true)
                        .takes(ChassisId.CHASSIS1, NONE, NONE)
                        .ordersInstallation(ChassisId.CHASSIS1, Fact.ActEnd.NOT_SENT)
                        .finishes(Outcome.NOT_PROVEN))))
                .contains("|1_01|ACTIVE|no take|no take|");
    }

    @Test
    void two_ways_that_differ_are_both_shown() {
        assertThat(words(page(new WrittenRun(1)
                        .look(true)
                        .takes(ChassisId.CHASSIS1, "Take 110", NONE)
                        .takes(ChassisId.CHASSIS1, "Take 110", NONE)
                        .finishes(Outcome.FAILED))))
                .contains("|1_01|ACTIVE|Take 110|no take|")
                .contains("Take 110 by installer but no take installed by cpinfo (1 of 2 SGMs)")
                .contains("is seen in two independent ways on 0 of the 2 blades (SGMs); of 1 it is not known");
    }

    @Test
    void where_the_release_has_one_way_only_that_is_said() {
        String noList = "no such list on this release";
        String page = words(page(new WrittenRun(2)
                .release("R76SP")
                .look(true)
                .takes(ChassisId.CHASSIS1, noList, NONE)
                .takes(ChassisId.CHASSIS2, noList, NONE)
                .passesPart3()
                .takes(ChassisId.CHASSIS1, noList, "Take 110")
                .finishes(Outcome.PASSED)));

        assertThat(page)
                .contains(
                        "2 of its 2 firewall blades (SGMs) show it in one way (cpinfo; R76SP has no second one).",
                        "cpinfo, which is the only way here, shows Take 110")
                .doesNotContain("two independent ways", "both ways");
    }

    @Test
    void one_way_is_not_enough_where_there_are_two() {
        String page = words(page(new WrittenRun(2)
                .look(true)
                .takes(ChassisId.CHASSIS1, NONE, NONE)
                .passesPart3()
                .takes(ChassisId.CHASSIS1, "no such list on this release", "Take 110")
                .finishes(Outcome.PASSED)));

        assertThat(page).contains("0 of its 2 firewall blades (SGMs) show it in two independent ways.");
    }

    @Test
    void an_sgm_that_was_seen_to_reboot_says_when() {
        assertThat(words(page(new WrittenRun(1)
                        .look(true)
                        .begins("3.H", "[3.H] x")
                        .ends(
                                "3.H",
                                "[3.H] x",
                                Outcome.PASSED,
                                Duration.ZERO,
                                new Measurement("boot of 1_01", "after 2026", "2026-03-01T23:01:30Z", true)))))
                .contains("|1_01|ACTIVE|not read in this run|1 Mar 23:01:30|");
    }

    @Test
    void an_sgm_that_did_not_reboot_is_not_said_to_have_done_so() {
        Instant boot = Instant.parse("2026-02-01T10:00:00Z");
        WrittenRun run = new WrittenRun(1)
                .look(true)
                .fact(new Fact.BootsSeen(
                        WrittenRun.START, "chassis1", new TreeMap<>(Map.of(SgmId.parse("1_01"), boot))))
                .begins("3.H", "[3.H] x")
                .ends(
                        "3.H",
                        "[3.H] x",
                        Outcome.FAILED,
                        Duration.ZERO,
                        new Measurement("boot of 1_01", "after " + boot, boot.toString(), false));

        assertThat(words(page(run))).contains("|no; up since 1 Feb 10:00|");
    }

    @Test
    void differences_that_sgms_share_are_told_once_and_wrong_ones_first() {
        Fact.SnapshotsCompared compared = new Fact.SnapshotsCompared(
                WrittenRun.START,
                "@chassisA",
                List.of(
                        new Fact.Difference("1_01 take", "none", "Take 110", "must change", true, ""),
                        new Fact.Difference("1_02 take", "none", "Take 110", "must change", true, ""),
                        new Fact.Difference("policy", "mon", "", "must equal", false, "it is gone")));

        assertThat(words(page(passed().fact(compared))))
                .containsSubsequence(
                        "|chassisA|policy|mon|not there|must equal: it is gone|",
                        "chassisA|take on 1_01, 1_02|none|Take 110|must change|");
    }

    @Test
    void a_run_that_was_not_compared_says_so() {
        assertThat(words(page(passed()))).contains("The group before and after was not compared in this run.");
    }

    @Test
    void a_rule_that_is_not_known_is_told_as_that() {
        assertThat(words(page(
                        new WrittenRun(1).finishes(Outcome.FAILED, new Fact.Rule("no hang", "unknown", "not seen")))))
                .contains("|no hang: not known, not seen|");
    }

    @Test
    void what_was_not_checked_stands_in_the_first_words() {
        String page = page(new WrittenRun(1)
                .fact(new Fact.NotChecked(
                        WrittenRun.START, "before the fail-over, that every tap is open", "no such tap"))
                .finishes(Outcome.PASSED));

        assertThat(page).contains("Not checked: before the fail-over, that every tap is open (no such tap).");
    }

    @Test
    void what_was_allowed_and_what_was_out_of_the_ordinary_is_told() {
        assertThat(words(page(passed().option("bywash.afresh", "2026-03-01T220000Z-north-gate-chassisA")
                        .about("inferred wording in use: chassisDown: \"asg\" (I 70 %)")
                        .fact(new Fact.Noted(WrittenRun.START, "Lease x is on the SGMs until this run ends (/x)."))
                        .fact(new Fact.Noted(WrittenRun.START, "The configuration lock was taken over."))
                        .fact(new Fact.LineFailed(WrittenRun.START, "watch", Fact.LineTrouble.LOST, "gone")))))
                .contains("Confirmed by typing the name of the group: -Dbywash.confirm=north-gate.")
                .contains("-Dbywash.afresh=2026-03-01T220000Z-north-gate-chassisA.")
                .contains("The configuration lock was taken over.")
                .contains("Lines that could not be opened, or died: watch (LOST), 1 time.")
                .contains("1 wordings in use are inferred, not documented: chassisDown.")
                .doesNotContain("Lease x");
    }

    @Test
    void a_script_in_the_name_of_an_operator_is_shown_and_does_nothing() {
        assertThat(page(passed().operator("<script>alert(1)</script>", "</style><img src=x onerror=x>")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<img");
    }

    @Test
    void the_ticket_is_a_link_where_the_site_says_where_its_page_is() {
        assertThat(page(passed().ticket("CHG 1/2", "https://changes.example.org/{}")))
                .contains("<a href=\"https://changes.example.org/CHG%201%2F2\">CHG 1/2</a>");
    }

    @Test
    void the_head_of_the_history_stands_at_the_foot() {
        HistoryFile history = passed().read(reports);

        assertThat(Summary.html(history, ReportContext.NONE)).contains("<code>" + history.head() + "</code>");
    }

    @Test
    void a_history_without_a_beginning_is_told_as_that() {
        assertThat(Summary.html(new HistoryFile(List.of(), false), ReportContext.NONE))
                .contains("INCOMPLETE")
                .contains("nothing is known of it");
    }

    @Test
    void the_picture_of_the_run_stands_in_the_page() {
        assertThat(Summary.html(
                        passed().read(reports),
                        new ReportContext(Optional.of("<svg id=\"timeline\"></svg>"), ExpectedTimes.NONE)))
                .contains("<figure><svg id=\"timeline\"></svg></figure>");
    }
}
