package io.bywash.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * What a list of runs says of one of them, read from its history without looking at what was typed and heard.
 *
 * @param name of its directory
 * @param started how it began; empty when its first line was cut off, or it cannot be read
 * @param planned how many parts the features have; 0 when the history does not say
 * @param steps those that ended, in order
 * @param finished how it ended; empty when it is under way, or died, or it cannot be read
 * @param last when its last fact happened
 * @param head the hash of the last line of its history; empty when it cannot be read
 * @param files what lies in its directory, by name
 * @param unreadable why it cannot be read, as a sentence; empty when it can
 */
public record KeptRun(
        String name,
        Optional<Fact.RunStarted> started,
        int planned,
        List<Fact.StepFinished> steps,
        Optional<Fact.RunFinished> finished,
        Optional<Instant> last,
        String head,
        SortedSet<String> files,
        String unreadable) {
    private static final String FORM = "{\"before\":\"";
    private static final int KIND = FORM.length() + HistoryFile.NOTHING.length() + "\",\"fact\":\"".length();
    private static final List<String> TOLD = List.of("RunStarted\"", "Planned\"", "StepFinished\"");

    /** Every directory of a run, in the order of their names. */
    public static List<KeptRun> all(Path reports) {
        return directories(reports).stream().map(KeptRun::read).toList();
    }

    /** The directories in which runs keep their evidence; none when there is no such place. */
    static List<Path> directories(Path reports) {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> kept = Files.list(reports)) {
            return kept.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new Broken("The runs in %s cannot be listed: %s.".formatted(reports, e.getMessage()), e);
        }
    }

    /** Reads one run; a history that cannot be read is told and is no trouble. */
    public static KeptRun read(Path run) {
        String name = run.getFileName().toString();
        try {
            return of(name, lines(run), files(run));
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            String why = Files.exists(run.resolve(HistoryFile.NAME)) ? e.getMessage() : "there is none";
            return new KeptRun(
                    name,
                    Optional.empty(),
                    0,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    new TreeSet<>(),
                    "The history %s/%s cannot be read: %s.".formatted(name, HistoryFile.NAME, firstLine(why)));
        }
    }

    /** How the run in a directory began; empty when nobody can tell. */
    static Optional<Fact.RunStarted> began(Path run) {
        try (BufferedReader history =
                Files.newBufferedReader(run.resolve(HistoryFile.NAME), StandardCharsets.ISO_8859_1)) {
            String first = history.readLine();
            return first != null && HistoryFile.parsed(first).fact() instanceof Fact.RunStarted started
                    ? Optional.of(started)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static KeptRun of(String name, List<String> lines, SortedSet<String> files) {
        Optional<Fact.RunStarted> started = Optional.empty();
        int planned = 0;
        List<Fact.StepFinished> steps = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            refuseAnotherForm(line, number + 1);
            if (TOLD.stream().noneMatch(kind -> line.startsWith(kind, KIND))) {
                continue;
            }
            Fact fact = HistoryFile.parsed(line).fact();
            if (fact instanceof Fact.RunStarted begun) {
                started = Optional.of(begun);
            } else if (fact instanceof Fact.Planned plan) {
                planned = plan.features().size();
            } else if (fact instanceof Fact.StepFinished step) {
                steps.add(step);
            }
        }
        Optional<String> last = lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
        Optional<Fact> end = last.map(line -> HistoryFile.parsed(line).fact());
        return new KeptRun(
                name,
                started,
                planned,
                List.copyOf(steps),
                end.filter(Fact.RunFinished.class::isInstance).map(Fact.RunFinished.class::cast),
                end.map(Fact::at),
                last.map(HistoryFile::hash).orElse(HistoryFile.NOTHING),
                files,
                "");
    }

    private static void refuseAnotherForm(String line, int number) {
        if (!line.startsWith(FORM) || !line.endsWith("}")) {
            throw new IllegalArgumentException("line %d is no fact of a history".formatted(number));
        }
    }

    /** The lines of a history; one at the end that was cut off is left out. */
    private static List<String> lines(Path run) throws IOException {
        String text = new String(Files.readAllBytes(run.resolve(HistoryFile.NAME)), StandardCharsets.ISO_8859_1);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static SortedSet<String> files(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
