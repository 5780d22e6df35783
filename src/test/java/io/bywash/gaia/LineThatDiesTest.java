package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of a read, and of an act, when its line dies, and when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineThatDiesTest {
    private static final String ACT = "set smo image auto-clone state off";
    private static final String GCLISH = "[Global] harbour-ch02-01 > ";
    private static final String EXPERT = "[Expert@harbour-ch02-01:0]# ";

    private final ScriptedTime time = new ScriptedTime();
    private final History history = time.history();
    private final List<String> looks = new ArrayList<>();

    private Permit permit() {
        return new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), history)
                .forGroup("2.D", Phrase.CLONING_OFF, ACT, () -> looks.add("a look"));
    }

    private List<Fact.ActEnd> ends() {
        return history.facts().stream()
                .filter(Fact.ActEnded.class::isInstance)
                .map(fact -> ((Fact.ActEnded) fact).end())
                .toList();
    }

    @Test
    void an_act_on_a_line_that_died_while_nobody_typed_is_sent_on_another_one() {
        ScriptedTerminal idle = ScriptedTerminal.saying(GCLISH).dead();
        ScriptedTerminal other = ScriptedTerminal.saying(GCLISH).line(ACT, "done\r\n" + GCLISH);

        Reply reply = idle.renewedOn(time, other).run(Command.act(Shell.GCLISH, permit()));

        assertThat(reply.lines()).containsExactly("done");
        assertThat(looks).as("one look, right before it went out").hasSize(1);
        assertThat(ends()).containsExactly(Fact.ActEnd.ANSWERED);
    }

    @Test
    void an_act_that_the_device_has_not_repeated_did_not_leave_and_is_sent_on_another_line() {
        ScriptedTerminal dying = ScriptedTerminal.saying(GCLISH).keysThenDeath(ACT, "set smo ima");
        ScriptedTerminal other = ScriptedTerminal.saying(GCLISH).line(ACT, "done\r\n" + GCLISH);

        dying.renewedOn(time, other).run(Command.act(Shell.GCLISH, permit()));

        assertThat(ends()).containsExactly(Fact.ActEnd.NOT_SENT, Fact.ActEnd.ANSWERED);
        assertThat(looks).as("everything is read anew for the other line").hasSize(2);
        assertThat(dying.surprises()).as("no Enter").isEmpty();
    }

    @Test
    void an_act_that_went_out_is_never_sent_again() {
        ScriptedTerminal dying = ScriptedTerminal.saying(GCLISH).lineThenDeath(ACT, "");
        ScriptedTerminal other = ScriptedTerminal.saying(GCLISH);
        GaiaSession session = dying.renewedOn(time, other);

        assertThatThrownBy(() -> session.run(Command.act(Shell.GCLISH, permit())))
                .isInstanceOf(Unanswered.class);
        assertThat(ends()).containsExactly(Fact.ActEnd.UNANSWERED);
        assertThat(other.surprises()).isEmpty();
    }

    @Test
    void an_act_that_does_not_leave_three_times_is_told_as_not_sent() {
        ScriptedTerminal dying = ScriptedTerminal.saying(GCLISH).keysThenDeath(ACT, "");
        GaiaSession session = dying.renewedOn(
                time,
                ScriptedTerminal.saying(GCLISH).keysThenDeath(ACT, ""),
                ScriptedTerminal.saying(GCLISH).keysThenDeath(ACT, ""));

        assertThatThrownBy(() -> session.run(Command.act(Shell.GCLISH, permit())))
                .isInstanceOf(NotSent.class)
                .hasMessageStartingWith("'%s' was not sent: The line 'scripted' is gone".formatted(ACT));
    }

    @Test
    void a_process_that_stood_still_reads_everything_anew_before_it_acts() {
        ScriptedTerminal stale = ScriptedTerminal.saying(GCLISH);
        ScriptedTerminal other = ScriptedTerminal.saying(GCLISH).line(ACT, "done\r\n" + GCLISH);
        GaiaSession session = stale.renewedOn(time, other);
        Permit given = permit();
        time.passes(Duration.ofMinutes(12));

        session.run(Command.act(Shell.GCLISH, given));

        assertThat(stale.surprises()).isEmpty();
        assertThat(other.finished()).isTrue();
        assertThat(history.facts())
                .anyMatch(fact -> fact instanceof Fact.Noted noted
                        && noted.sentence().contains("our own process stood still for minutes"));
    }

    @Test
    void a_read_goes_on_on_another_line_in_the_same_shell_of_the_same_member() {
        ScriptedTerminal dying = ScriptedTerminal.saying(EXPERT)
                .line("member 1_2", "Moving to member 1_2\r\nharbour-ch01-02> ")
                .line("gclish", "[Global] harbour-ch01-02 > ")
                .lineThenDeath("show installer packages", "1_01:\r\n");
        ScriptedTerminal other = ScriptedTerminal.saying("[Expert@harbour-ch02-02:0]# ")
                .line("member 1_2", "Moving to member 1_2\r\nharbour-ch01-02> ")
                .line("gclish", "[Global] harbour-ch01-02 > ")
                .line("show installer packages", "1_01:\r\nnone\r\n[Global] harbour-ch01-02 > ");
        GaiaSession session = dying.renewedOn(time, other);
        session.goTo(SgmId.parse("1_2"));

        Reply reply = session.run(Command.read(Shell.GCLISH, "show installer packages"));

        assertThat(reply.lines()).containsExactly("1_01:", "none");
        assertThat(other.finished()).isTrue();
    }

    @Test
    void on_the_way_to_a_member_another_line_is_taken_too() {
        ScriptedTerminal dying =
                ScriptedTerminal.saying(EXPERT).lineThenDeath("member 1_2", "Moving to member 1_2\r\n");
        ScriptedTerminal other =
                ScriptedTerminal.saying(EXPERT).line("member 1_2", "Moving to member 1_2\r\nharbour-ch01-02> ");
        GaiaSession session = dying.renewedOn(time, other);

        session.goTo(SgmId.parse("1_2"));

        assertThat(session.here().memberTold()).isEqualTo("1_02");
    }

    @Test
    void a_read_that_finds_no_living_line_within_its_patience_ends() {
        GaiaSession session =
                ScriptedTerminal.saying(EXPERT).lineThenDeath("asg stat -v", "").renewedOn(time);
        time.passes(Duration.ofSeconds(1));

        assertThatThrownBy(() -> session.run(Command.read(Shell.EXPERT, "asg stat -v")))
                .hasMessage("Nobody answers.");
    }

    @Test
    void an_echo_that_goes_on_in_the_next_row_is_recognised() {
        String line = "sha256sum /var/log/Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";
        ScriptedTerminal narrow = ScriptedTerminal.saying(EXPERT)
                .keys(
                        line + "\n",
                        "sha256sum /var/log/Check_Point_R81_10_JUMBO_HF_MA\rAIN_Bundle_T110_FULL.tgz\r\nabc  x\r\n"
                                + EXPERT);

        Reply reply = narrow.session().run(Command.read(Shell.EXPERT, line));

        assertThat(reply.lines()).containsExactly("abc  x");
    }
}
