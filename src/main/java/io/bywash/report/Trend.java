package io.bywash.report;

import io.bywash.evidence.Fact;
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

    private final RunInSteps run;
    private final List<RunInSteps> earlier;

    Trend(RunInSteps run, List<RunInSteps> earlier) {
        this.run = run;
        this.earlier = earlier;
    }

    /** The newest comes first, as the generator has it. */
    void write(Path results) throws IOException {
        Path history = Files.createDirectories(results.resolve("history"));
        List<RunInSteps> newestFirst = earlier.stream()
                .sorted(Comparator.comparing((RunInSteps one) -> one.started().number())
                        .reversed())
                .toList();
        keep(
                history.resolve("history-trend.json"),
                newestFirst.stream().map(one -> item(one, counts(one))).toList());
        keep(
                history.resolve("duration-trend.json"),
                newestFirst.stream()
                        .map(one -> item(one, Map.of("duration", duration(one).toMillis())))
                        .toList());
        Map<String, Object> executor = new LinkedHashMap<>();
        executor.put("name", "Bywash");
        executor.put("type", "bywash");
        executor.put("buildOrder", run.started().number());
        executor.put("buildName", "run %d".formatted(run.started().number()));
        executor.put("reportName", RunTitle.of(run));
        keep(results.resolve("executor.json"), executor);
    }

    private static void keep(Path file, Object content) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(content));
    }

    private static Map<String, Object> item(RunInSteps run, Object data) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("buildOrder", run.started().number());
        item.put("reportName", RunTitle.of(run));
        item.put("data", data);
        return item;
    }

    /** How many entries of a report have which colour; the run as a whole is one of them. */
    private static Map<String, Integer> counts(RunInSteps run) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Stream.of("failed", "broken", "skipped", "passed", "unknown").forEach(colour -> counts.put(colour, 0));
        Stream.concat(
                        Stream.of(run.judged()),
                        run.planned().stream()
                                .flatMap(feature ->
                                        feature.scenarios().stream().map(scenario -> run.judged(feature, scenario))))
                .map(judged -> Optional.ofNullable(judged.standing().status())
                        .map(status -> status.value())
                        .orElse("unknown"))
                .forEach(colour -> counts.merge(colour, 1, Integer::sum));
        counts.put("total", counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    private static Duration duration(RunInSteps run) {
        List<Fact> facts = run.history().facts();
        return Duration.between(run.started().at(), facts.get(facts.size() - 1).at());
    }
}
