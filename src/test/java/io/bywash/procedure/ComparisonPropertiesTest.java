package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a group says before and after a stage. */
class ComparisonPropertiesTest {
    private static final List<String> NAMES = List.of(
            "policy",
            "synchronised",
            "role of chassis1",
            "role of chassis2",
            "release on the status screen",
            "build on the status screen",
            "connections of the chassis that carries",
            "interfaces",
            "connections",
            "1_01 state",
            "1_01 take by cpinfo",
            "1_01 booted",
            "1_01 interface eth1-01",
            "1_01 interfaces",
            "1_01 package ours_T87.tgz",
            "2_14 take by installer",
            "2_14 booted",
            "2_14 image cloning",
            "2_14 connections",
            "2_14 package other.tgz",
            "2_14 build");

    private static final List<String> VALUES = List.of(
            "",
            "up",
            "no link",
            "ACTIVE",
            "STANDBY",
            "DOWN",
            "Take 87",
            "Take 78",
            "no take installed",
            "no answer",
            "not told",
            "none",
            "on",
            "0",
            "41000",
            "2025-03-03T22:10:42Z",
            "2025-04-03T22:10:42Z",
            "Image auto-clone state is off");

    @Provide
    Arbitrary<SortedMap<String, String>> snapshots() {
        return Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.of(VALUES)).map(TreeMap::new);
    }

    private static SnapshotRules rules(Stage stage) {
        return new SnapshotRules(
                stage,
                ChassisId.CHASSIS1,
                new SnapshotRules.Wanted(
                        "Take 87",
                        "Take 87",
                        "ours_T87.tgz"::equals,
                        List.of("UP", "ACTIVE"),
                        "Image auto-clone state is off"));
    }

    @Property
    void a_difference_is_never_lost(
            @ForAll Stage stage,
            @ForAll("snapshots") SortedMap<String, String> before,
            @ForAll("snapshots") SortedMap<String, String> after) {
        Comparison comparison = new Comparison(rules(stage)::of, before, after, Map.of());

        for (String name : NAMES) {
            String from = before.getOrDefault(name, "");
            String to = after.getOrDefault(name, "");
            Optional<Fact.Difference> told = comparison.differences().stream()
                    .filter(field -> field.field().equals(name))
                    .findFirst();
            assertThat(told.isPresent() || from.equals(to)).as(name).isTrue();
            told.ifPresent(field ->
                    assertThat(List.of(field.before(), field.after())).as(name).containsExactly(from, to));
        }
    }

    @Property
    void a_field_that_no_table_has_is_never_fine(
            @ForAll Stage stage, @ForAll String name, @ForAll String from, @ForAll String to) {
        SortedMap<String, String> before = new TreeMap<>(Map.of(name, from));
        Comparison comparison = new Comparison(rules(stage)::of, before, new TreeMap<>(Map.of(name, to)), Map.of());

        boolean classed = rules(stage).of(name) != FieldRule.UNCLASSED;
        assertThat(classed || comparison.with(Outcome.NOT_PROVEN).size() == 1)
                .as(name)
                .isTrue();
    }

    @Property
    void every_field_is_judged_once(
            @ForAll Stage stage,
            @ForAll("snapshots") SortedMap<String, String> before,
            @ForAll("snapshots") SortedMap<String, String> after) {
        Comparison comparison = new Comparison(rules(stage)::of, before, after, Map.of());

        SortedMap<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        assertThat(comparison.with(Outcome.PASSED).size()
                        + comparison.with(Outcome.FAILED).size()
                        + comparison.with(Outcome.NOT_PROVEN).size())
                .isEqualTo(all.size());
    }

    @Property
    void what_differs_and_passes_is_what_the_stage_may_change(
            @ForAll Stage stage,
            @ForAll("snapshots") SortedMap<String, String> before,
            @ForAll("snapshots") SortedMap<String, String> after) {
        Comparison comparison = new Comparison(rules(stage)::of, before, after, Map.of());

        comparison.with(Outcome.PASSED).stream()
                .map(Comparison.Judged::difference)
                .filter(field -> !field.before().equals(field.after()))
                .forEach(field -> assertThat(field.rule()).isNotEqualTo("must equal"));
    }

    @Property
    void an_installation_that_changes_nothing_does_not_pass(
            @ForAll("snapshots") SortedMap<String, String> snapshot, @ForAll boolean onA) {
        SortedMap<String, String> fields = new TreeMap<>(snapshot);
        String sgm = onA ? "1_01" : "2_14";
        fields.put(sgm + " take by cpinfo", "Take 78");
        Comparison comparison =
                new Comparison(rules(onA ? Stage.CHASSIS_A : Stage.CHASSIS_B)::of, fields, fields, Map.of());

        assertThat(comparison.with(Outcome.FAILED))
                .extracting(field -> field.difference().field())
                .contains(sgm + " take by cpinfo");
    }
}
