package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.LoginRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaiaSessionTest {
    @Test
    void the_configuration_lock_is_given_up_before_another_shell_is_opened_above_clish() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("harbour-ch01-01> ")
                .line("unlock database", "harbour-ch01-01> ")
                .line("gclish", "[Global] harbour-ch01-01> ");

        terminal.session().reach(Shell.GCLISH);

        assertThat(terminal.finished()).isTrue();
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void whatever_the_device_says_to_the_lock_that_is_given_up_nothing_rests_on_it() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("harbour-ch01-01> ")
                .line("unlock database", "CLINFR0329  Invalid command:'unlock database'.\r\nharbour-ch01-01> ")
                .line("gclish", "[Global] harbour-ch01-01> ");

        terminal.session().reach(Shell.GCLISH);

        assertThat(terminal.finished()).isTrue();
    }

    private static final String CLISH = "harbour-ch02-01> ";
    private static final String EXPERT =
            "\u001b]0;admin@harbour-ch02-01:~\u0007\u001b[?1034h[Expert@harbour-ch02-01:0]# ";
    private static final String EXPERT_WELCOME =
            "\r\n\r\nWarning! All configurations should be done through clish\r\nYou are in expert mode now.\r\n\r\n"
                    + EXPERT;

    private static Permit cloningOff() {
        return new Permits(
                        Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state off", () -> {});
    }

    @Test
    void a_command_s_reply_is_what_stands_between_its_echo_and_the_next_prompt() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("This system is for authorized use only.\r\n" + CLISH)
                .line("show version all", "OS build 512\r\n\r\n" + CLISH);

        Reply reply = terminal.session().run(Command.read(Shell.CLISH, "show version all"));

        assertThat(reply.lines()).containsExactly("OS build 512");
    }

    @Test
    void the_expert_mode_is_reached_with_its_password_which_is_not_kept() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("expert", "Enter expert password:")
                .keys("expert-secret\n", EXPERT_WELCOME);
        GaiaSession session = terminal.session();

        session.reach(Shell.EXPERT);

        assertThat(session.here().shell()).isEqualTo(Shell.EXPERT);
        assertThat(session.here().member()).contains(SgmId.parse("2_1"));
    }

    @Test
    void a_clish_that_counts_its_commands_counts_the_line_that_gives_the_lock_up_too() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("harbour-ch02-01:1> ")
                .line("unlock database", "harbour-ch02-01:2> ")
                .line("expert", "Enter expert password:")
                .keys("expert-secret\n", EXPERT_WELCOME);

        terminal.session().reach(Shell.EXPERT);

        assertThat(terminal.finished()).isTrue();
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void some_gateways_ask_for_the_current_expert_password() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("expert", "Enter current expert password:")
                .keys("expert-secret\n", EXPERT_WELCOME);
        GaiaSession session = terminal.session();

        session.reach(Shell.EXPERT);

        assertThat(session.here().shell()).isEqualTo(Shell.EXPERT);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_swallowed_line_end_behind_the_password_is_sent_once_more_alone() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("expert", "Enter expert password:")
                .keys("expert-secret\n", "")
                .keys("\n", EXPERT_WELCOME);
        GaiaSession session = terminal.session();

        session.reach(Shell.EXPERT);

        assertThat(session.here().shell()).isEqualTo(Shell.EXPERT);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_wrong_expert_password_is_told_and_not_tried_again() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("expert", "Enter expert password:")
                .keys("expert-secret\n", "\r\nWrong password\r\n" + CLISH);
        GaiaSession session = terminal.session();

        assertThatThrownBy(() -> session.reach(Shell.EXPERT))
                .isInstanceOf(LoginRefused.class)
                .hasMessageStartingWith("harbour-ch02-01 refused the Expert password.");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_hop_to_another_member_is_proven_by_its_prompt_and_ends_where_it_began() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line(
                        "member 1_2",
                        "Moving to member 1_2\r\nThis system is for authorized use only.\r\r\nharbour-ch01-02> ")
                .line("exit", "logout\r\r\nConnection to 192.0.2.2 closed.\r\r\n" + EXPERT);
        GaiaSession session = terminal.session();

        session.goTo(SgmId.parse("1_2"));
        assertThat(session.here().memberTold()).isEqualTo("1_02");
        session.comeBack();

        assertThat(session.here().memberTold()).isEqualTo("2_01");
    }

    @Test
    void a_member_that_does_not_let_us_in_is_named() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line(
                        "member 1_2",
                        "Moving to member 1_2\r\nssh: connect to host 192.0.2.2: No route to host\r\n" + EXPERT);
        GaiaSession session = terminal.session();

        assertThatThrownBy(() -> session.goTo(SgmId.parse("1_2")))
                .isInstanceOf(SgmSilent.class)
                .hasMessageContaining("SGM 1_02 does not answer")
                .hasMessageContaining("No route to host");
    }

    @Test
    void an_unknown_question_is_not_answered_and_the_command_is_broken_off() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("set smo image auto-clone state off", "The database is old. Rebuild it now? [y/n] ")
                .keys("\u0003", "^C\r\n" + EXPERT);
        GaiaSession session = terminal.patient();

        assertThatThrownBy(() -> session.run(Command.act(Shell.EXPERT, cloningOff())))
                .isInstanceOf(UnknownQuestion.class)
                .hasMessageContaining("\"The database is old. Rebuild it now? [y/n]\"")
                .hasMessageContaining("was not answered");
        assertThat(terminal.surprises()).isEmpty();
        assertThat(terminal.finished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"| 1  (local)", "Unit:", "Rebuild it now? [y/n] ", "1_02:", "north-gate> "})
    void a_read_that_stops_in_its_midst_asks_nothing_whatever_it_stops_behind(String last) {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("asg stat -v", "| Chassis 1    STANDBY |\r\n" + last)
                .keys("\u0003", "");
        GaiaSession session = terminal.session();

        assertThatThrownBy(() -> session.run(Command.read(Shell.EXPERT, "asg stat -v")))
                .isInstanceOf(ConnectionLost.class)
                .hasMessageContaining("its last line was: \"%s\"".formatted(last.strip()));
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void a_read_that_stops_in_its_midst_and_goes_on_is_read_whole() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("asg stat -v", "| 1  (local)")
                .pausing(30, "  UP |\r\n" + EXPERT);

        Reply reply = terminal.patient().run(Command.read(Shell.EXPERT, "asg stat -v"));

        assertThat(reply.lines()).containsExactly("| 1  (local)  UP |");
    }

    @Test
    void the_beginning_of_a_known_question_is_waited_for() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("set smo image auto-clone state off", "Type of change? (Y - yes,")
                .pausing(30, " N - no) ")
                .keys("y\n", "done\r\n" + EXPERT);
        Command command = Command.act(Shell.EXPERT, cloningOff())
                .asking(List.of(Question.saying("type", "Type of change? (Y - yes, N - no)", "y")));

        assertThat(terminal.patient().run(command).asked()).isEqualTo(1);
    }

    @Test
    void an_act_at_work_that_stops_in_a_row_of_its_table_is_not_broken_off() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("set smo image auto-clone state off", "| 1_01 | Installing: 40% (2 of 5)")
                .pausing(30, " |\r\n" + EXPERT);

        terminal.patient().run(Command.act(Shell.EXPERT, cloningOff()).goingOnByItself());

        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void time_that_went_by_before_a_command_was_typed_is_no_silence_of_the_device() {
        ScriptedTime time = new ScriptedTime();
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .keys("asg stat -v\n", "")
                .pausing(3, "asg stat -v\r\n| UP |\r\n" + EXPERT);
        GaiaSession session = terminal.session(time, AnswerSize.USUAL);
        time.passes(Duration.ofMinutes(5));

        assertThat(session.run(Command.read(Shell.EXPERT, "asg stat -v")).lines())
                .containsExactly("| UP |");
    }

    @Test
    void an_answer_without_an_end_is_broken_off_and_kept_with_its_head_and_its_tail() {
        ScriptedTime time = new ScriptedTime();
        History history = time.history();
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("asg stat -v", "the first line\r\n")
                .repeating("x".repeat(98) + "\r\n");
        GaiaSession session = terminal.session(time, new AnswerSize(50_000, 9000));

        assertThatThrownBy(() -> session.run(Command.read(Shell.EXPERT, "asg stat -v")))
                .isInstanceOf(AnswerTooLong.class)
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("'asg stat -v' at [Expert@harbour-ch02-01:0]# said more than is taken in")
                .hasMessageContaining("given up after 50,029 bytes in 502 lines")
                .hasMessageContaining("at most 50,000 bytes in 9,000 lines");
        assertThat(terminal.surprises()).containsExactly("\u0003");
        assertThat(session.isOver()).isTrue();
        Fact.Exchanged kept =
                (Fact.Exchanged) history.facts().get(history.facts().size() - 1);
        assertThat(kept.screen())
                .hasSizeLessThan(9000)
                .startsWith("asg stat -v\nthe first line\n")
                .contains("the answer was given up after 50,029 bytes in 502 lines")
                .endsWith("x\n");
    }

    @Test
    void so_is_one_of_too_many_lines() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying(EXPERT).line("asg stat -v", "").repeating("x\r\n");
        GaiaSession session = terminal.session(new ScriptedTime(), new AnswerSize(50_000, 900));

        assertThatThrownBy(() -> session.run(Command.read(Shell.EXPERT, "asg stat -v")))
                .isInstanceOf(AnswerTooLong.class)
                .hasMessageContaining("in 901 lines");
    }

    @Test
    void what_goes_on_by_itself_is_left_without_a_key_when_it_says_too_much() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("set smo image auto-clone state off", "")
                .repeating("x".repeat(98) + "\r\n");
        GaiaSession session = terminal.session(new ScriptedTime(), new AnswerSize(50_000, 9000));

        assertThatThrownBy(
                        () -> session.run(Command.act(Shell.CLISH, cloningOff()).goingOnByItself()))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("the device goes on by itself");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_device_that_never_stops_talking_before_a_command_is_given_up_too() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT);
        GaiaSession session = terminal.session(new ScriptedTime(), new AnswerSize(50_000, 9000));
        terminal.repeating("x".repeat(98) + "\r\n");

        assertThatThrownBy(() -> session.run(Command.read(Shell.EXPERT, "asg stat -v")))
                .isInstanceOf(AnswerTooLong.class);
    }

    @Test
    void a_known_question_with_an_unknown_sentence_before_it_is_not_answered() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("set smo image auto-clone state off", "All connections will be dropped.\r\nAre you sure? (Y/N) ")
                .keys("\u0003", "^C\r\n" + EXPERT);
        GaiaSession session = terminal.session();
        Command command = Command.act(Shell.EXPERT, cloningOff())
                .asking(List.of(Question.saying("sure", "Are you sure? (Y/N)", "y")));

        assertThatThrownBy(() -> session.run(command)).isInstanceOf(UnknownQuestion.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_refusal_of_clish_is_told_with_its_own_words() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying(CLISH).line("show smo", "CLINFR0349  Incomplete command.\r\n" + CLISH);

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.CLISH, "show smo")))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("'show smo' at the prompt harbour-ch02-01>: CLINFR0349  Incomplete command.");
    }

    private static final String DENIED =
            "CLINFR0819  User: mary denied access via CLI\r\nERROR: Could not get Security Group from db\r\n";

    @Test
    void a_read_that_nobody_is_let_in_for_is_asked_again_until_it_is_answered() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("show hostname", DENIED + CLISH)
                .line("show hostname", DENIED + CLISH)
                .line("show hostname", "harbour\r\n" + CLISH);

        assertThat(terminal.session()
                        .run(Command.read(Shell.CLISH, "show hostname"))
                        .lines())
                .containsExactly("harbour");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_read_that_nobody_is_let_in_for_at_all_is_explained_by_rights_or_the_agent_and_not_by_our_wording() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH);
        for (int times = 0; times < 400; times++) {
            terminal.line("show hostname", DENIED + CLISH);
        }

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.CLISH, "show hostname")))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("CLINFR0819  User: mary denied access via CLI")
                .hasMessageContaining("after the CPUSE Agent was at work")
                .hasMessageContaining("this user has no right to it")
                .hasMessageNotContaining("dialect");
    }

    @Test
    void an_act_that_was_denied_is_not_sent_again() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying(CLISH).line("set smo image auto-clone state off", DENIED + CLISH);

        assertThatThrownBy(() -> terminal.session().run(Command.act(Shell.CLISH, cloningOff())))
                .isInstanceOf(CommandRefused.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_read_is_asked_again_when_one_member_alone_lets_nobody_in() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("show hostname", "1_01:\r\nharbour\r\n2_01:\r\n" + DENIED + CLISH)
                .line("show hostname", "1_01:\r\nharbour\r\n2_01:\r\nharbour\r\n" + CLISH);

        assertThat(MemberBlocks.read(terminal.session()
                        .run(Command.read(Shell.CLISH, "show hostname"))
                        .text()))
                .hasSize(2);
    }

    @Test
    void what_one_member_refuses_of_a_read_is_not_the_command_s_refusal() {
        String said = "1_01:\r\nharbour\r\n2_01:\r\nNMSHNM0679  Value is invalid\r\n";
        Reply reply = ScriptedTerminal.saying(CLISH)
                .line("show hostname", said + CLISH)
                .session()
                .run(Command.read(Shell.CLISH, "show hostname"));

        assertThatThrownBy(() -> MemberBlocks.read(reply.text()))
                .isInstanceOf(MemberRefused.class)
                .hasMessageStartingWith(
                        "2_01 did not answer, it says \"NMSHNM0679  Value is invalid\"; the other SGMs answered.");
        assertThat(MemberBlocks.of(java.util.Optional.of(SgmId.parse("1_1")), reply.text()))
                .containsExactly("harbour");
    }

    @Test
    void what_every_member_refuses_is_the_command_s_refusal() {
        String said = "1_01:\r\nCLINFR0329  Invalid command:'x'.\r\n2_01:\r\nCLINFR0329  Invalid command:'x'.\r\n";

        assertThatThrownBy(() -> ScriptedTerminal.saying(CLISH)
                        .line("show hostname", said + CLISH)
                        .session()
                        .run(Command.read(Shell.CLISH, "show hostname")))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("Compare the command with the release of the device");
    }

    @Test
    void an_act_that_one_member_refuses_is_told_of_that_member() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line(
                        "set smo image auto-clone state off",
                        "1_01:\r\nImage auto-clone state is off\r\n2_01:\r\nNMSHST0001  Cannot be done.\r\n" + CLISH);

        assertThatThrownBy(() -> terminal.session().run(Command.act(Shell.CLISH, cloningOff())))
                .isInstanceOf(MemberRefused.class)
                .hasMessageContaining("2_01 did not answer");
    }

    @Test
    void a_lock_on_one_member_is_taken_over_for_an_act() {
        String line = "set smo image auto-clone state off";
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line(
                        line,
                        "1_01:\r\ndone\r\n2_01:\r\nCLINFR0519  Configuration lock present. Can not execute this command.\r\n"
                                + CLISH)
                .line("lock database override", CLISH)
                .line(line, "1_01:\r\ndone\r\n2_01:\r\ndone\r\n" + CLISH);

        assertThat(terminal.session()
                        .run(Command.act(Shell.CLISH, cloningOff()))
                        .lines())
                .containsExactly("1_01:", "done", "2_01:", "done");
    }

    @Test
    void one_that_goes_on_by_itself_is_left_without_a_key_once_enough_was_said() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("set smo image auto-clone state off", "working\r\nit is off\r\n")
                .repeating("going on\r\n");
        Command command =
                Command.act(Shell.CLISH, cloningOff()).goingOnByItself().until(said -> said.contains("it is off"));
        GaiaSession session = terminal.session();

        assertThatThrownBy(() -> session.run(command))
                .isInstanceOfSatisfying(
                        Unanswered.class, left -> assertThat(left.said()).contains("it is off"));
        assertThat(session.isOver()).isTrue();
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_configuration_lock_is_taken_over_once_for_an_act() {
        String locked =
                "CLINFR0519  Configuration lock present. Can not execute this command. To acquire the lock use the command 'lock database override'.\r\n";
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("set smo image auto-clone state off", locked + CLISH)
                .line("lock database override", CLISH)
                .line("set smo image auto-clone state off", "done\r\n" + CLISH);

        Reply reply = terminal.session().run(Command.act(Shell.CLISH, cloningOff()));

        assertThat(reply.lines()).containsExactly("done");
    }

    @Test
    void a_configuration_lock_is_taken_over_at_most_once_a_part_of_the_procedure() {
        String locked = "CLINFR0519  Configuration lock present. Can not execute this command.\r\n";
        String line = "set smo image auto-clone state off";
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line(line, locked + CLISH)
                .line("lock database override", CLISH)
                .line(line, "success\r\n" + CLISH)
                .line(line, locked + CLISH);
        Permits permits = new Permits(
                Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()));
        GaiaSession session = terminal.session();
        session.run(Command.act(Shell.CLISH, permits.forGroup("2.D", Phrase.CLONING_OFF, line, () -> {})));

        assertThatThrownBy(() -> session.run(
                        Command.act(Shell.CLISH, permits.forGroup("2.D", Phrase.CLONING_OFF, line, () -> {}))))
                .isInstanceOf(CommandRefused.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_line_that_is_no_read_cannot_be_sent_as_one() {
        assertThatThrownBy(() -> Command.read(Shell.EXPERT, "reboot")).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_act_whose_invariant_does_not_hold_never_reaches_the_line() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH);
        Permit permit = new Permits(
                        Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), new History(Clock.systemUTC()))
                .forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state off", () -> {
                    throw new Refused("chassis2 does not carry");
                });

        assertThatThrownBy(() -> terminal.session().run(Command.act(Shell.CLISH, permit)))
                .hasMessage("chassis2 does not carry");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_configuration_lock_is_never_taken_over_for_a_read() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line(
                        "show hostname",
                        "CLINFR0519  Configuration lock present. Can not execute this command.\r\n" + CLISH);

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.CLISH, "show hostname")))
                .isInstanceOf(CommandRefused.class);
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_line_that_dies_leaves_the_command_unanswered_with_what_was_said() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT).lineThenDeath("asg stat -v", "| Chassis 1\r\n");

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.EXPERT, "asg stat -v")))
                .isInstanceOfSatisfying(
                        Unanswered.class, e -> assertThat(e.said()).isEqualTo("| Chassis 1\n"));
    }

    @Test
    void a_member_that_dies_under_a_command_gives_the_prompt_of_the_member_before() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(EXPERT)
                .line("member 1_2", "Moving to member 1_2\r\nharbour-ch01-02> ")
                .line("show uptime", "Connection to 192.0.2.2 closed by remote host.\r\n" + EXPERT);
        GaiaSession session = terminal.session();
        session.goTo(SgmId.parse("1_2"));

        session.run(Command.read(Shell.CLISH, "show uptime"));

        assertThat(session.here().memberTold()).isEqualTo("2_01");
    }

    @Test
    void the_pager_is_turned_and_leaves_no_trace() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("show routes", "one\r\n-- More --")
                .keys(" ", "\r          \rtwo\r\n" + CLISH);

        assertThat(terminal.session()
                        .run(Command.read(Shell.CLISH, "show routes"))
                        .lines())
                .containsExactly("one", "two");
    }

    @Test
    void a_page_that_is_slow_to_turn_is_not_turned_twice() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("show routes", "one\r\n-- More --")
                .keys(" ", "");

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.CLISH, "show routes")))
                .isInstanceOf(Unanswered.class);
        assertThat(terminal.surprises()).doesNotContain(" ");
    }

    @Test
    void a_table_that_is_drawn_again_and_again_says_nothing_new() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying(CLISH).line("show routes", "").repeating("| 1_01 | Installing: 40% |\r\n");

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.CLISH, "show routes")))
                .hasMessageContaining("said nothing new for 300 ms");
    }

    @Test
    void nor_does_one_under_a_clock_that_moves() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("show routes", "")
                .repeatingUnderAClock("| 1_01 | Installing: 40% |\r\n");
        long began = System.nanoTime();

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.CLISH, "show routes")))
                .hasMessageContaining("said nothing new for 300 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("less than what an endless command is given: six limits")
                .isLessThan(Duration.ofMillis(1800));
    }

    @Test
    void what_goes_on_by_itself_is_left_without_a_key_when_nothing_new_is_said() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH)
                .line("set smo image auto-clone state off", "")
                .repeating("| 1_01 | Installing: 40% |\r\n");

        assertThatThrownBy(() -> terminal.session()
                        .run(Command.act(Shell.CLISH, cloningOff()).goingOnByItself()))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("the device goes on by itself");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void nothing_is_sent_in_another_vs_than_vs0() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("[Expert@harbour-ch02-01:3]# ");

        assertThatThrownBy(() -> terminal.session().run(Command.read(Shell.EXPERT, "asg stat -v")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is in VS3");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_number_that_grows_with_each_command_is_no_vs() {
        String line = "set smo image auto-clone state off";
        ScriptedTerminal terminal = ScriptedTerminal.saying("harbour-ch02-01:1> ")
                .line("show hostname", "harbour\r\nharbour-ch02-01:2> ")
                .line(line, "done\r\nharbour-ch02-01:3> ");
        GaiaSession session = terminal.patient();

        session.run(Command.read(Shell.CLISH, "show hostname"));

        assertThat(session.run(Command.act(Shell.CLISH, cloningOff())).lines()).containsExactly("done");
        assertThat(session.here().text()).isEqualTo("harbour-ch02-01:3>");
    }

    @Test
    void a_number_that_does_not_grow_is_a_vs_in_which_no_act_is_sent() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying("harbour-ch02-01:3> ").line("show hostname", "harbour\r\nharbour-ch02-01:3> ");
        GaiaSession session = terminal.patient();
        session.run(Command.read(Shell.CLISH, "show hostname"));

        assertThatThrownBy(() -> session.run(Command.act(Shell.CLISH, cloningOff())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is in VS3");
    }

    @Test
    void in_vsx_mode_nothing_is_sent_at_a_prompt_that_names_no_vs() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(CLISH);

        assertThatThrownBy(() -> terminal.session(GatewayMode.VSX).run(Command.read(Shell.CLISH, "show time")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not say in which VS it is");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void the_continuations_of_a_beginning_are_listed_without_sending_it() {
        String prompt = "[Global] harbour-ch01-01 > ";
        ScriptedTerminal terminal = ScriptedTerminal.saying(prompt)
                .keys(
                        "installer install \t",
                        "installer install \r\nNum Display name      Type\r\n3   Some_T7.tgz       Hotfix\r\n" + prompt
                                + "installer install ")
                .keys("\u0015", "")
                .keys("\n", "\r\n" + prompt);

        String listed = terminal.session().continuations(Shell.GCLISH, "installer install ");

        assertThat(listed.lines()).containsExactly("Num Display name      Type", "3   Some_T7.tgz       Hotfix");
    }

    @Test
    void a_list_of_continuations_that_is_cut_short_is_not_proven() {
        String prompt = "[Global] harbour-ch01-01 > ";
        ScriptedTerminal terminal = ScriptedTerminal.saying(prompt)
                .keys("installer install \t", "installer install \r\nNum Display name      Type\r\n3   Some_T7")
                .keys("\u0015", "")
                .keys("\n", "\r\n" + prompt);

        assertThatThrownBy(() -> terminal.session().continuations(Shell.GCLISH, "installer install "))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("came to no end, so it is not known what is in it");
    }

    @Test
    void where_there_is_nothing_to_list_nothing_is_listed() {
        String prompt = "[Global] harbour-ch01-01 > ";
        ScriptedTerminal terminal = ScriptedTerminal.saying(prompt)
                .keys("installer install \t", "installer install ")
                .keys("\u0015", "")
                .keys("\n", "\r\n" + prompt);

        assertThat(terminal.session().continuations(Shell.GCLISH, "installer install "))
                .isEmpty();
    }

    @Test
    void a_prompt_that_is_shown_twice_is_no_part_of_the_reply() {
        ScriptedTerminal terminal =
                ScriptedTerminal.saying(CLISH).line("show routes", "one\r\n" + CLISH + "\r\n" + CLISH);

        assertThat(terminal.session()
                        .run(Command.read(Shell.CLISH, "show routes"))
                        .lines())
                .containsExactly("one");
    }
}
