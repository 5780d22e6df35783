package io.bywash.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Somebody who logs in over SSH, types, and looks at what comes back. */
final class Guest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ClientSession session;
    private ClientChannel channel;
    private OutputStream keys;
    private final StringBuilder screen = new StringBuilder();
    private int read;

    private Guest(ClientSession session) {
        this.session = session;
    }

    static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setKeyExchangeFactories(List.of(ClientBuilder.DH2KEX.apply(BuiltinDHFactories.ecdhp256)));
        client.start();
        return client;
    }

    /** Logs in with the right password; a host key other than the group's is refused. */
    static Guest at(SshClient client, EmbeddedGroup group) throws IOException {
        return at(client, group, EmbeddedGroup.LOGIN_PASSWORD);
    }

    static Guest at(SshClient client, EmbeddedGroup group, String password) throws IOException {
        client.setServerKeyVerifier((session, address, key) ->
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, key).equals(group.hostKeyFingerprint()));
        ClientSession session = client.connect(EmbeddedGroup.USER, "127.0.0.1", group.port())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        return new Guest(session);
    }

    Guest shell() throws IOException {
        ChannelShell shell = session.createShellChannel();
        shell.setPtyColumns(80);
        shell.setPtyLines(24);
        return open(shell);
    }

    /** Runs one command without a pty; its whole output. */
    String exec(String command) throws IOException {
        ChannelExec exec = session.createExecChannel(command);
        open(exec);
        exec.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
        return rest();
    }

    /** Opens sftp and closes it. */
    void sftp() throws IOException {
        SftpClientFactory.instance().createSftpClient(session).close();
    }

    Integer exitStatus() {
        return channel.getExitStatus();
    }

    ClientSession session() {
        return session;
    }

    Guest types(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /** Waits for a text that was not looked at yet and returns what came up to its end. */
    String sees(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (screen) {
            int at = screen.indexOf(text, read);
            while (at < 0) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("'%s' was not seen, but:%n%s".formatted(text, screen.substring(read)));
                }
                await(left);
                at = screen.indexOf(text, read);
            }
            String seen = screen.substring(read, at + text.length());
            read = at + text.length();
            return seen;
        }
    }

    /** Waits until the connection was closed from the other side. */
    boolean isCutOff() {
        return session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), PATIENCE)
                .contains(ClientSession.ClientSessionEvent.CLOSED);
    }

    String rest() {
        synchronized (screen) {
            String rest = screen.substring(read);
            read = screen.length();
            return rest;
        }
    }

    @Override
    public void close() throws IOException {
        session.close(true);
    }

    private Guest open(ClientChannel opened) throws IOException {
        channel = opened;
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int start, int length) {
                synchronized (screen) {
                    screen.append(new String(bytes, start, length, StandardCharsets.UTF_8));
                    screen.notifyAll();
                }
            }
        };
        channel.setOut(out);
        channel.setErr(out);
        channel.open().verify(PATIENCE);
        keys = channel.getInvertedIn();
        return this;
    }

    private void await(long millis) {
        try {
            screen.wait(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
