package io.bywash.acceptance;

import io.bywash.evidence.Broken;
import io.bywash.procedure.Stage;
import io.bywash.target.Nearest;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The stages that a tag expression selects. */
final class StageSelection {
    private StageSelection() {}

    /**
     * The stages in the vendor's order; all of them for no expression.
     *
     * @throws Broken when it selects none, or cannot be read
     */
    static List<Stage> of(String tags) {
        if (tags == null || tags.isBlank()) {
            return List.of(Stage.values());
        }
        Expression expression;
        try {
            expression = TagExpressionParser.parse(tags);
        } catch (TagExpressionException e) {
            throw new Broken("'%s' is no tag expression. %s".formatted(tags, stages()));
        }
        List<Stage> selected = Arrays.stream(Stage.values())
                .filter(stage -> expression.evaluate(List.of("@procedure", stage.tag())))
                .toList();
        if (selected.isEmpty()) {
            List<String> known = Arrays.stream(Stage.values()).map(Stage::tag).toList();
            String suggestion = Nearest.to(tags.strip(), known)
                    .or(() -> Nearest.to("@" + tags.strip(), known))
                    .map(" Did you mean %s?"::formatted)
                    .orElse("");
            throw new Broken(
                    "The tag '%s' selects no stage, so nothing was run.%s %s".formatted(tags, suggestion, stages()));
        }
        return selected;
    }

    private static String stages() {
        return "The stages are %s; without a tag the embedded group gets all five."
                .formatted(Arrays.stream(Stage.values())
                        .map(stage -> "%s (%d. %s)".formatted(stage.tag(), stage.number(), stage.title()))
                        .collect(Collectors.joining(", ")));
    }
}
