package io.bywash.custody;

import io.bywash.evidence.Broken;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the product says of the files that it made of a history for people: an in-toto Statement v1 with the predicate link
 * v0.3. Its subjects are those files, each with its SHA-256, and its one material is the history.
 */
public final class DerivedFiles {
    /** The name of the file in the directory of a run. */
    public static final String FILE = "derived.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private DerivedFiles() {}

    /**
     * The content of {@link #FILE}: a DSSE envelope of one line, signed where there is a key.
     *
     * @param run the directory with the history
     * @param into the directory with the files
     * @param files their paths in it, with {@code /} on every system
     * @throws Broken when one of them cannot be read
     */
    public static String envelope(Path run, Path into, Collection<String> files, Optional<SigningKey> key) {
        ObjectNode statement = JSON.createObjectNode();
        statement.put("_type", Statement.TYPE);
        ArrayNode subjects = statement.putArray("subject");
        new TreeSet<>(files).forEach(file -> described(subjects, file, into.resolve(file)));
        statement.put("predicateType", "https://in-toto.io/attestation/link/v0.3");
        ObjectNode predicate = statement.putObject("predicate").put("name", "evidence");
        described(predicate.putArray("materials"), HistoryFile.NAME, run.resolve(HistoryFile.NAME));
        return Envelope.of(JSON.writeValueAsString(statement).getBytes(StandardCharsets.US_ASCII), key);
    }

    private static void described(ArrayNode resources, String name, Path file) {
        try {
            resources
                    .addObject()
                    .put("name", name)
                    .putObject("digest")
                    .put("sha256", Sha256.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Broken("%s cannot be read again, so %s was not made: %s.".formatted(file, FILE, e), e);
        }
    }
}
