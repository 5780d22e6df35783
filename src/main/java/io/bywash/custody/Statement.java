package io.bywash.custody;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the product says of a run that has ended: an in-toto Statement v1 with the predicate test-result v0.1, about the
 * history of the run.
 *
 * <p>It is a function of the history: made again, it is the same byte for byte. What a site can do with it, and how it is
 * checked, is on the page {@code evidence-check}.
 */
public final class Statement {
    /** The name of the file in the directory of a run. */
    public static final String FILE = "statement.json";

    static final String TYPE = "https://in-toto.io/Statement/v1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final byte[] payload;

    private Statement(byte[] payload) {
        this.payload = payload;
    }

    /**
     * Reads the history of a run again and says what it says.
     *
     * @param run its directory
     * @param head what the hash of the last line is by whoever wrote the history
     * @throws Broken when the history has no end, or is not the one that was written: for that nobody signs
     */
    public static Statement of(Path run, String head) {
        HistoryFile history = HistoryFile.read(run);
        Path file = run.resolve(HistoryFile.NAME);
        if (!history.whole()) {
            throw new Broken("The history %s has no end, so nothing can be said of its run.".formatted(file));
        }
        refuseChanged(history, head, file);
        try {
            String sha256 = Sha256.of(Files.readAllBytes(file));
            return new Statement(
                    JSON.writeValueAsString(statement(history, sha256)).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new Broken("The history %s cannot be read again: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static void refuseChanged(HistoryFile history, String head, Path file) {
        String before = HistoryFile.NOTHING;
        for (int i = 0; i < history.entries().size(); i++) {
            HistoryFile.Entry entry = history.entries().get(i);
            if (!entry.before().equals(before)) {
                throw changed(file, "line %d does not follow the one before it".formatted(i + 1));
            }
            before = Sha256.of(entry.line() + "\n");
        }
        if (!before.equals(head)) {
            throw changed(file, "its last line is not the one that was written last");
        }
    }

    private static Broken changed(Path file, String how) {
        return new Broken(
                "The history %s was changed by somebody else while the run wrote it: %s. What the console shows is the only evidence: keep it."
                        .formatted(file, how));
    }

    private static ObjectNode statement(HistoryFile history, String sha256) {
        Fact.RunStarted run = (Fact.RunStarted) history.facts().get(0);
        ObjectNode statement = JSON.createObjectNode();
        statement.put("_type", TYPE);
        described(statement.putArray("subject"), HistoryFile.NAME, sha256)
                .put("head", history.head())
                .put("lines", history.entries().size());
        statement.put("predicateType", "https://in-toto.io/attestation/test-result/v0.1");
        ObjectNode predicate = statement.putObject("predicate");
        Fact.RunFinished end =
                (Fact.RunFinished) history.facts().get(history.facts().size() - 1);
        predicate.put("result", end.outcome() == Outcome.PASSED ? "PASSED" : "FAILED");
        configure(predicate.putArray("configuration"), run);
        Map<String, Outcome> tests = tests(history.facts(), run);
        names(predicate.putArray("passedTests"), tests, Set.of(Outcome.PASSED), run);
        predicate.putArray("warnedTests");
        names(
                predicate.putArray("failedTests"),
                tests,
                Set.of(Outcome.FAILED, Outcome.BROKEN, Outcome.REFUSED, Outcome.NOT_PROVEN),
                run);
        ObjectNode own = predicate.putObject("bywash");
        tell(own, run, end);
        names(own.putArray("notRun"), tests, Set.of(Outcome.NOT_RUN), run);
        return statement;
    }

    private static void configure(ArrayNode configuration, Fact.RunStarted run) {
        run.tool()
                .features()
                .forEach(
                        (file, sha256) -> described(configuration, file, sha256).put("is", "feature"));
        if (!run.settings().file().isEmpty()) {
            described(configuration, run.settings().file(), run.settings().sha256())
                    .put("is", "target file");
        }
        described(configuration, run.hotfix().file(), run.hotfix().sha256())
                .put("is", "package")
                .put("size", run.hotfix().size())
                .put("take", run.hotfix().take());
    }

    /** @return the annotations of what is described */
    private static ObjectNode described(ArrayNode resources, String name, String sha256) {
        ObjectNode resource = resources.addObject().put("name", name);
        resource.putObject("digest").put("sha256", sha256);
        return resource.putObject("annotations");
    }

    private static void tell(ObjectNode own, Fact.RunStarted run, Fact.RunFinished end) {
        own.put("target", run.target().name())
                .put("outcome", end.outcome().toString())
                .put("verdict", end.verdict())
                .put("group", run.group())
                .put("number", run.number());
        ArrayNode stages = own.putArray("stages");
        run.stages().forEach(stages::add);
        own.put("started", run.at().toString())
                .put("ended", end.at().toString())
                .put("operator", run.change().operator())
                .put("reason", run.change().reason())
                .put("ticket", run.change().ticket())
                .put("version", run.tool().version())
                .put("commit", run.tool().commit());
    }

    /** How each step of the selected stages ended at its worst, by its words, in the order of the features; then the others. */
    private static Map<String, Outcome> tests(List<Fact> facts, Fact.RunStarted run) {
        Map<String, Outcome> tests = new LinkedHashMap<>();
        Set<String> selected = new TreeSet<>(run.stages());
        for (Fact fact : facts) {
            if (fact instanceof Fact.Planned planned) {
                planned.features().stream()
                        .filter(feature -> selected.contains(feature.tag()))
                        .flatMap(feature -> feature.scenarios().stream())
                        .flatMap(scenario -> scenario.steps().stream())
                        .forEach(step -> tests.put(step, null));
            } else if (fact instanceof Fact.StepFinished step) {
                tests.merge(step.title(), step.outcome(), Outcome::and);
            }
        }
        tests.replaceAll((words, outcome) -> outcome == null ? Outcome.NOT_RUN : outcome);
        return tests;
    }

    /** A test is named with the target before it, so that one on the embedded group is never taken for one on a device. */
    private static void names(ArrayNode names, Map<String, Outcome> tests, Set<Outcome> outcomes, Fact.RunStarted run) {
        tests.forEach((words, outcome) -> {
            if (outcomes.contains(outcome)) {
                names.add(run.target() + " " + words);
            }
        });
    }

    /** What is signed, and what stands in the envelope in base64. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The content of {@link #FILE}: a DSSE envelope of one line, signed where there is a key. */
    public String envelope(Optional<SigningKey> key) {
        return Envelope.of(payload, key);
    }
}
