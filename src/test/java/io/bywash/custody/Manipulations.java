package io.bywash.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Manipulates many runs, each in another way, and prints how many of each kind the check has found.
 *
 * <p>Not among the tests of {@code mvn test}: {@code mvn test -Dtest=Manipulations -Dbywash.manipulations=10000}. With
 * {@code -Dbywash.manipulations.seed=} others are tried.
 */
class Manipulations {
    @TempDir
    private Path folder;

    @Test
    void every_manipulation_is_found() throws IOException {
        Forgers forgers = new Forgers(folder);
        long began = System.nanoTime();
        forgers.tryThem(
                Integer.getInteger("bywash.manipulations", 10_000), Long.getLong("bywash.manipulations.seed", 1));
        forgers.tried()
                .forEach((kind, tries) -> System.out.printf(
                        "%-48s %6d tried %6d not found%n",
                        kind,
                        tries,
                        forgers.notFound().stream()
                                .filter(one -> one.startsWith(kind + ","))
                                .count()));
        System.out.printf(
                "all: %d tried, %d not found, in %d s%n",
                forgers.tried().values().stream().mapToInt(Integer::intValue).sum(),
                forgers.notFound().size(),
                (System.nanoTime() - began) / 1_000_000_000);
        assertThat(forgers.notFound()).isEmpty();
    }
}
