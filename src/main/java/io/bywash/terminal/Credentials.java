package io.bywash.terminal;

import io.bywash.evidence.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who logs in and how: with a password, or with a private key.
 *
 * @param password for password and keyboard-interactive log-in
 * @param key a private key in a file
 * @param passphrase of the key, where it has one
 */
public record Credentials(String user, Optional<Secret> password, Optional<Path> key, Optional<Secret> passphrase) {
    public static Credentials password(String user, Secret password) {
        return new Credentials(user, Optional.of(password), Optional.empty(), Optional.empty());
    }

    public static Credentials key(String user, Path key, Optional<Secret> passphrase) {
        return new Credentials(user, Optional.empty(), Optional.of(key), passphrase);
    }
}
