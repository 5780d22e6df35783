package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Sha256;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The features of the procedure as they are written, for the evidence of a run. */
final class Features {
    /** Where they are. */
    static final Path FOLDER = Path.of("features", "procedure");

    private static final String OF_ALL = "@procedure";

    private Features() {}

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the run is made with. */
    static Fact.Tool tool() {
        Properties tool = new Properties();
        try (InputStream file = Fact.class.getResourceAsStream("tool.properties")) {
            tool.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = tool.getProperty("commit");
        return new Fact.Tool(
                tool.getProperty("version"),
                commit.startsWith("$")
                        ? "unknown"
                        : commit + (tool.getProperty("changed").equals("true") ? " with changes" : ""),
                hashes());
    }

    /** The SHA-256 of each feature file, by its path. */
    private static SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : files()) {
            try {
                hashes.put(file.toString(), Sha256.of(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hashes;
    }

    /** What they say is to be done, in the order in which it is done. */
    static List<Fact.PlannedFeature> planned() {
        return files().stream().map(Features::planned).toList();
    }

    private static Fact.PlannedFeature planned(Path file) {
        try {
            Feature feature = GherkinParser.builder()
                    .includeSource(false)
                    .includePickles(false)
                    .build()
                    .parse(file)
                    .map(Envelope::getGherkinDocument)
                    .flatMap(Optional::stream)
                    .map(GherkinDocument::getFeature)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
            return new Fact.PlannedFeature(
                    file.toString(),
                    feature.getTags().stream()
                            .map(Tag::getName)
                            .filter(tag -> !tag.equals(OF_ALL))
                            .findFirst()
                            .orElse(""),
                    feature.getName(),
                    String.join(" ", feature.getDescription().strip().split("\\s+")),
                    feature.getChildren().stream()
                            .map(FeatureChild::getScenario)
                            .flatMap(Optional::stream)
                            .map(Features::planned)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact.PlannedScenario planned(Scenario scenario) {
        return new Fact.PlannedScenario(
                scenario.getName(),
                scenario.getSteps().stream().map(Step::getText).toList());
    }
}
