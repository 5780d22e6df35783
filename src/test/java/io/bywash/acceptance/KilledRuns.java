package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Kills many runs, each at another moment, gives each the same command line again, and prints what became of them.
 *
 * <p>Not among the tests of {@code mvn test}: {@code mvn test -Dtest=KilledRuns -Dbywash.kills=200}. With
 * {@code -Dbywash.kill=ActIntended:7+40ms:KILL} it kills one, there, and with a second point behind a comma the run that
 * goes on as well. The evidence of those that were not gone on from
 * stays in {@code target/killed-runs}.
 */
class KilledRuns {
    private static final Path FOLDER = Path.of("target", "killed-runs").toAbsolutePath();
    private static final EmbeddedSettings GROUP = Site.group(2, 2);
    private static final int MOST_MINUTES_EACH = 4;

    @Test
    void every_run_that_was_killed_is_gone_on_from_and_no_act_is_repeated()
            throws InterruptedException, IOException, ExecutionException {
        delete(FOLDER);
        long began = System.nanoTime();
        List<List<KillPoint>> points = points();
        ExecutorService threads = Executors.newFixedThreadPool(Integer.getInteger("bywash.kills.together", 3));
        List<Future<KilledLife>> lives = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Path folder = FOLDER.resolve("%03d".formatted(i + 1));
            List<KillPoint> kills = points.get(i);
            lives.add(threads.submit(() -> live(folder, kills)));
        }
        threads.shutdown();
        List<KilledLife> ended = new ArrayList<>();
        List<List<KillPoint>> hanging = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            try {
                ended.add(lives.get(i).get(MOST_MINUTES_EACH, TimeUnit.MINUTES));
            } catch (TimeoutException hangs) {
                hanging.add(points.get(i));
            }
        }
        System.out.println(table(ended, hanging, (System.nanoTime() - began) / 1_000_000_000));
        assertThat(hanging).isEmpty();
        assertThat(ended).filteredOn(KilledLife::violated).isEmpty();
        assertThat(ended).allMatch(KilledLife::resumed);
    }

    private static List<List<KillPoint>> points() throws InterruptedException {
        String one = System.getProperty("bywash.kill");
        if (one != null) {
            return List.of(Stream.of(one.split(",")).map(KillPoint::parse).toList());
        }
        try (Site site = new Site(FOLDER.resolve("undisturbed"), GROUP);
                Child child = Child.undisturbed(site, KilledLife.STAGES.toArray(new String[0]))) {
            assertThat(child.end()).as(() -> String.join("\n", child.said())).isZero();
            assertThat(KilledLife.repeated(site.group().ledger())).isEmpty();
            return KillPoints.of(child.said()).choose(Integer.getInteger("bywash.kills", 20));
        }
    }

    private static KilledLife live(Path folder, List<KillPoint> points) throws InterruptedException, IOException {
        KilledLife life;
        try {
            life = KilledLife.live(folder, GROUP, points, KilledLife.STAGES);
        } catch (RuntimeException | AssertionError ours) {
            life = KilledLife.broken(points, ours);
        }
        if (life.resumed() && !life.violated()) {
            delete(folder);
        } else {
            Files.writeString(folder.resolve("life.txt"), life.told());
        }
        return life;
    }

    private static String table(List<KilledLife> lives, List<List<KillPoint>> hanging, long seconds) {
        String row = "%-16s %7s %8s %8s %9s %8s%n";
        StringBuilder text = new StringBuilder("\n");
        text.append(row.formatted("killed at", "runs", "resumed", "stopped", "repeated", "outages"));
        Map<String, List<KilledLife>> byStep =
                lives.stream().collect(Collectors.groupingBy(KilledLife::step, TreeMap::new, Collectors.toList()));
        byStep.forEach((step, some) -> text.append(row(row, step, some)));
        text.append(row(row, "all", lives));
        text.append("%d lives, %d of them killed twice, %d by Ctrl-C, %d not reached, %d hanging, in %d min %d s%n"
                .formatted(
                        lives.size() + hanging.size(),
                        count(lives, life -> life.points().size() > 1),
                        count(lives, life -> life.points().get(0).signal().equals("INT")),
                        count(lives, life -> life.where().isEmpty()),
                        hanging.size(),
                        seconds / 60,
                        seconds % 60));
        hanging.forEach(point -> text.append("\nHANGS  ").append(point));
        lives.stream()
                .filter(life -> life.violated() || !life.resumed())
                .forEach(life -> text.append('\n').append(life.told()).append('\n'));
        return text.toString();
    }

    private static String row(String row, String name, List<KilledLife> lives) {
        return row.formatted(
                name,
                lives.size(),
                count(lives, KilledLife::resumed),
                count(lives, life -> !life.resumed()),
                count(lives, life -> !life.repeated().isEmpty()),
                count(lives, life -> !life.outages().isEmpty()));
    }

    private static long count(List<KilledLife> lives, Predicate<KilledLife> such) {
        return lives.stream().filter(such).count();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
