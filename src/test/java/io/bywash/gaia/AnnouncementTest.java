package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.History;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnouncementTest {
    private static final String EXPERT = "[Expert@harbour-ch02-01:0]# ";
    private static final String GCLISH = "[Global] harbour-ch02-01 > ";
    private static final String CLISH = "harbour-ch02-01> ";
    private static final String READ = "readlink /var/log/bywash.lease";
    private static final String SAID =
            "\r\nBroadcast message from ops@jump-7 (pts/3) (Tue Dec  1 04:12:09 2026):\r\n\r\nBackup begins, continue? [Y/n]\r\n\r\n";
    private static final String ACT = "set smo image auto-clone state off";

    private final ScriptedTime time = new ScriptedTime();
    private final History history = time.history();

    @Test
    void an_answer_that_somebody_spoke_into_is_asked_for_again() {
        ScriptedTerminal line =
                ScriptedTerminal.saying(EXPERT).line(READ, SAID + EXPERT).line(READ, "our-lease\r\n" + EXPERT);

        assertThat(line.renewedOn(time).run(Command.read(Shell.EXPERT, READ)).lines())
                .containsExactly("our-lease");
    }

    @Test
    void a_prompt_that_somebody_spoke_over_is_waited_for_on_another_line() {
        ScriptedTerminal spokenOver = ScriptedTerminal.saying(EXPERT).line(READ, "our-lease\r\n" + EXPERT + SAID);
        ScriptedTerminal other = ScriptedTerminal.saying(EXPERT).line(READ, "our-lease\r\n" + EXPERT);

        assertThat(spokenOver
                        .renewedOn(time, other)
                        .run(Command.read(Shell.EXPERT, READ))
                        .lines())
                .containsExactly("our-lease");
        assertThat(spokenOver.surprises()).as("no Enter").isEmpty();
    }

    @Test
    void a_question_for_the_password_that_somebody_spoke_into_is_not_answered() {
        ScriptedTerminal spokenInto = ScriptedTerminal.saying(CLISH).line("expert", "Enter expert password:" + SAID);
        ScriptedTerminal other = ScriptedTerminal.saying(CLISH)
                .line("expert", "Enter expert password:")
                .keys("expert-secret\n", "\r\n" + EXPERT)
                .line(READ, "our-lease\r\n" + EXPERT);

        spokenInto.renewedOn(time, other).run(Command.read(Shell.EXPERT, READ));

        assertThat(spokenInto.surprises()).isEmpty();
        assertThat(other.finished()).isTrue();
    }

    @Test
    void the_prompt_of_a_log_in_that_somebody_spoke_over_is_waited_for_on_another_line() {
        ScriptedTerminal dying = ScriptedTerminal.saying(EXPERT).lineThenDeath(READ, "");
        ScriptedTerminal spokenOver = ScriptedTerminal.saying(EXPERT + SAID);
        ScriptedTerminal other = ScriptedTerminal.saying(EXPERT).line(READ, "our-lease\r\n" + EXPERT);

        assertThat(dying.renewedOn(time, spokenOver, other)
                        .run(Command.read(Shell.EXPERT, READ))
                        .lines())
                .containsExactly("our-lease");
    }

    @Test
    void the_question_of_an_act_that_somebody_spoke_into_is_broken_off_and_nothing_is_said_of_the_group() {
        ScriptedTerminal line = ScriptedTerminal.saying(GCLISH)
                .line(ACT, SAID + "Do you want to continue? (Y/N)")
                .keys("\u0003", "^C\r\n" + GCLISH);
        Permit permit = new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), history)
                .forGroup("2.D", Phrase.CLONING_OFF, ACT, () -> {});
        Command act = Command.act(Shell.GCLISH, permit)
                .asking(List.of(Question.saying("go on", "Do you want to continue? (Y/N)", "y")));
        GaiaSession session = line.renewedOn(time);

        assertThatThrownBy(() -> session.run(act))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("A message to all terminals stands in the midst of what was said");
        assertThat(line.surprises()).isEmpty();
        assertThat(line.finished()).as("Ctrl-C").isTrue();
    }

    @Test
    void an_act_that_is_at_work_is_not_broken_off_because_somebody_speaks() {
        ScriptedTerminal line =
                ScriptedTerminal.saying(GCLISH).line(ACT, SAID.stripTrailing()).pausing(22, "\r\ndone\r\n" + GCLISH);
        Permit permit = new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 2), history)
                .forGroup("2.D", Phrase.CLONING_OFF, ACT, () -> {});

        line.renewedOn(time).run(Command.act(Shell.GCLISH, permit));

        assertThat(line.surprises()).as("no Ctrl-C").isEmpty();
    }
}
