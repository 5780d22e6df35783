package io.bywash.procedure;

import static io.bywash.group.ChassisId.CHASSIS1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Step H: whether an SGM has rebooted is known by its boot time, also where no look shows it away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReturnAfterRebootTest {
    private static final String STATUS = "asg stat -v";
    private static final String BOOT = "grep btime /proc/stat";
    private static final Instant BEFORE = Instant.parse("2026-11-01T06:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-22T02:09:30Z");

    private final Bench bench = new Bench().installation("Installing: 4% / Installing: 5%");
    private final Steps steps = new Steps(bench.means().history());

    /** Steps A to F; what comes then is said of each SGM before the next look at the group. */
    private ChassisInstallation installed(Runnable then) {
        bench.means().lease().take();
        ChassisInstallation part = new ChassisInstallation(bench.assignment(), bench.means(), steps, CHASSIS1);
        part.connect(StepId.parse("3.A"), "connect");
        part.logInToExpert(StepId.parse("3.B"), "log in");
        part.setDown(StepId.parse("3.C"), "set down");
        part.connectToSgm(StepId.parse("3.D"), "connect to the SGM");
        part.goToGclish(StepId.parse("3.E"), "go to gClish");
        part.install(StepId.parse("3.F"), "install");
        part.exitToExpert(StepId.parse("3.G"), "exit");
        bench.before(STATUS, then);
        return part;
    }

    private void waitForReturn(Runnable then) {
        try (ChassisInstallation part = installed(then)) {
            part.waitForReturn(StepId.parse("3.H"), "wait");
        }
    }

    private void booted(String sgm, Instant at) {
        bench.sgm(sgm).has(110).booted(at);
    }

    private String measured(String name) {
        return bench.means().history().facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .filter(step -> step.id().equals("3.H"))
                .flatMap(step -> step.measurements().stream())
                .filter(measurement -> measurement.name().equals(name))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void sgms_whose_boot_time_is_later_than_before_have_rebooted() {
        waitForReturn(() -> {
            booted("1_01", AFTER);
            booted("1_02", BEFORE.plusSeconds(1));
        });

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(measured("boot of 1_02")).contains("2026-11-01T06:00:01Z");
    }

    /** How often an SGM was asked for its boot time: before the order and at the end of the step, and in between. */
    private long asked(String sgm) {
        return bench.typed().stream().filter((sgm + ": " + BOOT)::equals).count();
    }

    @Test
    void an_sgm_whose_boot_time_is_later_is_not_asked_again() {
        waitForReturn(() -> {
            booted("1_01", AFTER);
            booted("1_02", AFTER);
        });

        assertThat(asked("1_02")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T06:00:00Z", "2026-11-01T05:59:59Z"})
    void a_boot_time_that_is_not_later_than_before_is_no_reboot(Instant boot) {
        waitForReturn(() -> {
            booted("1_01", AFTER);
            booted("1_02", boot);
            bench.before(BOOT, () -> {}).before(BOOT, () -> {}).before(BOOT, () -> booted("1_02", AFTER));
        });

        assertThat(asked("1_02")).isEqualTo(4);
    }

    @Test
    void an_sgm_that_does_not_answer_is_asked_again_later() {
        waitForReturn(() -> {
            booted("1_01", AFTER);
            bench.sgm("1_02").silent();
            bench.before(BOOT, () -> {
                booted("1_02", AFTER);
                bench.sgm("1_02").answering();
            });
        });

        assertThat(measured("boot of 1_02")).contains("2026-11-22T02:09:30Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T06:00:00Z", "2026-11-01T05:59:59Z"})
    void an_sgm_that_was_seen_away_and_has_its_boot_time_of_before_fails_the_step(Instant boot) {
        assertThatThrownBy(() -> waitForReturn(() -> {
                    booted("1_01", AFTER);
                    booted("1_02", boot);
                    bench.sgm("1_02").word("LOST");
                    bench.before(STATUS, () -> bench.sgm("1_02").word("DOWN (admin)"));
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("boot of 1_02: %s, expected after 2026-11-01T06:00:00Z", boot);
    }
}
