package io.bywash.custody;

import io.bywash.evidence.Fact.TargetKind;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Does manipulations to runs, one to each, and lets the check look at every one of them. */
final class Forgers {
    private final Path folder;
    private final Path key;
    private final List<Path> runs;
    private final Map<Manipulation, Integer> tried = new EnumMap<>(Manipulation.class);
    private final List<String> notFound = new ArrayList<>();

    Forgers(Path folder) {
        this.folder = folder;
        this.key = folder.resolve("public.pem");
        SampleRun.write(key, SampleRun.PUBLIC);
        this.runs = List.of(
                SampleRun.passed(folder.resolve("1"), TargetKind.SIMULATED),
                SampleRun.failed(folder.resolve("2"), TargetKind.SIMULATED),
                SampleRun.passed(folder.resolve("3"), TargetKind.REAL),
                SampleRun.failed(folder.resolve("4"), TargetKind.REAL));
    }

    /** The runs as they were left. */
    List<Path> untouched() {
        return runs;
    }

    /** Tries so many, each kind as often as the others, each from a seed of its own. */
    void tryThem(int manipulations, long seed) throws IOException {
        Manipulation[] kinds = Manipulation.values();
        for (int i = 0; i < manipulations; i++) {
            tryOne(kinds[i % kinds.length], seed + i);
        }
    }

    private void tryOne(Manipulation kind, long seed) throws IOException {
        Random random = new Random(new SplittableRandom(seed).nextLong());
        Path run = runs.get(random.nextInt(runs.size()));
        List<Path> others = runs.stream().filter(other -> !other.equals(run)).toList();
        Path changed = copy(run);
        kind.to(changed, others.get(random.nextInt(others.size())), random);
        tried.merge(kind, 1, Integer::sum);
        if (!found(run, onlyOneIn(changed.getParent()), options(kind, run, random))) {
            notFound.add("%s, seed %d".formatted(kind, seed));
        }
    }

    private List<String> options(Manipulation kind, Path run, Random random) {
        List<String> byKey = List.of("--key", key.toString());
        List<String> byHead = List.of("--head", HistoryFile.read(run).head());
        return switch (kind.with()) {
            case NOTHING -> List.of();
            case KEY -> byKey;
            case HEAD -> byHead;
            case KEY_OR_HEAD -> random.nextBoolean() ? byKey : byHead;
        };
    }

    /** Whether the check says that something is wrong, or stands up for none of the files that were changed. */
    private static boolean found(Path run, Path changed, List<String> options) throws IOException {
        List<String> said = said(changed, options);
        if (said.get(said.size() - 1).matches("TAMPERED|INCOMPLETE")) {
            return true;
        }
        Map<String, String> before = contents(run);
        Map<String, String> after = contents(changed);
        Set<String> different = new TreeSet<>(before.keySet());
        different.addAll(after.keySet());
        different.removeIf(file -> before.getOrDefault(file, "").equals(after.getOrDefault(file, "")));
        return changed.getFileName().equals(run.getFileName())
                && different.stream()
                        .allMatch(file -> after.containsKey(file) ? isNotCovered(file, said) : isMissed(file, said));
    }

    private static boolean isNotCovered(String file, List<String> said) {
        String line = "not covered  " + file.replace("\n", "\\u000A").replace("\u001B", "\\u001B");
        return said.stream().anyMatch(one -> one.equals(line) || one.startsWith(line + " ("));
    }

    /** Without the list of what was made of the history, the check says that it stands up for none of it. */
    private static boolean isMissed(String file, List<String> said) {
        return (file.equals(DerivedFiles.FILE) || SampleRun.DERIVED.contains(file))
                && said.stream().anyMatch(line -> line.startsWith("derived    there is no derived.json"));
    }

    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.toList()) {
                String name = run.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    contents.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file)) {
                    contents.put(name, Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private static Path onlyOneIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** What the check says of a run. */
    static List<String> said(Path run, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(run.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Check.check(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(new String[0]));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path copy(Path run) throws IOException {
        Path beside = folder.resolve("changed");
        if (Files.exists(beside)) {
            try (Stream<Path> files = Files.walk(beside)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Path copy = Files.createDirectories(beside).resolve(run.getFileName());
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(run.relativize(file).toString()));
            }
        }
        return copy;
    }

    /** The manipulations that the check did not find, each with the seed that does it again. */
    List<String> notFound() {
        return notFound;
    }

    Map<Manipulation, Integer> tried() {
        return tried;
    }
}
