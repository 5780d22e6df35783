package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs whose evidence cannot be written to its end. {@code -Dbywash.disks=40} tries so many sizes of the disk instead of
 * two.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskTest {
    private static final int MOST_KIB = 80;
    private static final int[] USUAL = {24, 60};

    @TempDir
    private static Path folder;

    private static List<FullDisk> runs;

    @BeforeAll
    static void run() {
        boolean mounted = FullDisk.mountable();
        int[] sizes = IntStream.rangeClosed(1, Integer.getInteger("bywash.disks", 0))
                .map(number -> Math.max(4, number * MOST_KIB / Integer.getInteger("bywash.disks", 1)))
                .toArray();
        runs = Arrays.stream(sizes.length == 0 ? USUAL : sizes)
                .mapToObj(kib -> Later.doing(() -> FullDisk.of(
                        folder.resolve("disk-" + kib),
                        Site.group(1, 1).withFrom(StartingState.CLONING_OFF),
                        kib,
                        mounted,
                        "@chassisA")))
                .toList()
                .stream()
                .map(Later::get)
                .toList();
    }

    @Test
    void no_run_passes() {
        assertThat(runs).noneMatch(FullDisk::passed);
    }

    @Test
    void each_run_is_told_as_broken_without_a_stack_trace() {
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.said())
                        .contains("ended @chassisA broken")
                        .noneMatch(line -> line.startsWith("\tat ")));
    }

    @Test
    void no_act_goes_out_that_was_not_on_the_disk_before() {
        assertThat(runs).allSatisfy(run -> assertThat(run.unwritten()).isEmpty());
    }

    @Test
    void nobody_loses_traffic() {
        assertThat(runs).allSatisfy(run -> assertThat(run.outages()).isEmpty());
    }
}
