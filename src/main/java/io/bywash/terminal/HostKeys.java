package io.bywash.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;

/** The host keys we accept. There is no way to accept any key. */
public final class HostKeys {
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

    /** The one key with this fingerprint, as {@code SHA256:...}. */
    public static HostKeys pinned(String fingerprint) {
        return new HostKeys(null, fingerprint);
    }

    /** A judge for one connection, which remembers why it said no. */
    Judge judge(SshEndpoint endpoint) {
        return new Judge(endpoint);
    }

    static String sha256Of(PublicKey key) {
        try {
            byte[] encoded = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    final class Judge implements HostKeyVerifier {
        private final SshEndpoint endpoint;
        private String refusal;
        private String proven;

        private Judge(SshEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        /** Why the key was refused; {@code null} while none was. */
        String refusal() {
            return refusal;
        }

        /** The fingerprint of the key that was accepted; the transport asks only after the host has signed with it. */
        String proven() {
            return proven;
        }

        @Override
        public boolean verify(String host, int port, PublicKey key) {
            boolean accepted = accepts(host, port, key);
            proven = accepted ? sha256Of(key) : proven;
            return accepted;
        }

        private boolean accepts(String host, int port, PublicKey key) {
            if (fingerprint != null) {
                return isPinned(key);
            }
            try {
                return new Known(host, key).verify(host, port, key);
            } catch (IOException e) {
                refusal = "The known_hosts file %s cannot be read: %s.".formatted(knownHosts, e.getMessage());
                return false;
            }
        }

        private boolean isPinned(PublicKey key) {
            if (!fingerprint.equals(sha256Of(key))) {
                refusal = "The host key of %s is %s; expected was %s.".formatted(endpoint, sha256Of(key), fingerprint);
            }
            return refusal == null;
        }

        @Override
        public List<String> findExistingAlgorithms(String host, int port) {
            if (fingerprint != null || !Files.isReadable(knownHosts)) {
                return List.of();
            }
            try {
                return new OpenSSHKnownHosts(knownHosts.toFile()).findExistingAlgorithms(host, port);
            } catch (IOException e) {
                return List.of();
            }
        }

        private final class Known extends OpenSSHKnownHosts {
            private final String host;

            Known(String host, PublicKey key) throws IOException {
                super(knownHosts.toFile());
                this.host = host;
            }

            @Override
            protected boolean hostKeyUnverifiableAction(String hostname, PublicKey key) {
                if (!findExistingAlgorithms(host, endpoint.port()).isEmpty()) {
                    return hostKeyChangedAction(hostname, key);
                }
                refusal = """
                        The host key of %s is not known. It is %s %s. Compare it with the device's own (on its console: \
                        ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub), then add this line to %s:
                        %s %s %s""".formatted(
                                endpoint,
                                KeyType.fromKey(key),
                                sha256Of(key),
                                knownHosts,
                                endpoint.port() == 22 ? host : "[%s]:%d".formatted(host, endpoint.port()),
                                KeyType.fromKey(key),
                                encoded(key));
                return false;
            }

            @Override
            protected boolean hostKeyChangedAction(String hostname, PublicKey key) {
                refusal = """
                        The host key of %s has changed: it is now %s %s, and %s has another one. Either another machine \
                        answers at this address, or the device was installed anew. Find out which before anything else; \
                        only then replace the line in %s.""".formatted(endpoint, KeyType.fromKey(key), sha256Of(key), knownHosts, knownHosts);
                return false;
            }

            private String encoded(PublicKey key) {
                return Base64.getEncoder()
                        .encodeToString(
                                new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
            }
        }
    }
}
