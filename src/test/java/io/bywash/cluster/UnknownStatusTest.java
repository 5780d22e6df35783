package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word, a column or a line of the status that is not known, and could change what it says, makes it not proven. */
class UnknownStatusTest {
    private static final String BOTH = """
            | System Status - 64000                                                        |
            | Up time                       | 08:12:44 hours                               |
            --------------------------------------------------------------------------------
            | SGM ID                 Chassis 1                    Chassis 2                |
            |                        STANDBY                      ACTIVE                   |
            --------------------------------------------------------------------------------
            | 1                      UP                           ACTIVE                   |
            %s
            | 3                      UP                           ACTIVE                   |
            --------------------------------------------------------------------------------
            | Chassis Parameters                                                           |
            | Unit                   Chassis 1        Chassis 2        Unit Weight         |
            | Fans                   6 / 6            6 / 6            5                   |
            """;
    private static final String BLOCK = """
            | Chassis 1                     ACTIVE                                      |
            -----------------------------------------------------------------------------
            | SGM ID         State          Process                   Policy Date       |
            | 1              UP             Enforcing Security        12Feb15 09:07     |
            %s
            """;

    private static GroupStatus read(String screen) {
        return StatusScreen.read(screen, Instant.EPOCH, List.of("UP", "ACTIVE"));
    }

    private static void assertUnknown(String screen, String line) {
        assertThatThrownBy(() -> read(screen))
                .isInstanceOf(UnknownLine.class)
                .isInstanceOf(NotProven.class)
                .hasMessageStartingWith("The status of the Security Group shows what is not known here")
                .hasMessageContaining("\"" + line.strip() + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 2                                                   ACTIVE                   |",
                "| 2                      UP                           ACTIVE        FROZEN     |",
                "| 0                      UP                           ACTIVE                   |",
                "| 15                     UP                           ACTIVE                   |",
                "| 2 (guest)              UP                           ACTIVE                   |",
                "| All members are frozen                                                       |",
                "| 1                      DOWN                         ACTIVE                   |",
                "2                        UP                           ACTIVE",
                "Failed to connect to 1_02 (Connection timed out).",
            })
    void between_the_sgms_every_line_has_to_be_known(String line) {
        assertUnknown(BOTH.formatted(line), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 2              UP             Enforcing Security        12Feb15 09:07     yes |",
                "| SGM ID         State          Process                   Shadow            |",
                "| Chassis 2                     FROZEN                                      |",
                "| Chassis 2                                                                 |",
                "| Chassis 2      STANDBY        FROZEN                                      |",
            })
    void in_the_block_of_a_chassis_every_line_has_to_be_known(String line) {
        assertUnknown(BLOCK.formatted(line), line);
    }

    @Test
    void a_third_chassis_or_another_column_is_not_passed_over() {
        String line = "| SGM ID                 Chassis 1        Chassis 2        Health              |";

        assertUnknown(line, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE(!)", "ACTIVEISH", "STANDBY (frozen)", "DOWN (lost)"})
    void a_role_in_an_unknown_word_is_not_guessed(String role) {
        String line = "|                        %-28s ACTIVE                   |".formatted(role);

        assertUnknown("""
                | SGM ID                 Chassis 1                    Chassis 2                |
                %s
                """.formatted(line), line);
    }

    @Test
    void a_line_of_roles_with_a_word_too_few_is_not_guessed() {
        String line = "|                                                     ACTIVE                   |";

        assertUnknown("""
                | SGM ID                 Chassis 1                    Chassis 2                |
                %s
                """.formatted(line), line);
    }

    @Test
    void an_unknown_word_of_an_sgm_is_kept_and_named() {
        GroupStatus status = read(
                BOTH.formatted("| 2                      UP                           WEDGED                   |"));

        assertThat(status.unknown()).extracting(Object::toString).containsExactly("2_02 WEDGED");
        assertThat(status.carries(ChassisId.CHASSIS2, new java.util.TreeSet<>(List.of(SgmId.parse("2_2")))))
                .isFalse();
    }

    @Test
    void unknown_labels_above_and_below_the_sgms_say_nothing_of_a_state() {
        GroupStatus status = read("| Serial                        | 0815                                         |\n"
                + BOTH.formatted("| 2                      UP                           ACTIVE                   |")
                + "| Moon                   full             new              -                   |\n");

        assertThat(status.role(ChassisId.CHASSIS1)).contains(ChassisRole.STANDBY);
        assertThat(status.sgms()).hasSize(6);
    }

    @Test
    void a_synchronisation_in_an_unknown_word_is_not_known() {
        assertThat(read("|   Sync to Active chassis:     Halfway                                        |")
                        .synchronised())
                .isEmpty();
    }

    @Test
    void the_same_screen_drawn_twice_is_read() {
        String screen = BOTH.formatted(
                        "| 2                      UP                           ACTIVE                   |")
                .lines()
                .filter(line -> !line.contains("Parameters") && !line.contains("Unit") && !line.contains("Fans"))
                .reduce("", (all, line) -> all + line + "\n")
                .replaceAll("(?m)^\\| (?:System|Up time).*\\R", "");

        assertThat(read(screen + screen).sgms()).hasSize(6);
    }
}
