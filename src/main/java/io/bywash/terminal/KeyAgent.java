package io.bywash.terminal;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An ssh-agent behind a socket of this machine: lists its keys and has it sign (draft-ietf-sshm-ssh-agent). One connection
 * is made for each request, so that none is held while a run lasts for hours.
 */
public final class KeyAgent {
    private static final byte LIST = 11;
    private static final byte LISTED = 12;
    private static final byte SIGN = 13;
    private static final byte SIGNED = 14;
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final Path socket;

    public KeyAgent(Path socket) {
        this.socket = socket;
    }

    /** A key that the agent keeps. */
    record Identity(byte[] blob, String comment) {
        String fingerprint() {
            return HostKeys.sha256Of(blob);
        }

        String type() {
            return text(ByteBuffer.wrap(blob));
        }
    }

    /** What keeps the key with this fingerprint from being used, as a sentence with the remedy; empty when nothing does. */
    public static Optional<String> fault(Credentials.AgentKey key) {
        try {
            List<Identity> kept = new KeyAgent(key.socket()).identities();
            if (kept.stream().anyMatch(identity -> identity.fingerprint().equals(key.fingerprint()))) {
                return Optional.empty();
            }
            return Optional.of(
                    kept.isEmpty()
                            ? "the ssh-agent at %s keeps no key, or is locked. Write the key into it before the run: ssh-add PATH"
                                    .formatted(key.socket())
                            : "the ssh-agent at %s does not keep it. It keeps: %s. Write: one of these, or add the key before the run: ssh-add PATH"
                                    .formatted(
                                            key.socket(),
                                            kept.stream()
                                                    .map(identity -> identity.fingerprint() + " " + identity.comment())
                                                    .collect(Collectors.joining(", "))));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(
                    "the ssh-agent at %s does not answer: %s. Start one before the run (eval $(ssh-agent); ssh-add PATH), in the shell that starts the run."
                            .formatted(key.socket(), e.getMessage()));
        }
    }

    List<Identity> identities() throws IOException {
        ByteBuffer answer = ask(LISTED, ByteBuffer.allocate(1).put(LIST));
        List<Identity> identities = new ArrayList<>();
        for (int left = answer.getInt(); left > 0; left--) {
            identities.add(new Identity(bytes(answer), text(answer)));
        }
        return identities;
    }

    /**
     * Has the agent sign.
     *
     * @param flags of the protocol: 2 for rsa-sha2-256, 4 for rsa-sha2-512, 0 for keys of other kinds
     * @return the signature as it stands in a log-in, with the name of its algorithm
     * @throws IOException when the agent refuses, as one does that asks a person who says no
     */
    byte[] sign(byte[] key, byte[] data, int flags) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(1 + 4 + key.length + 4 + data.length + 4)
                .put(SIGN)
                .putInt(key.length)
                .put(key)
                .putInt(data.length)
                .put(data)
                .putInt(flags);
        return bytes(ask(SIGNED, request));
    }

    private ByteBuffer ask(byte expected, ByteBuffer request) throws IOException {
        try (SocketChannel agent = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            ByteBuffer length = ByteBuffer.allocate(4).putInt(request.position());
            write(agent, length.flip());
            write(agent, request.flip());
            int size = read(agent, 4).getInt();
            if (size < 1 || size > LARGEST_ANSWER) {
                throw new IOException("it answered with %d bytes".formatted(size));
            }
            ByteBuffer answer = read(agent, size);
            if (answer.get() != expected) {
                throw new IOException("it refused");
            }
            return answer;
        }
    }

    private static void write(SocketChannel agent, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            agent.write(bytes);
        }
    }

    private static ByteBuffer read(SocketChannel agent, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (agent.read(bytes) < 0) {
                throw new EOFException("it closed the connection");
            }
        }
        return bytes.flip();
    }

    private static byte[] bytes(ByteBuffer from) {
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer from) {
        return new String(bytes(from), StandardCharsets.UTF_8);
    }
}
