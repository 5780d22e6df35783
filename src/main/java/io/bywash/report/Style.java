package io.bywash.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The styles of the pages, as they lie beside this class. */
final class Style {
    static final String SUMMARY = Mark.STYLE + read("summary.css");
    static final String RUNS = Mark.STYLE + read("runs.css");

    private Style() {}

    private static String read(String name) {
        try (InputStream style = Style.class.getResourceAsStream(name)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
