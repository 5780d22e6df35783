package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
    private static final FieldRule TAKE = FieldRule.change(Optional.of("Take 87"), "the hotfix");
    private static final FieldRule LATER = FieldRule.laterMoment(Duration.ofMinutes(5), "the reboot");
    private static final FieldRule SAME = FieldRule.sameMoment(Duration.ofMinutes(5), "no reboot");
    private static final FieldRule FALL = FieldRule.fall(50, "traffic");

    private static Comparison.Judged judged(FieldRule rule, String before, String after) {
        return new Comparison(field -> rule, fields(before), fields(after), Map.of())
                .with(outcome(rule, before, after))
                .get(0);
    }

    private static Outcome outcome(FieldRule rule, String before, String after) {
        Comparison comparison = new Comparison(field -> rule, fields(before), fields(after), Map.of());
        return List.of(Outcome.PASSED, Outcome.FAILED, Outcome.NOT_PROVEN).stream()
                .filter(outcome -> !comparison.with(outcome).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static TreeMap<String, String> fields(String value) {
        return new TreeMap<>(Map.of("1_03 field", value));
    }

    @Test
    void an_interface_that_was_read_once_and_then_not_is_not_proven_to_be_gone() {
        Comparison comparison = new Comparison(
                field -> FieldRule.EQUAL,
                new TreeMap<>(Map.of("1_03 interface eth1-07", "up", "interfaces", "not read")),
                new TreeMap<>(Map.of("interfaces", "not read")),
                Map.of());

        assertThat(comparison.with(Outcome.NOT_PROVEN))
                .extracting(judged -> judged.difference().field())
                .containsExactly("1_03 interface eth1-07");
    }

    @Test
    void an_interface_that_is_lost_between_two_readings_is_failed() {
        Comparison comparison = new Comparison(
                field -> FieldRule.EQUAL,
                new TreeMap<>(Map.of("1_03 interface eth1-07", "up", "interfaces", "read")),
                new TreeMap<>(Map.of("interfaces", "read")),
                Map.of());

        assertThat(comparison.with(Outcome.FAILED))
                .extracting(judged -> judged.difference().field())
                .containsExactly("1_03 interface eth1-07");
    }

    @Test
    void an_interface_that_is_not_read_the_second_time_is_not_proven_to_be_gone() {
        Comparison comparison = new Comparison(
                field -> FieldRule.EQUAL,
                new TreeMap<>(Map.of("1_03 interface eth1-07", "up")),
                new TreeMap<>(Map.of("interfaces", "not read")),
                Map.of());

        assertThat(comparison.with(Outcome.NOT_PROVEN))
                .extracting(judged -> judged.difference().field())
                .contains("1_03 interface eth1-07");
    }

    @Test
    void a_field_that_must_equal_and_does_is_as_it_may_be() {
        assertThat(outcome(FieldRule.EQUAL, "up", "up")).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_field_that_must_equal_and_does_not_is_failed_with_both_values() {
        assertThat(judged(FieldRule.EQUAL, "up", "no link").told())
                .isEqualTo(
                        "1_03 field: before \"up\", after \"no link\", must equal (nothing of this stage changes it)");
        assertThat(outcome(FieldRule.EQUAL, "up", "no link")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_field_that_must_change_and_did_not_is_failed() {
        assertThat(outcome(TAKE, "no take installed", "no take installed")).isEqualTo(Outcome.FAILED);
        assertThat(outcome(TAKE, "Take 87", "Take 87")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_field_that_changed_to_something_else_is_failed() {
        assertThat(outcome(TAKE, "no take installed", "Take 78")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_field_that_changed_to_what_it_must_is_as_it_may_be() {
        assertThat(outcome(TAKE, "Take 78", "Take 87")).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03T22:10:42Z, 2025-03-03T22:11:00Z, FAILED, PASSED",
        "2025-03-03T22:10:42Z, 2025-03-03T22:10:42Z, FAILED, PASSED",
        "2025-03-03T22:10:42Z, 2025-03-03T22:05:42Z, FAILED, PASSED",
        "2025-03-03T22:10:42Z, 2025-03-03T22:15:43Z, PASSED, FAILED",
        "2025-03-03T22:10:42Z, 2025-03-02T22:10:42Z, FAILED, FAILED",
        "2025-03-03T22:10:42Z, soon, FAILED, FAILED",
    })
    void a_boot_is_another_one_when_it_is_later_than_a_clock_is_set(
            String before, String after, Outcome reboot, Outcome noReboot) {
        assertThat(outcome(LATER, before, after)).isEqualTo(reboot);
        assertThat(outcome(SAME, before, after)).isEqualTo(noReboot);
    }

    @ParameterizedTest
    @CsvSource({
        "40000, 20000, PASSED",
        "40000, 19999, NOT_PROVEN",
        "40000, 900000, PASSED",
        "100, 0, PASSED",
        "101, 0, NOT_PROVEN",
        "many, many, NOT_PROVEN",
    })
    void connections_that_fell_too_far_are_for_a_person(String before, String after, Outcome outcome) {
        assertThat(outcome(FALL, before, after)).isEqualTo(outcome);
    }

    @Test
    void a_field_that_nobody_has_classed_is_not_proven_even_if_it_is_the_same() {
        assertThat(outcome(FieldRule.UNCLASSED, "same", "same")).isEqualTo(Outcome.NOT_PROVEN);
    }

    @Test
    void what_an_sgm_did_not_answer_is_not_proven_and_not_failed() {
        for (FieldRule rule : List.of(FieldRule.EQUAL, TAKE, LATER, SAME, FALL)) {
            assertThat(outcome(rule, "no answer", "Take 87")).isEqualTo(Outcome.NOT_PROVEN);
            assertThat(outcome(rule, "Take 78", "no answer")).isEqualTo(Outcome.NOT_PROVEN);
            assertThat(outcome(rule, "no answer", "no answer")).isEqualTo(Outcome.NOT_PROVEN);
        }
    }

    @Test
    void an_interface_of_an_sgm_that_did_not_answer_is_not_known_to_be_gone() {
        Comparison comparison = new Comparison(
                field -> FieldRule.EQUAL,
                new TreeMap<>(Map.of("1_03 interface eth1-01", "up", "1_04 interface eth1-01", "up")),
                new TreeMap<>(Map.of("1_03 interfaces", "no answer")),
                Map.of());

        assertThat(comparison.with(Outcome.NOT_PROVEN))
                .extracting(judged -> judged.difference().field())
                .containsExactly("1_03 interface eth1-01", "1_03 interfaces");
        assertThat(comparison.with(Outcome.FAILED))
                .extracting(judged -> judged.difference().field())
                .containsExactly("1_04 interface eth1-01");
    }

    @Test
    void what_a_screen_never_says_is_the_same_each_time() {
        assertThat(outcome(FieldRule.EQUAL, "not told", "not told")).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_a_screen_says_once_only_is_not_proven() {
        assertThat(outcome(FieldRule.EQUAL, "on", "not told")).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(outcome(FieldRule.EQUAL, "not told", "on")).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(outcome(FieldRule.be(List.of("STANDBY"), ""), "DOWN", "not told"))
                .isEqualTo(Outcome.NOT_PROVEN);
    }

    @Test
    void what_must_change_is_held_against_what_was_there_when_it_was_ordered() {
        Comparison comparison =
                new Comparison(field -> TAKE, fields("Take 87"), fields("Take 87"), Map.of("1_03 field", "Take 78"));

        assertThat(comparison.differences())
                .containsExactly(new Fact.Difference(
                        "1_03 field",
                        "Take 78",
                        "Take 87",
                        "must change to Take 87",
                        true,
                        "the hotfix; before is when the earlier run ordered it"));
    }

    @Test
    void what_was_there_when_it_was_ordered_and_not_written_down_leaves_what_is_there_now() {
        Comparison comparison =
                new Comparison(field -> TAKE, fields("Take 87"), fields("Take 87"), Map.of("other", "x"));

        assertThat(comparison.with(Outcome.PASSED).get(0).told())
                .contains("before nothing, after \"Take 87\"")
                .contains("what it was when the earlier run ordered it was not written down");
    }

    @Test
    void what_was_ordered_before_and_has_not_changed_since_is_failed() {
        Comparison comparison =
                new Comparison(field -> TAKE, fields("Take 78"), fields("Take 78"), Map.of("1_03 field", "Take 78"));

        assertThat(comparison.with(Outcome.FAILED)).hasSize(1);
    }

    @Test
    void what_must_equal_is_held_against_this_run_whatever_was_ordered_before() {
        Comparison comparison =
                new Comparison(field -> FieldRule.EQUAL, fields("a"), fields("a"), Map.of("1_03 field", "b"));

        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void what_was_not_read_is_told_so_and_not_with_the_reason_of_its_rule() {
        assertThat(judged(FieldRule.EQUAL, "up", "no answer").told())
                .isEqualTo("1_03 field: before \"up\", after \"no answer\", must equal (it was not read each time)");
    }

    @Test
    void what_was_read_and_is_failed_is_told_with_the_reason_of_its_rule() {
        assertThat(judged(TAKE, "Take 78", "Take 78").told())
                .isEqualTo("1_03 field: before \"Take 78\", after \"Take 78\", must change to Take 87 (the hotfix)");
    }

    @Test
    void what_is_not_proven_by_its_own_rule_keeps_that_reason() {
        assertThat(judged(FALL, "40000", "10").told())
                .isEqualTo("1_03 field: before \"40000\", after \"10\", may drift: fall by 50 %, and rise (traffic)");
    }

    @Test
    void what_must_change_was_not_read_when_there_is_nothing_after() {
        assertThat(outcome(TAKE, "Take 78", "")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void an_sgm_that_is_silent_in_one_field_leaves_its_missing_ones_unknown_before_too() {
        Comparison comparison = new Comparison(
                field -> FieldRule.EQUAL,
                new TreeMap<>(Map.of("1_03 interfaces", "no answer")),
                new TreeMap<>(Map.of("1_03 interface eth1-01", "up", "1_03 interfaces", "no answer")),
                Map.of());

        assertThat(comparison.with(Outcome.NOT_PROVEN))
                .extracting(judged -> judged.difference().field())
                .containsExactly("1_03 interface eth1-01", "1_03 interfaces");
    }

    @Test
    void what_must_be_a_value_does_not_care_for_what_was_not_read_before() {
        assertThat(outcome(FieldRule.be(List.of("STANDBY"), ""), "no answer", "STANDBY"))
                .isEqualTo(Outcome.PASSED);
        assertThat(outcome(FieldRule.be(List.of("STANDBY"), ""), "not told", "STANDBY"))
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_is_ignored_passes_unread_too() {
        assertThat(outcome(FieldRule.ignored(""), "up", "no answer")).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_is_the_same_and_as_it_may_be_is_no_difference() {
        Comparison comparison = new Comparison(field -> FieldRule.EQUAL, fields("same"), fields("same"), Map.of());

        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void the_fields_are_counted_by_their_kind() {
        Map<String, FieldRule> rules = Map.of(
                "a",
                FieldRule.EQUAL,
                "b",
                FieldRule.EQUAL,
                "c",
                SAME,
                "d",
                TAKE,
                "e",
                FieldRule.be(List.of("x"), ""),
                "f",
                FieldRule.ignored(""),
                "g",
                FieldRule.ignored(""),
                "h",
                FieldRule.ignored(""));
        TreeMap<String, String> fields = new TreeMap<>();
        rules.keySet().forEach(name -> fields.put(name, "x"));

        assertThat(new Comparison(rules::get, fields, fields, Map.of()).counted())
                .isEqualTo(
                        "8 fields: 2 must equal, 1 may drift, 1 must change, 1 must be a certain value, 3 are ignored");
    }
}
