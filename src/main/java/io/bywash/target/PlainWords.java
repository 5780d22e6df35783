package io.bywash.target;

import static io.bywash.target.Place.last;
import static io.bywash.target.Place.mayBeSecret;
import static io.bywash.target.Place.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sentences in which a fault of the target file is told. What may be a secret is never repeated in them. */
final class PlainWords {
    private static final int LONGEST_QUOTE = 80;

    private final TargetSchema schema;
    private final MarkedYaml yaml;
    private final Examples examples;

    PlainWords(TargetSchema schema, MarkedYaml yaml) {
        this.schema = schema;
        this.yaml = yaml;
        this.examples = new Examples(schema);
    }

    String unknownKey(String place, String key, Optional<String> near) {
        String where = name(place);
        if (near.isPresent()) {
            return "%s is no key of %s; did you mean %s?%s"
                    .formatted(quoted(key), where, near.get(), examples.write(Place.in(place, near.get())));
        }
        return "%s is no key of %s. Write: one of %s; or leave it out."
                .formatted(
                        mayBeSecret(place) ? "What stands here" : quoted(key),
                        where,
                        String.join(", ", schema.keys(place)));
    }

    /** For a secret in the file; the example is the whole way from the map it stands in to {@code instead}. */
    String secretWritten(String place, String key, String instead) {
        String from = instead.startsWith(place + "/") ? place : "";
        return "%s is not taken: a secret is never written in a target file, which gets copied and mailed. Put it into an environment variable, or into a file that only its owner can read, and have it changed.%s"
                .formatted(quoted(key), examples.write(instead, from));
    }

    String missing(String place) {
        return "%s is missing: %s%s".formatted(name(place), expected(place), examples.write(place));
    }

    String choice(String place) {
        String ways = last(place).equals("login")
                ? "one of passwordFrom, key and agentKey, and no other of them"
                : "env or file, and not both";
        return "%s must have %s. Expected: %s%s".formatted(name(place), ways, expected(place), examples.write(place));
    }

    String passphraseWithoutKey(String place) {
        return "%s stands without a key, and a passphrase belongs to a private key. Write: key: PATH beside it, or leave it out."
                .formatted(name(place));
    }

    String answersWithoutPassword(String place) {
        return "%s stand without a password, and they belong to the dialogue in which one is asked for. Write: passwordFrom: {env: BYWASH_PASSWORD} beside them, or leave them out."
                .formatted(name(place));
    }

    /** For a value that the schema does not allow. */
    String value(String place) {
        List<String> known = known(place);
        Optional<String> near = yaml.written(place).flatMap(text -> Nearest.to(text, known));
        return "%s %s%s Expected: %s%s%s"
                .formatted(
                        name(place),
                        seen(place, mayBeSecret(place)),
                        near.map("; did you mean %s?"::formatted).orElse("."),
                        expected(place),
                        known.isEmpty() ? "" : " Known: " + String.join(", ", known) + ".",
                        near.map(meant -> " Write: %s: %s".formatted(last(place), meant))
                                .or(() -> inQuotes(place))
                                .orElseGet(() -> examples.write(place)));
    }

    /** For a value that the schema allows and a run cannot use; the example of the place follows {@code why}. */
    String unusable(String place, String why) {
        return unusablePlainly(place, why + examples.write(place));
    }

    /** The same where {@code why} says itself what to write. */
    String unusablePlainly(String place, String why) {
        return "%s %s: %s".formatted(name(place), seen(place, false), why);
    }

    /** The example of a place alone. */
    String example(String place) {
        return schema.about(place).path("examples").path(0).asString("");
    }

    private String expected(String place) {
        String description = schema.about(place).path("description").asString();
        return description.substring(0, 1).toLowerCase(Locale.ROOT) + description.substring(1);
    }

    private List<String> known(String place) {
        List<String> known = new ArrayList<>();
        schema.about(place).path("enum").forEach(word -> known.add(word.asString()));
        return known;
    }

    /** For a text that YAML takes for a number or a truth value, such as the group 61000. */
    private Optional<String> inQuotes(String place) {
        boolean mistaken = yaml.at(place)
                .filter(node -> node.isNumber() || node.isBoolean())
                .isPresent();
        return yaml.written(place)
                .filter(text -> mistaken && !mayBeSecret(place) && schema.allowsText(place, text))
                .map(text -> " Write: %s: \"%s\"".formatted(last(place), text));
    }

    private String seen(String place, boolean hidden) {
        Optional<JsonNode> value = yaml.at(place);
        Optional<String> text = yaml.written(place);
        if (value.filter(JsonNode::isNull).isPresent()
                || text.filter(String::isBlank).isPresent()) {
            return "is empty";
        }
        if (hidden || text.filter(word -> word.contains("@")).isPresent()) {
            return "cannot be what is written there";
        }
        if (text.isEmpty()) {
            return value.filter(JsonNode::isArray).isPresent() ? "cannot be this list" : "cannot be a map of keys";
        }
        return value.filter(JsonNode::isString).isPresent()
                ? "cannot be " + quoted(text.get())
                : "cannot be the %s %s"
                        .formatted(value.filter(JsonNode::isNumber).isPresent() ? "number" : "truth value", text.get());
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return '"' + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line) + '"';
    }
}
