package io.bywash.terminal;

import io.bywash.evidence.Broken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.common.StreamCopier;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import net.schmizz.sshj.xfer.FileSystemFile;
import net.schmizz.sshj.xfer.TransferListener;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * One authenticated SSH connection, which carries terminals and file transfers.
 *
 * <p>A connection whose far end is gone cannot be used again; open another. A dead peer that sends nothing is noticed
 * within 30 seconds.
 */
public final class SshLink implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVES_MISSED = 3;
    private static final Duration CONNECT = Duration.ofSeconds(15);

    static {
        // The JDK's own ciphers are three times as fast as the provider's that sshj would put first.
        SecurityUtils.setRegisterBouncyCastle(false);
        Security.addProvider(new BouncyCastleProvider());
    }

    private final SshEndpoint endpoint;
    private final SSHClient client;
    private final String hostKey;

    private SshLink(SshEndpoint endpoint, SSHClient client, String hostKey) {
        this.endpoint = endpoint;
        this.client = client;
        this.hostKey = hostKey;
    }

    /**
     * Connects and logs in.
     *
     * @throws ConnectionLost when nobody answers at the address, which a reboot explains
     * @throws LoginRefused when the host key is not the expected one, or the device refuses the user
     */
    public static SshLink open(SshEndpoint endpoint, Credentials credentials, HostKeys hostKeys) {
        DefaultConfig config = new DefaultConfig();
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        SSHClient client = new SSHClient(config);
        HostKeys.Judge judge = hostKeys.judge(endpoint);
        client.addHostKeyVerifier(judge);
        client.setSocketFactory(new PromptSockets());
        client.setConnectTimeout((int) CONNECT.toMillis());
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        keepAlive.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        keepAlive.setMaxAliveCount(KEEP_ALIVES_MISSED);
        try {
            client.connect(endpoint.host(), endpoint.port());
            logIn(client, credentials);
            return new SshLink(endpoint, client, judge.proven());
        } catch (UserAuthException e) {
            quietlyClose(client);
            throw new LoginRefused("""
                    %s refused the log-in of user '%s' with %s. Check the user and where the target file takes the \
                    %s from. Nothing was sent after this, and the log-in is not tried again, so that the user is not \
                    locked out.""".formatted(
                    endpoint,
                    credentials.user(),
                    credentials.proof() instanceof Credentials.PrivateKey key ? "the key " + key.file() : "a password",
                    credentials.proof() instanceof Credentials.PrivateKey ? "key" : "password"));
        } catch (IOException e) {
            quietlyClose(client);
            if (judge.refusal() != null) {
                throw new LoginRefused("Neither a user name nor a password was sent. " + judge.refusal());
            }
            throw new ConnectionLost(
                    "No SSH connection to %s: %s. Check the address, and that SSH is allowed from here."
                            .formatted(endpoint, told(e)),
                    e);
        }
    }

    private static void logIn(SSHClient client, Credentials credentials) throws IOException {
        if (credentials.proof() instanceof Credentials.Password password) {
            client.authPassword(credentials.user(), password.password().reveal());
        } else if (credentials.proof() instanceof Credentials.PrivateKey key) {
            PasswordFinder passphrase = key.passphrase()
                    .map(secret -> PasswordUtils.createOneOff(secret.reveal().toCharArray()))
                    .orElse(null);
            client.authPublickey(
                    credentials.user(), List.of(client.loadKeys(key.text().reveal(), null, passphrase)));
        }
    }

    /** The SHA-256 fingerprint of the host key that the device proved to have, as {@code SHA256:...}. */
    public String hostKey() {
        return hostKey;
    }

    /** Opens another terminal on this connection. */
    public Terminal terminal(String name) {
        try {
            return SshTerminal.open(name, endpoint, client.startSession());
        } catch (IOException | IllegalStateException e) {
            throw lost(e);
        }
    }

    /** What an upload reports while it runs: bytes sent so far, and bytes in all. */
    public interface Progress {
        void sent(long bytes, long of);
    }

    /** Sends a file; an upload cut half-way leaves a file that is shorter. */
    public void upload(Path file, String remotePath, Progress progress) {
        try (SFTPClient sftp = client.newSFTPClient()) {
            sftp.getFileTransfer().setTransferListener(new Listener(progress));
            sftp.getFileTransfer().setPreserveAttributes(false);
            sftp.put(new FileSystemFile(file.toFile()), remotePath);
        } catch (IOException e) {
            if (!client.isConnected()) {
                throw lost(e);
            }
            throw new Broken(
                    "The upload of %s to %s:%s stopped: %s. Check that the directory exists, that the disk has room, and that SFTP is on."
                            .formatted(file.getFileName(), endpoint, remotePath, told(e)),
                    e);
        }
    }

    /** Renames a file on the device. */
    public void rename(String from, String to) {
        try (SFTPClient sftp = client.newSFTPClient()) {
            if (sftp.statExistence(to) != null) {
                sftp.rm(to);
            }
            sftp.rename(from, to);
        } catch (IOException e) {
            throw new Broken("%s could not be renamed to %s on %s: %s.".formatted(from, to, endpoint, told(e)), e);
        }
    }

    private ConnectionLost lost(Exception e) {
        return new ConnectionLost("The SSH connection to %s is gone: %s.".formatted(endpoint, told(e)), e);
    }

    private static String told(Exception e) {
        if (e instanceof TransportException transport && transport.getDisconnectReason() != DisconnectReason.UNKNOWN) {
            return transport.getDisconnectReason() + (e.getMessage() == null ? "" : ", " + e.getMessage());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void quietlyClose(SSHClient client) {
        try {
            client.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
    }

    @Override
    public void close() {
        quietlyClose(client);
    }

    private record Listener(Progress progress) implements TransferListener {
        @Override
        public TransferListener directory(String name) {
            return this;
        }

        @Override
        public StreamCopier.Listener file(String name, long size) {
            return sent -> progress.sent(sent, size);
        }
    }

    /** Sockets that send each keystroke at once. */
    private static final class PromptSockets extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        private Socket connected(SocketAddress address) throws IOException {
            Socket socket = createSocket();
            socket.connect(address, (int) CONNECT.toMillis());
            return socket;
        }
    }
}
