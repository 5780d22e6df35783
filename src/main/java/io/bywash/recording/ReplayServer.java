package io.bywash.recording;

import io.bywash.evidence.Broken;
import io.bywash.target.RecordedTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * Serves a recording on an SSH port of 127.0.0.1, once from its beginning to its end.
 *
 * <p>Whoever knows the password is let in, as a run then was; what they do has to be what that run did.
 */
public final class ReplayServer implements AutoCloseable {
    /** The only password, for the log-in and for the Expert mode. */
    public static final String PASSWORD = "Replay-of-a-recording";

    private static final AttributeKey<Replay.Knock> KNOCK = new AttributeKey<>();

    private final SshServer server = SshServer.setUpDefaultServer();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        return thread;
    });
    private final KeyPair hostKey = newKey();
    private final KeyPair unknownKey = newKey();
    private final Path uploads;
    private final Replay replay;

    private ReplayServer(Recording recording, Map<String, String> instead, double pace, Consumer<String> told) {
        this.uploads = temporary();
        this.replay = new Replay(Script.of(recording), new OfNow(instead, PASSWORD), pace, clock, told);
    }

    /**
     * Begins to serve.
     *
     * @param instead what stands in the place of something that cannot be the same again, such as the sum of a package
     * @param pace how many recorded seconds a second has, at least 1
     * @param port 0 for any that is free
     * @param told is told, as a paragraph, when a run leaves the recording
     * @throws Broken when the port is taken
     */
    public static ReplayServer start(
            Recording recording, Map<String, String> instead, double pace, int port, Consumer<String> told) {
        ReplayServer started = new ReplayServer(recording, instead, pace, told);
        try {
            started.open(port);
            return started;
        } catch (IOException e) {
            started.close();
            throw new Broken(
                    "The recording cannot be served on port %d of 127.0.0.1: %s. Name another with -Dbywash.port."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    private void open(int port) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(session -> List.of(knock(session) == Replay.Knock.MISTRUSTS ? unknownKey : hostKey));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> admits(password, session));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, RecordedTerms.SERVER);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        server.setShellFactory(channel -> new ReplayedLine(replay, channel));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new ReplayedUpload(replay))
                .build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(uploads));
        server.start();
    }

    /** How it is for this connection, from its beginning. */
    private synchronized Replay.Knock knock(SessionContext session) {
        Replay.Knock knock = session.getAttribute(KNOCK);
        if (knock == null) {
            knock = replay.knock();
            session.setAttribute(KNOCK, knock);
        }
        return knock;
    }

    private boolean admits(String password, ServerSession session) {
        if (knock(session) == Replay.Knock.HUNG_UP) {
            session.close(true);
        }
        return knock(session) == Replay.Knock.ADMITTED && password.equals(PASSWORD);
    }

    public int port() {
        return server.getPort();
    }

    /** The public half of the host key, as a line of known_hosts has it. */
    public String hostKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    /** Why what was done is not what was recorded; empty as long as it is. */
    public Optional<String> deviation() {
        return replay.deviation();
    }

    /** How far the recording was gone through, in words. */
    public String progress() {
        return "%d of %d moves of the recorded run were made".formatted(replay.made(), replay.moves());
    }

    /** Whether it was gone through to its end. */
    public boolean isThrough() {
        return replay.made() == replay.moves();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("replay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            server.stop(true);
            delete(uploads);
        } catch (IOException leftBehind) {
            // Nothing is served any more, and what is left is empty.
        }
    }
}
