package io.bywash.report;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.KeptRun;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results that the Allure generator makes its report of, as a function of a run's history: the same history gives the
 * same files, byte for byte.
 *
 * <p>There is one result for each planned scenario, tried or not, and one for the run as a whole, which comes first.
 */
public final class AllureResults {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunInSteps run;
    private final AllureResultsWriter writer;
    private final Attachments attachments;
    private final StepResults steps;

    private AllureResults(HistoryFile history, Path results) {
        run = new RunInSteps(history);
        writer = new FileSystemResultsWriter(results);
        attachments = new Attachments(writer);
        steps = new StepResults(run, attachments, ScreenLimit.of(history));
    }

    /**
     * Writes the results.
     *
     * @param earlier runs that are kept; the trend is made of those before this one on the same group
     * @param pictures pages and pictures of the whole run, by the name they are shown under
     * @param results a directory that is made, or is empty
     * @throws Broken when the history does not say how its run began, or the files cannot be written
     */
    public static void write(HistoryFile run, List<KeptRun> earlier, Map<String, String> pictures, Path results) {
        AllureResults all = new AllureResults(run, results);
        all.wholeRun(pictures);
        for (Fact.PlannedFeature feature : all.run.planned()) {
            feature.scenarios().forEach(scenario -> all.scenario(feature, scenario));
        }
        try {
            Files.write(
                    results.resolve("environment.properties"), RunEnvironment.of(all.run), StandardCharsets.US_ASCII);
            Files.writeString(results.resolve("categories.json"), categories());
            new Trend(all.run, earlier).write(results);
        } catch (IOException e) {
            throw new Broken("The results in %s cannot be written: %s.".formatted(results, e.getMessage()), e);
        }
    }

    /** The title of the report: what kind of target, which group, which stages, and how it ended. */
    public static String title(HistoryFile run) {
        return RunTitle.of(new RunInSteps(run));
    }

    private void wholeRun(Map<String, String> pictures) {
        RunEntry entry = new RunEntry(run, attachments, steps);
        writer.write(result(RunEntry.FEATURE, RunEntry.NAME, run.judged())
                .setDescription(Readable.of(entry.description()))
                .setSteps(entry.steps())
                .setAttachments(entry.attachments(pictures))
                .setStart(run.started().at().toEpochMilli())
                .setStop(run.ended().toEpochMilli()));
    }

    private void scenario(Fact.PlannedFeature feature, Fact.PlannedScenario scenario) {
        List<StepResult> written =
                scenario.steps().stream().map(words -> steps.of(feature, words)).toList();
        TestResult result = result(feature.name(), scenario.name(), run.judged(feature, scenario))
                .setDescription(Readable.of(feature.text()))
                .setSteps(written);
        times(written, true).min().ifPresent(result::setStart);
        times(written, false).max().ifPresent(result::setStop);
        writer.write(result);
    }

    private static LongStream times(List<StepResult> steps, boolean start) {
        return steps.stream()
                .map(step -> start ? step.getStart() : step.getStop())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue);
    }

    private TestResult result(String feature, String name, Judged judged) {
        return new TestResult()
                .setUuid(uuid(run.history().head() + name))
                .setHistoryId(uuid(feature + name))
                .setTestCaseId(uuid(feature + name))
                .setFullName(Readable.of(feature + ": " + name))
                .setName(Readable.of(name))
                .setStatus(judged.standing().status())
                .setStatusDetails(judged.details())
                .setStage(Stage.FINISHED)
                .setLabels(List.of(label("feature", feature), label("suite", feature)))
                .setLinks(ticket());
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(Readable.of(value));
    }

    private List<Link> ticket() {
        return ticketPage(run.started())
                .map(page -> List.of(new Link()
                        .setName(Readable.of(run.started().change().ticket()))
                        .setType("issue")
                        .setUrl(page)))
                .orElse(List.of());
    }

    /** The address of the page of the change that a run belongs to, where the site has said how it is made. */
    private static Optional<String> ticketPage(Fact.RunStarted started) {
        String ticket = started.change().ticket();
        String pattern = started.settings().ticketLink();
        return ticket.isEmpty() || pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(pattern.replace("{}", Ticket.encoded(ticket)));
    }

    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One category for each first word of a message, so that what did not pass is in exactly one. */
    private static String categories() {
        Map<String, String> categories = new LinkedHashMap<>();
        Arrays.stream(Standing.values())
                .filter(standing -> standing != Standing.PASSED)
                .sorted((one, other) -> other.compareTo(one))
                .forEach(standing -> categories.put(standing.category(), standing.word()));
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(categories.entrySet().stream()
                        .map(category -> {
                            Map<String, String> one = new LinkedHashMap<>();
                            one.put("name", category.getKey());
                            one.put("messageRegex", "(?s)" + category.getValue() + ": .*");
                            return one;
                        })
                        .collect(Collectors.toList()));
    }
}
