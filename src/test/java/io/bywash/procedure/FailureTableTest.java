package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Finding;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of situations, with every view of the group and every fate of the last act; no page contradicts itself. */
class FailureTableTest {
    private static final String DOWN_1 = "asg chassis_admin -c 1 down";
    private static final String EXPERT = "[Expert@north-gate-ch02-01:0]#";
    private static final List<Outcome> TROUBLES =
            List.of(Outcome.FAILED, Outcome.BROKEN, Outcome.REFUSED, Outcome.NOT_PROVEN);

    /** When the look was taken that the page shows. */
    enum Look {
        /** After the stop, and long after the act. */
        SETTLED,
        /** After the stop, seconds after the act. */
        YOUNG,
        /** Before the act. */
        STALE,
        NONE
    }

    /** What was sent in the step, and what is known of it. */
    enum Sent {
        NOTHING,
        ANSWERED,
        DENIED,
        UNANSWERED
    }

    /** One cell of the table. */
    record Case(
            String step,
            Outcome outcome,
            Remedy remedy,
            Sent sent,
            Look look,
            String role1,
            String role2,
            boolean whole) {
        String page() {
            boolean young = look == Look.YOUNG;
            Story story = Story.on(2)
                    .begins("part 3")
                    .reads("no take installed", "no take installed")
                    .begins(step)
                    .later(young ? Duration.ofSeconds(215) : Duration.ZERO);
            if (sent != Sent.NOTHING) {
                boolean answered = sent != Sent.UNANSWERED;
                story.acts(Phrase.CHASSIS_DOWN, "chassis1", EXPERT, DOWN_1, "", answered ? EXPERT : "Unanswered: cut");
            }
            Finding finding = Finding.about(remedy, subject(), "");
            Trouble trouble = Story.trouble(
                    step,
                    "words",
                    outcome,
                    "what was expected",
                    "what was seen",
                    sent == Sent.DENIED ? finding.with(Finding.OfTheAct.DENIED) : finding);
            return story.page(trouble, now());
        }

        private StateNow now() {
            String screen = Story.screen(
                    role1, role2, List.of("UP", "UP"), whole ? List.of("UP", "UP") : List.of("UP", "LOST"));
            return switch (look) {
                case SETTLED, YOUNG -> StateNow.read(Story.status(screen, Story.TROUBLE.plusSeconds(2)));
                case STALE ->
                    new StateNow(
                            Optional.of(Story.status(screen, Instant.parse("2026-11-22T02:00:00Z"))),
                            Story.TROUBLE,
                            "nobody answers now");
                case NONE -> new StateNow(Optional.empty(), Story.TROUBLE, "nobody answers now");
            };
        }

        private String subject() {
            return switch (remedy) {
                case EARLIER_PART -> "@imageCloning";
                case AFRESH -> "2026-11-21T010000Z-north-gate-chassisA";
                default -> "";
            };
        }

        boolean bothActive() {
            return look != Look.NONE && role1.equals("ACTIVE") && role2.equals("ACTIVE");
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String step : List.of("3.C", "3.H", "4.C", "part 3")) {
            for (Outcome outcome : TROUBLES) {
                for (Remedy remedy : Remedy.values()) {
                    for (Sent sent : Sent.values()) {
                        for (Look look : Look.values()) {
                            for (String role1 : List.of("ACTIVE", "STANDBY", "DOWN")) {
                                for (String role2 : List.of("ACTIVE", "STANDBY", "DOWN")) {
                                    for (boolean whole : List.of(true, false)) {
                                        cases.add(new Case(step, outcome, remedy, sent, look, role1, role2, whole));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return cases.stream();
    }

    private static String words(String page) {
        return String.join(" ", page.lines().map(String::strip).toList());
    }

    private static String next(String page) {
        return page.substring(page.indexOf("next "), page.indexOf("resume "));
    }

    @Test
    @Tag("every-case")
    void no_page_contradicts_itself_or_the_facts() {
        assertThat(cases().filter(one -> !contradictions(one).isEmpty())
                        .limit(3)
                        .map(one -> one + "\n" + contradictions(one) + "\n" + one.page()))
                .isEmpty();
    }

    /** The sentences of a page that are not so, or that say the opposite of each other. */
    private static List<String> contradictions(Case one) {
        String page = words(one.page());
        String next = next(page);
        List<String> found = new ArrayList<>();
        boolean again = next.contains("Give the command below now");
        if (again && next.matches(".*(?:Find out why|before anything is sent|[Ss]end nothing|put right).*")) {
            found.add("give it now, and do not");
        }
        if (one.bothActive() && page.matches(".*(?:it carries|carried (?:on|when)).*")) {
            found.add("one carries, and both are ACTIVE");
        }
        if (page.contains("not answered") && one.sent() != Sent.UNANSWERED) {
            found.add("not answered, and it was");
        }
        if (page.contains("Nothing was sent") && one.sent() != Sent.NOTHING && one.remedy() != Remedy.ANOTHER_RUN) {
            found.add("nothing was sent, and something was");
        }
        if (page.contains("may be at work") && page.contains("effect was seen")) {
            found.add("at work, and its effect was seen");
        }
        boolean settled = one.look() == Look.SETTLED || one.look() == Look.YOUNG && one.sent() == Sent.NOTHING;
        if (page.matches(".*\\bNOW\\b.*") && !settled) {
            found.add("an act is urged on a look that supports none");
        }
        if (page.contains("cannot carry")) {
            found.add("nobody knows whether a chassis cannot carry");
        }
        if (one.remedy() == Remedy.ANOTHER_RUN && page.matches(".*chassis_admin -c \\d (?:up|down) ?\\(.*")) {
            found.add("ask there, and do it here");
        }
        return found;
    }

    @Test
    void every_row_is_reached_and_none_is_missing() {
        Set<Situation> reached = EnumSet.noneOf(Situation.class);
        for (Outcome outcome : TROUBLES) {
            for (Remedy remedy : Remedy.values()) {
                for (Fate fate : Fate.values()) {
                    for (boolean letIn : List.of(true, false)) {
                        reached.add(Situation.of(new Situation.End(outcome, remedy, letIn, fate)));
                    }
                }
            }
        }
        assertThat(reached).containsExactly(Situation.values());
    }

    static Stream<Look> looksThatSupportNothing() {
        return Stream.of(Look.YOUNG, Look.STALE, Look.NONE);
    }

    @ParameterizedTest
    @MethodSource("looksThatSupportNothing")
    void what_is_read_first_and_what_it_means_stands_before_any_command_that_changes(Look look) {
        Case one = new Case("4.C", Outcome.BROKEN, Remedy.HOST_KEY, Sent.UNANSWERED, look, "STANDBY", "STANDBY", true);
        String page = words(one.page());
        String beforeTheFirst = page.substring(0, page.indexOf("asg chassis_admin -c 1 up"));

        assertThat(beforeTheFirst)
                .contains("so nothing is changed yet. Read asg stat -v first, two times 1 min 30 s apart.")
                .contains("chassis1 DOWN and chassis2 ACTIVE: it worked.")
                .contains("chassis1 not DOWN: it had no effect.")
                .contains("Neither ACTIVE both times:");
    }

    @Test
    void two_chassis_that_are_shown_active_are_both_left_alone() {
        Case one =
                new Case("4.C", Outcome.FAILED, Remedy.UNKNOWN, Sent.ANSWERED, Look.SETTLED, "ACTIVE", "ACTIVE", true);

        assertThat(words(one.page()))
                .contains("Both chassis are shown ACTIVE: change nothing on either.")
                .doesNotContain("Leave chassis");
    }

    @Test
    void an_act_that_the_device_denied_is_not_said_to_be_unanswered() {
        Case one =
                new Case("3.C", Outcome.FAILED, Remedy.UNKNOWN, Sent.DENIED, Look.SETTLED, "STANDBY", "ACTIVE", true);

        assertThat(words(one.page())).contains("was answered, and not carried out as it was meant.");
    }

    @Test
    void an_act_whose_effect_is_seen_is_not_said_to_be_at_work() {
        Case one =
                new Case("3.C", Outcome.BROKEN, Remedy.UNKNOWN, Sent.UNANSWERED, Look.SETTLED, "DOWN", "ACTIVE", true);

        assertThat(words(one.page()))
                .contains("'asg chassis_admin -c 1 down' was not answered, and its effect was seen.")
                .contains("Give the command below now");
    }

    @Test
    void a_run_beside_another_one_advises_nothing_on_the_group() {
        Case one = new Case(
                "part 3", Outcome.REFUSED, Remedy.ANOTHER_RUN, Sent.NOTHING, Look.SETTLED, "DOWN", "ACTIVE", true);

        assertThat(words(one.page()))
                .contains("When that run has ended, give the command below.")
                .contains("Nothing is taken back from here")
                .doesNotContain("asg chassis_admin");
    }

    @Test
    void the_decision_not_to_resume_is_in_the_command_that_is_shown() {
        Case one =
                new Case("part 3", Outcome.REFUSED, Remedy.AFRESH, Sent.NOTHING, Look.SETTLED, "DOWN", "ACTIVE", true);

        assertThat(one.page()).contains("-Dbywash.afresh=2026-11-21T010000Z-north-gate-chassisA");
    }

    @Test
    void the_earlier_part_is_named_and_its_command_is_shown() {
        Case one = new Case(
                "part 3", Outcome.REFUSED, Remedy.EARLIER_PART, Sent.NOTHING, Look.SETTLED, "STANDBY", "ACTIVE", true);

        assertThat(words(one.page()))
                .contains("Run part 2 (@imageCloning) first. The command below runs that part")
                .contains("-Dcucumber.filter.tags=@imageCloning");
    }

    @Test
    void the_key_of_a_host_and_the_line_that_makes_it_known_are_whole() {
        String key = "203.0.113.9 ssh-rsa " + "AAAAB3NzaC1yc2E".repeat(30);
        Finding finding = Finding.of(Remedy.HOST_KEY, "Compare it.")
                .toCopy(List.of("now is ssh-rsa SHA256:mVPnTF8Jw3bQmVPnTF8Jw3bQmVPnTF8Jw3bQmVPnTF8", key));
        String page = Story.on(2)
                .begins("4.C")
                .page(
                        Story.trouble("4.C", "words", Outcome.BROKEN, "a known key", "The key is not known.", finding),
                        new StateNow(Optional.empty(), Story.TROUBLE, "not tried again"));

        assertThat(page.lines()).contains("now is ssh-rsa SHA256:mVPnTF8Jw3bQmVPnTF8Jw3bQmVPnTF8Jw3bQmVPnTF8", key);
    }

    @Test
    void the_table_in_the_documentation_is_this_one() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/failure-page.md")))
                .contains(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        table.append("| situation | next | resume | rollback |\n| --- | --- | --- | --- |\n");
        for (Situation row : Situation.values()) {
            table.append("| %s | %s | %s | %s |%n"
                    .formatted(row, row.next(), row.resume().sentence(), row.rollback(true)));
        }
        table.append("\n| what became of the last act of the step | sentence |\n| --- | --- |\n");
        for (Fate fate : Fate.values()) {
            table.append("| %s | %s |%n".formatted(fate, fate.of("LINE")));
        }
        return table.toString();
    }
}
