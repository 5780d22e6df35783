package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bywash.evidence.Broken;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against OpenSSH's server, which has an ed25519 and an RSA key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostKeysTest {
    @TempDir
    private Path folder;

    private Path ed25519;
    private Path rsa;
    private Sshd sshd;

    @BeforeEach
    void start() {
        Sshd.needs("/usr/sbin/sshd");
        ed25519 = Sshd.keygen(folder.resolve("host_ed25519"), "-t", "ed25519");
        rsa = Sshd.keygen(folder.resolve("host_rsa"), "-t", "rsa", "-b", "2048");
        sshd = Sshd.start(folder, "HostKey " + ed25519, "HostKey " + rsa);
    }

    @AfterEach
    void end() {
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void a_known_key_is_accepted_and_told() {
        try (SshLink link = open(sshd.knownLine("host_ed25519"))) {
            assertThat(link.hostKey()).isEqualTo(Sshd.fingerprint(ed25519));
        }
    }

    @Test
    void a_name_that_is_hashed_is_found() {
        Path file = Sshd.write(folder, "hosts", sshd.knownLine("host_ed25519"));
        Sshd.run("ssh-keygen", "-H", "-f", file.toString());

        assertThatCode(() -> Sshd.open(sshd.endpoint(), Sshd.password(), HostKeys.knownHosts(file))
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void the_kind_of_key_that_is_known_is_asked_for() {
        try (SshLink link = open(sshd.knownLine("host_rsa"))) {
            assertThat(link.hostKey()).isEqualTo(Sshd.fingerprint(rsa));
        }
    }

    @Test
    void one_of_several_keys_for_an_address_is_enough() {
        Sshd.keygen(folder.resolve("other"), "-t", "ed25519");

        assertThatCode(() -> open(sshd.knownLine("other") + sshd.knownLine("host_ed25519"))
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void an_unknown_key_is_told_with_the_line_to_add() {
        assertThatThrownBy(() -> open("# nothing\n"))
                .isInstanceOf(LoginRefused.class)
                .hasMessageStartingWith(
                        "Neither a user name nor a password was sent. The host key of 127.0.0.1:%d is not known. It is ssh-ed25519 %s."
                                .formatted(sshd.port(), Sshd.fingerprint(ed25519)));
    }

    @Test
    void the_line_to_add_makes_the_key_known() {
        String told = catchThrowable(() -> open("# nothing\n")).getMessage();

        assertThatCode(() -> open(told.substring(told.lastIndexOf('\n') + 1)).close())
                .doesNotThrowAnyException();
    }

    @Test
    void a_changed_key_is_told_with_both_fingerprints() {
        Path other = Sshd.keygen(folder.resolve("other"), "-t", "ed25519");

        assertThatThrownBy(() -> open("# first\n" + sshd.knownLine("other")))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("has changed: it is now ssh-ed25519 " + Sshd.fingerprint(ed25519))
                .hasMessageContaining("line 2 has ssh-ed25519 " + Sshd.fingerprint(other));
    }

    @Test
    void a_revoked_key_is_refused_although_another_line_has_it() {
        assertThatThrownBy(() -> open(sshd.knownLine("host_ed25519")
                        + sshd.knownLine("host_ed25519").replaceFirst("^\\S+", "@revoked *")))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("which line 2 of")
                .hasMessageContaining("revokes");
    }

    @Test
    void a_line_that_revokes_and_cannot_be_read_stops_everything() {
        assertThatThrownBy(() -> open(sshd.knownLine("host_ed25519") + "@revoked * ssh-ed25519 AAAA\n"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("Line 2 of")
                .hasMessageContaining("nobody knows which key it revokes");
    }

    @Test
    void the_key_of_an_authority_makes_no_key_known() {
        assertThatThrownBy(() -> open("@cert-authority " + sshd.knownLine("host_ed25519")))
                .hasMessageContaining("is not known");
    }

    @Test
    void a_key_of_another_port_makes_no_key_known() {
        assertThatThrownBy(() -> open(sshd.knownLine("host_ed25519").replaceFirst("]:\\d+", "]:1")))
                .hasMessageContaining("is not known");
    }

    @Test
    void nothing_is_shown_to_a_host_with_another_key() {
        catchThrowable(() -> open("# nothing\n"));

        assertThat(sshd.log()).doesNotContain("user admin");
    }

    private SshLink open(String knownHosts) {
        return Sshd.open(
                sshd.endpoint(), Sshd.password(), HostKeys.knownHosts(Sshd.write(folder, "hosts", knownHosts)));
    }
}
