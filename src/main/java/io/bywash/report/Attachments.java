package io.bywash.report;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes attachments among the results, numbered in the order they are made.
 *
 * <p>Each has a file of its own even when its content is that of another: the generator gives all attachments that share a
 * file the name of one of them.
 */
final class Attachments {
    private final AllureResultsWriter writer;
    private int written;

    Attachments(AllureResultsWriter writer) {
        this.writer = writer;
    }

    Attachment text(String name, String content) {
        return of(name, "text/plain", ".txt", content);
    }

    Attachment html(String name, String content) {
        return of(name, "text/html", ".html", content);
    }

    Attachment picture(String name, String svg) {
        return of(name, "image/svg+xml", ".svg", svg);
    }

    /** A table; the report shows it with its full height. */
    Attachment table(String name, List<String> header, List<List<String>> rows) {
        return of(
                name,
                "text/csv",
                ".csv",
                Stream.concat(Stream.of(header), rows.stream())
                        .map(row -> row.stream().map(Attachments::cell).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")));
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private Attachment of(String name, String type, String extension, String content) {
        String source = "%05d-attachment%s".formatted(++written, extension);
        writer.write(source, new ByteArrayInputStream(Readable.of(content).getBytes(StandardCharsets.UTF_8)));
        return new Attachment().setName(Readable.of(name)).setType(type).setSource(source);
    }
}
