package io.bywash.target;

import io.bywash.evidence.LocalFile;
import io.bywash.evidence.Secret;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.Credentials.Proof;
import io.bywash.terminal.KeyAgent;
import io.bywash.terminal.KeyText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code user} and {@code login}, of the Security Group or of the jump host. A key is opened here, so that a wrong
 * passphrase is a fault of the target file and not a log-in that failed.
 */
final class LoginReader {
    private static final int MOST_BYTES = 64 * 1024;

    private final TargetReading reading;
    private final SecretPlace secrets;
    private final String map;

    /** @param map the place of the map that holds the keys; the file itself is the empty one */
    LoginReader(TargetReading reading, SecretPlace secrets, String map) {
        this.reading = reading;
        this.secrets = secrets;
        this.map = map;
    }

    Optional<Credentials> read() {
        Optional<Proof> proof = password().or(this::privateKey).or(this::agentKey);
        return reading.text(map + "/user").flatMap(user -> proof.map(shown -> new Credentials(user, shown)));
    }

    private Optional<Proof> password() {
        Map<String, Secret> answers = new LinkedHashMap<>();
        String list = map + "/login/answers";
        int count = reading.value(list).map(written -> written.size()).orElse(0);
        for (int index = 0; index < count; index++) {
            String item = list + "/" + index;
            Optional<Secret> answer = secrets.read(item + "/from");
            reading.text(item + "/question").ifPresent(words -> answer.ifPresent(said -> answers.put(words, said)));
        }
        return secrets.read(map + "/login/passwordFrom").map(password -> new Credentials.Password(password, answers));
    }

    private Optional<Proof> privateKey() {
        String place = map + "/login/key";
        Optional<Secret> passphrase = secrets.read(map + "/login/passphraseFrom");
        Optional<Path> written = reading.text(place).map(reading::path);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Path file = written.get();
        Optional<String> unfit = LocalFile.unfit(file)
                .or(() -> LocalFile.openToOthers(file))
                .or(() -> publicHalf(file))
                .or(() -> tooLarge(file));
        if (unfit.isPresent()) {
            reading.refusePlainly(place, unfit.get());
            return Optional.empty();
        }
        Credentials.PrivateKey key =
                new Credentials.PrivateKey(file, Secret.named(Place.name(place), text(file)), passphrase);
        KeyText.fault(key).ifPresent(fault -> {
            if (fault.startsWith("the passphrase")) {
                reading.refuseUnseen(map + "/login/passphraseFrom", fault);
            } else {
                reading.refusePlainly(place, fault);
            }
        });
        return Optional.of(key);
    }

    private Optional<Proof> agentKey() {
        String place = map + "/login/agentKey";
        Optional<String> fingerprint = reading.text(place);
        if (fingerprint.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> socket = reading.environment("SSH_AUTH_SOCK");
        if (socket.isEmpty()) {
            reading.refusePlainly(
                    place,
                    "SSH_AUTH_SOCK is not set, so there is no ssh-agent. Start one before the run, in the shell that starts it: eval $(ssh-agent); ssh-add PATH");
            return Optional.empty();
        }
        Credentials.AgentKey key = new Credentials.AgentKey(Path.of(socket.get()), fingerprint.get());
        KeyAgent.fault(key).ifPresent(fault -> reading.refusePlainly(place, fault));
        return Optional.of(key);
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
