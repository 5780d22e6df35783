package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpertTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void package_is_stored() {
        desk = new Desk(Desk.twoByTwo(StartingState.PACKAGE_VERIFIED), root);
    }

    @Test
    void lines_are_joined_and_piped_as_in_bash() {
        assertThat(desk.expert("1_1", "false; echo $?; true && echo yes || echo no; echo '$?' \"a  b\""))
                .isEqualTo("1\nyes\n$? a  b\n");
        assertThat(desk.expert("1_1", "asg stat -i all_ids | grep -v 1_ | head -n 1 | wc -l"))
                .isEqualTo("1\n");
        assertThat(desk.expert("1_1", "cat /proc/stat | egrep 'ctxt|btime' | tail -1"))
                .startsWith("btime ");
        assertThat(desk.expert("1_1", "grep -c 'cpu\\|btime' /proc/stat")).isEqualTo("2\n");
        assertThat(desk.expert("1_1", "export A=x; echo $A; unset TMOUT; foo 2>/dev/null; echo $?"))
                .isEqualTo("x\n-bash: foo: command not found\n127\n");
    }

    @Test
    void files_are_looked_at() {
        String file = "/var/log/" + Desk.PACKAGE;

        assertThat(desk.expert("2_1", "ls " + file + "; stat -c %s " + file + "; wc -c " + file))
                .matches("(?s)" + file + "\n(\\d+)\n\\1 " + file + "\n");
        assertThat(desk.expert("2_1", "sha256sum " + file)).matches("[0-9a-f]{64}  " + file + "\n");
        assertThat(desk.expert("1_1", "ls " + file))
                .isEqualTo("ls: cannot access " + file + ": No such file or directory\n");
        assertThat(desk.expert(
                        "2_1",
                        "ls -d /etc/.wizard_accepted; ls /etc/.asg_auto_confirm; rm -f " + file + "; ls /var/log"))
                .isEqualTo("/etc/.wizard_accepted\n"
                        + "ls: cannot access /etc/.asg_auto_confirm: No such file or directory\n");
        assertThat(desk.expert("2_1", "df -h /var/log"))
                .contains("Use% Mounted on\n")
                .endsWith("/var/log\n");
        assertThat(desk.expert("2_1", "cat ../../../../../../etc/passwd")).contains("No such file");
    }

    @Test
    void interfaces_stand_one_a_line_with_their_flags() {
        assertThat(desk.expert("1_1", "ip -o link").lines())
                .hasSize(8)
                .allMatch(line -> line.matches("\\d: \\S+: <[A-Z_,]+> mtu \\d+ .* state \\S+ .*link/\\S+ .*"));
    }

    @Test
    void an_SGM_tells_its_synchronisation() {
        assertThat(desk.expert("1_2", "cphaprob syncstat"))
                .startsWith("\nDelta Sync Statistics\n\nSync status: OK\n\nDrops:\nLost updates....");
    }

    @Test
    void synchronisation_is_switched_off_and_on_by_hand() {
        desk.expert("1_2", "fw ctl setsync off");
        assertThat(desk.expert("1_2", "cphaprob syncstat")).contains("Sync status: Off - Manually disabled sync\n");

        desk.expert("1_2", "fw ctl setsync start");
        assertThat(desk.expert("1_2", "cphaprob syncstat")).contains("Sync status: OK\n");
    }

    @Test
    void every_SGM_has_the_policy_of_the_group() {
        assertThat(desk.expert("1_2", "asg policy verify -a -v").lines().filter(line -> line.contains("|Success |")))
                .hasSize(4)
                .extracting(line -> line.split("\\|")[4])
                .containsOnly(desk.expert("1_2", "asg policy verify")
                        .split("\\|1_01 +\\|")[1]
                        .split("\\|")[2]);
    }

    private int connections(String sgm) {
        return Integer.parseInt(
                desk.expert(sgm, "fw tab -t connections -s | tail -1").strip().split("\\s+")[3]);
    }

    @Test
    void the_sgms_of_a_chassis_share_the_connections() {
        assertThat(desk.expert("2_1", "fw tab -t connections -s"))
                .matches("HOST +NAME +ID #VALS #PEAK #SLINKS\nlocalhost +connections +8158 +\\d+ +\\d+ +\\d+\n");
        assertThat(connections("2_1") + connections("2_2")).isBetween(39_000, 44_000);
    }

    @Test
    void the_number_of_connections_moves_with_time() {
        int before = connections("2_1");
        desk.pass(Duration.ofMinutes(3));

        assertThat(connections("2_1")).isNotEqualTo(before).isBetween(19_000, 23_000);
    }

    @Test
    void an_sgm_that_does_not_carry_has_a_few_connections_of_its_own() {
        desk.chassis(1, "down");

        assertThat(connections("1_1")).isEqualTo(9);
    }

    @Test
    void the_machine_says_who_it_is_and_when_it_was_booted() {
        assertThat(desk.expert("2_2", "hostname; hostname -i; uptime -s; fw ver"))
                .isEqualTo("ketch-ch02-02\n192.0.2.18\n2031-02-06 10:13:46\n"
                        + "This is Check Point's software version R81.10 - Build 342\n");
        assertThat(desk.expert("2_2", "grep btime /proc/stat")).isEqualTo("btime 1928139226\n");
        assertThat(desk.expert("2_2", "date")).isEqualTo("Tue Mar  4 10:15:00 UTC 2031\n");
    }

    @Test
    void gexec_mixes_the_lines_of_the_members_behind_prefixes() {
        assertThat(desk.expert("2_1", "gexec -b 1_1,2_2 -c \"hostname; hostname -i\""))
                .isEqualTo("[1_01]ketch-ch01-01\n[2_02]ketch-ch02-02\n[1_01]192.0.2.1\n[2_02]192.0.2.18\n");
    }

    @Test
    void g_all_puts_equal_answers_below_one_heading() {
        assertThat(desk.expert("2_1", "g_all whoami")).isEqualTo("-*- 4 blades: 1_01 1_02 2_01 2_02 -*-\nadmin\n");
    }

    @Test
    void a_member_that_is_away_is_reported() {
        desk.group.reboot(desk.sgm("1_2"));

        assertThat(desk.expert("2_1", "gexec -a -c hostname"))
                .endsWith("Failed to connect to 1_02 (Connection timed out).\n");
    }

    @Test
    void setting_a_member_down_is_answered_as_captured() {
        assertThat(desk.expert("2_1", "g_clusterXL_admin -b 1_2 down", "y", "Ann Operator", "Change 17"))
                .isEqualTo("""
                        You are about to perform blade state change to down on blades: 1_02

                        This action will change members state



                        Are you sure? (Y - yes, any other key - no) y


                        Blade state change to down requires auditing

                        Enter your full name: Ann Operator
                        Enter reason for blade state change to down [Maintenance]: Change 17
                        WARNING: Blade state change to down on blades: 1_02, User: Ann Operator, Reason: Change 17



                        Members outputs:

                        -*- 1 blade: 1_02 -*-

                        This command does not survive reboot. To make the change permanent, please run 'set cluster member admin down/up permanent' in clish or add '-p' at the end of the command in expert mode

                        Setting member to administratively down state ...

                        Member current state is DOWN


                        """);
        desk.pass(Duration.ofSeconds(5));
        assertThat(desk.expert("2_1", "asg stat"))
                .contains("| 2                      DOWN (admin)                 ACTIVE ");
    }

    @Test
    void da_cli_lists_in_the_order_of_the_numbers() {
        assertThat(desk.expert(
                        "2_1",
                        "da_cli packages_info status=available_for_install | grep filename | head -n %d | tail -n 1"
                                .formatted(desk.number("2_1"))))
                .contains(Desk.PACKAGE);
    }
}
