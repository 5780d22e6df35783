package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.SgmId;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.LoginRefused;
import org.junit.jupiter.api.Test;

/** What is typed on a serial console in each state that one meets, and what is not. */
class ConsoleLoginTest {
    private static final String ERASE = "\u0015";
    private static final String LOGIN = "\r\nharbour-ch01-02 login: ";
    private static final String CLISH = "harbour-ch01-02> ";
    private static final String EXPERT = "[Expert@harbour-ch01-02:0]# ";

    /** A line at rest at its log-in, woken. */
    private static ScriptedTerminal asleep() {
        return ScriptedTerminal.saying("").keys(ERASE, "").keys("\n", LOGIN);
    }

    private static ScriptedTerminal loggingIn(ScriptedTerminal terminal) {
        return terminal.keys("admin\n", "admin\r\nPassword: ")
                .keys("login-secret\n", "\r\nLast login: Thu Nov 26 on ttyS0\r\n" + CLISH);
    }

    private static void assertLogsIn(ScriptedTerminal terminal) {
        GaiaSession session = terminal.console();

        assertThat(terminal.surprises()).isEmpty();
        assertThat(terminal.finished()).isTrue();
        assertThat(session.here().member()).contains(SgmId.parse("1_2"));
    }

    @Test
    void a_line_that_sleeps_is_woken_with_one_enter() {
        assertLogsIn(loggingIn(asleep()));
    }

    @Test
    void a_line_that_shows_its_log_in_is_logged_in_to() {
        assertLogsIn(loggingIn(ScriptedTerminal.saying(LOGIN).keys(ERASE, "").keys("\n", LOGIN)));
    }

    @Test
    void a_password_question_that_somebody_left_is_declined_with_an_empty_answer() {
        assertLogsIn(
                loggingIn(ScriptedTerminal.saying("").keys(ERASE, "").keys("\n", "\r\nLogin incorrect\r\n" + LOGIN)));
    }

    @Test
    void an_expert_shell_that_somebody_left_is_left_with_all_shells_around_it() {
        assertLogsIn(loggingIn(ScriptedTerminal.saying("")
                .keys(ERASE, "")
                .keys("\n", "\r\n" + EXPERT)
                .line("exit", "exit\r\n" + CLISH)
                .line("exit", LOGIN)));
    }

    @Test
    void gclish_of_another_member_in_another_vs_is_left() {
        assertLogsIn(loggingIn(ScriptedTerminal.saying("")
                .keys(ERASE, "")
                .keys("\n", "\r\n[Global] harbour-ch02-01:3> ")
                .line("exit", "[Expert@harbour-ch02-01:3]# ")
                .line("exit", LOGIN)));
    }

    @Test
    void another_shell_at_rest_is_left() {
        assertLogsIn(loggingIn(ScriptedTerminal.saying("")
                .keys(ERASE, "")
                .keys("\n", "\r\nbash-4.2# ")
                .line("exit", LOGIN)));
    }

    @Test
    void a_pager_is_ended_and_the_shell_below_it_left() {
        assertLogsIn(loggingIn(
                ScriptedTerminal.saying("-- More --").keys("q", "\r\n" + CLISH).line("exit", LOGIN)));
    }

    @Test
    void boot_messages_are_waited_out_without_a_key_until_the_log_in() {
        assertLogsIn(loggingIn(ScriptedTerminal.saying(
                        "[    0.000000] Linux version 3.10.0\r\n[    1.215532] sda: sda1 sda2\r\n" + LOGIN)
                .keys(ERASE, "")
                .keys("\n", LOGIN)));
    }

    @Test
    void a_boot_that_does_not_end_is_left_alone() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("[    0.000000] Linux version 3.10.0\r\n");

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("The console 'scripted' is not at rest")
                .hasMessageContaining("Wait until the member has booted");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_line_that_goes_on_talking_is_left_alone() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying("").repeating("martian source 192.0.2.1 from 192.0.2.7\r\n");

        assertThatThrownBy(terminal::console).hasMessageContaining("is not at rest");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void an_echo_that_comes_in_pieces_is_no_screen_yet() {
        assertLogsIn(loggingIn(ScriptedTerminal.saying("")
                .keys(ERASE, "")
                .keys("\n", "\r\n" + CLISH)
                .keys("exit\n", "e")
                .pausing(8, "xit\r\n" + LOGIN)));
    }

    @Test
    void an_answer_that_begins_late_is_waited_for_as_long_as_a_command_may_be_silent() {
        assertLogsIn(loggingIn(
                ScriptedTerminal.saying("").keys(ERASE, "").keys("\n", "").pausing(25, LOGIN)));
    }

    @Test
    void a_silent_line_is_told_with_what_to_look_at() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("").keys(ERASE, "").keys("\n", "");

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("is silent: Ctrl-U and Enter brought nothing")
                .hasMessageContaining("the cable and the speed of the line")
                .hasMessageContaining("take this SGM out of 'consoles'");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_half_typed_line_is_never_sent() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("").keys(ERASE, "\b \b\b \b\b \b\b \b\b \b\b \b");

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("had a line on it that somebody has half typed");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_half_typed_line_that_readline_takes_away_in_one_go_is_never_sent() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("").keys(ERASE, "\r\u001b[28C\u001b[K");

