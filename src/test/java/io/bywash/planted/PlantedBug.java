package io.bywash.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A bug of one place.
 *
 * @param bug what is wrong then, in a sentence
 * @param in the source below {@code src/main/java/io/bywash}
 * @param text that stands there once
 * @param instead what stands there with the bug
 * @param tests the names of the packages and classes, below {@code io.bywash}, whose tests have to notice it
 */
record PlantedBug(String bug, String in, String text, String instead, List<String> tests) {
    private static final Path SOURCES = Path.of("src/main/java/io/bywash");
    private static final Path LIST = Path.of("src/test/resources/io/bywash/planted/bugs.yaml");

    /** The list, in its order. */
    static List<PlantedBug> all() {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(text(LIST));
        return ((List<?>) read).stream().map(PlantedBug::of).toList();
    }

    private static PlantedBug of(Object entry) {
        Map<?, ?> fields = (Map<?, ?>) entry;
        return new PlantedBug(
                (String) fields.get("bug"),
                (String) fields.get("in"),
                (String) fields.get("text"),
                (String) fields.get("instead"),
                ((List<?>) fields.get("tests")).stream().map(String.class::cast).toList());
    }

    String source() {
        return text(SOURCES.resolve(in));
    }

    /** How often the text stands in the source. */
    long places() {
        return (source().length() - source().replace(text, "").length()) / text.length();
    }

    String sourceWithTheBug() {
        return source().replace(text, instead);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
