package io.bywash.custody;

import io.bywash.evidence.Secret;
import io.bywash.evidence.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The site's Ed25519 key that statements are signed with. It has no string form but the name of its public half. */
public final class SigningKey {
    private static final String MAKE = "Make one with: openssl genpkey -algorithm ed25519 -out signing-key.pem";
    private static final String ED25519 = "Ed25519";
    private static final List<String> OTHERS = List.of("RSA", "EC", "X25519", "Ed448", "X448", "DSA");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private final PrivateKey key;
    private final String id;

    private SigningKey(PrivateKey key, String id) {
        this.key = key;
        this.id = id;
    }

    /**
     * Reads a key as {@code openssl genpkey -algorithm ed25519} writes it: PKCS#8, PEM, without a passphrase.
     *
     * @throws IllegalArgumentException with sentences that say what it is instead and what to do, and never show any of it
     */
    public static SigningKey of(Secret text) {
        Matcher pem = PEM.matcher(text.reveal());
        if (!pem.find()) {
            throw new IllegalArgumentException(
                    text.reveal().contains("-----BEGIN ")
                            ? "it is cut off: a BEGIN line has no END line. Copy the whole file again."
                            : "it is no key in PEM form, which begins with -----BEGIN PRIVATE KEY-----. A key in DER form becomes one with: openssl pkey -inform DER -in FILE -out signing-key.pem. "
                                    + MAKE + ".");
        }
        String label = pem.group(1);
        String body = pem.group(2);
        if (pem.find()) {
            throw new IllegalArgumentException(
                    "it holds more than one thing, and which of them is to sign cannot be told. Leave the private key in it alone.");
        }
        instead(label, body).ifPresent(what -> {
            throw new IllegalArgumentException(what);
        });
        return ofPkcs8(body);
    }

    private static Optional<String> instead(String label, String body) {
        if (label.equals("ENCRYPTED PRIVATE KEY") || body.contains("ENCRYPTED")) {
            return Optional.of(
                    "the key is encrypted, and a run has nobody who could type a passphrase. Write it without one, readable by its owner only: umask 077; openssl pkey -in FILE -out signing-key.pem.");
        }
        return switch (label) {
            case "PRIVATE KEY" -> Optional.empty();
            case "PUBLIC KEY" ->
                Optional.of(
                        "it is the public half of a key, which can check a signature and not make one. Name the file of the private key, which begins with -----BEGIN PRIVATE KEY-----.");
            case "OPENSSH PRIVATE KEY" ->
                Optional.of("it is a key of OpenSSH in its own form; statements are signed with a key of PKCS#8. "
                        + MAKE + ".");
            default -> Optional.of("it is a '%s', not a private key of PKCS#8. %s.".formatted(label, MAKE));
        };
    }

    private static SigningKey ofPkcs8(String body) {
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what is between its BEGIN and END is no base64. Copy the file again.");
        }
        try {
            EdECPrivateKey key = (EdECPrivateKey) privateKey(ED25519, der);
            return new SigningKey(key, Sha256.of(publicHalf(key.getBytes().orElseThrow())));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(OTHERS.stream()
                    .filter(other -> isKeyOf(other, der))
                    .findFirst()
                    .map(other ->
                            "it is a key of %s, and statements are signed with Ed25519. %s.".formatted(other, MAKE))
                    .orElse("it is damaged, or no private key of a kind that is known. Copy the file again, or: %s."
                            .formatted(MAKE)));
        }
    }

    private static boolean isKeyOf(String algorithm, byte[] der) {
        try {
            privateKey(algorithm, der);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PrivateKey privateKey(String algorithm, byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** The JDK can sign with a private key, and cannot say what its public half is. */
    private static byte[] publicHalf(byte[] key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new Ed25519PrivateKeyParameters(key).generatePublicKey())
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of its public half in DER form (SubjectPublicKeyInfo), which names the key in a statement. */
    public String id() {
        return id;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "signing key " + id;
    }
}
