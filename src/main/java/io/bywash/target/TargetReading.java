package io.bywash.target;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * One reading of one target file, after the schema was held against it: gives the values that can be looked at closer and
 * takes down why one of them cannot be used.
 */
final class TargetReading {
    private final MarkedYaml yaml;
    private final PlainWords words;
    private final Faults faults;
    private final Path folder;
    private final UnaryOperator<String> environment;

    TargetReading(MarkedYaml yaml, PlainWords words, Faults faults, Path folder, UnaryOperator<String> environment) {
        this.yaml = yaml;
        this.words = words;
        this.faults = faults;
        this.folder = folder;
        this.environment = environment;
    }

    /** The value at a place; empty when there is none, or when it is known to be faulty already. */
    Optional<JsonNode> value(String place) {
        return faults.touch(place) ? Optional.empty() : yaml.at(place);
    }

    Optional<String> text(String place) {
        return value(place).map(JsonNode::asString);
    }

    /** Whether nothing stands at a place, rightly or wrongly, so that what is usual holds. */
    boolean leftOut(String place) {
        return yaml.at(place).isEmpty() && !faults.touch(place);
    }

    int line(String place) {
        return yaml.line(place);
    }

    /** The keys of a map, the faulty ones with the others. */
    Collection<String> keys(String map) {
        return yaml.at(map).map(JsonNode::propertyNames).orElse(List.of());
    }

    /** What the schema shows as an example of the value at a place. */
    String example(String place) {
        return words.example(place);
    }

    /** A path as it is meant: {@code ~} is the home directory, a relative one counts from the target file's directory. */
    Path path(String written) {
        if (written.equals("~") || written.startsWith("~/")) {
            String home = environment("HOME").orElse(System.getProperty("user.home"));
            return Path.of(home + written.substring(1));
        }
        return folder.resolve(written).normalize();
    }

    /** An environment variable; one that is set to nothing counts as not set. */
    Optional<String> environment(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isEmpty());
    }

    /** Takes down that the value cannot be used; the example of the place is added to {@code why}. */
    void refuse(String place, String why) {
        faults.add(place, yaml.line(place), words.unusable(place, why));
    }

    /** The same where {@code why} ends with what to do. */
    void refusePlainly(String place, String why) {
        faults.add(place, yaml.line(place), words.unusablePlainly(place, why));
    }

    /** Takes down a fault whose value is not to be repeated. */
    void refuseUnseen(String place, String why) {
        faults.add(place, yaml.line(place), Place.name(place) + ": " + why);
    }

    /** Ends the reading if anything was taken down. */
    void tell() {
        faults.tell();
    }
}
