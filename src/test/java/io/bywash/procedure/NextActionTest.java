package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is advised to do next, sentence by sentence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NextActionTest {
    private static final GroupStatus WHOLE = Look.at("STANDBY: UP UP", "ACTIVE: UP UP");
    private static final String AGAIN =
            "When that is put right, give the command below: it reads the group first, and repeats nothing that took effect.";

    private final List<Fact> facts = new ArrayList<>();
    private Dialect dialect = Story.DIALECT;
    private String place = "3.C";
    private Outcome outcome = Outcome.FAILED;
    private Finding finding = Finding.of(Remedy.UNKNOWN, "Do this.");
    private StateNow now = StateNow.read(WHOLE);
    private View view = view(View.Sight.CARRIES, "CHASSIS2");

    private static View view(View.Sight sight, String chassis) {
        return new View(
                sight,
                Optional.of(chassis).filter(word -> !word.isEmpty()).map(ChassisId::valueOf),
                Optional.empty(),
                true);
    }

    /** The group had not had the time to settle after this. */
    private void movesAfter(Phrase what, String chassis, int secondsBeforeTheLook) {
        Traces.Act act = new Traces.Act(
                "3.C",
                what.key(),
                Optional.of(ChassisId.valueOf(chassis)),
                "the line",
                Instant.EPOCH.minusSeconds(secondsBeforeTheLook),
                false);
        view = new View(view.sight(), view.chassis(), Optional.of(act), view.afterTheStop());
    }

    private void beforeTheStop() {
        view = new View(view.sight(), view.chassis(), view.moving(), false);
    }

    private void sent(String step) {
        facts.add(new Fact.ActIntended(Instant.EPOCH, step, "the line", Phrase.CHASSIS_UP.key(), "chassis1"));
    }

    private List<String> told() {
        Assignment assignment = Story.on(2).assignment();
        return new NextAction(
                        assignment,
                        dialect,
                        Story.trouble(place, "words", outcome, "expected", "seen", finding),
                        Traces.of(facts, assignment, Set.of()),
                        now,
                        view,
                        Stage.ofStep(place).orElseThrow())
                .told();
    }

    @Test
    void what_carries_comes_first_then_the_advice_then_when_to_go_on() {
        assertThat(told()).containsExactly("Leave chassis2 as it is: it carries.", "Do this.", AGAIN);
    }

    @Test
    void beside_another_run_nothing_is_said_of_the_group() {
        finding = Finding.of(Remedy.ANOTHER_RUN, "");
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(told())
                .containsExactly(
                        "Nothing is done from here while that run is at work.",
                        "When that run has ended, give the command below.");
    }

    private String ofTheGroup() {
        return told().get(0);
    }

    @Test
    void without_a_look_a_run_that_sent_nothing_says_so() {
        view = view(View.Sight.NEVER_TAKEN, "");

        assertThat(ofTheGroup()).isEqualTo("This run sent nothing that changes the group.");
    }

    @Test
    void without_a_look_a_run_that_sent_something_asks_for_one_at_once() {
        view = view(View.Sight.NEVER_TAKEN, "");
        sent("3.A");

        assertThat(ofTheGroup())
                .isEqualTo("HOW THE GROUP STANDS IS NOT KNOWN: look at both chassis at once (asg stat -v).");
    }

    @Test
    void while_both_are_active_nothing_is_changed_on_either() {
        view = view(View.Sight.BOTH_ACTIVE, "");

        assertThat(ofTheGroup())
                .isEqualTo(
                        "Both chassis are shown ACTIVE: change nothing on either. Read asg stat -v until it shows the same twice; when both stay ACTIVE, look whether they see each other (synchronisation).");
    }

    @Test
    void both_that_are_shown_active_right_after_an_act_are_read_again() {
        view = view(View.Sight.BOTH_ACTIVE, "");
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(ofTheGroup()).isEqualTo("Both chassis are shown ACTIVE.");
    }

    @Test
    void right_after_an_act_a_chassis_is_not_said_to_go_on_carrying() {
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(ofTheGroup()).isEqualTo("Leave chassis2 as it is: it carried on this look.");
    }

    @Test
    void a_look_before_the_stop_is_said_to_be_one() {
        beforeTheStop();

        assertThat(ofTheGroup()).isEqualTo("Leave chassis2 as it is: it carried when it was last seen.");
    }

    @Test
    void a_chassis_that_carries_in_part_is_left_as_it_is() {
        view = view(View.Sight.ACTIVE, "CHASSIS1");

        assertThat(ofTheGroup())
                .isEqualTo("chassis1 is ACTIVE, but not with every SGM: leave it as it is, and look at those SGMs.");
    }

    @Test
    void that_no_chassis_carries_is_said_loudly() {
        view = view(View.Sight.NONE, "");

        assertThat(ofTheGroup()).isEqualTo("NO CHASSIS IS SEEN TO CARRY: look at both at once (asg stat -v).");
    }

    @Test
    void that_no_chassis_carried_before_the_stop_is_said_as_of_then() {
        view = view(View.Sight.NONE, "");
        beforeTheStop();

        assertThat(ofTheGroup())
                .isEqualTo("NO CHASSIS WAS ACTIVE ON THE LAST LOOK: look at both at once (asg stat -v).");
    }

    private String reading() {
        return told().get(1);
    }

    @Test
    void after_a_set_down_each_reading_has_its_meaning() {
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(reading())
                .isEqualTo(
                        "The last look is 5 s younger than 'the line', whose effect may take longer, so nothing is changed yet. Read asg stat -v first, two times 1 min 30 s apart. chassis1 DOWN and chassis2 ACTIVE: it worked. chassis1 not DOWN: it had no effect. Neither ACTIVE both times: set chassis1 up (Expert mode on the SMO: asg chassis_admin -c 1 up (inferred, 70 %)).");
    }

    private void takes(String first, String second) {
        facts.add(new Fact.TableKept(
                Instant.EPOCH,
                "a table",
                List.of("SGM", "by installer", "by cpinfo"),
                List.of(List.of("1_01", first, first), List.of("1_02", second, second))));
    }

    private static final String NOT_SET_UP = "Neither ACTIVE both times: look at both on their consoles.";

    @Test
    void a_chassis_on_which_some_have_the_hotfix_is_not_set_up() {
        takes("Take 110", "no take installed");
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(reading()).endsWith(NOT_SET_UP);
    }

    @Test
    void a_chassis_on_which_it_was_ordered_is_not_set_up() {
        facts.add(new Fact.ActIntended(Instant.EPOCH, "3.F", "the line", Phrase.INSTALL.key(), "chassis1"));
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(reading()).endsWith(NOT_SET_UP);
    }

    @ParameterizedTest
    @CsvSource({"Take 110", "no take installed"})
    void a_chassis_whose_sgms_are_alike_may_be_set_up(String all) {
        takes(all, all);
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);

        assertThat(reading()).contains("Neither ACTIVE both times: set chassis1 up");
    }

    @Test
    void after_a_set_up_each_reading_has_its_meaning() {
        movesAfter(Phrase.CHASSIS_UP, "CHASSIS2", 5);

        assertThat(reading()).endsWith("chassis2 STANDBY: it worked. chassis2 DOWN: it had no effect. " + NOT_SET_UP);
    }

    @Test
    void after_an_order_to_install_sgms_that_are_away_reboot() {
        movesAfter(Phrase.INSTALL, "CHASSIS2", 5);

        assertThat(reading())
                .endsWith(
                        "SGMs of chassis2 away: they reboot, leave them. All there: each says what it has (show installer packages installed).");
    }

    @Test
    void without_CPUSE_each_says_by_cpinfo_what_it_has() {
        dialect = Dialect.of(Release.R76SP);
        movesAfter(Phrase.INSTALL, "CHASSIS2", 5);

        assertThat(reading()).endsWith("each says what it has (cpinfo -y all).");
    }

    @Test
    void a_look_that_is_older_than_the_act_is_said_to_be() {
        movesAfter(Phrase.INSTALL, "CHASSIS2", -1);

        assertThat(reading()).startsWith("The last look is older than 'the line', so nothing is changed yet.");
    }

    @Test
    void a_look_at_the_moment_of_the_act_is_not_older() {
        movesAfter(Phrase.INSTALL, "CHASSIS2", 0);

        assertThat(reading()).startsWith("The last look is 0 ms younger than 'the line', whose effect may take longer");
    }

    @Test
    void that_no_look_was_taken_after_the_act_is_said() {
        now = new StateNow(Optional.empty(), Instant.EPOCH, "no answer");
        movesAfter(Phrase.INSTALL, "CHASSIS2", 5);

        assertThat(reading()).startsWith("No look was taken after 'the line', so nothing is changed yet.");
    }

    @Test
    void a_refusal_says_that_its_step_sent_nothing() {
        outcome = Outcome.REFUSED;

        assertThat(told()).contains("Nothing was sent by this step.");
    }

    @Test
    void what_was_sent_by_another_step_is_not_of_this_one() {
        outcome = Outcome.REFUSED;
        sent("3.I");

        assertThat(told()).contains("Nothing was sent by this step.");
    }

    @Test
    void a_failure_without_an_act_does_not_say_that_nothing_was_sent() {
        assertThat(told()).doesNotContain("Nothing was sent by this step.");
    }

    @Test
    void an_act_that_was_not_answered_is_named() {
        finding = finding.with(Finding.OfTheAct.NOT_SEEN);
        sent("3.C");

        assertThat(told()).contains("'the line' was sent and not answered: it may be at work.");
    }

    @Test
    void an_earlier_part_is_named_whatever_else_is_advised() {
        finding = Finding.about(Remedy.EARLIER_PART, "@imageCloning", "Do this.");

        assertThat(told()).contains("Run part 2 (@imageCloning) first.").doesNotContain("Do this.");
    }

    private String byStep(String step) {
        place = step;
        finding = Finding.NONE;
        return told().get(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.C|This part touches no traffic.",
                "2.D|No SGM may reboot between now and part 3. gClish: show smo image auto-clone state.",
                "4.C|Read asg stat -v until it shows the same twice: which chassis carries? No other chassis is set down.",
                "3.A|Read asg stat -v.",
                "3.B|Read asg stat -v.",
                "3.C|Do not repeat the 'down' by hand; read asg stat -v until it shows the same twice.",
                "3.D|chassis1 stays DOWN; look at its SGMs on their consoles.",
                "3.E|chassis1 stays DOWN; look at its SGMs on their consoles.",
                "3.F|Do not order it by hand; read asg stat -v, and on each SGM of chassis1: show installer packages installed.",
                "5.G|chassis2 stays as it is; read asg stat -v until each SGM is back, and look at the others on their consoles.",
                "5.H|chassis2 stays as it is; read asg stat -v until each SGM is back, and look at the others on their consoles.",
                "5.I|On the SGMs of chassis2 that are not UP: cphaprob stat names the pnote.",
                "3.J|On the SGMs of chassis1 that are not UP: cphaprob stat names the pnote.",
                "3.K|There is no fail-over before this is clear; on each SGM: show installer packages installed.",
                "after 3|There is no fail-over before this is clear; on each SGM: show installer packages installed.",
            })
    void each_step_has_its_own_advice(String step, String advice) {
        assertThat(byStep(step)).isEqualTo("Find out why. " + advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.C", "4.C"})
    void while_the_group_moves_the_step_adds_no_advice(String step) {
        movesAfter(Phrase.CHASSIS_DOWN, "CHASSIS1", 5);
        place = step;
        finding = Finding.NONE;

        assertThat(told()).contains("Find out why.");
    }
}
