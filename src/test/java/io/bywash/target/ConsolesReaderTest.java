package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Secret;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serial consoles of a target file, and what is wrong with some. */
class ConsolesReaderTest {
    private static final String TCP = """
            consoles:
              - {sgm: "1_01", address: "192.0.2.40:7001", kind: tcp}
            """;
    private static final String SSH = """
            consoles:
              - sgm: "1_01"
                address: 192.0.2.40
                kind: ssh
                user: ada:7001
                login:
                  passwordFrom: {env: TERMINAL_SERVER_PASSWORD}
            """;

    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
        folder.set("TERMINAL_SERVER_PASSWORD", "simsalabim");
    }

    private String faults(String consoles) {
        return String.join("\n", folder.faults(TargetFolder.SOUND + consoles));
    }

    @Test
    void a_raw_port_asks_for_nothing() {
        assertThat(folder.read(TargetFolder.SOUND + TCP).consoles())
                .isEqualTo(Map.of(
                        SgmId.parse("1_1"), new ConsolePort(new SshEndpoint("192.0.2.40", 7001), Optional.empty())));
    }

    @Test
    void a_terminal_server_over_ssh_has_a_log_in_of_its_own() {
        assertThat(folder.read(TargetFolder.SOUND + SSH).consoles())
                .isEqualTo(Map.of(
                        SgmId.parse("1_1"),
                        new ConsolePort(
                                new SshEndpoint("192.0.2.40", 22),
                                Optional.of(new SshAccess(
                                        Credentials.password("ada:7001", Secret.of("simsalabim")),
                                        HostKeys.knownHosts(folder.path(".ssh/known_hosts")))))));
    }

    @Test
    void the_password_on_a_console_is_that_of_the_log_in_where_nothing_else_is_said() {
        assertThat(folder.read(TargetFolder.SOUND + TCP).consolePassword()).contains(Secret.of("open sesame"));
    }

    @Test
    void the_password_on_a_console_may_be_another() {
        assertThat(folder.read(TargetFolder.SOUND + TCP + "consolePasswordFrom: {env: TERMINAL_SERVER_PASSWORD}\n")
                        .consolePassword())
                .contains(Secret.of("simsalabim"));
    }

    @Test
    void an_sgm_that_the_group_does_not_have_has_no_console() {
        assertThat(faults(TCP.replace("1_01", "1_05"))).contains("consoles item 1.sgm", "sgms does not have it");
    }

    @Test
    void an_sgm_has_one_console() {
        assertThat(faults(TCP + "  - {sgm: \"1_1\", address: \"192.0.2.40:7002\", kind: tcp}\n"))
                .contains("consoles item 2.sgm", "it stands there twice");
    }

    @Test
    void a_log_in_that_a_tcp_port_would_not_use_is_told() {
        assertThat(faults(SSH.replace("kind: ssh", "kind: tcp"))).contains("a TCP port asks for nothing");
    }

    @Test
    void a_terminal_server_over_ssh_needs_a_log_in() {
        assertThat(faults(TCP.replace("kind: tcp", "kind: ssh"))).contains("needs user and login");
    }

    @Test
    void another_kind_is_told_with_those_there_are() {
        assertThat(faults(TCP.replace("kind: tcp", "kind: usb"))).contains("consoles item 1.kind", "tcp");
    }

    @Test
    void a_password_that_is_written_out_is_not_repeated() {
        assertThat(faults(SSH.replace("login:", "password: simsalabim\n    login:")))
                .contains("a secret is never written in a target file")
                .doesNotContain("simsalabim");
    }

    @Test
    void a_raw_port_is_named() {
        assertThat(faults(TCP.replace(":7001", ""))).contains("consoles item 1.address", "a port of its own");
    }

    @Test
    void an_sgm_without_quotes_is_understood_or_told_and_never_another_one() {
        String unquoted = TCP.replace("\"1_01\"", "1_01");

        assertThat(faults(unquoted)).isEmpty();
        assertThat(folder.read(TargetFolder.SOUND + unquoted).consoles()).containsOnlyKeys(SgmId.parse("1_1"));
    }
}
