package io.bywash.target;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of the target file: which keys there are, what each may hold, and the words that say so.
 *
 * <p>The words of every message come from the schema's own descriptions and examples, so that an editor that shows them
 * and a run that refuses a file say the same.
 */
final class TargetSchema {
    private static final String RESOURCE = "target.schema.json";

    /** One breach of the schema: where, against which rule, and for which key where the rule is about keys. */
    record Breach(String place, String rule, String key) {
        /** The place of the key the rule is about. */
        String keyPlace() {
            return Place.in(place, key);
        }
    }

    private final JsonNode tree;
    private final Schema schema;

    TargetSchema() {
        try (InputStream in = TargetSchema.class.getResourceAsStream(RESOURCE)) {
            tree = JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree);
    }

    List<Breach> breaches(JsonNode document) {
        return schema.validate(document).stream().map(TargetSchema::breach).toList();
    }

    /** What the schema says about a place; where one definition serves several places, the place's own words come first. */
    JsonNode about(String place) {
        JsonNode about = tree;
        for (String step :
                place.isEmpty() ? List.<String>of() : List.of(place.substring(1).split("/"))) {
            JsonNode inside = resolved(about);
            about = inside.has("items") && step.matches("\\d+")
                    ? inside.path("items")
                    : inside.path("properties").path(step);
        }
        return about;
    }

    /** The keys a map at this place may hold. */
    List<String> keys(String place) {
        return new ArrayList<>(resolved(about(place)).path("properties").propertyNames());
    }

    /** Whether this text, in quotes, may stand at this place. */
    boolean allowsText(String place, String text) {
        JsonNode about = resolved(about(place));
        return about.path("type").toString().contains("\"string\"")
                && !about.has("enum")
                && Pattern.compile(about.path("pattern").asString(""))
                        .matcher(text)
                        .find();
    }

    private JsonNode resolved(JsonNode about) {
        JsonNode reference = about.path("$ref");
        return reference.isMissingNode() ? about : tree.at(reference.asString().substring(1));
    }

    private static Breach breach(Error error) {
        boolean ofAChoice = steps(error.getEvaluationPath()).contains("oneOf");
        String place = "";
        for (String step : steps(error.getInstanceLocation())) {
            place = Place.in(place, step);
        }
        return new Breach(
                place,
                ofAChoice ? "oneOf" : error.getKeyword(),
                error.getProperty() == null ? "" : error.getProperty());
    }

    private static List<String> steps(NodePath path) {
        List<String> steps = new ArrayList<>();
        for (int index = 0; index < path.getNameCount(); index++) {
            steps.add(path.getName(index));
        }
        return steps;
    }
}
