package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.Credentials.Proof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the way in: {@code user}, {@code login}, and the known_hosts file that says whom to trust. */
final class LoginReader {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String USUAL_KNOWN_HOSTS = "~/.ssh/known_hosts";

    private static final String REMEDY =
            " The file tells the Security Group from an impostor: ssh-keyscan writes a line for it, to be compared with"
                    + " the fingerprint that the device shows on its console.";

    private final TargetReading reading;
    private final SecretPlace secrets;

    LoginReader(TargetReading reading, SecretPlace secrets) {
        this.reading = reading;
        this.secrets = secrets;
    }

    Optional<Credentials> read() {
        Optional<Secret> passphrase = secrets.read("/login/passphraseFrom");
        Optional<Proof> proof = secrets.read("/login/passwordFrom")
                .<Proof>map(password -> new Credentials.Password(password, java.util.Map.of()))
                .or(() -> privateKey("/login/key", passphrase));
        return reading.text("/user").flatMap(user -> proof.map(shown -> new Credentials(user, shown)));
    }

    Path knownHosts() {
        String place = "/knownHosts";
        String written = reading.text(place).orElse(USUAL_KNOWN_HOSTS);
        Path file = reading.path(written);
        Optional<String> unfit = LocalFile.unfit(file).map(why -> why + REMEDY);
        if (unfit.isPresent() && reading.leftOut(place)) {
            reading.refuseUnseen(place, "it is left out, and the usual file will not do: " + unfit.get());
        } else if (unfit.isPresent() && reading.text(place).isPresent()) {
            reading.refusePlainly(place, unfit.get());
        }
        return file;
    }

    private Optional<Proof> privateKey(String place, Optional<Secret> passphrase) {
        Optional<Path> written = reading.text(place).map(reading::path);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Path file = written.get();
        Optional<String> unfit = LocalFile.unfit(file)
                .or(() -> LocalFile.openToOthers(file))
                .or(() -> publicHalf(file))
                .or(() -> tooLarge(file));
        unfit.ifPresent(why -> reading.refusePlainly(place, why));
        return unfit.isPresent()
                ? Optional.empty()
                : Optional.of(new Credentials.PrivateKey(file, Secret.of(text(file)), passphrase));
    }

    private static String text(Path key) {
        return new String(LocalFile.firstBytes(key, MOST_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> tooLarge(Path key) {
        return LocalFile.firstBytes(key, MOST_BYTES + 1).length > MOST_BYTES
                ? Optional.of(
                        "%s is too large for a private key (more than %d bytes). Write: the path of the private key."
                                .formatted(key, MOST_BYTES))
                : Optional.empty();
    }

    private static Optional<String> publicHalf(Path key) {
        String start = new String(LocalFile.firstBytes(key, 11), StandardCharsets.US_ASCII);
        return start.matches("(?s)(ssh-|ecdsa-|sk-).*")
                ? Optional.of(
                        "%s is the public half of a key. Write: the path of the private half, most often the same without .pub."
                                .formatted(key))
                : Optional.empty();
    }
}