        assertThatThrownBy(terminal::console).hasMessageContaining("half typed");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_half_typed_line_in_sight_gets_no_key_at_all() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT + "reboo");

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("its last line is \"[Expert@harbour-ch01-02:0]# reboo\"");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_question_is_not_answered() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("")
                .keys(ERASE, "")
                .keys("\n", "\r\nAre you sure? (Y - yes, any other key - no) ");

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("is in the middle of something; its last line is \"Are you sure?");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_line_that_is_to_be_continued_is_not_left_with_exit() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("").keys(ERASE, "").keys("\n", "\r\n> ");

        assertThatThrownBy(terminal::console).hasMessageContaining("in the middle of something");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_shell_with_programs_in_the_background_is_not_left_a_second_time() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("")
                .keys(ERASE, "")
                .keys("\n", "\r\n" + EXPERT)
                .line("exit", "exit\r\nThere are stopped jobs.\r\n" + EXPERT);

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("programs run there in the background");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_password_is_typed_at_nothing_but_the_question_right_behind_the_user() {
        ScriptedTerminal terminal = asleep().keys("admin\n", "admin\r\nYour terminal type is unknown.\r\nPassword: ");

        assertThatThrownBy(terminal::console)
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("No password was typed");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_password_is_not_typed_in_another_shell_than_the_log_in() {
        ScriptedTerminal terminal = asleep().keys("admin\n", "admin\r\n" + LOGIN);

        assertThatThrownBy(terminal::console).hasMessageContaining("No password was typed");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void two_refused_log_ins_are_the_last() {
        String refused = "\r\nLogin incorrect\r\n" + LOGIN;
        ScriptedTerminal terminal = asleep().keys("admin\n", "admin\r\nPassword: ")
                .keys("login-secret\n", refused)
                .keys("admin\n", "admin\r\nPassword: ")
                .keys("login-secret\n", refused);

        assertThatThrownBy(terminal::console)
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("refused user admin and the password 2 times");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_command_that_the_reboot_of_its_member_cuts_off_is_unanswered() {
        ScriptedTerminal terminal =
                loggingIn(asleep()).line("show version all", "\r\nThe system is going down for reboot NOW!\r\n");
        GaiaSession session = terminal.console();

        assertThatThrownBy(() -> session.run(Command.read(Shell.CLISH, "show version all")))
                .isInstanceOf(Unanswered.class)
                .isInstanceOf(ConnectionLost.class);
        assertThat(session.isOver()).isTrue();
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void after_the_reboot_it_is_logged_in_once_more_on_the_same_line() {
        ScriptedTerminal terminal = loggingIn(loggingIn(asleep())
                .line("show version all", "\r\nRestarting system.\r\n[    0.000000] Linux\r\n" + LOGIN)
                .keys(ERASE, "")
                .keys("\n", LOGIN));
        GaiaSession session = terminal.console();
        assertThatThrownBy(() -> session.run(Command.read(Shell.CLISH, "show version all")))
                .isInstanceOf(Unanswered.class);

        GaiaSession again = session.logInAgain(java.time.Duration.ofMillis(300));

        assertThat(again.here().member()).contains(SgmId.parse("1_2"));
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void after_use_nobody_finds_an_open_shell() {
        ScriptedTerminal terminal = loggingIn(asleep())
                .line("expert", "Enter expert password:")
                .keys("expert-secret\n", "\r\n" + EXPERT)
                .line("exit", "exit\r\n" + CLISH)
                .line("exit", LOGIN);
        GaiaSession session = terminal.console();
        session.reach(Shell.EXPERT);

        session.logOut();

        assertThat(terminal.surprises()).isEmpty();
        assertThat(terminal.finished()).isTrue();
    }

    @Test
    void a_message_where_the_log_in_stood_after_a_boot_keeps_nobody_out_for_ever() {
        ScriptedTerminal terminal = loggingIn(ScriptedTerminal.saying(
                        "[    0.000000] Linux version 3.10.0\r\n" + LOGIN + "[   92.100000] bond0: link up\r\n")
                .keys(ERASE, "")
                .keys("\n", LOGIN));

        GaiaSession session = terminal.console(java.time.Duration.ofMinutes(5));

        assertThat(session.here().member()).contains(SgmId.parse("1_2"));
    }

    @Test
    void nothing_is_typed_at_the_log_out_while_a_question_stands_open() {
        ScriptedTerminal terminal = loggingIn(asleep())
                .line("show version all", "Rebuild it now? [y/n] ")
                .keys("\u0003", "");
        GaiaSession session = terminal.console();
        assertThatThrownBy(() -> session.run(Command.read(Shell.CLISH, "show version all")))
                .isInstanceOf(StuckCommand.class);

        assertThatThrownBy(session::logOut).isInstanceOf(ConsoleUnusable.class);
        assertThat(terminal.surprises()).isEmpty();
    }
}
