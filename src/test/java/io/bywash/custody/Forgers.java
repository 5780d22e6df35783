package io.bywash.custody;

import io.bywash.evidence.Fact.TargetKind;
import io.bywash.evidence.HistoryFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
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
                SampleRun.passed(folder, TargetKind.SIMULATED),
                SampleRun.failed(folder, TargetKind.SIMULATED),
                SampleRun.passed(folder, TargetKind.REAL),
                SampleRun.failed(folder, TargetKind.REAL));
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
        if (!found(changed, options(kind, run, random))) {
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

    private static boolean found(Path run, List<String> options) {
        List<String> said = said(run, options);
        return said.get(said.size() - 1).matches("TAMPERED|INCOMPLETE");
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
        Path copy = Files.createDirectories(folder.resolve("changed"));
        for (Path directory : List.of(copy, run)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    if (directory.equals(copy)) {
                        Files.delete(file);
                    } else {
                        Files.copy(file, copy.resolve(file.getFileName()));
                    }
                }
            }
        }
        return copy;
    }

    /** The manipulations that the check called intact, each with the seed that does it again. */
    List<String> notFound() {
        return notFound;
    }

    Map<Manipulation, Integer> tried() {
        return tried;
    }
}
