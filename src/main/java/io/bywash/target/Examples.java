package io.bywash.target;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What to write, taken from the examples of the schema. */
final class Examples {
    private final TargetSchema schema;

    Examples(TargetSchema schema) {
        this.schema = schema;
    }

    /** The example of a place with a blank before it: {@code  Write: take: 110}. */
    String write(String place) {
        return Place.isItem(place) ? write(Place.parent(place)) : write(place, Place.parent(place));
    }

    /** The same with all the keys that lead to the place from the map at {@code from}. */
    String write(String place, String from) {
        String text = yaml(schema.about(place).path("examples").path(0));
        for (String inside = place; !inside.equals(from); inside = Place.parent(inside)) {
            boolean outermost = Place.parent(inside).equals(from);
            text = (outermost ? "%s: %s" : "{%s: %s}").formatted(Place.last(inside), text);
        }
        return " Write: " + text;
    }

    private static String yaml(JsonNode example) {
        if (example.isObject()) {
            return example.propertyStream()
                    .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        String text = example.asString();
        return text.endsWith(" ") ? '"' + text + '"' : text;
    }
}
