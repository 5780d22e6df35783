package io.bywash.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run whose evidence is kept.
 *
 * @param path its directory
 * @param number of the run among those on its group; runs that were made before runs were numbered have 0
 */
record EarlierRun(Path path, int number) {
    static final String HISTORY = HistoryFile.NAME;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String name() {
        return path.getFileName().toString();
    }

    /**
     * The runs on a group, in the order they were made.
     *
     * @throws Broken when a history cannot be read
     */
    static List<EarlierRun> on(String group, Fact.TargetKind target, Path reports) {
        List<EarlierRun> runs = new ArrayList<>();
        if (!Files.isDirectory(reports)) {
            return runs;
        }
        try (Stream<Path> kept = Files.list(reports)) {
            for (Path path :
                    kept.filter(path -> Files.exists(path.resolve(HISTORY))).toList()) {
                firstOf(path)
                        .filter(begun -> begun.path("group").asString("").equals(group))
                        .filter(begun -> begun.path("target").asString("").equals(target.name()))
                        .ifPresent(begun -> runs.add(
                                new EarlierRun(path, begun.path("number").asInt(0))));
            }
        } catch (IOException e) {
            throw unreadable(reports, e.getMessage());
        }
        runs.sort(Comparator.comparingInt(EarlierRun::number).thenComparing(EarlierRun::name));
        return runs;
    }

    /** A run that was cut off before its first fact was whole has sent nothing. */
    private static Optional<JsonNode> firstOf(Path run) throws IOException {
        try (BufferedReader history = new BufferedReader(
                new InputStreamReader(Files.newInputStream(run.resolve(HISTORY)), StandardCharsets.UTF_8))) {
            String first = history.readLine();
            return first == null ? Optional.empty() : parsed(first);
        }
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The facts that tell of acts, each with the name of its run; only the last line of a history may be cut off. */
    List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        try {
            List<String> lines = new String(Files.readAllBytes(path.resolve(HISTORY)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int number = 0; number < lines.size(); number++) {
                if (!lines.get(number)
                        .matches(
                                "\\{(?:\"before\":\"\\w*\",)?\"fact\":\"(?:(?:Act|Boots|Package|StepFinished)|SnapshotTaken\".*\"moment\":\"BEFORE\").*")) {
                    continue;
                }
                Optional<JsonNode> entry = parsed(lines.get(number));
                if (entry.isEmpty() && number < lines.size() - 1) {
                    throw unreadable(path.resolve(HISTORY), "line %d is no JSON".formatted(number + 1));
                }
                entry.map(ObjectNode.class::cast)
                        .map(whole -> whole.put("run", name()))
                        .ifPresent(entries::add);
            }
        } catch (IOException e) {
            throw unreadable(path.resolve(HISTORY), e.getMessage());
        }
        return entries;
    }

    private static Broken unreadable(Path file, String why) {
        return new Broken("""
                %s cannot be read: %s. It says what an earlier run has sent, and without that nothing is sent to this group. \
                Nothing was connected to. Put the file right, or take its run out of the reports if it is another group's.""".formatted(file, why));
    }
}
