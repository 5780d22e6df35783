package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bywash.simulator.Act;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.Ledger;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is stopped (SIGSTOP) and continued: what it knew is old, and it acts on nothing of that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledOnOs(OS.LINUX)
class StoppedProcessTest {
    @TempDir
    private Path folder;

    @Test
    void an_act_that_became_harmful_while_the_process_was_stopped_before_its_enter_is_not_sent()
            throws InterruptedException {
        EmbeddedSettings settings = Site.group(1, 1).withFrom(StartingState.CHASSIS_A_DONE);
        try (Site site = new Site(folder, settings);
                Child child = stopped(site, "ActIntended/asg chassis_admin -c 2 down:1+0ms:STOP", "@failover")) {
            setDown(site.group(), 1);
            continueAfter(child, 6_000);

            assertThat(child.end()).isEqualTo(1);
            Ledger ledger = site.group().ledger();
            assertThat(ledger.acts())
                    .filteredOn(act -> act.kind() == Act.Kind.CHASSIS_DOWN)
                    .extracting(Act::line)
                    .containsExactly("asg chassis_admin -c 1 down");
            assertThat(ledger.outages()).isEmpty();
        }
    }

    @Test
    void a_wait_whose_time_ran_out_while_the_process_was_stopped_looks_again() throws InterruptedException {
        EmbeddedSettings settings = Site.group(1, 1).withFrom(StartingState.CLONING_OFF);
        try (Site site = new Site(folder, settings);
                Child child = stopped(site, "WaitStarted/STANDBY:1+0ms:STOP", "@chassisA")) {
            continueAfter(child, 65_000);

            assertThat(child.end()).as(() -> String.join("\n", child.said())).isZero();
        }
    }

    private static Child stopped(Site site, String point, String stage) {
        Child child = Child.start(List.of(), site, point, stage);
        assertThat(child.hear("here "))
                .as(() -> String.join("\n", child.said()))
                .isNotNull();
        await().until(child::isStopped);
        return child;
    }

    private static void continueAfter(Child child, long millis) throws InterruptedException {
        assertThat(child.goesOnFor(millis)).isTrue();
        child.resume();
    }

    private static void setDown(EmbeddedGroup group, int chassis) {
        Colleague.types(
                group,
                "expert",
                EmbeddedGroup.EXPERT_PASSWORD,
                "asg chassis_admin -c %d down".formatted(chassis),
                "y",
                "Ann",
                "",
                "exit",
                "exit");
    }
}
