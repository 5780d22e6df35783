package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against OpenSSH's ssh-agent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyAgentTest {
    @TempDir
    private Path folder;

    private Path socket;
    private Process agent;

    @BeforeEach
    void start() throws IOException {
        Sshd.needs("/usr/bin/ssh-agent");
        socket = folder.resolve("agent");
        agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.out").toFile())
                .start();
        while (!answers() && agent.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /** Its socket is there a moment before it listens on it. */
    private boolean answers() {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterEach
    void end() {
        if (agent != null) {
            agent.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t ed25519", "-t ecdsa -b 384", "-t rsa -b 2048"})
    void a_key_that_an_agent_keeps_logs_in(String kind) throws IOException {
        Path key = add("id", kind.split(" "));
        try (Sshd sshd = Sshd.start(folder, "PasswordAuthentication no")) {
            sshd.letIn(key);

            Sshd.open(sshd.endpoint(), agentKey(Sshd.fingerprint(key)), sshd.known())
                    .close();

            assertThat(sshd.failedLogIns()).isZero();
        }
    }

    @Test
    void no_other_key_of_the_agent_is_offered() throws IOException {
        add("other", "-t", "ed25519");
        Path key = add("id", "-t", "ed25519");
        try (Sshd sshd = Sshd.start(folder, "MaxAuthTries 1")) {
            sshd.letIn(key);

            Sshd.open(sshd.endpoint(), agentKey(Sshd.fingerprint(key)), sshd.known())
                    .close();
        }
    }

    @Test
    void a_key_of_the_agent_that_the_server_does_not_take_is_told() throws IOException {
        Path key = add("id", "-t", "ed25519");
        try (Sshd sshd = Sshd.start(folder)) {
            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), agentKey(Sshd.fingerprint(key)), sshd.known()))
                    .isInstanceOf(LoginRefused.class)
                    .hasMessageContaining("does not take the key SHA256:");
        }
    }

    @Test
    void a_key_that_the_agent_does_not_keep_is_told_with_those_it_keeps() throws IOException {
        Path key = add("id", "-t", "ed25519");

        assertThat(KeyAgent.fault(proof("SHA256:AAAA")).orElseThrow())
                .contains("does not keep it. It keeps: " + Sshd.fingerprint(key));
    }

    @Test
    void an_agent_without_keys_is_told() {
        assertThat(KeyAgent.fault(proof("SHA256:AAAA")).orElseThrow()).contains("keeps no key, or is locked");
    }

    @Test
    void a_socket_where_no_agent_is_is_told() {
        assertThat(KeyAgent.fault(new Credentials.AgentKey(folder.resolve("none"), "SHA256:AAAA"))
                        .orElseThrow())
                .contains("does not answer");
    }

    private Path add(String name, String... kind) throws IOException {
        Path key = Sshd.keygen(folder.resolve(name), kind);
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
        add.environment().put("SSH_AUTH_SOCK", socket.toString());
        Process adding = add.redirectErrorStream(true).start();
        String said = new String(adding.getInputStream().readAllBytes());
        if (!said.isEmpty()) {
            throw new IllegalStateException(Arrays.toString(kind) + said);
        }
        return key;
    }

    private Credentials agentKey(String fingerprint) {
        return new Credentials("admin", proof(fingerprint));
    }

    private Credentials.AgentKey proof(String fingerprint) {
        return new Credentials.AgentKey(socket, fingerprint);
    }
}
