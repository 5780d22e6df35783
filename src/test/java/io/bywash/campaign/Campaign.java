package io.bywash.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Many seeds, several at a time, because most of a run is waiting. */
final class Campaign {
    private final Path folder;
    private final int atATime;

    /**
     * @param folder what a seed leaves is kept in it if a rule was broken or a run stopped needlessly, and removed if not
     */
    Campaign(Path folder, int atATime) {
        this.folder = folder;
        this.atATime = atATime;
    }

    /** Visits every seed; the results are in the order of the seeds. */
    List<SeedResult> run(List<OneSeed> seeds) {
        ExecutorService threads = Executors.newFixedThreadPool(atATime, work -> {
            Thread thread = new Thread(work, "seed");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<SeedResult>> all = seeds.stream()
                    .map(seed -> threads.submit(() -> visit(seed)))
                    .toList();
            List<SeedResult> results = new ArrayList<>();
            for (Future<SeedResult> one : all) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A seed could not be visited: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private SeedResult visit(OneSeed seed) {
        Path own = folder.resolve(seed.name());
        remove(own);
        SeedResult result = seed.visit(own);
        if (result.violations().isEmpty() && !result.needlessStop()) {
            remove(own);
        }
        return result;
    }

    private static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
