package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JumpHostTest {
    @TempDir
    private Path folder;

    private Sshd device;
    private Sshd host;

    @BeforeEach
    void start() throws IOException {
        device = Sshd.start(Files.createDirectory(folder.resolve("device")));
        host = Sshd.start(Files.createDirectory(folder.resolve("host")));
    }

    @AfterEach
    void end() {
        if (host != null) {
            device.close();
            host.close();
        }
    }

    @Test
    void a_device_behind_a_host_is_reached_and_its_own_key_is_what_counts() {
        try (SshLink link = SshLink.open(device.endpoint(), through(Sshd.password(), host.known(), device.known()))) {
            assertThat(link.hostKey()).isEqualTo(Sshd.fingerprint(folder.resolve("device/host_ed25519")));
            assertThat(OpenSshLogInTest.says(link, "echo $((40 + 2))")).contains("\r42\r\n");
        }
    }

    @Test
    void the_key_of_the_host_on_the_way_is_checked() {
        assertThatThrownBy(
                        () -> SshLink.open(device.endpoint(), through(Sshd.password(), device.known(), device.known())))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("The host key of %s is not known", host.endpoint());
    }

    @Test
    void the_key_of_the_device_is_checked_behind_the_host() {
        assertThatThrownBy(() -> SshLink.open(device.endpoint(), through(Sshd.password(), host.known(), host.known())))
                .hasMessageContaining("The host key of %s is not known", device.endpoint());
    }

    @Test
    void a_host_that_refuses_us_is_named() {
        Credentials wrong = Credentials.password("admin", Secret.of("Open-Sesame-2"));

        assertThatThrownBy(() -> SshLink.open(device.endpoint(), through(wrong, host.known(), device.known())))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("%s refused the log-in", host.endpoint());
    }

    @Test
    void a_device_that_is_not_there_is_told_with_the_way() {
        SshEndpoint nobody = new SshEndpoint("127.0.0.1", 1);

        assertThatThrownBy(() -> SshLink.open(nobody, through(Sshd.password(), host.known(), device.known())))
                .isInstanceOf(ConnectionLost.class)
                .hasMessageContaining("No SSH connection to 127.0.0.1:1 through " + host.endpoint());
    }

    private SshAccess through(Credentials credentials, HostKeys ofHost, HostKeys ofDevice) {
        return new SshAccess(
                Sshd.password(),
                ofDevice,
                Algorithms.STRICT,
                Optional.of(new SshAccess.Jump(host.endpoint(), new SshAccess(credentials, ofHost))));
    }
}
