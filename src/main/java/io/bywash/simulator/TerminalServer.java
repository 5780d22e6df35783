package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A terminal server over SSH: who logs in as {@code terminal:1_01} has the console of that SGM for a shell. */
final class TerminalServer {
    private static final String USER = "terminal:";

    private final SortedMap<SgmId, SerialLine> lines;
    private final KeyPair hostKey = HostKey.keptIn(Optional.empty());
    private final SshServer server = SshServer.setUpDefaultServer();
    private final DaemonThreads daemons = new DaemonThreads("terminal server");

    TerminalServer(SortedMap<SgmId, SerialLine> lines) {
        this.lines = lines;
    }

    void open(int port) throws IOException {
        server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory(daemons::pool));
        server.setScheduledExecutorService(daemons.scheduled(), true);
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(session -> List.of(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator(
                (user, password, session) -> lines.keySet().stream().anyMatch(sgm -> user.equals(USER + sgm))
                        && password.equals(EmbeddedGroup.LOGIN_PASSWORD));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        server.setShellFactory(channel -> {
            SgmId sgm = SgmId.parse(channel.getSession().getUsername().substring(USER.length()));
            return new Passage(lines.get(sgm), channel);
        });
        daemons.start(server::start);
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    void close() {
        try {
            server.close(true).await(Duration.ofSeconds(2));
        } catch (IOException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes keys and characters on between a channel and a line. */
    private static final class Passage implements Command, ChannelDataReceiver {
        private final SerialLine line;
        private OutputStream out;
        private ExitCallback exit;
        private boolean plugged;

        Passage(SerialLine line, ChannelSession channel) {
            this.line = line;
            channel.setDataReceiver(this);
        }

        @Override
        public synchronized void start(ChannelSession channel, Environment environment) throws IOException {
            plugged = line.plugInIfFree(out);
            if (!plugged) {
                out.write("The port is in use.\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                exit.onExit(1);
            }
        }

        @Override
        public int data(ChannelSession channel, byte[] bytes, int start, int length) {
            line.type(Arrays.copyOfRange(bytes, start, start + length), length);
            return length;
        }

        @Override
        public void close() {
            unplug();
        }

        @Override
        public void destroy(ChannelSession channel) {
            unplug();
        }

        private synchronized void unplug() {
            if (plugged) {
                plugged = false;
                line.unplug();
            }
        }

        @Override
        public void setInputStream(InputStream in) {
            // input arrives through data()
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // a line has no other way out
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }
    }
}
