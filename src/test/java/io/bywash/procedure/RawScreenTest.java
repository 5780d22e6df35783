package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of what stood on the screens, the lines that decided, as they stood there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawScreenTest {
    private static final SgmId SGM = SgmId.parse("1_02");
    private static final String OF_EACH = """
            1_01:
            state is off
            1_02:
            state is pending
            and will be off
            1_03:
            state is on
            """;

    private final List<Fact> facts = new ArrayList<>();

    private void begins(String step) {
        facts.add(new Fact.StepStarted(Instant.EPOCH, step, "words"));
    }

    private void shows(String member, String command, String screen) {
        facts.add(new Fact.Exchanged(
                Instant.EPOCH, "watch", "", member, "", "the prompt>", command, screen, "", Duration.ZERO, ""));
    }

    private List<String> lines(Deciding... deciding) {
        return RawScreen.of(facts, List.of(deciding)).map(RawScreen::lines).orElse(List.of());
    }

    @Test
    void without_anything_that_decided_no_screen_is_shown() {
        shows("", "show state", OF_EACH);

        assertThat(RawScreen.of(facts, List.of())).isEmpty();
    }

    @Test
    void what_was_typed_stands_behind_its_prompt() {
        shows("", "show state", OF_EACH);

        assertThat(RawScreen.of(facts, List.of(Deciding.lines(List.of("state is on"))))
                        .map(RawScreen::typed))
                .contains("the prompt> show state");
    }

    @Test
    void a_screen_of_an_earlier_step_decided_nothing_in_this_one() {
        begins("2.D");
        shows("", "show state", "state is on");
        begins("2.E");

        assertThat(lines(Deciding.lines(List.of("state is on")))).isEmpty();
    }

    @Test
    void of_two_screens_the_later_one_counts() {
        shows("", "show state", "state is on\nfirst");
        shows("", "show state", "state is on\nsecond");

        assertThat(lines(Deciding.answer("show state", List.of()))).containsExactly("state is on", "second");
    }

    @Test
    void of_an_answer_without_lines_the_last_three_are_shown() {
        shows("", "show state", "one\ntwo\nthree\nfour");

        assertThat(lines(Deciding.answer("show state", List.of()))).containsExactly("two", "three", "four");
    }

    @Test
    void a_line_of_another_command_did_not_decide() {
        shows("", "show other", "state is on");

        assertThat(lines(Deciding.answer("show state", List.of("state is on")))).isEmpty();
    }

    @Test
    void a_line_below_the_heading_of_a_member_is_shown_with_its_name() {
        shows("", "show state", OF_EACH);

        assertThat(lines(Deciding.lines(List.of("state is pending")))).containsExactly("1_02: state is pending");
    }

    @Test
    void of_one_member_only_what_stands_below_its_own_heading_is_shown() {
        shows("", "show state", OF_EACH);

        assertThat(lines(Deciding.of(SGM, "show state")))
                .containsExactly("1_02: state is pending", "1_02: and will be off");
    }

    @Test
    void of_a_table_that_was_drawn_twice_the_last_row_of_the_member_is_shown() {
        shows("1_01", "installer install", """
                |1_01|Installing: 4%|
                |1_02|Installing: 5%|
                +----+--------------+
                |1_01|Installing: 9%|
                |1_02|Failed        |
                """);

        assertThat(lines(Deciding.of(SGM, "installer install"))).containsExactly("|1_02|Failed        |");
    }

    @Test
    void on_its_own_prompt_what_was_said_is_of_the_member() {
        shows("1_02", "cpinfo -y all", "No hotfixes..");

        assertThat(lines(Deciding.of(SGM, "cpinfo -y all"))).containsExactly("No hotfixes..");
    }

    @Test
    void on_the_prompt_of_another_member_nothing_is_of_this_one() {
        shows("1_01", "cpinfo -y all", "No hotfixes..");

        assertThat(lines(Deciding.of(SGM, "cpinfo -y all"))).isEmpty();
    }

    @Test
    void on_its_own_prompt_what_others_are_named_with_is_not_of_the_member() {
        shows("1_02", "show state", "1_01:\nstate is on");

        assertThat(lines(Deciding.of(SGM, "show state"))).isEmpty();
    }

    private static final String STATUS = """
            2 WEDGED, as a note says
            | 1 (local)    UP       UP     |
            | 2            WEDGED   UP     |
            | 12           WEDGED   UP     |
            | 2            UP       UP     |
            """;

    @Test
    void of_a_status_the_row_of_the_slot_with_the_word_is_shown() {
        shows("", "asg stat -v", STATUS);

        assertThat(lines(Deciding.status(List.of(Story.sgm(
                        Story.screen("STANDBY", "ACTIVE", List.of("UP", "WEDGED"), List.of("UP", "UP")), "1_02")))))
                .containsExactly("| 2            WEDGED   UP     |");
    }

    @Test
    void the_local_member_is_found_by_its_slot() {
        shows("", "asg stat -v", STATUS);

        assertThat(lines(Deciding.status(List.of(Look.sgm("1_01", "UP")))))
                .containsExactly("| 1 (local)    UP       UP     |");
    }

    @Test
    void all_that_decided_on_one_screen_is_shown_once_and_in_order() {
        shows("", "show state", OF_EACH);

        assertThat(lines(
                        Deciding.lines(List.of("state is on")),
                        Deciding.lines(List.of("state is off")),
                        Deciding.lines(List.of("state is on"))))
                .containsExactly("1_03: state is on", "1_01: state is off");
    }

    @Test
    void what_stands_nowhere_gives_way_to_what_stands_somewhere() {
        shows("", "show state", OF_EACH);

        assertThat(lines(Deciding.lines(List.of("state is lost")), Deciding.lines(List.of("state is on"))))
                .containsExactly("1_03: state is on");
    }

    @Test
    void rules_of_a_table_say_nothing() {
        shows("", "show state", "state is on\n+----+----+\n|    |    |\n");

        assertThat(lines(Deciding.answer("show state", List.of()))).containsExactly("state is on");
    }
}
