package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealTargetTest {
    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void there_is_nothing_to_warn_of_in_a_sound_file() {
        assertThat(RealTarget.about(folder.read(TargetFolder.SOUND), true)).isEmpty();
    }

    @Test
    void the_report_warns_of_old_algorithms() {
        assertThat(RealTarget.about(
                        folder.readSound("user: admin", "user: admin\noldAlgorithms: [ssh-rsa, 3des-cbc]"), true))
                .containsExactly(
                        "WARNING: 192.0.2.10 is allowed old SSH algorithms, which can be broken by who listens on the way: 3des-cbc, ssh-rsa");
    }

    @Test
    void the_report_names_the_jump_host_and_what_it_is_allowed() {
        String jump =
                "jump: {address: 192.0.2.1, user: ada, login: {passwordFrom: {env: BYWASH_PASSWORD}}, oldAlgorithms: [ssh-rsa]}";

        assertThat(RealTarget.about(folder.readSound("user: admin", "user: admin\n" + jump), true))
                .containsExactly(
                        "reached through the jump host 192.0.2.1, as user ada",
                        "WARNING: 192.0.2.1 is allowed old SSH algorithms, which can be broken by who listens on the way: ssh-rsa");
    }

    @Test
    void the_report_warns_of_a_console_whose_line_anybody_can_listen_to() {
        String console = "consoles: [{sgm: \"1_01\", address: \"192.0.2.40:7001\", kind: tcp}]";

        assertThat(RealTarget.about(folder.readSound("user: admin", "user: admin\n" + console), true))
                .containsExactly(
                        "serial console of 1_01: TCP 192.0.2.40:7001",
                        "WARNING: the way to 192.0.2.40:7001 is not encrypted and proves nobody's identity: the passwords of the user and of the Expert mode can be read by who listens on it");
    }

    @Test
    void a_recording_is_called_one() {
        assertThat(RealTarget.about(
                        folder.readSound("address: 192.0.2.10", "address: 127.0.0.1:2229\nrecording: true"), true))
                .containsExactly("a recording answers instead of the Security Group: nothing is done to any device");
    }

    @Test
    void a_rehearsal_is_called_one() {
        assertThat(RealTarget.about(folder.read(TargetFolder.SOUND), false))
                .singleElement()
                .asString()
                .startsWith("not confirmed: this is a rehearsal");
    }
}
