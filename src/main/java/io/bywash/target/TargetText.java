package io.bywash.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * From a path to a YAML tree, or to the one fault that keeps it from being one.
 *
 * <p>No message repeats a line of the file: in a file that is not even YAML nobody can say where a secret stands.
 */
final class TargetText {
    private static final int MOST_BYTES = 64 * 1024;

    private TargetText() {}

    /**
     * The tree of the file.
     *
     * @throws TargetFileFaulty when the file cannot be read or is no YAML map
     */
    static MarkedYaml read(Path file, Faults faults) {
        Optional<Node> document = text(file, faults).flatMap(text -> compose(text, faults));
        faults.tell();
        return new MarkedYaml(document.orElseThrow(), faults);
    }

    private static Optional<String> text(Path file, Faults faults) {
        String wrong;
        try {
            if (!Files.exists(file)) {
                wrong = "There is no such file. Write: -Dbywash.target=FILE with the path of a target file.";
            } else if (!Files.isRegularFile(file)) {
                wrong = "This is no file. Write: -Dbywash.target=FILE with the path of a target file.";
            } else if (Files.size(file) > MOST_BYTES) {
                wrong =
                        "This is too large for a target file (%d bytes, at most %d). Write: -Dbywash.target=FILE with the"
                                        .formatted(Files.size(file), MOST_BYTES)
                                + " path of the YAML file, not of the package.";
            } else {
                String text = UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
        } catch (CharacterCodingException e) {
            wrong = "This is no UTF-8 text. Write: the file again, saved as UTF-8.";
        } catch (IOException e) {
            wrong = "This file cannot be read. Write: chmod u+r on it, as the user who starts the run.";
        }
        faults.add(Faults.NO_LINE, wrong);
        return Optional.empty();
    }

    private static Optional<Node> compose(String text, Faults faults) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowNonScalarKeys(true).build();
            Optional<Node> document = new Compose(settings).composeString(text);
            if (document.isEmpty()) {
                faults.add(1, "The file is empty. Write: the keys of a target, beginning with group: and address:");
            } else if (!(document.get() instanceof MappingNode)) {
                faults.add(
                        MarkedYaml.lineOf(document.get()),
                        "The file holds no keys with values. Write: one key to a line, such as group: north-gate");
                return Optional.empty();
            }
            return document;
        } catch (MarkedYamlEngineException e) {
            SyntaxFault.tell(text, e, faults);
        } catch (YamlEngineException | StackOverflowError e) { // the latter: brackets, thousands deep
            faults.add(1, "The file is no YAML 1.2. Write: plain text, one key to a line, such as group: north-gate");
        }
        return Optional.empty();
    }
}
