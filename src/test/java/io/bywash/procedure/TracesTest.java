package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Fact;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the facts of a run say was done, and what is known of the hotfix since. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TracesTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:04Z");
    private static final List<String> HEADER = List.of("SGM", "state", "by installer", "by cpinfo");
    private static final String TAKE = "Take 110";
    private static final String NONE = "no take installed";
    private static final String INSTALL = "installer install 3 member_ids 1_1-1_3";

    private final Assignment assignment = Story.on(3).assignment();
    private final List<Fact> facts = new ArrayList<>();

    private Traces traces(ChassisId... orderedBefore) {
        return Traces.of(facts, assignment, Set.of(orderedBefore));
    }

    private Traces.Hotfix hotfix(ChassisId... orderedBefore) {
        return traces(orderedBefore).hotfix(ChassisId.CHASSIS1);
    }

    /** Rows of a table of takes: {@code 1_01, by installer, by cpinfo}. */
    private void reads(List<List<String>> rows) {
        facts.add(new Fact.TableKept(
                AT,
                "a table",
                HEADER,
                rows.stream()
                        .map(row -> List.of(row.get(0), "UP", row.get(1), row.get(2)))
                        .toList()));
    }

    /** A table of takes with the same in both ways on three SGMs of chassis1. */
    private void reads(String first, String second, String third) {
        reads(List.of(List.of("1_01", first, first), List.of("1_02", second, second), List.of("1_03", third, third)));
    }

    private void intends(String step, String line, Phrase kind, String chassis) {
        facts.add(new Fact.ActIntended(AT, step, line, kind.key(), chassis));
    }

    private void ends(String line, Fact.ActEnd end) {
        facts.add(new Fact.ActEnded(AT.plusSeconds(9), "3.F", line, end, ""));
    }

    private void orders() {
        intends("3.F", INSTALL, Phrase.INSTALL, "chassis1");
        ends(INSTALL, Fact.ActEnd.ANSWERED);
    }

    private void hears(String line, String screen) {
        facts.add(new Fact.Exchanged(AT, "watch", "", "", "", "", line, screen, "", Duration.ZERO, ""));
    }

    @Test
    void nothing_is_known_of_the_hotfix_before_it_was_read() {
        assertThat(hotfix()).isEqualTo(Traces.Hotfix.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02", "1_03"})
    void nothing_is_known_of_a_chassis_of_which_one_sgm_was_not_read(String missing) {
        for (String sgm : List.of("1_01", "1_02", "1_03")) {
            if (!sgm.equals(missing)) {
                reads(List.of(List.of(sgm, TAKE, TAKE)));
            }
        }

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Take 110, Take 110, Take 110, ALL",
        "no take installed, no take installed, no take installed, NONE",
        "Take 109, Take 111, no take installed, NONE",
        "no take installed, Take 110, Take 110, SOME",
        "Take 110, no take installed, Take 110, SOME",
        "Take 110, Take 110, no take installed, SOME",
        "Take 110, no take installed, no take installed, SOME",
        "Take 110, Take 110, no answer, SOME",
        "no answer, no take installed, no take installed, SOME",
        "no answer, no answer, no answer, SOME",
    })
    void what_a_chassis_has_is_what_its_sgms_show(String first, String second, String third, Traces.Hotfix hotfix) {
        reads(first, second, third);

        assertThat(hotfix()).isEqualTo(hotfix);
    }

    @ParameterizedTest
    @CsvSource({"Take 110, no take installed", "no take installed, Take 110"})
    void an_sgm_whose_evidences_differ_neither_has_the_hotfix_nor_lacks_it(String byInstaller, String byCpinfo) {
        reads(List.of(
                List.of("1_01", TAKE, TAKE), List.of("1_02", byInstaller, byCpinfo), List.of("1_03", TAKE, TAKE)));
        assertThat(hotfix()).isEqualTo(Traces.Hotfix.SOME);

        reads(List.of(
                List.of("1_01", NONE, NONE), List.of("1_02", byInstaller, byCpinfo), List.of("1_03", NONE, NONE)));
        assertThat(hotfix()).isEqualTo(Traces.Hotfix.SOME);
    }

    @Test
    void the_last_table_counts() {
        reads(NONE, NONE, NONE);
        reads(TAKE, TAKE, TAKE);

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ALL);
    }

    @Test
    void what_the_other_chassis_has_does_not_count() {
        reads(List.of(List.of("2_01", TAKE, TAKE), List.of("2_02", TAKE, TAKE), List.of("2_03", TAKE, TAKE)));

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.UNKNOWN);
        assertThat(traces().hotfix(ChassisId.CHASSIS2)).isEqualTo(Traces.Hotfix.ALL);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, by installer, by cpinfo", "SGM, by hand, by cpinfo", "SGM, by installer, by hand"})
    void a_table_of_something_else_says_nothing_of_takes(String sgm, String byInstaller, String byCpinfo) {
        facts.add(new Fact.TableKept(
                AT,
                "another table",
                List.of(sgm, byInstaller, byCpinfo),
                List.of(List.of("1_01", TAKE, TAKE), List.of("1_02", TAKE, TAKE), List.of("1_03", TAKE, TAKE))));

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.UNKNOWN);
    }

    @Test
    void the_first_column_may_be_an_evidence() {
        facts.add(new Fact.TableKept(
                AT,
                "in another order",
                List.of("by cpinfo", "by installer", "SGM"),
                List.of(List.of(TAKE, TAKE, "1_01"), List.of(TAKE, TAKE, "1_02"), List.of(TAKE, TAKE, "1_03"))));

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ALL);
    }

    @Test
    void without_CPUSE_cpinfo_alone_counts() {
        reads(List.of(
                List.of("1_01", "no such list", TAKE),
                List.of("1_02", "no such list", TAKE),
                List.of("1_03", "no such list", TAKE)));
        Assignment old = new Assignment(
                assignment.group(),
                assignment.chassisA(),
                assignment.mode(),
                Release.R76SP,
                new PackageFile(Path.of("Jumbo_T110.tgz"), 16, "00"),
                assignment.take(),
                assignment.remoteDirectory(),
                assignment.audit(),
                assignment.changeTicket(),
                assignment.options(),
                assignment.waits());

        assertThat(Traces.of(facts, old, Set.of()).hotfix(ChassisId.CHASSIS1)).isEqualTo(Traces.Hotfix.ALL);
        assertThat(hotfix()).as("where there is CPUSE").isEqualTo(Traces.Hotfix.SOME);
    }

    @Test
    void an_installation_that_was_ordered_after_the_last_reading_is_ordered() {
        reads(NONE, NONE, NONE);
        orders();

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ORDERED);
        assertThat(traces().hotfix(ChassisId.CHASSIS2)).isEqualTo(Traces.Hotfix.UNKNOWN);
    }

    @Test
    void a_reading_after_the_order_tells_what_became_of_it() {
        orders();
        reads(NONE, NONE, NONE);

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.NONE);
    }

    @Test
    void an_order_that_was_not_sent_is_none() {
        reads(NONE, NONE, NONE);
        intends("3.F", INSTALL, Phrase.INSTALL, "chassis1");
        ends(INSTALL, Fact.ActEnd.NOT_SENT);

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.NONE);
        assertThat(traces().changedNothing()).isTrue();
    }

    @Test
    void an_order_whose_end_is_not_known_was_ordered() {
        reads(NONE, NONE, NONE);
        intends("3.F", INSTALL, Phrase.INSTALL, "chassis1");

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ORDERED);
    }

    @Test
    void an_order_that_the_device_says_it_did_not_run_is_none() {
        reads(NONE, NONE, NONE);
        orders();
        hears(INSTALL, "CLINFR0519  Configuration lock present. Can not execute this command.");

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.NONE);
        assertThat(traces().changedNothing()).isTrue();
    }

    @Test
    void an_order_after_which_another_line_was_refused_was_ordered() {
        orders();
        hears("show installer packages", "CLINFR0519  Configuration lock present. Can not execute this command.");

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ORDERED);
    }

    @Test
    void an_order_that_was_answered_otherwise_was_ordered() {
        orders();
        hears(INSTALL, "Installing package...");

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ORDERED);
    }

    @Test
    void a_refused_act_of_another_kind_takes_no_order_back() {
        orders();
        intends("3.I", "asg chassis_admin -c 1 up", Phrase.CHASSIS_UP, "chassis1");
        ends("asg chassis_admin -c 1 up", Fact.ActEnd.ANSWERED);
        hears("asg chassis_admin -c 1 up", "-bash: asg: command not found");

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ORDERED);
        assertThat(traces().sent(Phrase.CHASSIS_UP, Optional.of(ChassisId.CHASSIS1)))
                .isFalse();
    }

    @Test
    void a_refusal_before_any_act_takes_nothing_back() {
        hears(INSTALL, "CLINFR0519  Configuration lock present. Can not execute this command.");
        orders();

        assertThat(hotfix()).isEqualTo(Traces.Hotfix.ORDERED);
    }

    @Test
    void an_order_of_an_earlier_run_counts_until_every_sgm_has_the_hotfix() {
        assertThat(hotfix(ChassisId.CHASSIS1)).isEqualTo(Traces.Hotfix.ORDERED);

        reads(TAKE, TAKE, NONE);
        assertThat(hotfix(ChassisId.CHASSIS1)).isEqualTo(Traces.Hotfix.ORDERED);

        reads(TAKE, TAKE, TAKE);
        assertThat(hotfix(ChassisId.CHASSIS1)).isEqualTo(Traces.Hotfix.ALL);
    }

    @Test
    void an_order_of_an_earlier_run_on_the_other_chassis_does_not_count() {
        reads(NONE, NONE, NONE);

        assertThat(hotfix(ChassisId.CHASSIS2)).isEqualTo(Traces.Hotfix.NONE);
    }

    @Test
    void an_act_has_when_it_ended_and_whether_it_was_answered() {
        orders();

        assertThat(traces().lastOf("3.F"))
                .contains(new Traces.Act(
                        "3.F",
                        Phrase.INSTALL.key(),
                        Optional.of(ChassisId.CHASSIS1),
                        INSTALL,
                        AT.plusSeconds(9),
                        true));
    }

    @Test
    void an_act_that_was_not_answered_has_when_it_was_given_up() {
        intends("3.F", INSTALL, Phrase.INSTALL, "chassis1");
        ends(INSTALL, Fact.ActEnd.UNANSWERED);

        assertThat(traces().lastOf("3.F").orElseThrow().answered()).isFalse();
        assertThat(traces().lastOf("3.F").orElseThrow().at()).isEqualTo(AT.plusSeconds(9));
    }

    @Test
    void an_act_whose_end_is_not_known_has_when_it_was_about_to_go_out() {
        intends("3.F", INSTALL, Phrase.INSTALL, "chassis1");

        assertThat(traces().lastOf("3.F").orElseThrow().answered()).isFalse();
        assertThat(traces().lastOf("3.F").orElseThrow().at()).isEqualTo(AT);
    }

    @Test
    void an_end_without_an_act_is_none() {
        ends(INSTALL, Fact.ActEnd.ANSWERED);

        assertThat(traces().changedNothing()).isTrue();
    }

    @Test
    void an_act_ends_once() {
        orders();
        ends(INSTALL, Fact.ActEnd.UNANSWERED);

        assertThat(traces().lastOf("3.F").orElseThrow().answered()).isTrue();
    }

    @Test
    void the_last_act_of_a_step_is_of_that_step() {
        intends("3.C", "one", Phrase.CHASSIS_DOWN, "chassis1");
        ends("one", Fact.ActEnd.ANSWERED);
        intends("3.C", "two", Phrase.CHASSIS_DOWN, "chassis1");
        ends("two", Fact.ActEnd.ANSWERED);
        intends("3.I", "three", Phrase.CHASSIS_UP, "chassis1");
        ends("three", Fact.ActEnd.ANSWERED);

        assertThat(traces().lastOf("3.C").orElseThrow().line()).isEqualTo("two");
        assertThat(traces().lastOf("3.D")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phrase.class,
            names = {"CHASSIS_DOWN", "CHASSIS_UP", "INSTALL"})
    void after_these_the_group_goes_on_moving(Phrase kind) {
        intends("3.C", "one", kind, "chassis1");
        intends("2.D", "two", Phrase.CLONING_OFF, "");
        ends("two", Fact.ActEnd.ANSWERED);
        facts.add(1, new Fact.ActEnded(AT, "3.C", "one", Fact.ActEnd.ANSWERED, ""));

        assertThat(traces().lastThatMoves().orElseThrow().line()).isEqualTo("one");
    }

    @Test
    void after_anything_else_it_does_not() {
        intends("2.D", "two", Phrase.CLONING_OFF, "");
        intends("1.F", "three", Phrase.IMPORT_PACKAGE, "");

        assertThat(traces().lastThatMoves()).isEmpty();
    }

    @Test
    void the_last_of_those_counts() {
        intends("3.C", "one", Phrase.CHASSIS_DOWN, "chassis1");
        ends("one", Fact.ActEnd.ANSWERED);
        intends("3.I", "two", Phrase.CHASSIS_UP, "chassis1");
        ends("two", Fact.ActEnd.ANSWERED);

        assertThat(traces().lastThatMoves().orElseThrow().line()).isEqualTo("two");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phrase.class,
            names = {"LEASE_TAKE", "LEASE_RELEASE"})
    void what_is_done_with_a_lease_changes_nothing_of_the_group(Phrase kind) {
        intends("part 3", "ln", kind, "");
        ends("ln", Fact.ActEnd.ANSWERED);

        assertThat(traces().changedNothing()).isTrue();
    }

    @Test
    void an_act_was_sent_for_its_own_chassis_and_of_its_own_kind() {
        intends("3.C", "one", Phrase.CHASSIS_DOWN, "chassis1");
        ends("one", Fact.ActEnd.ANSWERED);

        assertThat(traces().sent(Phrase.CHASSIS_DOWN, Optional.of(ChassisId.CHASSIS1)))
                .isTrue();
        assertThat(traces().sent(Phrase.CHASSIS_DOWN, Optional.of(ChassisId.CHASSIS2)))
                .isFalse();
        assertThat(traces().sent(Phrase.CHASSIS_UP, Optional.of(ChassisId.CHASSIS1)))
                .isFalse();
        assertThat(traces().changedNothing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"upload, true", "importPackage, true", "cloningOff, false"})
    void the_package_was_brought_by_an_upload_or_an_import(String kind, boolean brought) {
        facts.add(new Fact.ActIntended(AT, "1.F", "line", kind, ""));

        assertThat(traces().broughtThePackage()).isEqualTo(brought);
    }
}
