package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartingStateTest {
    @TempDir
    Path root;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FRESH,            STANDBY ACTIVE,  on,  false, false, 2_01",
        "PACKAGE_VERIFIED, STANDBY ACTIVE,  on,  false, false, 2_01",
        "CLONING_OFF,      STANDBY ACTIVE,  off, false, false, 2_01",
        "CHASSIS_A_DONE,   STANDBY ACTIVE,  off, true,  false, 2_01",
        "FAILED_OVER,      ACTIVE DOWN,     off, true,  false, 1_01",
        "ALL_DONE,         ACTIVE STANDBY,  off, true,  true,  1_01"
    })
    void leaves_the_group_as_its_part_of_the_procedure_does(
            StartingState state, String roles, String cloning, boolean onA, boolean onB, String smo) {
        Desk desk = new Desk(Desk.twoByTwo(state), root);

        String[] expected = roles.split(" ");
        assertThat(desk.expert("1_1", "asg stat"))
                .contains("|                        %-28s %-25s|".formatted(expected[0], expected[1]));
        assertThat(desk.clish("1_2", "show smo image auto-clone state")).contains("state is " + cloning);
        assertThat(desk.sgm("1_2").packages().runningJumbo().isPresent()).isEqualTo(onA);
        assertThat(desk.sgm("2_2").packages().runningJumbo().isPresent()).isEqualTo(onB);
        assertThat(desk.number("2_1") > 0).isEqualTo(state != StartingState.FRESH);
        assertThat(desk.group.smo().orElseThrow().id()).hasToString(smo);
    }
}
