package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.group.SgmId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An SGM that says nothing is neither as it should be nor otherwise; and what is wrong points at the screens it was read from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceTest {
    private static final String SHOW_CLONING = "show smo image auto-clone state";

    private final Bench bench = new Bench();

    private PackagePreparation preparation() {
        bench.sgms().values().forEach(sgm -> sgm.status("Available for Install"));
        PackagePreparation preparation = new PackagePreparation(
                bench.assignment(), bench.means(), new Steps(bench.means().history()));
        preparation.connect(StepId.parse("1.C"), "connect");
        preparation.goToGclish(StepId.parse("1.E"), "go to gClish");
        return preparation;
    }

    private CloningSwitchedOff cloning() {
        CloningSwitchedOff cloning = new CloningSwitchedOff(
                bench.assignment(), bench.means(), new Steps(bench.means().history()));
        cloning.connect(StepId.parse("2.A"), "connect");
        return cloning;
    }

    @Test
    void a_verification_without_a_row_of_one_sgm_is_not_proven() {
        PackagePreparation preparation = preparation();
        bench.sgm("1_02").silent();

        NotProven e = catchThrowableOfType(NotProven.class, () -> preparation.verify(StepId.parse("1.H"), "verify"));

        assertThat(e.seen())
                .isEqualTo(
                        "The Security Group did not tell what the step promised to measure: answer of 1_02: no row. Nothing more is sent.");
    }

    @Test
    void a_list_of_packages_that_one_sgm_does_not_show_is_not_proven() {
        PackagePreparation preparation = preparation();
        bench.sgm("2_02").silent();

        NotProven e =
                catchThrowableOfType(NotProven.class, () -> preparation.showImported(StepId.parse("1.G"), "list"));

        assertThat(e.seen()).contains("list of 2_02: no answer");
    }

    @Test
    void an_sgm_that_says_nothing_of_image_cloning_is_not_proven() {
        bench.sgm("2_02").says(SHOW_CLONING, "");

        NotProven e =
                catchThrowableOfType(NotProven.class, () -> cloning().examineAgain(StepId.parse("2.E"), "examine"));

        assertThat(e.finding().deciding()).containsExactly(Deciding.of(SgmId.parse("2_02"), SHOW_CLONING));
    }

    @Test
    void an_sgm_whose_image_cloning_is_on_has_failed_and_its_line_is_shown() {
        bench.sgm("2_02").says(SHOW_CLONING, "");
        bench.sgm("1_02").cloning("on");
        CloningSwitchedOff cloning = cloning();

        assertThat(catchThrowableOfType(Misbehaviour.class, () -> cloning.examineAgain(StepId.parse("2.E"), "examine")))
                .hasMessageContaining("[1_02, 2_02]");
        assertThat(RawScreen.of(
                        bench.means().history().facts(), List.of(Deciding.of(SgmId.parse("1_02"), SHOW_CLONING))))
                .get()
                .extracting(RawScreen::lines)
                .isEqualTo(List.of("1_02: Image auto-clone state is on"));
    }

    @Test
    void a_field_that_is_not_as_it_may_be_points_at_its_screen() {
        bench.means().monitor().look();
        FieldScreens screens =
                new FieldScreens(bench.means().dialect(), bench.means().history());

        assertThat(screens.of(List.of(
                        judged("1_02 take by cpinfo"),
                        judged("1_02 image cloning"),
                        judged("2_01 booted"),
                        judged("2_01 package x.tgz"),
                        judged("2_02 interface eth1-02"))))
                .containsExactly(
                        Deciding.of(SgmId.parse("1_02"), "g_all -a cpinfo -y all"),
                        Deciding.of(SgmId.parse("1_02"), SHOW_CLONING),
                        Deciding.of(SgmId.parse("2_01"), "g_all -a grep btime /proc/stat"),
                        Deciding.of(SgmId.parse("2_01"), "show installer packages imported"));
        assertThat(screens.of(List.of(judged("1_01 state"))))
                .singleElement()
                .satisfies(deciding -> assertThat(deciding.rows())
                        .extracting(row -> row.id().toString())
                        .containsExactly("1_01"));
        assertThat(screens.of(List.of(judged("policy"))))
                .singleElement()
                .satisfies(deciding -> assertThat(deciding.rows()).hasSize(4));
    }

    private static Comparison.Judged judged(String field) {
        return new Comparison.Judged(
                FieldRule.EQUAL,
                new io.bywash.evidence.Fact.Difference(field, "a", "b", "must equal", false, ""),
                io.bywash.evidence.Outcome.FAILED);
    }
}
