package io.bywash.target;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML text as the tree a schema is held against, which still knows the line of every place and how each value was
 * written: {@code 81.10} is the number 81.1 to a schema, but a message must show what stands in the file.
 */
final class MarkedYaml {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Faults faults;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final JsonNode root;

    /** Takes the tree apart; keys that stand twice, keys that are no words, and aliases are told to {@code faults}. */
    MarkedYaml(Node document, Faults faults) {
        this.faults = faults;
        lines.put("", 1);
        this.root = tree("", document);
    }

    JsonNode root() {
        return root;
    }

    /** Puts a word at a place, in maps that are made where they are missing, as if it stood in that line of the file. */
    void put(String place, String word, int line) {
        String parent = Place.parent(place);
        if (!parent.isEmpty() && at(parent).isEmpty()) {
            ((ObjectNode) root.at(Place.parent(parent))).set(Place.last(parent), JSON.objectNode());
            lines.put(parent, line);
        }
        ((ObjectNode) root.at(parent)).put(Place.last(place), word);
        lines.put(place, line);
        written.put(place, word);
    }

    /** The value at a place; empty when the key is not there. */
    Optional<JsonNode> at(String place) {
        JsonNode node = root.at(place);
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** The line of the key or list item at a place; for what is not there, the line of what it should be in. */
    int line(String place) {
        String known = place;
        while (!lines.containsKey(known)) {
            known = Place.parent(known);
        }
        return lines.get(known);
    }

    /** A value as it stands in the file; empty for a list and a map. */
    Optional<String> written(String place) {
        return Optional.ofNullable(written.get(place));
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private JsonNode tree(String place, Node node) {
        if (!seen.add(node)) {
            faults.add(
                    place,
                    line(place),
                    "An alias (*name) stands here; a target file takes none. Write: the value itself, at both places.");
            return JSON.nullNode();
        }
        if (node instanceof MappingNode map) {
            return object(place, map);
        }
        if (node instanceof SequenceNode list) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : list.getValue()) {
                String inside = place + "/" + array.size();
                lines.put(inside, lineOf(item));
                array.add(tree(inside, item));
            }
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        written.put(place, scalar.getValue());
        return value(scalar);
    }

    private ObjectNode object(String place, MappingNode map) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : map.getValue()) {
            int line = lineOf(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                faults.add(place, line, "A list or a map stands here as a key. Write: a word, a colon and a blank.");
                continue;
            }
            String inside = Place.in(place, key.getValue());
            if (object.has(key.getValue())) {
                faults.add(
                        inside,
                        line,
                        "\"%s\" stands on line %d already, and only one of them can hold. Write: it once."
                                .formatted(key.getValue(), lines.get(inside)));
                continue;
            }
            lines.put(inside, line);
            object.set(key.getValue(), tree(inside, entry.getValueNode()));
        }
        return object;
    }

    private static JsonNode value(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (scalar.getTag().equals(Tag.INT) && text.matches("-?\\d{1,18}")) {
            return JSON.numberNode(Long.parseLong(text));
        }
        if (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT)) {
            return JSON.numberNode(0.5); // a number, and never one that is asked for
        }
        return JSON.stringNode(text);
    }
}
