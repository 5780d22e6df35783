package io.bywash.terminal;

import io.bywash.evidence.Broken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;

/**
 * One authenticated SSH connection, which carries terminals and file transfers.
 *
 * <p>A connection whose far end is gone cannot be used again; open another. A dead peer that sends nothing is noticed
 * within 30 seconds, and a device that is merely quiet is never taken for one.
 */
public final class SshLink implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int DYING_MILLISECONDS = 500;

    static {
        Ciphers.prefer();
    }

    private final SshEndpoint endpoint;
    private final SSHClient client;
    private final SshSocket socket;
    private final Vigilance.Watch watch;
    private final SshLink jump;
    private String hostKey;

    /** @param jump the connection to the host on the way; {@code null} for the straight way */
    private SshLink(SshEndpoint endpoint, Algorithms algorithms, SshLink jump, Vigilance vigilance) throws IOException {
        this.endpoint = endpoint;
        this.jump = jump;
        this.client = new SSHClient(algorithms.config());
        this.socket = new SshSocket(jump == null ? null : jump.client, endpoint);
        this.watch = vigilance.over(socket);
    }

    /**
     * Connects and logs in, on the host on the way too where there is one.
     *
     * @throws ConnectionLost when nobody answers at the address, which a reboot explains
     * @throws LoginRefused when the host key is not the expected one, or the device refuses the user
     */
    public static SshLink open(SshEndpoint endpoint, SshAccess access) {
        return open(endpoint, access, Vigilance.USUAL);
    }

    static SshLink open(SshEndpoint endpoint, SshAccess access, Vigilance vigilance) {
        HostKeys.Judge judge = access.hostKeys().judge(endpoint);
        SshLink jump = access.jump()
                .map(host -> open(host.endpoint(), host.access(), vigilance))
                .orElse(null);
        try {
            SshLink link = new SshLink(endpoint, access.algorithms(), jump, vigilance);
            try {
                link.connect(access, judge);
                return link;
            } catch (RuntimeException e) {
                link.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Broken("No socket could be made for %s: %s.".formatted(endpoint, told(e)), e);
        }
    }

    private void connect(SshAccess access, HostKeys.Judge judge) {
        client.addHostKeyVerifier(judge);
        client.setSocketFactory(new OneSocket(socket));
        client.setConnectTimeout((int) CONNECT.toMillis());
        try {
            client.connect(endpoint.host(), endpoint.port());
            hostKey = judge.proven();
            new LogIn(client, endpoint, access).perform();
            watch.inquire(client);
        } catch (IOException e) {
            if (judge.refusal() != null) {
                HostKeys.Refusal refusal = judge.refusal();
                throw new HostRefused(
                        "Neither a user name nor a password was sent. " + refusal.seen(),
                        refusal.advice(),
                        refusal.key());
            }
            Settlement.refusal(endpoint, e).ifPresent(refusal -> {
                throw refusal;
            });
            throw new ConnectionLost(
                    "No SSH connection to %s%s: %s. Check the address, and that SSH is allowed from here."
                            .formatted(endpoint, jump == null ? "" : " through " + jump.endpoint, why(e)),
                    e);
        }
    }

    /** The SHA-256 fingerprint of the host key that the device proved to have, as {@code SHA256:...}. */
    public String hostKey() {
        return hostKey;
    }

    /** What the SSH server calls itself. */
    public String server() {
        return client.getTransport().getServerVersion();
    }

    /** Opens another terminal on this connection. */
    public Terminal terminal(String name) {
        try {
            return SshTerminal.open(name, endpoint, client);
        } catch (IOException | IllegalStateException e) {
            throw lost(e);
        }
    }

    /** What an upload reports while it runs: bytes sent so far, and bytes in all. */
    public interface Progress {
        void sent(long bytes, long of);
    }

    /**
     * Sends a file by SFTP, or by SCP where the device has SFTP switched off; what stood under the path is replaced.
     *
     * <p>An upload that is cut half-way leaves a file that is shorter, so the path should be one that nobody takes for the
     * file itself.
     *
     * @throws ConnectionLost when the line is dead
     */
    public void upload(Path file, String remotePath, Progress progress) {
        try {
            Upload.of(client, file, remotePath, progress);
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
            if (isGone()) {
                throw lost(e);
            }
            throw new Broken("""
                    The upload of %s to %s:%s stopped: %s. Check that the directory exists, that the disk has room, and that \
                    SFTP or SCP is allowed for this user (on Gaia that takes /bin/bash as the login shell).""".formatted(file.getFileName(), endpoint, remotePath, told(e)), e);
        }
    }

    /** Whether the line is dead; a transfer fails a moment earlier than the line that it fails with. */
    private boolean isGone() {
        try {
            client.getTransport().join(DYING_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TransportException e) {
            return !client.isConnected() || socket.whyCut() != null;
        }
    }

    private ConnectionLost lost(Exception e) {
        return new ConnectionLost("The SSH connection to %s is gone: %s.".formatted(endpoint, why(e)), e);
    }

    /** The reason for which our own watch cut the line, or else what the failure says. */
    private String why(Exception e) {
        if (socket.whyCut() != null) {
            return socket.whyCut();
        }
        return jump != null && jump.socket.whyCut() != null
                ? "on the way, at %s, %s".formatted(jump.endpoint, jump.socket.whyCut())
                : told(e);
    }

    private static String told(Exception e) {
        if (e instanceof TransportException transport && transport.getDisconnectReason() != DisconnectReason.UNKNOWN) {
            return transport.getDisconnectReason() + (e.getMessage() == null ? "" : ", " + e.getMessage());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() {
        watch.close();
        try {
            client.close();
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
        if (jump != null) {
            jump.close();
        }
    }

    /** Gives sshj the socket that is watched. */
    private static final class OneSocket extends SocketFactory {
        private final SshSocket socket;

        OneSocket(SshSocket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            return socket;
        }
    }
}
