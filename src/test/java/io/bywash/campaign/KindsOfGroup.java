package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole procedure on every kind of group: {@code mvn test -Dtest=KindsOfGroup}. Its name keeps it out of {@code mvn
 * test}; {@link KindsOfGroupTest} takes some of them there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KindsOfGroup {
    private static final int AT_A_TIME = Integer.getInteger("bywash.atATime", 4);

    @TempDir
    private Path folder;

    @Test
    void the_whole_procedure_passes_on_every_kind() throws Exception {
        List<KindOfGroup> kinds = KindOfGroup.all();
        ExecutorService runners = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<List<String>>> found = new ArrayList<>();
            for (KindOfGroup kind : kinds) {
                Path own = folder.resolve("kind-" + found.size());
                found.add(runners.submit(() -> {
                    List<String> faults = kind.faults(own);
                    System.out.println((faults.isEmpty() ? "passed  " : "FAULTY  ") + kind);
                    return faults;
                }));
            }
            List<String> faults = new ArrayList<>();
            for (Future<List<String>> one : found) {
                faults.addAll(one.get());
            }
            assertThat(faults).isEmpty();
        } finally {
            runners.shutdownNow();
        }
        System.out.println(kinds.size() + " kinds of group, the whole procedure on each: passed");
    }
}
