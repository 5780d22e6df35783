package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    private static final Prompt PROMPT = Prompt.read("harbour-ch01-01> ").orElseThrow();
    private static final String LOCKED = "CLINFR0519  Configuration lock present. Can not execute this command.";
    private static final String OWNED =
            "CLINFR0771  Config lock is owned by %s. Use the command 'lock database override' to acquire the lock.";

    private static Reply reply(String text) {
        return new Reply(Command.read(Shell.CLISH, "show hostname"), text, PROMPT, 0, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOCKED,
                "CLINFR0329  Invalid command:'show smoo'.",
                "NMSHST0001  Cannot be done.",
                "NMSHNM0679  Value is invalid.",
                "Bad parameter starting at smoo",
                "bash: asg: command not found",
                "-bash: asg: command not found",
                "-bash: /usr/sbin/asg: Permission denied",
                "bash: line 1: /usr/sbin/asg: No such file or directory",
                "sh: -c: syntax error near unexpected token `('",
            })
    void a_command_that_the_device_did_not_run_is_told_by_its_line(String line) {
        assertThat(Refusals.in(reply("something first\n" + line))).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat: /proc/stat: No such file or directory",
                "ls: cannot access /x: Permission denied",
                "CLICMD0201  Config lock is already turned on."
            })
    void what_a_command_says_itself_is_its_answer(String line) {
        assertThat(Refusals.in(reply(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NMSHNM0679  Package 2 is invalid", "NMSHNM0679  Package x_T7.tgz is invalid."})
    void that_a_member_does_not_have_a_package_is_an_answer(String line) {
        assertThat(Refusals.in(reply(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_03:\noff\n2_14:\n" + LOCKED,
                "-*- 1 blade: 1_03 -*-\noff\n-*- 2 blades: 2_13 2_14 -*-\n-bash: fw: command not found",
                "[1_03]off\n[2_14]-bash: fw: command not found",
            })
    void what_some_members_refuse_is_theirs(String screen) {
        assertThat(Refusals.in(screen)).isEmpty();
        assertThat(Refusals.ofOneMember(screen))
                .hasValueSatisfying(refused -> assertThat(refused.getMessage()).contains("2_14 did not answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_03:\n" + LOCKED + "\n2_14:\n" + LOCKED,
                "-*- 2 blades: 1_03 2_14 -*-\n" + LOCKED,
                "[1_03]" + LOCKED + "\n[2_14] " + LOCKED,
                LOCKED + "\n1_03:\noff",
            })
    void what_all_members_refuse_or_nobody_in_particular_is_the_command_s(String screen) {
        assertThat(Refusals.in(screen)).contains(LOCKED);
    }

    @Test
    void a_screen_without_a_refusal_is_no_member_s() {
        assertThat(Refusals.ofOneMember("1_03:\noff\n2_14:\non")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CLINFR0819  User: mary denied access via CLI", "1_03:\n[1_03] CLINFR0819  User: mary denied"})
    void only_a_user_who_is_not_let_in_is_asked_again(String screen) {
        assertThat(Refusals.passesIn(screen)).isTrue();
        assertThat(Refusals.passesIn(LOCKED + "\nsay CLINFR0819")).isFalse();
    }

    @Test
    void a_lock_is_found_wherever_it_is_told() {
        assertThat(Refusals.lockIn("1_03:\noff\n2_14:\n  " + LOCKED)).contains(LOCKED);
        assertThat(Refusals.lockIn("1_03:\noff")).isEmpty();
    }

    @Test
    void the_notice_of_a_lock_is_no_refusal() {
        assertThat(Refusals.in(reply(OWNED.formatted("admin") + "\nharbour"))).isEmpty();
    }

    @Test
    void only_the_lock_s_own_refusal_means_a_lock() {
        assertThat(Refusals.isLock(LOCKED)).isTrue();
        assertThat(Refusals.isLock("CLINFR0329  Invalid command:'lock'.")).isFalse();
    }

    @Test
    void the_owner_of_the_lock_is_read_with_a_full_stop_in_the_name() {
        assertThat(Refusals.lockOwner(OWNED.formatted("mary.anning"))).contains("mary.anning");
    }

    @Test
    void the_last_owner_that_the_screen_names_counts() {
        assertThat(Refusals.lockOwner(OWNED.formatted("admin") + "\n" + OWNED.formatted("mary")))
                .contains("mary");
    }

    @Test
    void a_screen_without_a_lock_names_no_owner() {
        assertThat(Refusals.lockOwner("harbour")).isEmpty();
    }
}
