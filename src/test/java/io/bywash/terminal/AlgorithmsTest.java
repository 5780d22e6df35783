package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlgorithmsTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_old_is_offered_by_default() {
        Config config = Algorithms.STRICT.config();

        assertThat(Factory.Named.Util.getNames(config.getKeyExchangeFactories()))
                .containsExactly(
                        "curve25519-sha256",
                        "curve25519-sha256@libssh.org",
                        "ecdh-sha2-nistp256",
                        "ecdh-sha2-nistp384",
                        "ecdh-sha2-nistp521",
                        "diffie-hellman-group-exchange-sha256",
                        "diffie-hellman-group16-sha512",
                        "diffie-hellman-group18-sha512",
                        "diffie-hellman-group14-sha256",
                        "ext-info-c");
        assertThat(Factory.Named.Util.getNames(config.getKeyAlgorithms()))
                .containsExactly(
                        "ssh-ed25519",
                        "ecdsa-sha2-nistp256",
                        "ecdsa-sha2-nistp384",
                        "ecdsa-sha2-nistp521",
                        "rsa-sha2-512",
                        "rsa-sha2-256");
        assertThat(Factory.Named.Util.getNames(config.getCipherFactories()))
                .containsExactly(
                        "aes128-gcm@openssh.com",
                        "aes256-gcm@openssh.com",
                        "aes128-ctr",
                        "aes192-ctr",
                        "aes256-ctr",
                        "chacha20-poly1305@openssh.com");
        assertThat(Factory.Named.Util.getNames(config.getMACFactories()))
                .containsExactly(
                        "hmac-sha2-256-etm@openssh.com",
                        "hmac-sha2-512-etm@openssh.com",
                        "hmac-sha2-256",
                        "hmac-sha2-512");
    }

    @ParameterizedTest
    @CsvSource({
        "KexAlgorithms, diffie-hellman-group14-sha1, key exchange",
        "KexAlgorithms, diffie-hellman-group1-sha1, key exchange",
        "HostKeyAlgorithms, ssh-rsa, host key",
        "Ciphers, aes128-cbc, cipher",
        "Ciphers, 3des-cbc, cipher"
    })
    void an_old_one_is_refused_with_what_to_write_and_taken_when_that_is_written(
            String option, String name, String kind) {
        Path rsa = Sshd.keygen(folder.resolve("host_rsa"), "-t", "rsa", "-b", "2048");
        try (Sshd sshd = Sshd.start(folder, "HostKey " + rsa, option + " " + name)) {
            HostKeys known = HostKeys.knownHosts(Sshd.write(folder, "hosts", sshd.knownLine("host_rsa")));

            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), Sshd.password(), known))
                    .isInstanceOf(LoginRefused.class)
                    .hasMessageContaining("offers no %s algorithm that is strong enough", kind)
                    .hasMessageEndingWith("oldAlgorithms: [%s].", name);
            assertThatCode(() ->
                            SshLink.open(sshd.endpoint(), allowing(name, known)).close())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void an_old_one_for_the_integrity_of_packets_is_taken_by_name() {
        try (Sshd sshd = Sshd.start(folder, "Ciphers aes128-ctr", "MACs hmac-sha1")) {
            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known()))
                    .hasMessageEndingWith("oldAlgorithms: [hmac-sha1].");
            assertThatCode(() -> SshLink.open(sshd.endpoint(), allowing("hmac-sha1", sshd.known()))
                            .close())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ciphers, chacha20-poly1305@openssh.com",
        "Ciphers, aes256-ctr",
        "KexAlgorithms, diffie-hellman-group-exchange-sha256",
        "KexAlgorithms, diffie-hellman-group16-sha512"
    })
    void a_strong_one_of_every_kind_works(String option, String name) {
        try (Sshd sshd = Sshd.start(folder, option + " " + name)) {
            assertThatCode(() -> Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known())
                            .close())
                    .doesNotThrowAnyException();
        }
    }

    private static SshAccess allowing(String old, HostKeys known) {
        return new SshAccess(Sshd.password(), known, new Algorithms(Set.of(old)), Optional.empty());
    }
}
