package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "expert",
                "member 1_02",
                "asg stat -v",
                "asg stat -i all_ids",
                "asg stat vs all",
                "show installer package 3",
                "show installer package Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL.tgz",
                "readlink /var/log/upload/bywash.lease",
                "installer verify 3 member_ids all",
                "cpinfo -y all",
                "fw ver -k",
                "cphaprob stat",
                "grep btime /proc/stat",
                "ls -d /etc/.wizard_accepted /etc/.asg_auto_confirm",
                "stat -c %s /var/log/upload/x_T7.tgz",
                "sha256sum /var/log/upload/x_T7.tgz",
                "fw tab -t connections -s",
                "ip -o link",
                "g_all -a ip -o link",
                "cphaprob syncstat",
                "g_all -a cphaprob syncstat",
                "asg policy verify",
                "asg policy verify -a -v",
                "asg policy verify -vs all",
                "g_all -a fw tab -t connections -s",
                "g_all -a fw ver",
                "g_all -a cpinfo -y all",
                "g_all -a grep btime /proc/stat",
            })
    void a_line_that_only_shows_needs_no_permit(String line) {
        assertThat(Reads.isRead(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "EXPERT",
                "exit ",
                "exit; reboot",
                "member all",
                "member 1_2 reboot",
                "asg stat -v; reboot",
                "asg stat -v > /etc/hosts",
                "asg stat -v\nreboot",
                "asg stat -v\n",
                "asg stat $(reboot)",
                "asg stat -v touch x",
                "asg stat reboot",
                "asg stat \u2013v",
                "show installer packages | tee /etc/hosts",
                "installer verify 3 member_ids all 1_1",
                "installer install 3 member_ids 1_1",
                "installer install 3 member_ids all",
                "cat /etc/shadow",
                "cat /proc/kmsg",
                "cat /proc/stat /etc/shadow",
                "grep -r x /etc/hosts",
                "ls -d /etc/.wizard_accepted",
                "touch /etc/.asg_auto_confirm",
                "stat -c %s /etc/a /etc/b",
                "sha256sum -c /etc/a",
                "readlink -f /etc/a",
                "unlink /var/log/upload/bywash.lease",
                "lock database override",
                "set smo image auto-clone state off",
                "reboot",
                "fw tab -t connections -x",
                "fw tab -t connections -s -x -e 1,2",
                "fw tab -t connections -s -y",
                "fw tab -t other -s",
                "fw unloadlocal",
                "ip link",
                "ip -o link set eth1-01 down",
                "ip link set eth1-01 down",
                "ip -b /tmp/x",
                "g_all",
                "g_all -a",
                "g_all -a ",
                "g_all -a reboot",
                "g_all -a g_all -a fw ver",
                "g_all -a asg stat -v",
                "g_all -a exit",
                "g_all -b 1_1 fw ver",
                "g_all fw ver",
                "g_all -a  fw ver",
                "g_all -a fw ver; reboot",
                "g_all -a touch /etc/.asg_auto_confirm",
                "g_all -a ip link set eth1-01 down",
                "g_all -a fw tab -t connections -x",
                "cphaprob syncstat -reset",
                "g_all -a cphaprob stat",
                "g_all -a cphaprob syncstat -reset",
                "g_all -a asg policy verify",
                "asg policy",
                "asg policy install",
                "asg policy verify -vs 3",
                "asg policy verify; reboot",
                "gexec -a -c \"reboot\"",
            })
    void anything_else_is_no_read(String line) {
        assertThat(Reads.isRead(line)).isFalse();
    }

    @Test
    void nobody_can_make_a_command_that_is_neither_a_read_nor_permitted() {
        assertThatThrownBy(() -> new Command(
                        "reboot",
                        Shell.EXPERT,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        said -> false))
                .isInstanceOf(Forbidden.class)
                .hasMessage("'reboot' is never sent: it is no read that is known here, and it has no permit.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"installer uninstall ", "installer install 3 ", "installer agent ", "reboot"})
    void only_the_beginning_of_an_installation_is_typed_with_tab_behind_it(String beginning) {
        ScriptedTerminal terminal = ScriptedTerminal.saying("harbour-ch01-01> ");

        assertThatThrownBy(() -> terminal.session().continuations(Shell.CLISH, beginning))
                .isInstanceOf(Forbidden.class);
        assertThat(terminal.surprises()).isEmpty();
    }
}
