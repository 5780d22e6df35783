package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.cluster.Boot;
import io.bywash.cluster.SgmTour;
import io.bywash.gaia.GaiaSession;
import io.bywash.group.ChassisId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The bench says what a device would, so that a test on it can be believed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchTest {
    private final Bench bench = new Bench();

    @Test
    void a_look_shows_roles_and_states() {
        bench.sgm("1_02").word("READY");

        assertThat(bench.means().monitor().look())
                .hasToString("chassis1 STANDBY: 1_01 UP, 1_02 READY; chassis2 ACTIVE: 2_01 UP, 2_02 UP");
    }

    @Test
    void each_sgm_answers_for_itself() {
        bench.sgm("1_02").booted(Instant.parse("2026-11-20T04:05:06Z"));
        try (GaiaSession session = bench.means().address().logIn("test")) {
            assertThat(SgmTour.of(
                            session,
                            bench.assignment().group().sgms(),
                            on -> Boot.read(on, bench.means().dialect())))
                    .containsEntry(bench.sgm("1_02").id(), Instant.parse("2026-11-20T04:05:06Z"))
                    .containsEntry(bench.sgm("2_02").id(), Instant.parse("2026-11-01T06:00:00Z"));
        }
    }

    @Test
    void how_the_group_stands_is_read_whole() {
        bench.sgm("1_01").has(110);
        bench.sgm("2_02").silent().answering().autoConfirm().lease("someone");

        Standing standing = Standing.read(bench.assignment(), bench.means());

        assertThat(standing.told(ChassisId.CHASSIS1))
                .isEqualTo("1_01 Take 110 by installer, Take 110 by cpinfo, "
                        + "1_02 no take installed by installer, no take installed by cpinfo");
        assertThat(standing.withoutBrake()).containsExactly(bench.sgm("2_02").id());
        assertThat(standing.leases()).containsEntry(bench.sgm("2_02").id(), "someone");
        assertThat(standing.withoutPackage()).isEmpty();
        assertThat(standing.cloningNotOff()).isEmpty();
    }

    @Test
    void a_fail_over_has_what_it_asks_for() {
        TakeOver.readWith(bench.means().dialect())
                .forEach(check -> assertThat(
                                check.read(bench.means(), bench.assignment().group())
                                        .values())
                        .allMatch(fit -> fit.good()));
    }
}
