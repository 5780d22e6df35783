package io.bywash.verdict;

import static io.bywash.verdict.RecordedReality.A;
import static io.bywash.verdict.RecordedReality.B;
import static io.bywash.verdict.RecordedReality.TAKE;
import static io.bywash.verdict.RecordedReality.act;
import static io.bywash.verdict.RecordedReality.at;
import static io.bywash.verdict.RecordedReality.fault;
import static io.bywash.verdict.RecordedReality.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmState;
import io.bywash.verdict.ActReceived.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checkers say, and how much they looked at; what they notice is tried in {@code InquestTest}. */
class VerdictsInWordsTest {
    private static final String DOWN_2 = "asg chassis_admin -c 2 down";
    private static final String CLONING_OFF = "set smo image auto-clone state off";
    private static final String IMPORT = "installer import local /var/log/x_T110.tgz";
    private static final String NOT_OFF = "SGMs whose image cloning is not off";
    private static final String NOT_UP = "SGMs that are not UP";

    private final RecordedReality reality = new RecordedReality();

    private Verdict of(Checker<Reality> checker) {
        return checker.check(reality.record());
    }

    private String violation(Checker<Reality> checker) {
        return of(checker) instanceof Verdict.Violated violated ? violated.where() : "none";
    }

    @Test
    void each_rule_is_told_in_words_of_its_own() {
        List<String> rules = Stream.of(
                        new NoFalsePass(),
                        new NoOutageByUs(),
                        new NeverBothDown(),
                        new NoActTwice(),
                        new NoFailoverOntoTheUnfit(),
                        new NoOrderUnderWay(),
                        new NothingOutsideThePlan(),
                        new NoHang(),
                        new HonestAboutTheUnknown(),
                        new WayBackTold(),
                        new SameAgain())
                .map(Checker::rule)
                .toList();

        assertThat(rules).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void of_a_record_in_which_nobody_did_anything_little_can_be_said() {
        assertThat(Inquest.into(reality.record()))
                .containsOnly(
                        entry("NoFailoverOntoTheUnfit", new Verdict.Unknown("no fail-over was ordered")),
                        entry("NoFalsePass", new Verdict.Unknown("no run said that anything was so")),
                        entry("NoOutageByUs", new Verdict.Holds(1)),
                        entry("NeverBothDown", new Verdict.Holds(1)),
                        entry("NoActTwice", new Verdict.Unknown("no act took effect")),
                        entry("NoOrderUnderWay", new Verdict.Unknown("no installation was ordered")),
                        entry("NothingOutsideThePlan", new Verdict.Unknown("no line was received")),
                        entry("NoHang", new Verdict.Unknown("no run was made")),
                        entry("HonestAboutTheUnknown", new Verdict.Unknown("nothing was measured")),
                        entry("WayBackTold", new Verdict.Holds(0)),
                        entry("SameAgain", new Verdict.Unknown("no run was made")));
    }

    @Test
    void of_a_run_that_was_right_each_checker_says_how_often_it_looked() {
        reality.take(A, 10, TAKE)
                .line(5, "asg stat -v")
                .act(20, Kind.LOCK_OVERRIDE, B, "lock database override", A)
                .measured("@chassisA", 0, 100, "3.K", Outcome.PASSED, "1_01 by cpinfo", "Take 110", "Take 110")
                .run("@chassisA", 110, 200, Outcome.PASSED, 190);
        reality.add(withPage(told("@chassisA", 300, 400, Outcome.BROKEN, 310)))
                .act(320, Kind.LOCK_OVERRIDE, B, "lock database override", A);

        assertThat(Inquest.into(reality.record()))
                .containsEntry("NoFalsePass", new Verdict.Holds(2))
                .containsEntry("NoActTwice", new Verdict.Holds(2))
                .containsEntry("NothingOutsideThePlan", new Verdict.Holds(3))
                .containsEntry("NoHang", new Verdict.Holds(3))
                .containsEntry("HonestAboutTheUnknown", new Verdict.Holds(1));
    }

    @Test
    void a_way_back_is_counted_when_it_was_looked_for() {
        reality.down(20, 1, A).add(withPage(told("@chassisA", 0, 100, Outcome.BROKEN, 10)));

        assertThat(of(new WayBackTold())).isEqualTo(new Verdict.Holds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "@failover, A has no take, 1_01 has Optional.empty",
        "@failover, A is down, 1_01 DOWN; ",
        "@failover, A is Standby, chassis1 is not ACTIVE: ",
        "@chassisB, A has no take, 1_01 has Optional.empty",
        "@chassisB, B has no take, 2_01 has Optional.empty",
        "@chassisB, A is down, 1_01 DOWN; ",
        "@chassisB, B is down, 2_01 DOWN; ",
        "@chassisB, A is Standby, chassis1 is not ACTIVE: ",
        "@chassisB, B is down as a chassis, chassis2 is not STANDBY: ",
    })
    void each_promise_of_a_stage_that_is_broken_alone_is_named(String stage, String broken, String told) {
        if (!broken.equals("A has no take")) {
            reality.take(A, 1, TAKE);
        }
        if (!broken.equals("B has no take")) {
            reality.take(B, 1, TAKE);
        }
        reality.state(A, 1, broken.equals("A is down") ? SgmState.DOWN : SgmState.UP)
                .state(B, 1, broken.equals("B is down") ? SgmState.DOWN : SgmState.UP)
                .roles(
                        1,
                        broken.equals("A is Standby") ? ChassisRole.STANDBY : ChassisRole.ACTIVE,
                        broken.equals("B is down as a chassis") ? ChassisRole.DOWN : ChassisRole.STANDBY)
                .run(stage, 10, 100, Outcome.PASSED, 90);

        assertThat(violation(new NoFalsePass()))
                .startsWith("run of %s at 2026-11-22T20:00:10Z (passed), and really [".formatted(stage))
                .contains(told)
                .doesNotContain("; , ");
    }

    @Test
    void both_chassis_that_keep_their_promises_pass() {
        reality.take(A, 1, TAKE)
                .take(B, 1, TAKE)
                .roles(1, ChassisRole.ACTIVE, ChassisRole.STANDBY)
                .run("@failover", 10, 50, Outcome.PASSED, 40)
                .run("@chassisB", 60, 100, Outcome.PASSED, 90)
                .run("@preliminary", 110, 200, Outcome.PASSED, 190)
                .run("@imageCloning", 210, 300, Outcome.PASSED, 290);

        assertThat(of(new NoFalsePass())).isEqualTo(new Verdict.Holds(4));
    }

    @Test
    void an_SGM_that_has_the_take_need_not_store_the_package_any_more() {
        reality.take(A, 1, TAKE).stored(A, 2, false).run("@preliminary", 10, 100, Outcome.PASSED, 90);

        assertThat(of(new NoFalsePass())).isEqualTo(new Verdict.Holds(1));
    }

    @Test
    void a_stage_that_nobody_knows_promises_nothing_that_could_be_kept() {
        reality.run("@other", 10, 100, Outcome.PASSED, 90);

        assertThat(violation(new NoFalsePass())).endsWith("really [it is for no stage that is known: @other]");
    }

    @Test
    void a_measurement_that_was_not_so_is_told_with_what_really_was() {
        reality.state(A, 30, SgmState.DOWN).measured("@chassisA", 40, 100, "3.J", Outcome.PASSED, NOT_UP, "[]", "[]");

        assertThat(violation(new NoFalsePass()))
                .isEqualTo("step 3.J of run of @chassisA at 2026-11-22T20:00:40Z (not proven) says "
                        + "\"SGMs that are not UP: []\", and really it was 1_01 DOWN; ");
    }

    @Test
    void what_changed_meanwhile_is_told_in_order() {
        reality.state(A, 50, SgmState.DOWN)
                .measured("@chassisA", 40, 100, "3.C", Outcome.PASSED, "state of chassis1", "DOWN", "DOWN");

        assertThat(violation(new NoFalsePass())).contains("really it was {").contains("STANDBY");
        assertThat(new Course<>(List.of(
                                new Interval<>(at(0), at(10), "UP", Set.of()),
                                new Interval<>(at(10), at(20), "DOWN", Set.of()),
                                new Interval<>(at(20), at(30), "READY", Set.of())))
                        .told(at(5), at(15)))
                .isEqualTo("UP, then DOWN");
        assertThat(new Course<String>(List.of()).told(at(5), at(15))).isEqualTo("not recorded");
    }

    @Test
    void cloning_that_is_off_everywhere_is_not_told_as_on() {
        reality.measured("@imageCloning", 20, 100, "2.E", Outcome.PASSED, NOT_OFF, "[]", "[]");

        assertThat(of(new NoFalsePass())).isEqualTo(new Verdict.Holds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2.E, SGMs whose image cloning is not off, [], [1_01]",
        "3.J, SGMs that are not UP, [], [1_01 DOWN]",
        "3.K, 1_01 by cpinfo, Take 110, no Jumbo",
        "3.C, chassis1 carries, with every SGM, 1_01 DOWN",
    })
    void what_was_right_all_the_while_is_not_called_failed(String step, String name, String expected, String actual) {
        reality.take(A, 1, TAKE).measured("@chassisA", 20, 100, step, Outcome.FAILED, name, expected, actual);

        assertThat(violation(new HonestAboutTheUnknown()))
                .startsWith("step %s of run of @chassisA".formatted(step))
                .contains("and really it was right all the while: ");
    }

    @ParameterizedTest
    @CsvSource({
        "2.E, SGMs whose image cloning is not off, [], [1_01]",
        "3.J, SGMs that are not UP, [], [1_01 DOWN]",
        "3.C, chassis1 carries, with every SGM, 1_01 DOWN",
    })
    void what_was_wrong_for_a_moment_may_be_called_failed(String step, String name, String expected, String actual) {
        reality.cloning(A, 50, true)
                .cloning(A, 51, false)
                .state(A, 50, SgmState.DOWN)
                .state(A, 51, SgmState.UP)
                .measured("@chassisA", 20, 100, step, Outcome.FAILED, name, expected, actual);

        assertThat(of(new HonestAboutTheUnknown())).isEqualTo(new Verdict.Holds(1));
    }

    @Test
    void a_lie_at_another_time_is_no_excuse() {
        reality.lie(200, 300)
                .measured("@failover", 20, 100, "4.A", Outcome.FAILED, "role of chassis2", "ACTIVE", "DOWN");

        assertThat(violation(new HonestAboutTheUnknown())).contains("right all the while");
    }

    @Test
    void an_SGM_that_is_silent_says_nothing_about_another() {
        reality.answering(A, 1, false)
                .measured("@chassisA", 20, 100, "3.H", Outcome.PASSED, "boot of 2_01", "after noon", "after noon");

        assertThat(of(new HonestAboutTheUnknown())).isEqualTo(new Verdict.Holds(1));
    }

    @ParameterizedTest
    @CsvSource({"FAILED, 60, false", "FAILED, 40, true", "PASSED, 40, true", "NOT_PROVEN, 40, false"})
    void an_act_that_was_cut_off_is_looked_after_by_a_run_that_says_how_it_came_out(
            Outcome outcome, long look, boolean dishonest) {
        RunTold run = told("@chassisA", 0, 100, outcome, look);
        reality.struck(20, "unknown question", false);
        reality.add(new RunTold(
                run.stage(),
                run.from(),
                run.until(),
                run.outcome(),
                run.said(),
                run.steps(),
                run.looks(),
                List.of(new RunTold.Cut(at(50), DOWN_2)),
                run.took(),
                run.deadline(),
                run.ended(),
                run.failurePage(),
                Optional.empty()));

        assertThat(violation(new HonestAboutTheUnknown()))
                .isEqualTo(
                        dishonest
                                ? run + " ended without a look at what came of '" + DOWN_2 + "', whose line was cut off"
                                : "none");
    }

    @Test
    void a_failure_for_which_the_group_gave_no_cause_is_told_with_what_the_run_said() {
        reality.run("@chassisA", 0, 100, Outcome.FAILED, 10);

        assertThat(violation(new HonestAboutTheUnknown()))
                .isEqualTo("run of @chassisA at 2026-11-22T20:00:00Z (failed) says that the group failed, "
                        + "and the group did nothing wrong: it does not say why");
    }

    @Test
    void an_outage_is_told_with_the_act_that_made_it_and_who_still_carried() {
        reality.run("@failover", 0, 100, Outcome.FAILED, 10)
                .down(20, 2, B)
                .carrying(45, Set.of(), act(DOWN_2))
                .run("@failover", 110, 200, Outcome.FAILED, 115)
                .down(120, 2, B);

        assertThat(violation(new NoOutageByUs()))
                .isEqualTo("from 2026-11-22T20:00:45Z on nobody carried by 'asg chassis_admin -c 2 down' on 2_01 at "
                        + "2026-11-22T20:00:20Z, and no fault had taken an SGM of chassis1");
    }

    @Test
    void an_act_after_which_a_whole_chassis_carries_is_no_outage() {
        reality.run("@failover", 0, 100, Outcome.PASSED, 10).down(20, 2, B).carrying(45, Set.of(A), act(DOWN_2));

        assertThat(of(new NoOutageByUs())).isEqualTo(new Verdict.Holds(2));
    }

    @Test
    void what_a_fault_gave_back_is_not_what_a_fault_took() {
        reality.run("@failover", 0, 100, Outcome.FAILED, 10)
                .down(20, 2, B)
                .state(A, 30, SgmState.UP, fault("SGM flaps"))
                .state(A, 40, SgmState.DOWN)
                .carrying(45, Set.of(), act(DOWN_2));

        assertThat(violation(new NoOutageByUs())).contains("no fault had taken an SGM of chassis1");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void only_what_disrupts_needs_the_other_chassis_to_be_whole(Kind kind) {
        reality.state(B, 1, SgmState.DOWN, fault("SGM flaps"))
                .run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10)
                .act(20, kind, A, "a line", A);

        boolean disrupts = Set.of(Kind.CHASSIS_DOWN, Kind.INSTALL, Kind.ANOTHER).contains(kind);
        assertThat(violation(new NoOutageByUs()))
                .isEqualTo(
                        disrupts
                                ? "'a line' on 1_01 at 2026-11-22T20:00:20Z, while chassis2 was already seen not to be whole: "
                                        + "2_01 DOWN; "
                                : "none");
    }

    @Test
    void a_disruption_of_nobody_or_while_the_other_chassis_is_whole_is_none() {
        reality.run("@chassisA", 2, 100, Outcome.NOT_PROVEN, 10).down(20, 1, A);

        assertThat(of(new NoOutageByUs())).isEqualTo(new Verdict.Holds(1));
    }

    @Test
    void both_chassis_down_are_told_with_the_moment_and_the_act() {
        reality.run("@failover", 0, 100, Outcome.FAILED, 10)
                .down(20, 2, B)
                .roles(45, ChassisRole.DOWN, ChassisRole.DOWN, act(DOWN_2));

        assertThat(violation(new NeverBothDown()))
                .startsWith(
                        "from 2026-11-22T20:00:45Z on both chassis were down by 'asg chassis_admin -c 2 down' on 2_01");
    }

    @Test
    void the_same_act_on_other_SGMs_is_another_act() {
        reality.run("@chassisA", 0, 200, Outcome.NOT_PROVEN, 10)
                .act(20, Kind.IMPORT, B, IMPORT, A)
                .act(30, Kind.IMPORT, B, IMPORT, B);

        assertThat(of(new NoActTwice())).isEqualTo(new Verdict.Holds(2));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void a_package_is_imported_again_only_when_it_is_gone(boolean stillStored, boolean twice) {
        reality.run("@preliminary", 0, 200, Outcome.NOT_PROVEN, 10)
                .act(20, Kind.IMPORT, B, IMPORT, A)
                .stored(A, 25, stillStored)
                .act(30, Kind.IMPORT, B, IMPORT, A);

        assertThat(violation(new NoActTwice()))
                .isEqualTo(
                        twice
                                ? "'%1$s' on 2_01 at 2026-11-22T20:00:20Z took effect, and so did '%1$s' on 2_01 at 2026-11-22T20:00:30Z"
                                        .formatted(IMPORT)
                                : "none");
    }

    @ParameterizedTest
    @CsvSource({"25, true, false", "10, true, true", "25, false, true", "40, true, true"})
    void cloning_is_switched_off_again_only_after_it_came_on_in_between(long when, boolean on, boolean twice) {
        reality.run("@imageCloning", 0, 200, Outcome.NOT_PROVEN, 10)
                .act(20, Kind.CLONING_OFF, B, CLONING_OFF, A)
                .cloning(A, when, on)
                .act(30, Kind.CLONING_OFF, B, CLONING_OFF, A);

        assertThat(violation(new NoActTwice()).equals("none")).isEqualTo(!twice);
    }

    @Test
    void a_chassis_that_went_down_again_may_be_set_up_again() {
        reality.run("@chassisA", 0, 200, Outcome.NOT_PROVEN, 10)
                .roles(5, ChassisRole.DOWN, ChassisRole.ACTIVE)
                .act(20, Kind.CHASSIS_UP, B, "asg chassis_admin -c 1 up", A)
                .roles(30, ChassisRole.STANDBY, ChassisRole.ACTIVE)
                .roles(40, ChassisRole.DOWN, ChassisRole.ACTIVE)
                .act(50, Kind.CHASSIS_UP, B, "asg chassis_admin -c 1 up", A);

        assertThat(of(new NoActTwice())).isEqualTo(new Verdict.Holds(2));
    }

    @Test
    void a_chassis_that_stays_up_is_not_set_up_again() {
        reality.run("@chassisA", 0, 200, Outcome.NOT_PROVEN, 10)
                .roles(5, ChassisRole.DOWN, ChassisRole.ACTIVE)
                .act(20, Kind.CHASSIS_UP, B, "asg chassis_admin -c 1 up", A)
                .roles(30, ChassisRole.STANDBY, ChassisRole.ACTIVE)
                .act(50, Kind.CHASSIS_UP, B, "asg chassis_admin -c 1 up", A);

        assertThat(of(new NoActTwice())).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void one_lock_beside_other_acts_is_in_the_plan() {
        reality.run("@imageCloning", 0, 100, Outcome.NOT_PROVEN, 10)
                .act(20, Kind.LOCK_OVERRIDE, B, "lock database override")
                .act(30, Kind.CLONING_OFF, B, CLONING_OFF);

        assertThat(of(new NothingOutsideThePlan())).isEqualTo(new Verdict.Holds(2));
    }

    @Test
    void a_line_that_changes_something_unnoticed_is_told() {
        reality.line(5, "reboot");

        assertThat(violation(new NothingOutsideThePlan()))
                .isEqualTo("'reboot' on 2_01 at 2026-11-22T20:00:05Z is not known to read only");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, none",
        "90, true, none",
        "91, true, 'ended after PT1M31S, it may take PT1M30S'",
        "1, false, 'still at work after PT1S, it may take PT1M30S'",
    })
    void a_run_may_take_as_long_as_its_deadline(int seconds, boolean ended, String told) {
        RunTold run = told("@chassisA", 0, 100, Outcome.NOT_RUN, 10);
        reality.add(new RunTold(
                run.stage(),
                run.from(),
                run.until(),
                run.outcome(),
                run.said(),
                run.steps(),
                run.looks(),
                run.cutOff(),
                Duration.ofSeconds(seconds),
                run.deadline(),
                ended,
                run.failurePage(),
                Optional.empty()));

        assertThat(violation(new NoHang())).endsWith(told);
    }

    @Test
    void a_page_of_25_lines_is_not_too_long() {
        List<String> page = Stream.concat(
                        RecordedReality.failurePage(),
                        Stream.generate(() -> "more").limit(17))
                .toList();
        reality.down(20, 1, A).add(withPage(told("@chassisA", 0, 100, Outcome.BROKEN, 10), page));

        assertThat(of(new WayBackTold())).isEqualTo(new Verdict.Holds(1));
    }

    @Test
    void what_a_page_does_not_tell_is_named() {
        List<String> page = RecordedReality.failurePage()
                .filter(line -> !line.startsWith("rollback"))
                .toList();
        reality.down(20, 1, A).add(withPage(told("@chassisA", 0, 100, Outcome.BROKEN, 10), page));

        assertThat(violation(new WayBackTold()))
                .isEqualTo(
                        "run of @chassisA at 2026-11-22T20:00:00Z (broken): its failure page does not tell 'rollback'");
    }

    private static RunTold withPage(RunTold run) {
        return withPage(run, RecordedReality.failurePage().toList());
    }

    private static RunTold withPage(RunTold run, List<String> page) {
        return new RunTold(
                run.stage(),
                run.from(),
                run.until(),
                run.outcome(),
                run.said(),
                run.steps(),
                run.looks(),
                run.cutOff(),
                run.took(),
                run.deadline(),
                run.ended(),
                Optional.of(page),
                Optional.empty());
    }
}
