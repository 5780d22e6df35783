package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.target.TargetSettings.Login;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the way in: {@code user}, {@code login}, and the known_hosts file that says whom to trust. */
final class LoginReader {
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

    Optional<Login> read() {
        Optional<Secret> password = secrets.read("/login/passwordFrom");
        Optional<Path> key = key("/login/key");
        Optional<Secret> passphrase = secrets.read("/login/passphraseFrom");
        return reading.text("/user").map(user -> new Login(user, password, key, passphrase));
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

    private Optional<Path> key(String place) {
        Optional<Path> key = reading.text(place).map(reading::path);
        key.flatMap(LocalFile::unfit)
                .or(() -> key.flatMap(LocalFile::openToOthers))
                .or(() -> key.flatMap(LoginReader::publicHalf))
                .ifPresent(why -> reading.refusePlainly(place, why));
        return key;
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
