package io.bywash.target;

import io.bywash.evidence.LocalFile;
import io.bywash.evidence.Secret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads a secret from the environment variable or the file that the target file names.
 *
 * <p>A secret is typed at a prompt and so must be one line: a second line would be typed at whatever prompt comes next.
 */
final class SecretPlace {
    private static final int MOST_BYTES = 4096;

    private final TargetReading reading;

    SecretPlace(TargetReading reading) {
        this.reading = reading;
    }

    Optional<Secret> read(String place) {
        Optional<JsonNode> value = reading.value(place);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return value.get().has("env")
                ? variable(place + "/env", value.get().path("env").asString())
                : file(place + "/file", value.get().path("file").asString());
    }

    private Optional<Secret> variable(String place, String name) {
        // A person may have put the secret itself here; only what is written as variables are is repeated.
        String shown = name.matches("[A-Z_][A-Z0-9_]*") ? name : "named here";
        Optional<String> text = reading.environment(name);
        if (text.isEmpty()) {
            reading.refuseUnseen(
                    place,
                    "the environment variable %s is not set, or set to nothing. Write the secret into it before the run: read -rs %s; export %s"
                            .formatted(
                                    shown, shown.replace("named here", "NAME"), shown.replace("named here", "NAME")));
            return Optional.empty();
        }
        return oneLine(place, text.get());
    }

    private Optional<Secret> file(String place, String written) {
        Path file = reading.path(written);
        Optional<String> unfit = LocalFile.unfit(file).or(() -> LocalFile.openToOthers(file));
        if (unfit.isPresent()) {
            reading.refusePlainly(place, unfit.get());
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                reading.refuseUnseen(
                        place, "the file is too large to hold one secret. Write: the secret alone, on its only line.");
                return Optional.empty();
            }
            return oneLine(place, Files.readString(file).replaceFirst("\\r?\\n\\z", ""));
        } catch (CharacterCodingException e) {
            reading.refuseUnseen(place, "the file is no UTF-8 text. Write: the secret alone, on its only line.");
        } catch (IOException e) {
            reading.refuseUnseen(
                    place, "the file cannot be read. Write: chmod 600 on it, as the user who starts the run.");
        }
        return Optional.empty();
    }

    private static boolean isNoneOfALine(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    private Optional<Secret> oneLine(String place, String text) {
        if (text.isBlank()) {
            reading.refuseUnseen(
                    place, "what is read from there is blank. Write: the secret into it, on its only line.");
        } else if (text.chars().anyMatch(SecretPlace::isNoneOfALine)) {
            reading.refuseUnseen(
                    place,
                    "what is read from there has more than one line or a control character. Write: the secret alone, on its only line.");
        } else {
            return Optional.of(Secret.named(Place.name(Place.parent(place)), text));
        }
        return Optional.empty();
    }
}
