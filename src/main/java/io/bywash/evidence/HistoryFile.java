package io.bywash.evidence;

import io.bywash.group.SgmId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The history of a run as it is kept in {@code history.jsonl}: one fact a line, in the order it happened.
 *
 * <p>A line is {@code {"before":"<hash>","fact":"<kind>","nanos":<n>,...}}. {@code before} is the SHA-256 of the line
 * before with its line end, so that {@code sed -n 7p history.jsonl | sha256sum} gives what the eighth line begins with;
 * the first has 64 zeros. {@code nanos} is the time since the run began by a clock that nobody can set. Lines are ASCII;
 * a byte of the device that is no UTF-8 stands as the character {@code 0xDC00} plus its value.
 *
 * @param whole whether the last line is the end of a run; when not, the run is under way, or died
 */
public record HistoryFile(List<Entry> entries, boolean whole) {
    /** The name of the file in the directory of a run. */
    public static final String NAME = "history.jsonl";

    /** What stands before the first line. */
    public static final String NOTHING = "0".repeat(64);

    private static final String BEFORE = "before";
    private static final String KIND = "fact";
    private static final String NANOS = "nanos";

    private static final Map<String, Class<? extends Fact>> KINDS =
            kinds(Fact.class).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .addModule(new SimpleModule().addKeyDeserializer(SgmId.class, new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return SgmId.parse(key);
                }
            }))
            .build();

    /**
     * One line.
     *
     * @param before the hash that the line says the line before has
     * @param nanos since the run began
     * @param line the text of the line, without its line end
     */
    public record Entry(String before, long nanos, Fact fact, String line) {}

    private static Stream<Class<? extends Fact>> kinds(Class<? extends Fact> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(kind -> kind.<Fact>asSubclass(Fact.class))
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }

    /** A fact as a line, without its line end. */
    static String line(String before, long nanos, Fact fact) {
        return "{\"%s\":\"%s\",\"%s\":\"%s\",\"%s\":%d,%s"
                .formatted(
                        BEFORE,
                        before,
                        KIND,
                        fact.getClass().getSimpleName(),
                        NANOS,
                        nanos,
                        JSON.writeValueAsString(fact).substring(1));
    }

    /** The same as JSON. */
    static ObjectNode node(String before, long nanos, Fact fact) {
        return (ObjectNode) JSON.readTree(line(before, nanos, fact));
    }

    /** The hash of a line with its line end. */
    static String hash(String line) {
        return Sha256.of(line + "\n");
    }

    /**
     * Reads the history in the directory of a run. Whether anybody has changed it is not looked at here.
     *
     * @throws Broken when it cannot be read; a last line that was cut off is left out
     */
    public static HistoryFile read(Path run) {
        return in(run.resolve(NAME));
    }

    /**
     * Reads the facts that stand in a file of the same form.
     *
     * @throws Broken when it cannot be read; a last line that was cut off is left out
     */
    public static HistoryFile in(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            List<Entry> entries = new ArrayList<>();
            for (int number = 0; number < lines.size(); number++) {
                try {
                    entries.add(parsed(lines.get(number)));
                } catch (JacksonException | IllegalArgumentException e) {
                    if (number < lines.size() - 1 || text.endsWith("\n")) {
                        throw new Broken(
                                "Line %d of %s is no fact of a history: %s. Somebody changed the file, or another version wrote it."
                                        .formatted(number + 1, file, e.getMessage()),
                                e);
                    }
                }
            }
            boolean whole =
                    !entries.isEmpty() && entries.get(entries.size() - 1).fact() instanceof Fact.RunFinished;
            return new HistoryFile(List.copyOf(entries), whole);
        } catch (IOException e) {
            throw new Broken("The history %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** One line, without its line end. */
    static Entry parsed(String line) {
        ObjectNode node = (ObjectNode) JSON.readTree(line);
        String before = node.remove(BEFORE).asString();
        String kind = node.remove(KIND).asString();
        long nanos = node.remove(NANOS).asLong();
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("there is no fact '%s'".formatted(kind));
        }
        return new Entry(before, nanos, JSON.treeToValue(node, KINDS.get(kind)), line);
    }

    /** The text of a file with these facts and no others, in the time that they have. */
    public static String text(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        String before = NOTHING;
        for (Entry entry : entries) {
            String line = line(before, entry.nanos(), entry.fact());
            text.append(line).append('\n');
            before = hash(line);
        }
        return text.toString();
    }

    /** Writes such a text into a directory that is made for it. */
    static void write(Path run, List<Entry> entries) {
        try {
            Files.createDirectories(run);
            Files.writeString(run.resolve(NAME), text(entries));
        } catch (IOException e) {
            throw new Broken("The history in %s cannot be written: %s.".formatted(run, e.getMessage()), e);
        }
    }

    /** A fact in which each text has been changed. */
    public static Fact rewritten(Fact fact, UnaryOperator<String> change) {
        JsonNode node = JSON.valueToTree(fact);
        return JSON.treeToValue(rewritten(node, change), fact.getClass());
    }

    private static JsonNode rewritten(JsonNode node, UnaryOperator<String> change) {
        if (node.isString()) {
            return StringNode.valueOf(change.apply(node.asString()));
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> object.set(name, rewritten(object.get(name), change)));
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, rewritten(array.get(at), change));
            }
        }
        return node;
    }

    /** The number of the first line, from 1, that does not begin with the hash of the one before; empty when all do. */
    public OptionalInt brokenAt() {
        String before = NOTHING;
        for (int line = 0; line < entries.size(); line++) {
            if (!entries.get(line).before().equals(before)) {
                return OptionalInt.of(line + 1);
            }
            before = hash(entries.get(line).line());
        }
        return OptionalInt.empty();
    }

    public List<Fact> facts() {
        return entries.stream().map(Entry::fact).toList();
    }

    /** The hash of the last line, which stands for the whole history. */
    public String head() {
        return entries.isEmpty()
                ? NOTHING
                : hash(entries.get(entries.size() - 1).line());
    }
}
