package io.bywash.terminal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/**
 * The host keys we accept. There is no way to accept any key.
 *
 * <p>A management address has one line for each member that may answer there, because the SMO moves (REFERENCE 1, D).
 */
public final class HostKeys {
    private static final String OF_EACH =
            "Each SGM may have a key of its own: list them all beforehand (target-file.md).";

    private final Path knownHosts;
    private final String fingerprint;

    private HostKeys(Path knownHosts, String fingerprint) {
        this.knownHosts = knownHosts;
        this.fingerprint = fingerprint;
    }

    /** The keys in a file of OpenSSH's {@code known_hosts} form. */
    public static HostKeys knownHosts(Path file) {
        return new HostKeys(file, null);
    }

    /** The one key with this fingerprint, as {@code SHA256:...}; for the embedded group, which has made it itself. */
    public static HostKeys pinned(String fingerprint) {
        return new HostKeys(null, fingerprint);
    }

    /**
     * A judge for one connection, which remembers why it said no.
     *
     * @throws io.bywash.evidence.Broken when the file cannot be read
     */
    Judge judge(SshEndpoint endpoint) {
        return new Judge(endpoint);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostKeys keys
                && Objects.equals(keys.knownHosts, knownHosts)
                && Objects.equals(keys.fingerprint, fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(knownHosts, fingerprint);
    }

    static byte[] blob(PublicKey key) {
        return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    }

    static String sha256Of(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Why a key was refused.
     *
     * @param advice what a person does about it
     * @param key lines to be copied: the fingerprints, and the line that would make the key known
     */
    record Refusal(String seen, String advice, List<String> key) {}

    final class Judge implements HostKeyVerifier {
        private final SshEndpoint endpoint;
        private final List<KnownHosts.Line> about;
        private Refusal refusal;
        private String proven;

        private Judge(SshEndpoint endpoint) {
            this.endpoint = endpoint;
            this.about = fingerprint == null ? KnownHosts.in(knownHosts).about(endpoint) : List.of();
        }

        /** Why the key was refused; {@code null} while none was. */
        Refusal refusal() {
            return refusal;
        }

        /** The fingerprint of the key that was accepted; the transport asks only after the host has signed with it. */
        String proven() {
            return proven;
        }

        @Override
        public boolean verify(String host, int port, PublicKey key) {
            String seen = sha256Of(blob(key));
            refusal = fingerprint == null ? unknown(key, seen) : unlikePinned(seen);
            proven = refusal == null ? seen : proven;
            return refusal == null;
        }

        private Refusal unlikePinned(String seen) {
            return fingerprint.equals(seen)
                    ? null
                    : new Refusal(
                            "The host key of %s is %s; expected was %s.".formatted(endpoint, seen, fingerprint),
                            "",
                            List.of());
        }

        private Refusal unknown(PublicKey key, String seen) {
            List<KnownHosts.Line> same =
                    about.stream().filter(line -> line.holds(blob(key))).toList();
            for (KnownHosts.Line line : same) {
                if (line.isRevoked()) {
                    return new Refusal(
                            "The host key of %s is %s %s, which line %d of %s revokes: it may be in other hands."
                                    .formatted(endpoint, KeyType.fromKey(key), seen, line.number(), knownHosts),
                            "Do not log in there. Find out who revoked it and why, and have the device make new host keys.",
                            List.of());
                }
            }
            if (!same.isEmpty()) {
                return null;
            }
            List<KnownHosts.Line> valid =
                    about.stream().filter(line -> !line.isRevoked()).toList();
            return valid.isEmpty() ? neverSeen(key, seen) : changed(key, seen, valid);
        }

        private Refusal neverSeen(PublicKey key, String seen) {
            return new Refusal(
                    "The host key of %s is not known. It is %s %s.".formatted(endpoint, KeyType.fromKey(key), seen),
                    """
                    Compare it with the device's own (on its console: ssh-keygen -lf for each /etc/ssh/ssh_host_*_key.pub), then \
                    add the line to %s. %s""".formatted(knownHosts, OF_EACH),
                    List.of(told(key, seen), line(key)));
        }

        private Refusal changed(PublicKey key, String seen, List<KnownHosts.Line> known) {
            List<String> whole = new ArrayList<>(List.of(told(key, seen)));
            known.forEach(line ->
                    whole.add("line %d has %s %s".formatted(line.number(), line.type(), sha256Of(line.blob()))));
            whole.add(line(key));
            return new Refusal(
                    """
                    The host key of %s has changed: it is now %s %s, and %s has another one. Either another machine answers at \
                    this address, or the device was installed anew, or the SMO moved to a member whose key is not there yet.""".formatted(endpoint, KeyType.fromKey(key), seen, knownHosts), """
                    Find out which before anything else: compare it with the members' own keys on their consoles (ssh-keygen \
                    -lf for each /etc/ssh/ssh_host_*_key.pub). For a member that is not there yet, add the line; for a new key \
                    of a known one, replace the old line. %s""".formatted(OF_EACH), whole);
        }

        private static String told(PublicKey key, String seen) {
            return "now is %s %s".formatted(KeyType.fromKey(key), seen);
        }

        private String line(PublicKey key) {
            return "%s %s %s"
                    .formatted(
                            KnownHosts.name(endpoint),
                            KeyType.fromKey(key),
                            Base64.getEncoder().encodeToString(blob(key)));
        }

        /** The kinds of key that are known for this device, which are asked for first. */
        @Override
        public List<String> findExistingAlgorithms(String host, int port) {
            return about.stream()
                    .filter(line -> !line.isRevoked())
                    .flatMap(line -> line.type().equals("ssh-rsa")
                            ? Stream.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa")
                            : Stream.of(line.type()))
                    .toList();
        }
    }
}
