package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.procedure.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageSelectionTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "@procedure"})
    void no_tag_selects_every_stage(String tags) {
        assertThat(StageSelection.of(tags)).containsExactly(Stage.values());
    }

    @Test
    void a_tag_selects_its_stage() {
        assertThat(StageSelection.of("@chassisA")).containsExactly(Stage.CHASSIS_A);
    }

    @Test
    void several_stages_come_in_the_vendor_s_order() {
        assertThat(StageSelection.of("@failover or @chassisA")).containsExactly(Stage.CHASSIS_A, Stage.FAILOVER);
    }

    @Test
    void a_mistyped_tag_is_told_with_the_nearest_and_all_stages() {
        assertThatThrownBy(() -> StageSelection.of("@chasisA"))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith(
                        "The tag '@chasisA' selects no stage, so nothing was run. Did you mean @chassisA? The stages are @preliminary (1. Import and verify the package), @imageCloning");
    }

    @Test
    void a_tag_without_its_sign_is_told_with_the_nearest() {
        assertThatThrownBy(() -> StageSelection.of("failover")).hasMessageContaining("Did you mean @failover?");
    }

    @Test
    void what_is_no_tag_expression_is_told() {
        assertThatThrownBy(() -> StageSelection.of("@chassisA and (")).hasMessageContaining("is no tag expression");
    }
}
