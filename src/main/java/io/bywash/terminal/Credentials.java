package io.bywash.terminal;

import io.bywash.evidence.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who logs in, and how the device is shown that it is they.
 *
 * <p>They remember how often they were refused, so that no user is ever locked out by a run: see {@link Refusals}.
 */
public final class Credentials {
    /** A member that answers knows its users a little later; there is no figure for it in the vendor's pages. */
    public static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    /** What a device accepts instead of a face. */
    public sealed interface Proof {
        /** All that must never be shown, written or kept. */
        List<Secret> secrets();
    }

    /**
     * A password, which serves a device that asks for it in a dialogue (keyboard-interactive) as well.
     *
     * @param answers what such a dialogue asks beside the password, by words that stand in the question
     */
    public record Password(Secret password, Map<String, Secret> answers) implements Proof {
        public Password {
            answers = Map.copyOf(answers);
        }

        @Override
        public List<Secret> secrets() {
            return Stream.concat(Stream.of(password), answers.values().stream()).toList();
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

    /**
     * A private key that an ssh-agent keeps and signs with. No other key of the agent is offered.
     *
     * @param socket of the agent, most often what {@code SSH_AUTH_SOCK} names
     * @param fingerprint of the key, as {@code SHA256:...}
     */
    public record AgentKey(Path socket, String fingerprint) implements Proof {
        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }

    private final String user;
    private final Proof proof;
    private final Refusals refusals;

    public Credentials(String user, Proof proof) {
        this(user, proof, USUAL_PAUSE);
    }

    private Credentials(String user, Proof proof, Duration pause) {
        this.user = user;
        this.proof = proof;
        this.refusals = new Refusals(pause);
    }

    /** The same for a device that lives faster, with another pause before they are shown a second time. */
    public Credentials pausing(Duration pause) {
        return new Credentials(user, proof, pause);
    }

    public static Credentials password(String user, Secret password) {
        return new Credentials(user, new Password(password, Map.of()));
    }

    public String user() {
        return user;
    }

    public Proof proof() {
        return proof;
    }

    /** All that must never be shown, written or kept. */
    public List<Secret> secrets() {
        return proof.secrets();
    }

    Refusals refusals() {
        return refusals;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials credentials
                && credentials.user.equals(user)
                && credentials.proof.equals(proof);
    }

    @Override
    public int hashCode() {
        return Objects.hash(user, proof);
    }

    @Override
    public String toString() {
        return "%s with %s".formatted(user, proof);
    }
}
