package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.GatewayMode;
import io.bywash.group.GroupStatus;
import io.bywash.procedure.Assignment;
import io.bywash.target.Target;
import io.qameta.allure.Allure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what happened in a step beside that step in the Allure report. */
final class AllureEvidence implements Consumer<Fact> {
    private static final String CATEGORIES = """
            [{"name": "Failed: the Security Group did what the procedure does not allow", "matchedStatuses": ["failed"]},
             {"name": "Refused: the Security Group is not as the procedure needs it", "matchedStatuses": ["broken"],
              "traceRegex": "(?s).*(?:Refused|Forbidden).*"},
             {"name": "Not proven: a person has to look", "matchedStatuses": ["broken"],
              "traceRegex": "(?s).*(?:NotProven|StuckCommand).*"},
             {"name": "Not run, or already done", "matchedStatuses": ["skipped"]},
             {"name": "Broken: the harness, its settings, the lab or the network", "matchedStatuses": ["broken"],
              "traceRegex": "(?s)(?!.*(?:Refused|Forbidden|NotProven|StuckCommand)).*"}]
            """;

    private final Supplier<List<String>> page;
    private final List<Fact.Exchanged> exchanges = new ArrayList<>();
    private final List<Fact.TableKept> tables = new ArrayList<>();
    private GroupStatus status;

    /**
     * @param page the failure page, once there is one
     */
    AllureEvidence(Supplier<List<String>> page) {
        this.page = page;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.StepStarted) {
            exchanges.clear();
            tables.clear();
            status = null;
        } else if (fact instanceof Fact.Exchanged exchanged) {
            exchanges.add(exchanged);
        } else if (fact instanceof Fact.StatusSeen seen) {
            status = seen.status();
        } else if (fact instanceof Fact.TableKept table) {
            tables.add(table);
        } else if (fact instanceof Fact.StepFinished step) {
            attach(step);
        }
    }

    private void attach(Fact.StepFinished step) {
        if (step.outcome() != Outcome.PASSED && !page.get().isEmpty()) {
            Allure.addAttachment("failure page", "text/plain", String.join("\n", page.get()));
        }
        tables.forEach(table -> Allure.addAttachment(table.title(), "text/csv", csv(table), ".csv"));
        Allure.addAttachment("measurements", "text/csv", csv(measurements(step)), ".csv");
        if (!step.notes().isEmpty()) {
            Allure.addAttachment("notes", "text/plain", String.join("\n", step.notes()));
        }
        if (status != null) {
            Allure.addAttachment("last status", "text/plain", lines(status));
        }
        if (!exchanges.isEmpty()) {
            Allure.addAttachment(
                    "exchange",
                    "text/plain",
                    exchanges.stream().map(AllureEvidence::told).collect(Collectors.joining("\n")));
        }
    }

    private static String told(Fact.Exchanged exchanged) {
        return "%s  [%s]  %s%n%s%s%n-> %s (%d ms)%n"
                .formatted(
                        exchanged.at().truncatedTo(ChronoUnit.MILLIS),
                        exchanged.terminal(),
                        (exchanged.prompt() + " " + exchanged.command()).strip(),
                        exchanged.screen().stripTrailing(),
                        exchanged.screen().isBlank() ? "" : "\n",
                        exchanged.ending(),
                        exchanged.took().toMillis());
    }

    private static String lines(GroupStatus status) {
        StringBuilder text = new StringBuilder("read at " + status.at() + "\n");
        status.roles().forEach((chassis, role) -> {
            text.append("\n%s  %s%n".formatted(chassis, role));
            status.of(chassis).forEach(sgm -> text.append("  %s  %s%n".formatted(sgm.id(), sgm.word())));
        });
        return text.toString();
    }

    private static Fact.TableKept measurements(Fact.StepFinished step) {
        List<List<String>> rows = step.measurements().stream()
                .map(measured -> List.of(
                        measured.name(),
                        measured.expected(),
                        measured.actual(),
                        measured.asExpected() ? "as expected" : "NOT AS EXPECTED"))
                .toList();
        return new Fact.TableKept(step.at(), "measurements", List.of("measured", "expected", "seen", "verdict"), rows);
    }

    /** Comma-separated values, which the report shows as a table of full height. */
    private static String csv(Fact.TableKept table) {
        return Stream.concat(Stream.of(table.header()), table.rows().stream())
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    /** Writes the environment of the report, and which run it belongs to. */
    static void describe(Target target, String stages, Path runDirectory) {
        Assignment assignment = target.assignment();
        List<String> lines = List.of(
                "Target=" + (target.simulated() ? "SIMULATED" : "REAL"),
                "Security\\ Group=" + assignment.group().name(),
                "Release=" + assignment.release(),
                "Mode=" + (assignment.mode() == GatewayMode.VSX ? "VSX" : "Security Gateway"),
                "SGMs=" + assignment.group().sgms().size(),
                "Package=" + assignment.file().name(),
                "Take=" + assignment.take().number(),
                "Pace=" + (target.simulated() ? (long) target.pace() + " device seconds a second" : "real time"),
                "Stages=" + stages,
                "Operator=" + assignment.audit().name(),
                "Change\\ ticket=" + assignment.changeTicket().orElse("none"));
        try {
            Path results = Path.of(System.getProperty("allure.results.directory", "target/allure-results"));
            Files.createDirectories(results);
            Files.write(results.resolve("environment.properties"), lines);
            Files.writeString(results.resolve("categories.json"), CATEGORIES);
            Files.writeString(
                    results.resolve(ReportPage.RUN),
                    "%s%n%s Security Group %s, %s"
                            .formatted(
                                    runDirectory,
                                    target.simulated() ? "SIMULATED" : "REAL",
                                    assignment.group().name(),
                                    stages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
