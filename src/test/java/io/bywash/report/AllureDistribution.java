package io.bywash.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the build has unpacked the generator. */
final class AllureDistribution {
    private AllureDistribution() {}

    static Path path() {
        try (Stream<Path> unpacked = Files.list(Path.of("target", "generator"))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
