package io.bywash.terminal;

import java.io.IOException;
import java.security.KeyPair;
import java.util.Optional;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/**
 * Reads a private key, and says what is wrong with it in words: a wrong passphrase is found here, before anybody is
 * connected to, and not as a log-in that failed.
 */
public final class KeyText {
    private KeyText() {}

    /** What keeps the key from being used, as a sentence with the remedy; empty when nothing does. */
    public static Optional<String> fault(Credentials.PrivateKey key) {
        try {
            read(key);
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Why a key cannot be used. */
    static final class Unreadable extends Exception {
        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static KeyPair read(Credentials.PrivateKey key) throws Unreadable {
        Ciphers.prefer();
        String text = key.text().reveal();
        if (key.passphrase().isEmpty() && isPlainlyEncrypted(text)) {
            throw new Unreadable("%s has a passphrase. Write: passphraseFrom beside it.".formatted(key.file()));
        }
        try (SSHClient reader = new SSHClient(new DefaultConfig())) {
            KeyProvider keys = reader.loadKeys(
                    text,
                    null,
                    key.passphrase()
                            .map(secret ->
                                    PasswordUtils.createOneOff(secret.reveal().toCharArray()))
                            .orElse(null));
            KeyPair pair = new KeyPair(keys.getPublic(), keys.getPrivate());
            if (KeyType.fromKey(pair.getPublic()) == KeyType.UNKNOWN) {
                throw new Unreadable(
                        "%s is no key of a kind that SSH knows. Write: the path of an ed25519, ECDSA or RSA key."
                                .formatted(key.file()));
            }
            return pair;
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(sentence(key));
        }
    }

    private static String sentence(Credentials.PrivateKey key) {
        String text = key.text().reveal();
        if (!text.contains("PRIVATE KEY-----")) {
            return "%s is no private key in OpenSSH's, PEM or PKCS#8 form. Write: the path of a private key, such as ssh-keygen makes it."
                    .formatted(key.file());
        }
        return key.passphrase().isPresent()
                ? "the passphrase does not open %s, or the file is damaged. Write: the right passphrase in the place that passphraseFrom names; ssh-keygen -y -f %s tries it."
                        .formatted(key.file(), key.file())
                : "%s cannot be read: it has a passphrase, or is damaged. Write: passphraseFrom beside it if it has one; ssh-keygen -y -f %s tries it."
                        .formatted(key.file(), key.file());
    }

    private static boolean isPlainlyEncrypted(String text) {
        return text.contains("Proc-Type: 4,ENCRYPTED") || text.contains("BEGIN ENCRYPTED PRIVATE KEY");
    }
}
