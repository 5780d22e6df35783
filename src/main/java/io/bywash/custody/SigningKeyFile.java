package io.bywash.custody;

import io.bywash.evidence.Broken;
import io.bywash.evidence.LocalFile;
import io.bywash.evidence.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the site's signing key from the file that the command line names. */
public final class SigningKeyFile {
    private static final int MOST_BYTES = 64 * 1024;

    private SigningKeyFile() {}

    /**
     * Reads it.
     *
     * @param option the name of the property, for the sentence that says what is wrong
     * @param written its value
     * @throws Broken for everything that is wrong with the name, the file or the key
     */
    public static SigningKey read(String option, String written) {
        try {
            Path file = Path.of(written).toAbsolutePath();
            if (written.isEmpty()) {
                throw new IllegalArgumentException(
                        "no file is named. Name the file of the site's private key, or leave the option out: then nothing is signed.");
            }
            LocalFile.unfit(file, "the directory where the command is given")
                    .or(() -> LocalFile.openToOthers(file))
                    .ifPresent(unfit -> {
                        throw new IllegalArgumentException(unfit.endsWith(".") ? unfit : unfit + ".");
                    });
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "the file is too large to be a key. Name the file of the key itself.");
            }
            return SigningKey.of(Secret.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)));
        } catch (InvalidPathException e) {
            throw broken(option, written, "this can be no name of a file.");
        } catch (IllegalArgumentException e) {
            throw broken(option, written, e.getMessage());
        } catch (IOException e) {
            throw broken(option, written, "the file cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    private static Broken broken(String option, String written, String why) {
        return new Broken("-D%s=%s: %s Nothing was started.".formatted(option, written, why));
    }
}
