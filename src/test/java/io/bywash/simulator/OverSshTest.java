package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.SecurityGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("counts the threads of the process")
class OverSshTest {
    private static final String EXPERT_2_1 = "[Expert@ketch-ch02-01:0]# ";
    private static SshClient client;
    private EmbeddedGroup group;

    @BeforeAll
    static void a_client() {
        client = Guest.client();
    }

    @AfterAll
    static void no_client() {
        client.stop();
    }

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void a_wrong_password_is_refused() {
        group = EmbeddedGroup.start(settings());

        assertThatThrownBy(() -> Guest.at(client, group, "Embedded-2")).isInstanceOf(SshException.class);
    }

    @Test
    void the_shells_nest_and_each_prompt_tells_the_member() throws IOException {
        group = EmbeddedGroup.start(settings().withLoginShell(LoginShell.CLISH));
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees("Warning: System diagnostics failed on the following tests: Core Dumps.\r\n");
            guest.sees("ketch-ch02-01> ");
            guest.types("expert\r").sees("Enter expert password:");
            assertThat(guest.types("wrong\r").sees("ketch-ch02-01> "))
                    .isEqualTo("\r\nWrong password\r\nketch-ch02-01> ");
            guest.types("expert\r").sees("Enter expert password:");
            assertThat(guest.types(EmbeddedGroup.EXPERT_PASSWORD + "\r").sees(EXPERT_2_1))
                    .isEqualTo("\r\n\r\n\r\nWarning! All configurations should be done through clish\r\n"
                            + "You are in expert mode now.\r\n\r\n"
                            + "\033]0;admin@ketch-ch02-01:~\007\033[?1034h" + EXPERT_2_1);
            guest.types("gclish\r").sees("CLINFR0771  Config lock is owned by admin.");
            guest.sees("[Global] ketch-ch02-01> ");
            guest.types("set smo image auto-clone state off\r").sees("CLINFR0519");
            guest.types("lock database override\r").sees("[Global] ketch-ch02-01> ");
            guest.types("set smo image auto-clone state off\r").sees("2_02:\r\nImage auto-clone state is off\r\n");
            guest.types("exit\r").sees(EXPERT_2_1);
            guest.types("exit\r").sees("ketch-ch02-01> ");
        }
    }

    @Test
    void a_hop_to_a_member_doubles_the_carriage_returns_and_is_left_with_exit() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees(EXPERT_2_1);
            assertThat(guest.types("m 1_02\r").sees("[Expert@ketch-ch01-02:0]# "))
                    .startsWith(
                            "m 1_02\r\nMoving to member 1_2\r\nThis system is for authorized use only.\r\nLast login: ")
                    .contains("\r\r\nWarning: System diagnostics");
            assertThat(guest.types("hostname -i\r").sees(":0]# ")).startsWith("hostname -i\r\n192.0.2.2\r\r\n");
            assertThat(guest.types("exit\r").sees(EXPERT_2_1))
                    .startsWith("exit\r\nlogout\r\nConnection to 192.0.2.2 closed.\r\n");
            assertThat(guest.types("hostname -i\r").sees(":0]# ")).startsWith("hostname -i\r\n192.0.2.17\r\n");
        }
    }

    @Test
    void a_member_that_reboots_ends_the_hop_to_it() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees(EXPERT_2_1);
            guest.types("member 1_1\r").sees("ch01-01:0]# ");

            group.group().reboot(group.group().sgms().iterator().next());

            assertThat(guest.sees(EXPERT_2_1)).contains("Connection to 192.0.2.1 closed.\r\n");
            guest.types("member 1_1\r").sees("ssh: connect to host 192.0.2.1 port 22: Connection timed out");
        }
    }

    @Test
    void the_smo_moves_and_cuts_the_connections_to_the_former_one() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees(EXPERT_2_1);
            guest.types("asg chassis_admin -c 2 down\ry\rAnn\r\r").sees("Chassis 2 is going DOWN...\r\n");

            assertThat(guest.isCutOff()).isTrue();
        }
        try (Guest guest = Guest.at(client, group)) {
            assertThat(guest.exec("hostname")).isEqualTo("ketch-ch01-01\n");
        }
    }

    @Test
    void nobody_answers_while_no_member_carries() {
        group = EmbeddedGroup.start(settings());
        group.group().sgms().forEach(sgm -> group.group().reboot(sgm));

        assertThatThrownBy(() -> Guest.at(client, group)).isInstanceOf(IOException.class);
    }

    @Test
    void a_single_command_has_no_echo_and_an_exit_status() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group)) {
            assertThat(guest.exec("ls /nowhere")).isEqualTo("ls: cannot access /nowhere: No such file or directory\n");
            assertThat(guest.exitStatus()).isEqualTo(2);
            assertThat(guest.exec("gclish -c \"installer verify 9\"")).contains("Package index doesn't exist");
            assertThat(guest.exitStatus()).isZero();
        }
    }

    @Test
    void a_clish_user_gives_single_commands_to_clish() throws IOException {
        group = EmbeddedGroup.start(settings().withLoginShell(LoginShell.CLISH));
        try (Guest guest = Guest.at(client, group)) {
            assertThat(guest.exec("show hostname")).isEqualTo("ketch-ch02-01\n");
            assertThat(guest.exec("hostname")).isEqualTo("CLINFR0329  Invalid command:'hostname'.\n");
        }
    }

    @Test
    void a_file_that_is_uploaded_is_found_on_the_smo_only() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group);
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(guest.session())) {
            try (OutputStream file = sftp.write("/var/log/note.txt")) {
                file.write("hotfix".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(guest.exec("cat /var/log/note.txt; gexec -b 2_2 -c \"ls /var/log/note.txt\""))
                    .isEqualTo("hotfix[2_02]ls: cannot access /var/log/note.txt: No such file or directory\n");
        }
    }

    @Test
    void editing_keys_work_as_on_a_terminal() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees(EXPERT_2_1);
            guest.types("garbage\025echo abx\177c\r").sees("\r\nabc\r\n");
            guest.sees(EXPERT_2_1);
            guest.types("half a line\003").sees("^C\r\n");
            guest.sees(EXPERT_2_1);
            guest.types("asg monitor\r").sees("System Status");
            guest.types("\003").sees(EXPERT_2_1);
            guest.types("\004").sees("logout\r\n");
        }
    }

    @Test
    void what_is_typed_ahead_is_echoed_at_once_and_read_later() throws IOException {
        group = EmbeddedGroup.start(settings());
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees(EXPERT_2_1);
            guest.types("sleep 120\r").sees("sleep 120\r\n");
            guest.types("echo ahead\r").sees("echo ahead\r\n");

            assertThat(guest.sees("\r\nahead\r\n")).endsWith(EXPERT_2_1 + "echo ahead\r\nahead\r\n");
        }
    }

    @Test
    void long_answers_of_clish_stop_at_each_page() throws IOException {
        group = EmbeddedGroup.start(settings().withLoginShell(LoginShell.CLISH));
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees("> ");
            guest.types("gclish\r").sees("[Global] ketch-ch02-01> ");
            guest.types("show installer packages\r").sees("-- More --");
            guest.types(" ").sees("2_02:");
            guest.sees("[Global] ketch-ch02-01> ");
            guest.types("show installer packages\r").sees("-- More --");
            assertThat(guest.types("q").sees("[Global] ketch-ch02-01> ")).doesNotContain("2_02:");
            guest.types("set clienv rows 0\r").sees("[Global] ketch-ch02-01> ");
            assertThat(guest.types("show installer packages\r").sees("[Global] ketch-ch02-01> "))
                    .contains("2_02:")
                    .doesNotContain("More");
        }
    }

    @Test
    void tab_prints_the_numbered_list_and_the_line_again() throws IOException {
        group = EmbeddedGroup.start(settings()
                .withLoginShell(LoginShell.CLISH)
                .withMode(GatewayMode.VSX)
                .withFrom(StartingState.CLONING_OFF));
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees("ketch-ch02-01:0> ");
            assertThat(guest.types("installer verify \t").sees("ketch-ch02-01:0> installer verify "))
                    .startsWith("installer verify \r\n** ****")
                    .contains(Desk.PACKAGE);
        }
    }

    @Test
    void tab_completes_a_word_of_clish() throws IOException {
        group = EmbeddedGroup.start(settings().withLoginShell(LoginShell.CLISH));
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees("ketch-ch02-01> ");
            assertThat(guest.types("show inst\t").sees("installer ")).isEqualTo("show installer ");
        }
    }

    @Test
    void an_install_on_the_hop_ends_with_the_hop_and_stands_in_the_ledger() throws IOException {
        group = EmbeddedGroup.start(
                settings().withFrom(StartingState.CLONING_OFF).withPace(2000));
        try (Guest guest = Guest.at(client, group).shell()) {
            guest.sees(EXPERT_2_1);
            guest.types("asg chassis_admin -c 1 down\ry\rAnn\r\r").sees("state is DOWN");
            guest.types("member 1_1\r").sees("ch01-01:0]# ");
            guest.types("gclish -c \"installer install %s member_ids 1_1-1_2\"\r".formatted(Desk.PACKAGE))
                    .sees("([y]es / [n]o)\r\r\n");
            guest.types("y\r").sees("any other key - no) ");
            guest.types("y\r").sees("any other key - no) ");
            guest.types("y\r").sees("Enter your full name: ");
            guest.types("Ann\r").sees("[Maintenance]: ");
            guest.types("Change 17\r").sees("Connection to 192.0.2.1 closed.\r\n");
            guest.sees(EXPERT_2_1);
        }
        assertThat(group.installed()
                        .get(group.group().sgmsOf(ChassisId.CHASSIS1).get(0).id()))
                .isPresent();
        assertThat(group.ledger().outages()).isEmpty();
        assertThat(group.ledger().commands())
                .anyMatch(command ->
                        command.shell().equals("gclish") && command.line().startsWith("installer install"));
    }

    @Test
    void twice_fourteen_sgms_need_no_thread_each() {
        EmbeddedSettings large = settings().withGroup(SecurityGroup.dual("ketch", 14, 14));
        Set<Thread> before = ours();

        group = EmbeddedGroup.start(large);

        Set<Thread> added = ours();
        added.removeAll(before);
        assertThat(added).hasSizeLessThan(10);
    }

    @Test
    void several_groups_run_side_by_side_and_end_their_threads() throws IOException, InterruptedException {
        Set<Thread> before = ours();
        group = EmbeddedGroup.start(settings());
        try (EmbeddedGroup other = EmbeddedGroup.start(settings().withGroup(SecurityGroup.dual("sloop", 1, 1)));
                Guest guest = Guest.at(client, other).shell();
                Guest there = Guest.at(client, group)) {
            guest.sees("[Expert@sloop-ch02-01:0]# ");
            assertThat(there.exec("hostname")).isEqualTo("ketch-ch02-01\n");
        }
        group.close();

        Set<Thread> left = ours();
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(2000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("embedded group"))
                .collect(Collectors.toSet());
    }

    private static EmbeddedSettings settings() {
        return Desk.twoByTwo(StartingState.FRESH)
                .withLoginShell(LoginShell.EXPERT)
                .withPace(600);
    }
}
