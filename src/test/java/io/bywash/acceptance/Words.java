package io.bywash.acceptance;

import io.bywash.evidence.OwnWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the procedure that stand beside the product's other classes: the features, and what performs them. */
final class Words {
    private Words() {}

    static String ofTheProcedure() {
        return features()
                + OwnWords.of(
                        Run.class,
                        Ending.class,
                        Rules.class,
                        LastLook.class,
                        Hooks.class,
                        ProcedureSteps.class,
                        StageSelection.class,
                        Features.class);
    }

    private static String features() {
        try (Stream<Path> files = Files.list(Features.FOLDER)) {
            return files.sorted().map(Words::text).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
