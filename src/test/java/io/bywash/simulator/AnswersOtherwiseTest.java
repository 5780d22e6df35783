package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that a person shrugs at: the same answers in other words, in another place, or a little later. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersOtherwiseTest {
    private static final Victim SGM_1_2 = new Victim(ChassisId.CHASSIS1, 1);
    private static final String SHOW = "show smo image auto-clone state";

    @TempDir
    Path root;

    private Desk desk(StartingState from, Fault fault) {
        return new Desk(Desk.twoByTwo(from).withFaults(FaultPlan.of("the fault", fault)), root);
    }

    @ParameterizedTest
    @CsvSource({
        "CHASSIS, chassis1",
        "RANGE, 1_1-1_2",
        "BACKWARDS_WITHOUT_ZEROS, '1_2,1_1'",
    })
    void the_audit_asks_in_lower_case_and_names_the_same_sgms_otherwise(AuditOtherwise.Naming naming, String named) {
        Desk desk = desk(StartingState.CLONING_OFF, new AuditOtherwise(naming));
        desk.chassis(1, "down");

        assertThat(desk.gclish(
                        "1_1",
                        "installer install %d member_ids 1_1-1_2".formatted(desk.number("1_1")),
                        "y",
                        "y",
                        "y",
                        "Ann",
                        ""))
                .contains("The machines(" + named + ") will automatically reboot")
                .contains(" on blades: " + named)
                .contains("Are you sure? (y - yes, any other key - no)")
                .doesNotContain("(Y - yes");
    }

    @Test
    void nobody_is_let_in_for_a_while_and_then_everybody() {
        Desk desk = desk(
                StartingState.CLONING_OFF,
                new NobodyLetIn(When.before(SHOW, 1), Duration.ofSeconds(30), Optional.empty()));

        assertThat(desk.gclish("2_1", SHOW)).startsWith("CLINFR0819  User: admin denied access via CLI\n");
        desk.pass(Duration.ofSeconds(31));
        assertThat(desk.gclish("2_1", SHOW)).contains("1_02:\nImage auto-clone state is off");
    }

    @Test
    void one_sgm_lets_nobody_in_for_a_while_and_the_others_answer() {
        Desk desk = desk(
                StartingState.CLONING_OFF,
                new NobodyLetIn(When.before(SHOW, 1), Duration.ofSeconds(30), Optional.of(SGM_1_2)));

        assertThat(desk.gclish("2_1", SHOW))
                .contains("1_01:\nImage auto-clone state is off")
                .contains("1_02:\nCLINFR0819  User: admin denied access via CLI");
        desk.pass(Duration.ofSeconds(31));
        assertThat(desk.gclish("2_1", SHOW)).contains("1_02:\nImage auto-clone state is off");
    }

    @Test
    void the_notice_of_a_lock_stands_below_the_heading_of_one_sgm() {
        Desk desk = desk(StartingState.CLONING_OFF, new NoticeAmidst(SGM_1_2));

        assertThat(desk.expert("2_1", "gclish -c \"" + SHOW + "\""))
                .contains("1_02:\nCLINFR0771  Config lock is owned by mira.")
                .containsOnlyOnce("CLINFR0771");
    }
}
