package io.bywash.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final byte LINE_END = '\n';
    private static final byte[] FORM = ascii("{\"before\":\"");
    private static final int KIND = FORM.length + HistoryFile.NOTHING.length() + "\",\"fact\":\"".length();
    private static final List<byte[]> TOLD =
            List.of(ascii("RunStarted\""), ascii("Planned\""), ascii("StepFinished\""));

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

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
        Optional<Fact> last = Optional.empty();
        for (String line : lines) {
            Fact fact = HistoryFile.parsed(line).fact();
            last = Optional.of(fact);
            if (fact instanceof Fact.RunStarted begun) {
                started = Optional.of(begun);
            } else if (fact instanceof Fact.Planned plan) {
                planned = plan.features().size();
            } else if (fact instanceof Fact.StepFinished step) {
                steps.add(step);
            }
        }
        return new KeptRun(
                name,
                started,
                planned,
                List.copyOf(steps),
                last.filter(Fact.RunFinished.class::isInstance).map(Fact.RunFinished.class::cast),
                last.map(Fact::at),
                lines.isEmpty() ? HistoryFile.NOTHING : HistoryFile.hash(lines.get(lines.size() - 1)),
                files,
                "");
    }

    /**
     * The lines that are told of, and the last one; one at the end that was cut off is left out.
     *
     * <p>They are found byte by byte, because a run may not wait for the histories of fifty earlier ones.
     */
    private static List<String> lines(Path run) throws IOException {
        byte[] history = Files.readAllBytes(run.resolve(HistoryFile.NAME));
        int end = history.length;
        while (end > 0 && history[end - 1] != LINE_END) {
            end--;
        }
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int number = 1; begin < end; number++) {
            int stop = begin;
            while (history[stop] != LINE_END) {
                stop++;
            }
            if (!isAt(history, begin, FORM) || history[stop - 1] != '}') {
                throw new IllegalArgumentException("line %d is no fact of a history".formatted(number));
            }
            if (stop + 1 == end || isTold(history, begin + KIND)) {
                lines.add(new String(history, begin, stop - begin, StandardCharsets.ISO_8859_1));
            }
            begin = stop + 1;
        }
        return lines;
    }

    private static boolean isTold(byte[] history, int at) {
        for (byte[] kind : TOLD) {
            if (isAt(history, at, kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] history, int at, byte[] text) {
        return at + text.length <= history.length && Arrays.equals(history, at, at + text.length, text, 0, text.length);
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
