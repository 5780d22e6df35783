package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.ChassisId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptStateTest {
    @TempDir
    Path directory;

    private final AtomicReference<DeviceClock> clock = new AtomicReference<>();

    @Test
    void an_installation_under_way_goes_on_after_a_restart_and_time_has_stood_still() {
        Instant stopped;
        Instant due;
        try (EmbeddedGroup before = start(StartingState.CLONING_OFF)) {
            SimulatedGroup group = before.group();
            SimulatedSgm sgm = group.sgms().iterator().next();
            HotfixPackage hotfix =
                    sgm.packages().named(Desk.PACKAGE).orElseThrow().stored();
            group.change(() -> sgm.setTask(
                    new CpuseTask(CpuseTask.Kind.INSTALL, hotfix, group.clock().now(), DeviceTimes.INSTALL, "")));
            due = sgm.task().orElseThrow().ends();
            clock.get().advance(Duration.ofMinutes(3));
            stopped = group.clock().now();
        }
        try (EmbeddedGroup after = start(StartingState.FRESH)) {
            SimulatedSgm sgm = after.group().sgms().iterator().next();
            assertThat(after.group().clock().now()).isEqualTo(stopped);
            assertThat(sgm.task().orElseThrow().ends()).isEqualTo(due);

            clock.get().advance(Duration.ofMinutes(8));
            assertThat(sgm.phase()).isEqualTo(SgmPhase.REBOOTING);
            assertThat(sgm.cloning()).isFalse();
            assertThat(after.installed().values().iterator().next()).isPresent();
        }
    }

    @Test
    void a_chassis_on_its_way_down_arrives_after_a_restart() {
        try (EmbeddedGroup before = start(StartingState.FRESH)) {
            before.group().order(ChassisId.CHASSIS2, true);
        }
        try (EmbeddedGroup after = start(StartingState.FRESH)) {
            clock.get().advance(Duration.ofMinutes(1));

            assertThat(after.group().view().chassis().values()).containsExactlyInAnyOrder("ACTIVE", "DOWN");
            assertThat(after.group().view().active()).isEqualTo(ChassisId.CHASSIS1);
        }
    }

    @Test
    void a_symbolic_link_is_still_there_after_a_restart() throws IOException {
        try (EmbeddedGroup before = start(StartingState.FRESH)) {
            SgmFiles files = before.group().sgms().iterator().next().files();
            SgmFiles.link("Ann Operator at 2031-03-04", files.itself("/var/log/in-use"));
        }
        try (EmbeddedGroup after = start(StartingState.FRESH)) {
            SgmFiles files = after.group().sgms().iterator().next().files();
            assertThat(SgmFiles.linkText(files.itself("/var/log/in-use"))).contains("Ann Operator at 2031-03-04");
        }
    }

    @Test
    void the_host_key_stays_the_same() {
        String first;
        try (EmbeddedGroup before = start(StartingState.FRESH)) {
            first = before.hostKeyFingerprint();
        }
        try (EmbeddedGroup after = start(StartingState.FRESH)) {
            assertThat(after.hostKeyFingerprint()).isEqualTo(first).startsWith("SHA256:");
        }
    }

    @Test
    void a_file_that_holds_something_else_is_not_taken_for_a_state() throws IOException {
        Files.writeString(directory.resolve("group"), "form=shopping-list\n");

        assertThatThrownBy(() -> start(StartingState.FRESH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("remove it to start anew");
    }

    private EmbeddedGroup start(StartingState from) {
        return EmbeddedGroup.start(Desk.twoByTwo(from).withKept(directory.resolve("group")), now -> {
            clock.set(DeviceClock.byHand(now));
            return clock.get();
        });
    }
}
