package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ssh host command}, and who is let in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenSshCommandsTest {
    private static final String BANNER = "This system is for authorized use only.\n";
    private static final String NOTICE = "CLINFR0771  Config lock is owned by night_shift. Use the command"
            + " 'lock database override' to acquire the lock.\n";

    @TempDir
    Path folder;

    private EmbeddedGroup group;

    @BeforeAll
    static void a_client() {
        OpenSsh.need();
    }

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void a_clish_user_gives_a_command_to_clish() {
        Programs.Result said = clish().run("ssh", OpenSsh.there(), "show version all");

        assertThat(said)
                .isEqualTo(new Programs.Result(
                        0,
                        "Product version Check Point Gaia R81.10\nOS build 342\n"
                                + "OS kernel version 3.10.0-1160.15.2cpx86_64\nOS edition 64-bit\n",
                        BANNER));
    }

    @Test
    void what_clish_does_not_know_is_told_on_standard_output() {
        assertThat(clish().run("ssh", OpenSsh.there(), "uname -a"))
                .isEqualTo(new Programs.Result(1, "CLINFR0329  Invalid command:'uname -a'.\n", BANNER));
    }

    @Test
    void what_clish_has_only_half_of_is_incomplete() {
        assertThat(clish().run("ssh", OpenSsh.there(), "installer install"))
                .isEqualTo(new Programs.Result(1, "CLINFR0349  Incomplete command.\n", BANNER));
    }

    @Test
    void a_lock_of_somebody_else_lets_a_command_read() {
        group = EmbeddedGroup.start(settings(LoginShell.CLISH).withLockHeldBy("night_shift"));

        assertThat(new OpenSsh(folder, group).run("ssh", OpenSsh.there(), "show hostname"))
                .isEqualTo(new Programs.Result(0, NOTICE + "ketch-ch02-01\n", BANNER));
    }

    @Test
    void a_lock_of_somebody_else_refuses_a_change() {
        group = EmbeddedGroup.start(settings(LoginShell.CLISH).withLockHeldBy("night_shift"));

        assertThat(new OpenSsh(folder, group).run("ssh", OpenSsh.there(), "set smo image auto-clone state off"))
                .isEqualTo(new Programs.Result(
                        1,
                        NOTICE + "CLINFR0519  Configuration lock present. Can not execute this command."
                                + " To acquire the lock use the command 'lock database override'.\n",
                        BANNER));
    }

    @Test
    void an_overridden_lock_goes_with_its_channel() {
        group = EmbeddedGroup.start(settings(LoginShell.CLISH).withLockHeldBy("night_shift"));
        OpenSsh client = new OpenSsh(folder, group);

        assertThat(client.run("ssh", OpenSsh.there(), "lock database override").out())
                .isEqualTo(NOTICE);
        assertThat(client.run("ssh", OpenSsh.there(), "lock database override").out())
                .as("it went with the channel, and the next Clish took it when it started")
                .isEqualTo("CLICMD0201  Config lock is already turned on.\n");
    }

    @Test
    void an_override_of_the_own_lock_is_told_and_ends_with_1() {
        assertThat(clish().run("ssh", OpenSsh.there(), "lock database override"))
                .isEqualTo(new Programs.Result(1, "CLICMD0201  Config lock is already turned on.\n", BANNER));
    }

    @Test
    void bash_keeps_the_two_outputs_apart() {
        assertThat(expert().run("ssh", OpenSsh.there(), "hostname; ls /nowhere"))
                .isEqualTo(new Programs.Result(
                        2, "ketch-ch02-01\n", BANNER + "ls: cannot access /nowhere: No such file or directory\n"));
    }

    @Test
    void the_exit_status_of_bash_arrives() {
        assertThat(expert().run("ssh", OpenSsh.there(), "exit 3").status()).isEqualTo(3);
    }

    @Test
    void a_command_unknown_to_bash_ends_with_127() {
        assertThat(expert().run("ssh", OpenSsh.there(), "installer verify"))
                .isEqualTo(new Programs.Result(127, "", BANNER + "-bash: installer: command not found\n"));
    }

    @Test
    void with_a_terminal_lines_of_a_command_end_in_both_characters() {
        assertThat(clish().run("ssh", "-tt", OpenSsh.there(), "show hostname").out())
                .isEqualTo("ketch-ch02-01\r\n");
    }

    @Test
    void a_script_on_standard_input_is_read_to_its_end() {
        assertThat(clish().reading("show hostname\nset inactivity-timeout 720\nexit\n", "ssh", OpenSsh.there())
                        .out())
                .contains("ketch-ch02-01\n")
                .doesNotContain("CLINFR");
    }

    @Test
    void a_wrong_password_is_refused() {
        Programs.Result said = clish().withPassword("Embedded-2").run("ssh", OpenSsh.there(), "show hostname");

        assertThat(said.status()).isEqualTo(255);
        assertThat(said.err())
                .startsWith(BANNER)
                .endsWith("admin@127.0.0.1: Permission denied (password,keyboard-interactive).\n");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void another_user_is_refused() {
        assertThat(clish().run("ssh", "monitor@127.0.0.1", "show hostname").err())
                .endsWith("monitor@127.0.0.1: Permission denied (password,keyboard-interactive).\n");
    }

    @Test
    void a_host_key_that_changed_is_noticed() {
        OpenSsh client = clish();
        try (EmbeddedGroup other = EmbeddedGroup.start(settings(LoginShell.CLISH))) {
            client.write("known_hosts", "[127.0.0.1]:%d %s\n".formatted(group.port(), other.hostKey()));

            Programs.Result said = client.run("ssh", OpenSsh.there(), "show hostname");

            assertThat(said.status()).isEqualTo(255);
            assertThat(said.err())
                    .contains("REMOTE HOST IDENTIFICATION HAS CHANGED", group.hostKeyFingerprint())
                    .endsWith("Host key verification failed.\n");
        }
    }

    private OpenSsh clish() {
        return client(LoginShell.CLISH);
    }

    private OpenSsh expert() {
        return client(LoginShell.EXPERT);
    }

    private OpenSsh client(LoginShell shell) {
        group = EmbeddedGroup.start(settings(shell));
        return new OpenSsh(folder, group);
    }

    private static EmbeddedSettings settings(LoginShell shell) {
        return Desk.twoByTwo(StartingState.FRESH).withLoginShell(shell);
    }
}
