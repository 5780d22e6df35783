package io.bywash.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.procedure.Stage;
import io.bywash.procedure.StepId;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The features under {@code features/procedure} are the vendor's page, step by step. */
class FeatureGrammarTest {
    private static final Pattern ID = Pattern.compile("\\[(\\d\\.[A-Z])\\] .+");

    @Test
    void the_38_lettered_steps_stand_there_once_each_in_the_order_of_the_page() {
        assertThat(features().stream().flatMap(feature -> ids(feature).stream()))
                .containsExactlyElementsOf(
                        StepId.all().stream().map(StepId::toString).toList())
                .hasSize(38);
    }

    @Test
    void each_feature_is_one_stage_and_carries_its_number_and_its_tag() {
        List<Feature> features = features();
        assertThat(features).hasSize(Stage.values().length);
        for (Stage stage : Stage.values()) {
            Feature feature = features.get(stage.ordinal());
            assertThat(feature.getName()).startsWith(stage.number() + ". ");
            assertThat(feature.getTags().stream().map(Tag::getName)).containsExactly("@procedure", stage.tag());
        }
    }

    @Test
    void each_scenario_is_numbered_within_its_stage_so_that_a_report_sorts_them_as_they_run() {
        for (Feature feature : features()) {
            List<String> names = scenarios(feature).map(Scenario::getName).toList();
            for (int index = 0; index < names.size(); index++) {
                assertThat(names.get(index))
                        .startsWith("%s.%d ".formatted(feature.getName().charAt(0), index));
            }
        }
    }

    @Test
    void each_stage_begins_by_proving_what_it_needs() {
        for (Feature feature : features()) {
            assertThat(scenarios(feature)
                            .findFirst()
                            .orElseThrow()
                            .getSteps()
                            .get(0)
                            .getText())
                    .isEqualTo("the Security Group is ready for part "
                            + feature.getName().charAt(0));
        }
    }

    @Test
    void each_stage_ends_by_telling_what_it_changed_and_only_the_proof_comes_after_that() {
        for (Feature feature : features()) {
            List<String> last = scenarios(feature)
                    .flatMap(scenario -> scenario.getSteps().stream())
                    .map(Step::getText)
                    .dropWhile(text -> !text.matches(".*[1-5]\\.[A-Z].*"))
                    .filter(text -> !ID.matcher(text).matches())
                    .filter(text -> !text.startsWith("the hotfix is installed on every SGM"))
                    .toList();
            assertThat(last)
                    .containsExactly("nothing but what part %s changes has changed"
                            .formatted(feature.getName().charAt(0)));
        }
    }

    private static List<String> ids(Feature feature) {
        return scenarios(feature)
                .flatMap(scenario -> scenario.getSteps().stream())
                .map(Step::getText)
                .map(ID::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static Stream<Scenario> scenarios(Feature feature) {
        return feature.getChildren().stream().map(FeatureChild::getScenario).flatMap(found -> found.stream());
    }

    private static List<Feature> features() {
        try (Stream<Path> files = Files.list(Path.of("features/procedure"))) {
            return files.sorted().map(FeatureGrammarTest::feature).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Feature feature(Path file) {
        try {
            return GherkinParser.builder()
                    .build()
                    .parse(file)
                    .flatMap(envelope -> envelope.getGherkinDocument().stream())
                    .findFirst()
                    .flatMap(document -> document.getFeature())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
