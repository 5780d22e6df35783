package io.bywash.simulator;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * The management address: an SSH port where every connection lands on the SGM that is SMO at that moment, and is closed
 * when nobody is. Shells, single commands (scp among them) and sftp; no forwarding.
 */
final class SshDoor {
    static final String BANNER = "This system is for authorized use only.";
    private static final AttributeKey<Landing> LANDING = new AttributeKey<>();

    private final SimulatedGroup group;
    private final ExecutorService threads;
    private final KeyPair hostKey;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger connections = new AtomicInteger();

    /** Where a connection arrived. */
    private record Landing(SimulatedSgm sgm, Link link, int number) {}

    SshDoor(SimulatedGroup group, KeyPair hostKey, ExecutorService threads) {
        this.group = group;
        this.threads = threads;
        this.hostKey = hostKey;
    }

    void open(int port) throws IOException {
        DaemonThreads daemons = new DaemonThreads("embedded group ssh");
        server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory(daemons::pool));
        server.setScheduledExecutorService(daemons.scheduled(), true);
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(session ->
                List.of(group.seams().gate().keyInsteadOf(hostKey, group.smo().map(SimulatedSgm::chassis))));
        server.setUserAuthFactories(
                List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
        server.setPasswordAuthenticator(this::admits);
        server.setKeyboardInteractiveAuthenticator(new PasswordQuestion(this::admits));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Bywash_embedded_Security_Group");
        CoreModuleProperties.WELCOME_BANNER.set(server, BANNER + "\n");
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        server.setShellFactory(channel -> shell(channel, null));
        server.setCommandFactory(this::shell);
        SftpSubsystemFactory sftp = new Sftp();
        sftp.setExecutorServiceProvider(daemons::pool);
        sftp.setFileSystemAccessor(new FromHome());
        sftp.addSftpEventListener(new Transfers(
                group,
                session -> session.getAttribute(LANDING).sgm().id(),
                session -> session.getAttribute(LANDING).number()));
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new Files());
        server.addSessionListener(new Landings());
        daemons.start(server::start);
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    String hostKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    void close() {
        try {
            server.close(true).await(Duration.ofSeconds(2));
        } catch (IOException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean admits(String user, String password, ServerSession session) {
        boolean admitted =
                group.seams().gate().admits(user, password, group.clock().now());
        Landing landing = session.getAttribute(LANDING);
        group.ledger()
                .login(new Ledger.Login(
                        group.clock().now(),
                        user,
                        landing.sgm().id(),
                        admitted,
                        landing.number(),
                        session.getClientVersion()));
        return admitted;
    }

    private Command shell(ChannelSession channel, String command) {
        Landing landing = channel.getSession().getAttribute(LANDING);
        return new ShellChannel(group, landing.sgm(), landing.number(), landing.link(), command, channel, threads);
    }

    private final class Landings implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            group.seams().moments().happened(Moment.of(Moment.Kind.CONNECTION, null));
            group.smo().ifPresentOrElse(smo -> land(session, smo), () -> session.close(true));
        }

        private void land(Session session, SimulatedSgm smo) {
            Link link = Link.throughManagement(
                    smo.id(),
                    () -> cutOff(session),
                    () -> session.getIoSession().suspendRead());
            session.setAttribute(LANDING, new Landing(smo, link, connections.incrementAndGet()));
            group.links().opened(link);
        }

        /** Elsewhere than under the group's monitor, which whoever cuts holds. */
        private void cutOff(Session session) {
            try {
                threads.execute(() -> session.close(true));
            } catch (RejectedExecutionException closing) {
                session.close(true);
            }
        }

        @Override
        public void sessionClosed(Session session) {
            Landing landing = session.getAttribute(LANDING);
            if (landing != null) {
                group.links().closed(landing.link());
            }
        }
    }

    /** The subsystem, while it is offered. */
    private final class Sftp extends SftpSubsystemFactory {
        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            return group.seams().gate().offersSftp() ? super.createSubsystem(channel) : null;
        }
    }

    /** For sftp: a path without a slash before it begins in the user's home directory. */
    private static final class FromHome implements SftpFileSystemAccessor {
        @Override
        public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String path) throws IOException {
            return SftpFileSystemAccessor.super.resolveLocalFilePath(
                    subsystem, root, path.startsWith("/") ? path : SgmFiles.HOME + path);
        }
    }

    /** For sftp: the file system of the SGM where the connection landed. */
    private static final class Files implements FileSystemFactory {
        @Override
        public Path getUserHomeDir(SessionContext session) {
            return null;
        }

        @Override
        public FileSystem createFileSystem(SessionContext session) throws IOException {
            Landing landing = session.getAttribute(LANDING);
            return new RootedFileSystemProvider()
                    .newFileSystem(landing.sgm().files().root(), Map.of());
        }
    }
}
