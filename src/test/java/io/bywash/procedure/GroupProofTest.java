package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.StepRecord;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as proven at K and at the end of the procedure, SGM by SGM and evidence by evidence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupProofTest {
    private static final String AGENT = "show installer status build";

    private final Bench bench = new Bench();

    private static void prove(Bench bench, StepRecord record) {
        SortedSet<SgmId> sgms = bench.assignment().group().sgmsOf(ChassisId.CHASSIS1);
        proof(bench).measure(record, sgms);
    }

    private static GroupProof proof(Bench bench) {
        return new GroupProof(
                bench.assignment(), bench.means(), new Steps(bench.means().history()));
    }

    /** Step 3.K with what it measured. */
    private static StepRecord k(Bench bench) {
        StepRecord record = new StepRecord(
                "3.K",
                "the hotfix is installed",
                Bench.BEGAN,
                proof(bench).promises(bench.assignment().group().sgmsOf(ChassisId.CHASSIS1)));
        prove(bench, record);
        return record;
    }

    private static List<String> wrong(StepRecord record) {
        return record.measurements().stream()
                .filter(measurement -> !measurement.asExpected())
                .map(Measurement::toString)
                .toList();
    }

    private Bench installed() {
        bench.sgms().values().forEach(sgm -> sgm.has(110));
        return bench;
    }

    @Test
    void a_hotfix_that_every_sgm_shows_in_both_ways_is_proven() {
        assertThat(k(installed()).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void both_ways_are_promised_for_each_sgm_of_the_chassis_and_no_other() {
        assertThat(k(installed()).promised())
                .containsExactly("1_01 by installer", "1_01 by cpinfo", "1_02 by installer", "1_02 by cpinfo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void a_silent_sgm_is_not_proven_by_either_way(String sgm) {
        installed().sgm(sgm).silent();

        assertThat(k(bench).silences())
                .containsExactly(entry(sgm + " by installer", "no answer"), entry(sgm + " by cpinfo", "no answer"));
    }

    @Test
    void a_silent_sgm_is_neither_proven_nor_failed() {
        installed().sgm("1_02").silent();

        assertThat(k(bench).outcome()).isEqualTo(Outcome.NOT_PROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void an_sgm_that_only_cpinfo_shows_the_hotfix_on_is_not_proven(String sgm) {
        installed().sgm(sgm).byInstaller(109);

        assertThat(wrong(k(bench))).containsExactly(sgm + " by installer: Take 109, expected Take 110");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void an_sgm_that_only_the_installer_shows_the_hotfix_on_is_not_proven(String sgm) {
        installed().sgm(sgm).byCpinfo(111);

        assertThat(wrong(k(bench))).containsExactly(sgm + " by cpinfo: Take 111, expected Take 110");
    }

    @Test
    void what_is_wrong_points_at_the_screen_it_was_read_from() {
        installed().sgm("1_01").byInstaller(109);
        bench.sgm("1_02").byCpinfo(109);

        assertThat(k(bench).finding().deciding())
                .containsExactly(
                        Deciding.of(SgmId.parse("1_01"), "show installer packages installed"),
                        Deciding.of(SgmId.parse("1_02"), "cpinfo -y all"));
    }

    private static Fact.TableKept table(Bench bench) {
        return bench.means().history().facts().stream()
                .filter(Fact.TableKept.class::isInstance)
                .map(Fact.TableKept.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void the_table_says_of_each_sgm_whether_it_is_proven() {
        installed().sgm("1_01").booted(Instant.parse("2026-11-22T03:04:05Z"));
        bench.sgm("1_02").byCpinfo(109).word("DOWN");
        k(bench);

        assertThat(table(bench).title()).isEqualTo("Proof of Take 110, SGM x evidence");
        assertThat(table(bench).rows())
                .containsExactly(
                        List.of("1_01", "UP", "Take 110", "Take 110", "2026-11-22T03:04:05Z", "proven"),
                        List.of("1_02", "DOWN", "Take 110", "Take 109", "2026-11-01T06:00:00Z", "NOT PROVEN"));
    }

    @Test
    void the_table_says_that_a_silent_sgm_gave_no_answer() {
        installed().sgm("1_02").silent();
        k(bench);

        assertThat(table(bench).rows().get(1))
                .containsExactly("1_02", "UP", "no answer", "no answer", "no answer", "NOT PROVEN");
    }

    private static void everySgm(Bench bench) {
        proof(bench).everySgm("every SGM has the hotfix");
    }

    /** As the procedure leaves a group. */
    private Bench done() {
        bench.sgms().values().forEach(sgm -> sgm.says(AGENT, "Build number: 2003"));
        return installed().role(ChassisId.CHASSIS1, "ACTIVE").role(ChassisId.CHASSIS2, "STANDBY");
    }

    private void assertNotProvenAtTheEnd(String why) {
        assertThatThrownBy(() -> everySgm(bench))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining(why);
    }

    @Test
    void the_end_of_the_procedure_is_proven_on_both_chassis() {
        everySgm(done());

        Fact.StepFinished proof = (Fact.StepFinished) bench.means().history().facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(proof.measurements())
                .extracting(Measurement::name)
                .containsExactly(
                        "1_01 by installer",
                        "1_01 by cpinfo",
                        "1_02 by installer",
                        "1_02 by cpinfo",
                        "2_01 by installer",
                        "2_01 by cpinfo",
                        "2_02 by installer",
                        "2_02 by cpinfo",
                        "role of chassis1",
                        "role of chassis2",
                        "builds of the CPUSE Agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02", "2_01", "2_02"})
    void the_end_is_not_proven_without_one_sgm(String sgm) {
        done().sgm(sgm).byCpinfo(109);

        assertNotProvenAtTheEnd(sgm + " by cpinfo: Take 109, expected Take 110");
    }

    @Test
    void the_end_is_not_proven_while_chassis_a_does_not_carry() {
        done().role(ChassisId.CHASSIS1, "STANDBY");

        assertNotProvenAtTheEnd("role of chassis1: STANDBY, expected ACTIVE");
    }

    @Test
    void the_end_is_not_proven_while_chassis_b_is_not_standby() {
        done().role(ChassisId.CHASSIS2, "DOWN");

        assertNotProvenAtTheEnd("role of chassis2: DOWN, expected STANDBY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "2_02"})
    void the_end_is_not_proven_when_one_sgm_has_another_agent(String sgm) {
        done().sgm(sgm).says(AGENT, "Build number: 1999");

        assertNotProvenAtTheEnd("expected one build on every SGM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "2_02"})
    void the_end_is_not_proven_when_one_sgm_does_not_name_its_agent(String sgm) {
        done().sgm(sgm).says(AGENT, "");

        assertThatThrownBy(() -> everySgm(bench))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining(sgm + "=no answer");
    }

    @Test
    void a_role_that_is_not_as_it_should_be_points_at_the_rows_of_its_chassis() {
        done().role(ChassisId.CHASSIS2, "DOWN");
        List<Trouble> troubles = new ArrayList<>();
        Steps steps = new Steps(bench.means().history());
        steps.whenEnded(troubles::add);

        assertThatThrownBy(() -> new GroupProof(bench.assignment(), bench.means(), steps).everySgm("the end"))
                .hasMessageContaining("role of chassis2: DOWN, expected STANDBY");
        assertThat(troubles.get(0).finding().deciding())
                .singleElement()
                .satisfies(deciding -> assertThat(deciding.rows())
                        .extracting(row -> row.id().toString())
                        .containsExactly("2_01", "2_02"));
    }

    @Test
    void the_end_is_not_proven_when_no_agent_answers() {
        done().sgms().values().forEach(sgm -> sgm.says(AGENT, ""));

        assertThatThrownBy(() -> proof(bench).everySgm("the end"))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("1_01=no answer, 1_02=no answer, 2_01=no answer, 2_02=no answer");
    }

    @Test
    void without_CPUSE_cpinfo_alone_is_promised_and_that_is_noted() {
        Bench old = new Bench(Release.R76SP);
        old.sgms().values().forEach(sgm -> sgm.byCpinfo(110));

        StepRecord record = k(old);

        assertThat(record.promised()).containsExactly("1_01 by cpinfo", "1_02 by cpinfo");
        assertThat(record.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(record.notes())
                .containsExactly(
                        "One proof only: R76SP has no list of installed packages, so the take rests on cpinfo alone.");
    }

    @Test
    void where_there_is_CPUSE_nothing_is_noted() {
        assertThat(k(installed()).notes()).isEmpty();
    }

    @Test
    void without_CPUSE_the_end_is_proven_without_an_agent() {
        Bench old = new Bench(Release.R76SP);
        old.sgms().values().forEach(sgm -> sgm.byCpinfo(110));
        old.role(ChassisId.CHASSIS1, "ACTIVE").role(ChassisId.CHASSIS2, "STANDBY");

        everySgm(old);

        assertThat(old.typed()).noneMatch(line -> line.contains("build"));
    }
}
