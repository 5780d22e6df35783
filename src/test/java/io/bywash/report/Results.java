package io.bywash.report;

import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.KeptRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The results of a run as the generator finds them. */
record Results(Path directory) {
    static Results of(HistoryFile run, Path directory, KeptRun... earlier) {
        AllureResults.write(run, List.of(earlier), Map.of("timeline", "<svg/>"), directory);
        return new Results(directory);
    }

    /** In the order of their names. */
    List<JsonNode> all() {
        return files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("-result.json"))
                .map(file -> new JsonMapper().readTree(file.getValue()))
                .sorted(Comparator.comparing(result -> result.path("name").asString()))
                .toList();
    }

    JsonNode named(String beginning) {
        return all().stream()
                .filter(result -> result.path("name").asString().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** Each result as {@code 4.1 failed}, with its own colour for what has none. */
    List<String> colours() {
        return all().stream()
                .map(result -> result.path("name").asString().substring(0, 3) + " "
                        + result.path("status").asString("unknown"))
                .toList();
    }

    static String message(JsonNode result) {
        return result.path("statusDetails").path("message").asString("");
    }

    /** The content of an attachment of a step or a result. */
    String attached(JsonNode to, String name) {
        for (JsonNode attachment : to.path("attachments")) {
            if (attachment.path("name").asString().startsWith(name)) {
                return read(directory.resolve(attachment.path("source").asString()));
            }
        }
        throw new AssertionError("Nothing is attached as '%s': %s".formatted(name, to.path("attachments")));
    }

    /** All files by their path. */
    Map<String, String> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> directory.relativize(file).toString(),
                            Results::read,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
