package io.bywash.procedure;

import static io.bywash.group.ChassisId.CHASSIS1;
import static io.bywash.group.ChassisId.CHASSIS2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bywash.evidence.Fact;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.evidence.Told;
import io.bywash.gaia.SgmSilent;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How far the Security Group has come is read whole, or not at all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {
    private final Bench bench = new Bench();

    private Standing read() {
        return Standing.read(bench.assignment(), bench.means());
    }

    private <T extends Throwable> T refused(Class<T> how) {
        return catchThrowableOfType(how, this::read);
    }

    @Test
    void a_word_that_is_not_known_is_not_taken_for_any_state() {
        bench.sgm("1_02").word("WEDGED");

        assertThat(refused(NotProven.class))
                .hasMessageContaining(
                        "The status shows words that are not known here: [1_02 WEDGED]. Nothing was sent.")
                .returns("every SGM in a state whose word is known", Told::expected)
                .satisfies(e -> assertThat(e.finding().advice()).contains("belongs under 'upStates' of 'dialect'"))
                .satisfies(e -> assertThat(e.finding().deciding()).hasSize(1));
    }

    @Test
    void an_sgm_that_is_away_may_be_on_its_way_back_from_an_installation() {
        bench.sgm("2_01").word("DETACHED");

        assertThat(refused(Refused.class))
                .hasMessageContaining("The Security Group harbour is not whole, so nothing was sent: [2_01 DETACHED].")
                .returns("every SGM there, and none starting", Told::expected)
                .satisfies(e -> assertThat(e.finding().remedy()).isEqualTo(Remedy.ON_THE_GROUP));
    }

    @Test
    void an_sgm_that_is_starting_is_waited_for_by_a_person() {
        bench.sgm("1_01").word("INIT");

        assertThat(refused(Refused.class)).hasMessageContaining("is not whole, so nothing was sent: [1_01 INIT].");
    }

    @Test
    void an_sgm_that_is_not_described_is_another_group() {
        bench.furtherRow("| 3   UP   - |");

        assertThat(refused(Refused.class))
                .hasMessageContaining(
                        "The Security Group harbour is not the one that was described, so nothing was sent.")
                .hasMessageContaining("not described: [1_03]. Described and not on the device: [].")
                .returns("the SGMs [1_01, 1_02, 2_01, 2_02], and no others", Told::expected)
                .satisfies(e -> assertThat(e.finding().remedy()).isEqualTo(Remedy.ON_OUR_SIDE));
    }

    @Test
    void an_sgm_that_is_described_and_not_shown_is_another_group() {
        bench.sgm("2_02").word("-");

        assertThat(refused(Refused.class))
                .hasMessageContaining("not described: []. Described and not on the device: [2_02].");
    }

    @Test
    void another_release_has_another_wording_and_nothing_is_typed_in_it() {
        bench.runs("R81.20");

        assertThat(refused(Refused.class))
                .hasMessageContaining(
                        "The Security Group harbour runs R81.20, and R81.10 was described, so nothing was sent.")
                .returns("release R81.10", Told::expected)
                .satisfies(e -> assertThat(e.finding().remedy()).isEqualTo(Remedy.ON_OUR_SIDE));
    }

    @Test
    void an_sgm_that_does_not_answer_is_not_counted_as_one_without_the_hotfix() {
        bench.sgm("1_02").silent();

        assertThat(catchThrowableOfType(SgmSilent.class, this::read))
                .returns(bench.sgm("1_02").id(), SgmSilent::sgm);
    }

    @Test
    void where_the_group_stands_is_kept_sgm_by_sgm() {
        bench.sgm("1_02").has(110).byCpinfo(109).word("READY");

        read();

        assertThat(bench.means().history().facts().stream()
                        .filter(Fact.TableKept.class::isInstance)
                        .map(Fact.TableKept.class::cast)
                        .toList())
                .singleElement()
                .returns("Where the Security Group stands", Fact.TableKept::title)
                .returns(List.of("SGM", "state", "by installer", "by cpinfo"), Fact.TableKept::header)
                .returns(
                        List.of(
                                List.of("1_01", "UP", "no take installed", "no take installed"),
                                List.of("1_02", "READY", "Take 110", "Take 109"),
                                List.of("2_01", "UP", "no take installed", "no take installed"),
                                List.of("2_02", "UP", "no take installed", "no take installed")),
                        Fact.TableKept::rows);
    }

    /** Each stage is behind, and the group as the procedure leaves it. */
    private Standing done() {
        bench.sgms().values().forEach(sgm -> sgm.has(110));
        bench.role(CHASSIS1, "ACTIVE").role(CHASSIS2, "STANDBY");
        return read();
    }

    @ParameterizedTest
    @EnumSource(names = "IMAGE_CLONING", mode = Mode.EXCLUDE)
    void at_the_end_each_stage_is_behind(Stage stage) {
        assertThat(done().isBehind(stage)).isTrue();
    }

    @Test
    void image_cloning_is_looked_at_every_time() {
        assertThat(done().isBehind(Stage.IMAGE_CLONING)).isFalse();
    }
}
