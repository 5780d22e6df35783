package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanesTest {
    private static final long BOUND = MadeRun.nanos(300);

    private static Map<SgmId, SgmStatus> one(String id, SgmState state, String word) {
        SgmId sgm = SgmId.parse(id);
        return Map.of(sgm, new SgmStatus(sgm, state, word));
    }

    private static Lanes lanes(Map<ChassisId, ChassisRole> roles, Map<SgmId, SgmStatus> sgms) {
        return Lanes.of(MadeRun.real(2, 1).look(3, roles, new TreeMap<>(sgms)).unfinished(), BOUND);
    }

    @Test
    void every_sgm_of_the_inventory_has_a_lane_though_nobody_looked() {
        assertThat(Lanes.of(MadeRun.real(2, 1).unfinished(), BOUND).all())
                .extracting(Lane::name)
                .containsExactly("Chassis 1", "Chassis 2", "1_01", "1_02", "2_01");
    }

    @Test
    void an_sgm_that_is_not_in_the_inventory_has_a_lane_too() {
        assertThat(lanes(Map.of(), one("2_07", SgmState.UP, "ACTIVE")).chassis2())
                .extracting(Lane::name)
                .containsExactly("2_01", "2_07");
    }

    @Test
    void an_sgm_without_a_row_is_not_shown() {
        assertThat(lanes(Map.of(), one("1_01", SgmState.UP, "ACTIVE"))
                        .chassis1()
                        .get(1)
                        .bands())
                .extracting(Lane.Band::showing)
                .containsExactly(Showing.NOT_SHOWN);
    }

    @Test
    void a_band_has_the_word_of_the_screen() {
        assertThat(lanes(Map.of(), one("1_01", SgmState.ABSENT, "LOST"))
                        .chassis1()
                        .get(0)
                        .bands())
                .extracting(Lane.Band::word)
                .containsExactly("LOST");
    }

    @Test
    void a_role_that_could_not_be_read_is_unknown() {
        assertThat(lanes(Map.of(ChassisId.CHASSIS2, ChassisRole.ACTIVE), Map.of())
                        .roles()
                        .get(0)
                        .bands())
                .extracting(Lane.Band::showing)
                .containsExactly(Showing.UNKNOWN);
    }

    @Test
    void each_chassis_has_its_own_role() {
        Lanes lanes = Lanes.of(MadeRun.real(1, 1).calm(1).unfinished(), BOUND);

        assertThat(lanes.roles())
                .flatExtracting(Lane::bands)
                .extracting(Lane.Band::showing)
                .containsExactly(Showing.ROLE_STANDBY, Showing.ROLE_ACTIVE);
    }

    @Test
    void looks_are_counted() {
        assertThat(Lanes.of(MadeRun.real(1, 1).calm(1).calm(2).unfinished(), BOUND)
                        .looks())
                .isEqualTo(2);
    }
}
