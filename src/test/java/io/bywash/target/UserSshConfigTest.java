package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bywash.target.TargetSettings.Address;
import io.bywash.terminal.Algorithms;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target file is silent about, taken from an ssh config as OpenSSH reads it. */
class UserSshConfigTest {
    private static final String SILENT = TargetFolder.SOUND
            .replace("address: 192.0.2.10\n", "address: gate\nsshConfig: config\n")
            .replace("user: admin\nlogin:\n  passwordFrom: {env: BYWASH_PASSWORD}\n", "");

    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        boolean there = Files.isExecutable(Path.of("/usr/bin/ssh"));
        if (!there) {
            System.err.println("SKIPPED, as this machine has no /usr/bin/ssh (Debian: openssh-client)");
        }
        assumeTrue(there);
        folder = new TargetFolder(directory);
        key("id");
    }

    private void key(String name) {
        try {
            new ProcessBuilder(
                            "ssh-keygen",
                            "-q",
                            "-t",
                            "ed25519",
                            "-N",
                            "",
                            "-f",
                            folder.path(name).toString())
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void config(String text) {
        folder.write("config", text.replace("HERE", directory.toString()));
    }

    private static Credentials.PrivateKey key(SshAccess access) {
        return (Credentials.PrivateKey) access.credentials().proof();
    }

    @Test
    void a_name_of_the_config_stands_for_its_host_port_user_and_key() {
        config("Host gate\n  HostName 192.0.2.77\n  Port 2222\n  User keeper\n  IdentityFile HERE/id\n");

        TargetSettings settings = folder.read(SILENT);

        assertThat(settings.address()).isEqualTo(new Address("192.0.2.77", 2222));
        assertThat(settings.access().credentials().user()).isEqualTo("keeper");
        assertThat(key(settings.access()).file()).isEqualTo(folder.path("id"));
    }

    @Test
    void what_was_taken_is_told_value_by_value() {
        config("Host gate\n  HostName 192.0.2.77\n  User keeper\n  IdentityFile HERE/id\n");

        assertThat(folder.read(SILENT).fromSshConfig())
                .containsExactly(
                        "address is 192.0.2.77, from the ssh config config",
                        "user is keeper, from the ssh config config",
                        "login.key is %s/id, from the ssh config config".formatted(directory));
    }

    @Test
    void it_stands_in_the_first_lines_of_the_run() {
        config("Host gate\n  HostName 192.0.2.77\n  User keeper\n  IdentityFile HERE/id\n");

        assertThat(RealTarget.about(folder.read(SILENT), true)).contains("user is keeper, from the ssh config config");
    }

    @Test
    void what_the_target_file_says_holds() {
        config(
                "Host 192.0.2.10\n  Port 2222\n  User keeper\n  IdentityFile HERE/id\n  UserKnownHostsFile HERE/other\n");

        TargetSettings settings = folder.read(TargetFolder.SOUND.replace(
                "address: 192.0.2.10\n", "address: 192.0.2.10:22\nsshConfig: config\nknownHosts: .ssh/known_hosts\n"));

        assertThat(settings.address()).isEqualTo(new Address("192.0.2.10", 22));
        assertThat(settings.access().credentials().user()).isEqualTo("admin");
        assertThat(settings.access().hostKeys()).isEqualTo(HostKeys.knownHosts(folder.path(".ssh/known_hosts")));
        assertThat(settings.fromSshConfig()).isEmpty();
    }

    @Test
    void include_and_match_mean_what_they_mean_to_ssh() {
        folder.write("more", "Match host gate\n  User keeper\n");
        config("Include HERE/more\nHost *\n  User somebody\n  IdentityFile HERE/id\n");

        assertThat(folder.read(SILENT).access().credentials().user()).isEqualTo("keeper");
    }

    @Test
    void the_host_keys_are_those_of_the_config() {
        folder.write("gate_hosts", "gate ssh-ed25519 AAAA");
        config("Host gate\n  User keeper\n  IdentityFile HERE/id\n  UserKnownHostsFile HERE/gate_hosts HERE/second\n");

        assertThat(folder.read(SILENT).access().hostKeys()).isEqualTo(HostKeys.knownHosts(folder.path("gate_hosts")));
    }

    @Test
    void a_jump_host_is_taken_with_its_own_user_and_key() {
        key("jump_id");
        config("Host gate\n  User keeper\n  IdentityFile HERE/id\n  ProxyJump porter@door\n"
                + "Host door\n  HostName 192.0.2.99\n  Port 2200\n  IdentityFile HERE/jump_id\n");

        SshAccess.Jump jump = folder.read(SILENT).access().jump().orElseThrow();

        assertThat(jump.endpoint()).isEqualTo(new SshEndpoint("192.0.2.99", 2200));
        assertThat(jump.access().credentials().user()).isEqualTo("porter");
        assertThat(key(jump.access()).file()).isEqualTo(folder.path("jump_id"));
    }

    @Test
    void nothing_that_weakens_the_connection_is_taken() {
        config("Host gate\n  User keeper\n  IdentityFile HERE/id\n  StrictHostKeyChecking no\n"
                + "  KexAlgorithms +diffie-hellman-group1-sha1\n  Ciphers +aes128-cbc\n");

        TargetSettings settings = folder.read(SILENT);

        assertThat(settings.access().algorithms()).isEqualTo(Algorithms.STRICT);
        assertThat(settings.access().hostKeys()).isEqualTo(HostKeys.knownHosts(folder.path(".ssh/known_hosts")));
        assertThat(settings.fromSshConfig()).hasSize(2);
    }

    @Test
    void the_local_user_is_not_taken_where_the_config_names_none() {
        config("Host gate\n  HostName 192.0.2.77\n  IdentityFile HERE/id\n");

        assertThat(folder.faults(SILENT)).singleElement().asString().contains("user");
    }

    @Test
    void a_proxy_command_is_never_run() {
        config("Host gate\n  User keeper\n  IdentityFile HERE/id\n  ProxyCommand touch HERE/ran\n");

        assertThat(folder.faults(SILENT))
                .singleElement()
                .asString()
                .contains("has a ProxyCommand for this address, and no command is run for a connection.");
        assertThat(folder.path("ran")).doesNotExist();
    }

    @Test
    void several_hosts_on_the_way_are_refused() {
        config("Host gate\n  User keeper\n  IdentityFile HERE/id\n  ProxyJump one,two\n");

        assertThat(folder.faults(SILENT))
                .singleElement()
                .asString()
                .contains("goes through several hosts (ProxyJump one,two)");
    }

    @Test
    void a_config_that_is_not_there_is_told() {
        assertThat(folder.faults(SILENT)).last().asString().contains("there is no file config that can be read");
    }

    @Test
    void a_config_that_ssh_cannot_read_is_told_in_its_words() {
        config("Host gate\n  Prot 2222\n");

        assertThat(folder.faults(SILENT))
                .last()
                .asString()
                .contains("'ssh -G' does not read it")
                .contains("prot");
    }

    @Test
    void a_machine_without_ssh_is_told_what_to_do() {
        config("Host gate\n  User keeper\n");
        Path file = folder.write("north.yaml", SILENT);
        Faults faults = new Faults(file);
        MarkedYaml yaml = TargetText.read(file, faults);
        TargetReading reading =
                new TargetReading(yaml, new PlainWords(new TargetSchema(), yaml), faults, directory, name -> null);

        List<String> taken =
                new UserSshConfig(yaml, reading, directory.resolve("no-ssh").toString()).complete();

        assertThat(taken).isEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(TargetFileFaulty.class, faults::tell)
                        .faults())
                .singleElement()
                .asString()
                .contains("it is read by OpenSSH's 'ssh -G', and that cannot be run here");
    }

    @Test
    void a_config_whose_reading_does_not_end_is_given_up() {
        config("Match host gate exec \"sleep 30\"\n  User keeper\n");
        EffectiveSshConfig config = new EffectiveSshConfig("ssh", folder.path("config"), Duration.ofMillis(300));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> config.said("gate", Optional.empty()))
                        .isInstanceOf(EffectiveSshConfig.Unusable.class)
                        .hasMessageContaining("'ssh -G' did not end"));
    }
}
