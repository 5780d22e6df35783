package io.bywash.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run whose evidence is kept.
 *
 * <p>What an earlier run has sent is known from its history alone, so a history that is missing, damaged or changed is never
 * taken for none: a person has to look at it before anything is sent to any group.
 *
 * @param path its directory
 * @param number of the run among those on its group; runs that were made before runs were numbered have 0
 * @param entries the facts that tell of acts, each with the name of its run
 * @param leases that the run has put on the SGMs
 */
record EarlierRun(Path path, int number, List<JsonNode> entries, List<String> leases) {
    static final String HISTORY = HistoryFile.NAME;

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{6}Z-.*");
    private static final Pattern OF_THE_JOURNAL = Pattern.compile(
            "\\{\"before\":\"\\w*\",\"fact\":\"(?:(?:Act|Boots|Package|StepFinished)|SnapshotTaken\".*\"moment\":\"BEFORE\").*");
    private static final Pattern OF_A_LEASE = Pattern.compile("\\{\"before\":\"\\w*\",\"fact\":\"LeaseHeld\".*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String name() {
        return path.getFileName().toString();
    }

    /**
     * The runs on a group, in the order they were made.
     *
     * @throws Broken when the history of any run is missing or cannot be read, or its first line is damaged, since it may be
     *     one on this group; when one on this group was changed anywhere
     */
    static List<EarlierRun> on(String group, Fact.TargetKind target, Path reports) {
        List<EarlierRun> runs = new ArrayList<>();
        for (Path directory : KeptRun.directories(reports)) {
            if (isOfARun(directory)) {
                List<String> lines = lines(directory);
                began(directory, lines)
                        .filter(begun -> begun.path("group").asString("").equals(group))
                        .filter(begun -> begun.path("target").asString("").equals(target.name()))
                        .map(begun -> of(directory, begun.path("number").asInt(0), lines))
                        .ifPresent(runs::add);
            }
        }
        runs.sort(Comparator.comparingInt(EarlierRun::number).thenComparing(EarlierRun::name));
        return runs;
    }

    private static EarlierRun of(Path directory, int number, List<String> lines) {
        refuseChanges(directory, lines);
        List<JsonNode> entries = new ArrayList<>();
        List<String> leases = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (OF_THE_JOURNAL.matcher(lines.get(line)).matches()) {
                ObjectNode entry = (ObjectNode) parsed(directory, lines, line);
                entries.add(entry.put("run", directory.getFileName().toString()));
            } else if (OF_A_LEASE.matcher(lines.get(line)).matches()) {
                leases.add(parsed(directory, lines, line).path("lease").asString(""));
            }
        }
        return new EarlierRun(directory, number, List.copyOf(entries), List.copyOf(leases));
    }

    /** A directory that is empty belongs to a run that was killed before its history was begun, and that has sent nothing. */
    private static boolean isOfARun(Path directory) {
        if (Files.exists(directory.resolve(HISTORY))) {
            return true;
        }
        if (!NAME.matcher(directory.getFileName().toString()).matches() || isEmpty(directory)) {
            return false;
        }
        throw unreadable(directory.resolve(HISTORY), "it is missing");
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw unreadable(directory, e.getMessage());
        }
    }

    private static List<String> lines(Path directory) {
        try {
            String text = Files.readString(directory.resolve(HISTORY), StandardCharsets.ISO_8859_1);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.isEmpty() && (text.indexOf('\0') >= 0 || leftMoreThanItsHistory(directory))) {
                throw unreadable(directory.resolve(HISTORY), "it has no first line");
            }
            return whole.lines().toList();
        } catch (IOException e) {
            throw unreadable(directory.resolve(HISTORY), e.getMessage());
        }
    }

    private static boolean leftMoreThanItsHistory(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count() > 1;
        }
    }

    /** How a run began; empty when it was killed before its first fact was whole, and so has sent nothing. */
    private static Optional<JsonNode> began(Path directory, List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        JsonNode first = parsed(directory, lines, 0);
        if (!first.path("fact").asString("").equals("RunStarted")) {
            throw unreadable(directory.resolve(HISTORY), "line 1 does not say how the run began");
        }
        refuseChanges(directory, lines.subList(0, Math.min(2, lines.size())));
        return Optional.of(first);
    }

    private static JsonNode parsed(Path directory, List<String> lines, int number) {
        try {
            return JSON.readTree(lines.get(number));
        } catch (JacksonException e) {
            throw unreadable(directory.resolve(HISTORY), "line %d is no JSON".formatted(number + 1));
        }
    }

    /** Each line has to begin with the hash of the line before. */
    private static void refuseChanges(Path directory, List<String> lines) {
        String before = HistoryFile.NOTHING;
        for (int number = 0; number < lines.size(); number++) {
            if (!lines.get(number).startsWith("{\"before\":\"" + before + "\"")) {
                throw unreadable(
                        directory.resolve(HISTORY),
                        number == 0
                                ? "line 1 is damaged"
                                : "line %d or line %d was changed after it was written".formatted(number, number + 1));
            }
            before = HistoryFile.hash(lines.get(number));
        }
    }

    private static Broken unreadable(Path file, String why) {
        return new Broken("""
                %s cannot be read: %s. It says what an earlier run has sent, and without that nothing is sent. Nothing was \
                connected to. Look at what that run did, on its group and in the rest of its directory. Then put the file right \
                from a copy, or take the directory out of the reports; when its run was on this group, first make sure on each SGM \
                that no installation is under way.""".formatted(file, why));
    }
}
