package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out where the page is full, and which command stands on it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomOnThePageTest {
    private static final String FIRST = "x".repeat(60) + ".";
    private static final String AND_THEN = "Then look at the whole group again.";

    @Test
    void sentences_that_fit_are_all_there() {
        String last = "y".repeat(37) + ".";

        assertThat(FailurePage.whole(List.of(FIRST, last), 1)).containsExactly(FIRST + " " + last);
    }

    @Test
    void a_last_sentence_that_does_not_fit_gives_way_to_a_look_at_the_group() {
        String last = "y".repeat(38) + ".";

        assertThat(FailurePage.whole(List.of(FIRST, last), 1)).containsExactly(FIRST + " " + AND_THEN);
    }

    @Test
    void a_sentence_in_the_midst_has_to_leave_room_for_the_look_at_the_group() {
        String second = "y".repeat(37) + ".";

        assertThat(FailurePage.whole(List.of(FIRST, second, "z."), 1)).containsExactly(FIRST + " " + AND_THEN);
    }

    @Test
    void a_sentence_in_the_midst_that_leaves_room_for_it_is_there() {
        assertThat(FailurePage.whole(List.of("x.", "y.", "z".repeat(99) + "."), 1))
                .containsExactly("x. y. " + AND_THEN);
    }

    @Test
    void a_first_sentence_that_does_not_fit_gives_way_to_what_stands_above_it() {
        assertThat(FailurePage.whole(List.of("x ".repeat(80) + ".", "y."), 1))
                .containsExactly("First what stands under next; then look at the whole group again.");
    }

    /** A page with both chassis half installed, a long paragraph, three lines that decided, and so much advice. */
    private static List<String> page(int linesOfAdvice) {
        Story story = Story.on(2)
                .begins("part 3")
                .begins("3.F")
                .acts(
                        Phrase.INSTALL,
                        "chassis1",
                        "[Global] north-gate-ch01-01>",
                        "installer install 3 member_ids 1_1-1_2",
                        "one\ntwo\nthree\nfour",
                        "[Global] north-gate-ch01-01>")
                .acts(
                        Phrase.INSTALL,
                        "chassis2",
                        "[Global] north-gate-ch01-01>",
                        "installer install 3 member_ids 2_1-2_2",
                        "one\ntwo\nthree\nfour",
                        "[Global] north-gate-ch01-01>");
        Finding finding = Finding.of(Remedy.ON_THE_GROUP, ("a".repeat(99) + " ").repeat(linesOfAdvice))
                .with(List.of(Deciding.answer("installer install 3 member_ids 2_1-2_2", List.of())));
        return story.page(
                        Story.trouble("3.F", "words", Outcome.FAILED, "expected", "seen ".repeat(400), finding),
                        Story.screen("DOWN", "DOWN", List.of("DOWN", "DOWN"), List.of("DOWN", "DOWN")))
                .lines()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 8, 12, 30})
    void a_page_that_has_more_to_say_than_it_may_is_full_to_its_last_line(int linesOfAdvice) {
        assertThat(page(linesOfAdvice)).hasSize(25);
    }

    private static FailurePage selecting(Stage... stages) {
        return new FailurePage(Story.on(2).assignment(), Story.DIALECT, Arrays.asList(stages), Set.of());
    }

    private static Trouble trouble(String place, Finding finding) {
        return Story.trouble(place, "words", Outcome.FAILED, "expected", "seen", finding);
    }

    private static final String COMMAND = "mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml";

    @Test
    void a_run_through_all_parts_goes_on_with_all_parts() {
        assertThat(selecting(Stage.values()).goOn(trouble("3.C", Finding.NONE), List.of()))
                .isEqualTo(COMMAND);
    }

    @Test
    void a_run_through_all_parts_that_lacks_an_earlier_one_goes_on_with_that() {
        Finding finding = Finding.about(Remedy.EARLIER_PART, "@imageCloning", "");

        assertThat(selecting(Stage.values()).goOn(trouble("3.C", finding), List.of()))
                .isEqualTo(COMMAND + " -Dcucumber.filter.tags=@imageCloning");
    }

    @Test
    void a_run_through_some_parts_goes_on_with_the_part_of_the_step() {
        assertThat(selecting(Stage.CHASSIS_A, Stage.FAILOVER).goOn(trouble("4.B", Finding.NONE), List.of()))
                .isEqualTo(COMMAND + " -Dcucumber.filter.tags=@failover");
    }

    private static Fact begun(String step) {
        return new Fact.StepStarted(Story.TROUBLE, step, "words");
    }

    @Test
    void a_trouble_at_no_step_is_one_of_the_part_that_was_begun_last() {
        assertThat(selecting(Stage.CHASSIS_A, Stage.FAILOVER, Stage.CHASSIS_B)
                        .goOn(trouble("the binding", Finding.NONE), List.of(begun("3.A"), begun("4.A"))))
                .isEqualTo(COMMAND + " -Dcucumber.filter.tags=@failover");
    }

    @Test
    void a_trouble_before_the_first_step_is_one_of_the_first_part() {
        assertThat(selecting(Stage.CHASSIS_A, Stage.FAILOVER).goOn(trouble("the binding", Finding.NONE), List.of()))
                .isEqualTo(COMMAND + " -Dcucumber.filter.tags=@chassisA");
    }
}
