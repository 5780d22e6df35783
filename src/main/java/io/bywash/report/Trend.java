package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.KeptRun;
import io.qameta.allure.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How the results and the time of a run compare with those of the runs before it on the same group. */
final class Trend {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLOURS = List.of("failed", "broken", "skipped", "passed", "unknown");

    private final RunInSteps run;
    private final List<KeptRun> earlier;

    Trend(RunInSteps run, List<KeptRun> earlier) {
        this.run = run;
        this.earlier = earlier;
    }

    /** The newest comes first, as the generator has it, which shows the last twenty. */
    void write(Path results) throws IOException {
        Path history = Files.createDirectories(results.resolve("history"));
        List<KeptRun> before = earlier.stream()
                .filter(kept -> kept.started().filter(this::isBefore).isPresent())
                .sorted(Comparator.comparing((KeptRun kept) -> number(kept)).reversed())
                .toList();
        keep(
                history.resolve("history-trend.json"),
                before.stream().map(kept -> item(kept, counts(kept))).toList());
        keep(
                history.resolve("duration-trend.json"),
                before.stream()
                        .map(kept ->
                                item(kept, Map.of("duration", duration(kept).toMillis())))
                        .toList());
        Map<String, Object> executor = new LinkedHashMap<>();
        executor.put("name", "Bywash");
        executor.put("type", "bywash");
        executor.put("buildOrder", run.started().number());
        executor.put("buildName", "run %d".formatted(run.started().number()));
        executor.put("reportName", RunTitle.of(run));
        keep(results.resolve("executor.json"), executor);
    }

    private boolean isBefore(Fact.RunStarted other) {
        return other.group().equals(run.started().group())
                && other.target() == run.started().target()
                && other.number() < run.started().number();
    }

    private static int number(KeptRun kept) {
        return kept.started().orElseThrow().number();
    }

    private static void keep(Path file, Object content) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(content));
    }

    private static Map<String, Object> item(KeptRun kept, Object data) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("buildOrder", number(kept));
        item.put(
                "reportName",
                "run %d, %s".formatted(number(kept), RunMark.of(kept).mark().loudWord()));
        item.put("data", data);
        return item;
    }

    /** How many entries of its report have which colour; the run as a whole is one of them. */
    private Map<String, Integer> counts(KeptRun kept) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        COLOURS.forEach(colour -> counts.put(colour, 0));
        Stream.concat(
                        Stream.of(Standing.of(RunMark.of(kept).mark())),
                        run.planned().stream()
                                .flatMap(feature -> feature.scenarios().stream()
                                        .map(scenario -> standing(kept, feature.tag(), scenario))))
                .map(standing -> Optional.ofNullable(standing.status())
                        .map(Status::value)
                        .orElse("unknown"))
                .forEach(colour -> counts.merge(colour, 1, Integer::sum));
        counts.put("total", counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    /** A run that passed has passed over what it did not do. */
    private static Standing standing(KeptRun kept, String tag, Fact.PlannedScenario scenario) {
        boolean asked = kept.started().orElseThrow().stages().contains(tag)
                && RunMark.of(kept).mark() != Mark.PASSED;
        return scenario.steps().stream()
                .map(words -> kept.steps().stream()
                        .filter(step -> step.title().equals(words))
                        .map(step -> Standing.of(step.outcome()))
                        .reduce((first, last) -> last)
                        .orElse(asked ? Standing.NOT_REACHED : Standing.LEFT_OUT))
                .max(Comparator.naturalOrder())
                .orElse(Standing.NOT_PROVEN);
    }

    private static Duration duration(KeptRun kept) {
        return Duration.between(kept.started().orElseThrow().at(), kept.last().orElseThrow());
    }
}
