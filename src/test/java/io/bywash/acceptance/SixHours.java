package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that waits six hours of a group of 2 x 14 SGMs for an SGM that does not come back:
 * {@code mvn test -Dtest=SixHours}.
 *
 * <p>Its heap after a collection, its threads and its sockets are measured from outside, and told as a table; the last row
 * may be of its end.
 */
class SixHours {
    private static final double PACE = 75;
    private static final Duration LONG = Duration.ofHours(6);
    private static final long BETWEEN_MILLIS = 20_000;
    private static final int MEGABYTES_MORE = 8;
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private record Sample(long second, long kilobytes, long threads, long sockets) {}

    @TempDir
    private Path folder;

    @Test
    void heap_threads_and_sockets_stay_flat() throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (Site site = new Site(
                        folder,
                        Site.group(14, 14)
                                .withPace(PACE)
                                .withFrom(StartingState.CLONING_OFF)
                                .withFaults(anSgmOfChassis1DoesNotComeBack()))
                .writing("  reboot: 60s", "  reboot: %ds".formatted((long) (LONG.toSeconds() / PACE)))) {
            try (Child child = Child.undisturbed(site, "@chassisA")) {
                assertThat(child.hear("fact 3.H"))
                        .as(() -> String.join("\n", child.said()))
                        .isNotNull();
                child.keepQuiet();
                long began = System.nanoTime();
                while (child.goesOnFor(BETWEEN_MILLIS)) {
                    samples.add(sample(child.pid(), (System.nanoTime() - began) / 1_000_000_000));
                }
            }
        }
        tell(samples);
        Sample first = samples.get(samples.size() / 3);
        Sample last = samples.get(samples.size() - 2);
        assertThat(samples.size()).isGreaterThan(6);
        assertThat(last.kilobytes() - first.kilobytes()).isLessThan(MEGABYTES_MORE * 1024L);
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads());
        assertThat(last.sockets()).isLessThanOrEqualTo(first.sockets());
    }

    private static FaultPlan anSgmOfChassis1DoesNotComeBack() {
        return LongStream.range(0, 100)
                .mapToObj(seed -> FaultPlan.of(seed, List.of("SGM does not come back")))
                .filter(plan -> plan.toString().contains("of chassis1"))
                .findFirst()
                .orElseThrow();
    }

    private static void tell(List<Sample> samples) {
        System.out.println("device time  heap after a collection  threads  sockets");
        samples.forEach(sample -> System.out.println("%8d min %20d KB %8d %8d"
                .formatted(
                        (long) (sample.second() * PACE / 60), sample.kilobytes(), sample.threads(), sample.sockets())));
    }

    private static Sample sample(long process, long second) throws IOException {
        String running = "/proc/%d/".formatted(process);
        jcmd(process, "GC.run");
        Matcher used = USED.matcher(jcmd(process, "GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        try (Stream<Path> threads = Files.list(Path.of(running + "task"));
                Stream<Path> open = Files.list(Path.of(running + "fd"))) {
            return new Sample(
                    second,
                    kilobytes,
                    threads.count(),
                    open.filter(SixHours::isSocket).count());
        }
    }

    private static boolean isSocket(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String jcmd(long process, String command) throws IOException {
        Process asking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
