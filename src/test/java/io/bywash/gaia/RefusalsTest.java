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
