package io.bywash.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The SSH host key: ECDSA on P-256, which is made in milliseconds and which every client accepts. */
final class HostKey {
    private HostKey() {}

    /** The key kept in a file, made now if there is none yet; without a file a new one each time. */
    static KeyPair keptIn(Optional<Path> file) {
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                return read(file.get());
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair made = generator.generateKeyPair();
            if (file.isPresent()) {
                write(made, file.get());
            }
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No host key for the embedded group", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The host key of the embedded group cannot be kept in " + file, e);
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))));
    }

    private static void write(KeyPair key, Path file) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        Files.write(
                file,
                List.of(
                        base64.encodeToString(key.getPublic().getEncoded()),
                        base64.encodeToString(key.getPrivate().getEncoded())));
    }
}
