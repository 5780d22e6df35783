package io.bywash.acceptance;

import io.bywash.evidence.Astray;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.TimeWasUp;
import io.bywash.evidence.Wrapped;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives everything in the history of a run again from what came from outside, and compares.
 *
 * <p>The procedure itself is gone through once more, with the lines that were said then for a device. So each
 * measurement, wait, rule and verdict is derived from the raw bytes by the code that would do it on a device, and every
 * line of the history has to come out as it stands there.
 */
public final class Recheck {
    private static final int WIDTH = 160;
    private static final int MOST_CHARACTERS = 400;

    private Recheck() {}

    /**
     * What came of it.
     *
     * @param title which run it is
     * @param lines how many lines of the history were derived as they stand there, one after another from the first
     * @param of how many lines the history has
     * @param whole whether the history tells of the end of the run
     * @param differences what was derived otherwise, in words; empty when nothing was
     */
    public record Result(String title, int lines, int of, boolean whole, List<String> differences) {
        public boolean same() {
            return differences.isEmpty();
        }

        /** The same for a person; the last line is the verdict. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            told.add(title);
            told.add("%d of %d lines of the history were derived again as they stand there".formatted(lines, of));
            differences.forEach(difference -> told.addAll(Wrapped.to(WIDTH, "- " + difference)));
            told.add(
                    !same()
                            ? "DIFFERENT: the history does not follow from what the lines said"
                            : whole
                                    ? "THE SAME: every measurement and every verdict follows from what the lines said"
                                    : "INCOMPLETE: the same as far as it goes, but the run did not come to its end");
            return told;
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
        try (Stream<Path> runs = Files.list(reports)) {
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
                && before.get(same).fact().equals(again.get(same).fact())
                && before.get(same).nanos() == again.get(same).nanos()) {
            same++;
        }
        List<String> differences = new ArrayList<>();
        if (same < before.size()) {
            madeOtherwise(recorded).ifPresent(differences::add);
            differences.add(
                    same < again.size()
                            ? different(same + 1, before.get(same), again.get(same))
                            : "line %d of the history, %s, does not come again"
                                    .formatted(same + 1, kind(before.get(same).fact())));
            differences.addAll(measured(recorded, derived));
            astray.ifPresent(differences::add);
        } else if (recorded.whole() && again.size() > before.size()) {
            differences.add("the run would have gone on behind the last line of the history");
        }
        return new Result(title(recorded), same, before.size(), recorded.whole(), differences);
    }

    private static Optional<String> madeOtherwise(HistoryFile recorded) {
        Fact.Tool made = ((Fact.RunStarted) recorded.facts().get(0)).tool();
        Fact.Tool here = Features.tool();
        return made.equals(here)
                ? Optional.empty()
                : Optional.of(
                        "the run was made with version %s, source %s, and this is version %s, source %s%s: only the same source has to come to the same"
                                .formatted(
                                        made.version(),
                                        made.commit(),
                                        here.version(),
                                        here.commit(),
                                        made.features().equals(here.features()) ? "" : ", with other features"));
    }

    private static String title(HistoryFile recorded) {
        Fact.RunStarted started = (Fact.RunStarted) recorded.facts().get(0);
        return "RECHECK of the run of %s on the %s Security Group %s, begun %s"
                .formatted(String.join(" ", started.stages()), started.target(), started.group(), started.at());
    }

    /** The first part of a line that is not alike. */
    private static String different(int line, HistoryFile.Entry recorded, HistoryFile.Entry derived) {
        Fact before = recorded.fact();
        Fact again = derived.fact();
        if (before.getClass() != again.getClass()) {
            return "line %d of the history is %s; derived is %s".formatted(line, kind(before), kind(again));
        }
        for (RecordComponent part : before.getClass().getRecordComponents()) {
            String was = value(part, before);
            String is = value(part, again);
            if (!was.equals(is)) {
                int from = Math.max(0, firstDifference(was, is) - MOST_CHARACTERS / 4);
                return "line %d of the history, %s, '%s': it says \"%s\"; derived is \"%s\""
                        .formatted(line, kind(before), part.getName(), shown(was, from), shown(is, from));
            }
        }
        return "line %d of the history, %s, says another time".formatted(line, kind(before));
    }

    private static String kind(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    private static String value(RecordComponent part, Fact fact) {
        try {
            part.getAccessor().setAccessible(true);
            return String.valueOf(part.getAccessor().invoke(fact));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String shown(String value, int from) {
        String end = value.substring(Math.min(from, value.length()));
        return (from == 0 ? "" : "... ")
                + (end.length() <= MOST_CHARACTERS ? end : end.substring(0, MOST_CHARACTERS) + " ...");
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
                differences.add("step %s: the history says %s, derived is %s (%s)"
                        .formatted(id, step.outcome(), other.outcome(), otherwise(step, other)));
            }
        });
        return differences;
    }

    /** The measurements of the second that the first does not have. */
    private static String otherwise(Fact.StepFinished recorded, Fact.StepFinished derived) {
        return derived.measurements().stream()
                .filter(measurement -> !recorded.measurements().contains(measurement))
                .map(Measurement::toString)
                .collect(Collectors.joining("; "));
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
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Goes through the run in the directory that is named, and tells what came of it.
     *
     * <p>Ends with 0 when the same came out to the end of the run, with 1 when something else did, and with 2 when the same
     * came out and the history does not tell of the end of the run.
     */
    public static void main(String[] arguments) {
        try {
            Result result = of(Path.of(arguments[0]));
            result.told().forEach(System.out::println);
            System.exit(result.same() ? result.whole() ? 0 : 2 : 1);
        } catch (Broken e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
