package io.bywash.terminal;

import io.bywash.evidence.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who logs in, and how the device is shown that it is they. */
public record Credentials(String user, Proof proof) {
    /** What a device accepts instead of a face. */
    public sealed interface Proof {
        /** All that must never be shown, written or kept. */
        List<Secret> secrets();
    }

    /** A password, which serves a device that asks for it in a dialogue (keyboard-interactive) as well. */
    public record Password(Secret password) implements Proof {
        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    /**
     * A private key.
     *
     * @param file where it was read from, for messages only
     * @param text the key itself, in OpenSSH's, PEM or PKCS#8 form
     * @param passphrase of the key, where it has one
     */
    public record PrivateKey(Path file, Secret text, Optional<Secret> passphrase) implements Proof {
        @Override
        public List<Secret> secrets() {
            return Stream.concat(Stream.of(text), passphrase.stream()).toList();
        }
    }

    public static Credentials password(String user, Secret password) {
        return new Credentials(user, new Password(password));
    }

    /** All that must never be shown, written or kept. */
    public List<Secret> secrets() {
        return proof.secrets();
    }
}
