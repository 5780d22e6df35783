package io.bywash.report;

import io.bywash.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a report shows as the environment of a run, as lines of a properties file. */
final class RunEnvironment {
    private static final String INFERRED = "inferred wording in use: ";

    private final List<String> lines = new ArrayList<>();

    private RunEnvironment() {}

    static List<String> of(RunInSteps run) {
        RunEnvironment environment = new RunEnvironment();
        environment.tell(run, run.started());
        return environment.lines;
    }

    private void tell(RunInSteps run, Fact.RunStarted started) {
        boolean simulated = started.target() == Fact.TargetKind.SIMULATED;
        put("Target", started.target().name());
        put(
                "Run ended",
                run.finished()
                        .map(Fact.RunFinished::verdict)
                        .orElse("INCOMPLETE: " + run.judged().why()));
        put("Security Group", started.group());
        put("Address", started.gear().address());
        put("Host keys", hostKeys(run));
        put("Release", started.gear().release());
        put("Mode", started.gear().mode());
        put("SGMs", Integer.toString(started.gear().sgms().size()));
        put("Chassis A", started.gear().chassisA());
        put("Package", started.hotfix().file());
        put("Package SHA-256", started.hotfix().sha256());
        put("Take", Integer.toString(started.hotfix().take()));
        put("Pace", simulated ? (long) started.settings().pace() + " device seconds a second" : "real time");
        put("Stages", RunTitle.stages(run));
        put("Run number", Integer.toString(started.number()));
        put("Run began", started.at().toString());
        put("Operator", started.change().operator());
        put("Reason", started.change().reason());
        put("Change ticket", or(started.change().ticket(), "none"));
        put("Tool version", or(started.tool().version(), "not recorded"));
        put("Tool commit", or(started.tool().commit(), "not recorded"));
        put("Inferred wordings in use", Long.toString(inferred(started)));
        put("History head SHA-256", run.history().head());
    }

    private static long inferred(Fact.RunStarted started) {
        return started.about().stream()
                .filter(line -> line.startsWith(INFERRED))
                .count();
    }

    private static String hostKeys(RunInSteps run) {
        return or(
                run.history().facts().stream()
                        .filter(Fact.LinkOpened.class::isInstance)
                        .map(fact -> ((Fact.LinkOpened) fact).hostKey())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ")),
                "not recorded");
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private void put(String name, String value) {
        lines.add(escaped(name).replace(" ", "\\ ") + "=" + escaped(value));
    }

    /** As a file of properties holds it, which knows ISO 8859-1 only. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Readable.of(text).chars().forEach(character -> {
            if (character == '\\' || character == '=' || character == ':') {
                escaped.append('\\').append((char) character);
            } else if (character < ' ' || character > '~') {
                escaped.append("\\u%04X".formatted(character));
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
