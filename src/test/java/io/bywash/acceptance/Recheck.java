package io.bywash.acceptance;

import io.bywash.evidence.Astray;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.TimeWasUp;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Derives everything in the history of a run again from what came from outside, and compares.
 *
 * <p>The procedure itself is gone through once more, with the lines that were said then for a device. So each
 * measurement, wait, rule and verdict is derived from the raw bytes by the code that would do it on a device, and every
 * line of the history has to come out as it stands there.
 */
public final class Recheck {
    private Recheck() {}

    /**
     * What came of it.
     *
     * @param lines how many lines of the history were derived as they stand there, one after another from the first
     * @param of how many lines the history has
     * @param whole whether the history tells of the end of the run
     * @param differences what was derived otherwise, in words; empty when nothing was
     */
    public record Result(int lines, int of, boolean whole, List<String> differences) {
        public boolean same() {
            return differences.isEmpty();
        }
    }

    /**
     * Goes through the history of a run once more.
     *
     * @throws Broken when the history cannot be read, or is too short to begin with
     */
    public static Result of(Path directory) {
        HistoryFile recorded = HistoryFile.read(directory);
        if (recorded.entries().isEmpty() || !(recorded.facts().get(0) instanceof Fact.RunStarted)) {
            throw new Broken("The history in %s does not begin with the start of a run.".formatted(directory));
        }
        Path reports = temporary();
        try {
            Optional<String> astray = goThrough(recorded, reports);
            HistoryFile derived = derived(reports);
            return compare(recorded, derived, astray);
        } finally {
            delete(reports);
        }
    }

    private static Optional<String> goThrough(HistoryFile recorded, Path reports) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try {
            Run run = Run.again(recorded, reports, nobody);
            perform(((Fact.RunStarted) recorded.facts().get(0)).stages());
            run.end();
            return Optional.empty();
        } catch (Astray | TimeWasUp e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Performs the scenarios of these stages on the current run. */
    static void perform(List<String> stages) {
        List<String> arguments = new ArrayList<>(List.of(
                "--glue", "io.bywash.acceptance", "--plugin", "io.bywash.acceptance.CurrentStep", "--no-summary"));
        arguments.addAll(List.of("--tags", String.join(" or ", stages)));
        arguments.add(Features.FOLDER.toString());
        Main.run(arguments.toArray(new String[0]), Thread.currentThread().getContextClassLoader());
    }

    private static HistoryFile derived(Path reports) {
        try (var runs = Files.list(reports)) {
            return HistoryFile.read(runs.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result compare(HistoryFile recorded, HistoryFile derived, Optional<String> astray) {
        List<HistoryFile.Entry> before = recorded.entries();
        List<HistoryFile.Entry> again = derived.entries();
        int same = 0;
        while (same < Math.min(before.size(), again.size())
                && before.get(same).fact().equals(again.get(same).fact())) {
            same++;
        }
        List<String> differences = new ArrayList<>();
        if (same < before.size()) {
            differences.add("line %d of the history is %s; derived is %s"
                    .formatted(
                            same + 1,
                            before.get(same).fact(),
                            same < again.size() ? again.get(same).fact() : "nothing"));
            differences.addAll(measured(recorded, derived));
            astray.ifPresent(differences::add);
        } else if (recorded.whole() && again.size() > before.size()) {
            differences.add("the run would have gone on behind the last line of the history");
        }
        return new Result(same, before.size(), recorded.whole(), differences);
    }

    private static List<String> measured(HistoryFile recorded, HistoryFile derived) {
        Map<String, Fact.StepFinished> again = steps(derived);
        List<String> differences = new ArrayList<>();
        steps(recorded).forEach((id, step) -> {
            Fact.StepFinished other = again.get(id);
            if (other == null) {
                differences.add("step %s: the history says %s; it does not come to its end again"
                        .formatted(id, step.outcome()));
            } else if (!step.measurements().equals(other.measurements()) || step.outcome() != other.outcome()) {
                differences.add("step %s: the history says %s, derived is %s".formatted(id, told(step), told(other)));
            }
        });
        return differences;
    }

    private static String told(Fact.StepFinished step) {
        return step.outcome() + " ("
                + step.measurements().stream().map(Measurement::toString).collect(Collectors.joining("; ")) + ")";
    }

    private static Map<String, Fact.StepFinished> steps(HistoryFile history) {
        Map<String, Fact.StepFinished> steps = new LinkedHashMap<>();
        history.facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .forEach(step -> steps.put(step.id(), step));
        return steps;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("recheck");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rechecks the run in the directory that is named, and tells what came of it. */
    public static void main(String[] arguments) {
        Result result = of(Path.of(arguments[0]));
        result.differences().forEach(System.out::println);
        System.out.println(result.lines() + " of " + result.of());
    }
}
