package io.bywash.report;

import io.bywash.evidence.Sha256;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes attachments among the results, each content once, under a name that follows from the content. */
final class Attachments {
    private final AllureResultsWriter writer;
    private final Set<String> written = new HashSet<>();

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
        byte[] bytes = Readable.of(content).getBytes(StandardCharsets.UTF_8);
        String source = Sha256.of(bytes) + "-attachment" + extension;
        if (written.add(source)) {
            writer.write(source, new ByteArrayInputStream(bytes));
        }
        return new Attachment().setName(Readable.of(name)).setType(type).setSource(source);
    }
}
