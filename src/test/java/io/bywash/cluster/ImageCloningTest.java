package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.History;
import io.bywash.evidence.NotProven;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCloningTest {
    private static final String PROMPT = "[Global] harbour-ch01-01 > ";
    private static final String SHOW = "show smo image auto-clone state";
    private static final SgmId ON_1_01 = SgmId.parse("1_1");
    private static final SgmId ON_2_01 = SgmId.parse("2_1");

    private final SecurityGroup group = SecurityGroup.dual("harbour", 1, 1);
    private final ImageCloning cloning = new ImageCloning(Dialect.of(Release.R81_10));

    @Test
    void each_member_is_heard_of_by_its_own_heading() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        SHOW,
                        "1_01:\r\nImage auto-clone state is off\r\n\r\n2_01:\r\nImage auto-clone state is on\r\n"
                                + PROMPT);

        assertThat(cloning.read(terminal.session(), group))
                .isEqualTo(Map.of(
                        ON_1_01, "Image auto-clone state is off",
                        ON_2_01, "Image auto-clone state is on"));
    }

    @Test
    void whose_lock_it_is_does_not_stand_in_the_way_of_an_answer() {
        String notice =
                "CLINFR0771  Config lock is owned by mary. Use the command 'lock database override' to acquire the lock.\r\n";
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        SHOW,
                        "1_01:\r\n" + notice
                                + "Image auto-clone state is off\r\n2_01:\r\nImage auto-clone state is off\r\n" + notice
                                + PROMPT);

        assertThat(cloning.notOff(cloning.read(terminal.session(), group))).isEmpty();
    }

    @Test
    void a_member_that_says_nothing_even_when_asked_on_the_spot_has_not_answered() {
        ScriptedTerminal terminal = ScriptedTerminal.saying("[Expert@harbour-ch01-01:0]# ")
                .line("gclish", PROMPT)
                .line(SHOW, "1_01:\r\nImage auto-clone state is off\r\n" + PROMPT)
                .line("exit", "[Expert@harbour-ch01-01:0]# ")
                .line("member 2_1", "Moving to member 2_1\r\n[Expert@harbour-ch02-01:0]# ")
                .line("gclish", "[Global] harbour-ch02-01 > ")
                .line(SHOW, "[Global] harbour-ch02-01 > ")
                .line("exit", "[Expert@harbour-ch02-01:0]# ")
                .line("exit", "logout\r\n[Expert@harbour-ch01-01:0]# ");

        assertThat(cloning.read(terminal.session(), group)).containsEntry(ON_2_01, "no answer");
        assertThat(terminal.surprises()).isEmpty();
    }

    @Test
    void a_member_that_says_that_it_is_off_is_off_in_any_case_of_letters() {
        assertThat(cloning.notOff(Map.of(ON_1_01, "Image Auto-Clone state is OFF")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image auto-clone state is on",
                "no answer",
                "",
                "Image auto-clone state is off Image auto-clone state is on",
            })
    void a_member_that_says_anything_else_is_not_off(String said) {
        assertThat(cloning.notOff(Map.of(ON_1_01, said))).containsExactly(ON_1_01);
    }

    @Test
    void a_member_that_says_the_same_twice_says_it() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        SHOW,
                        "1_01:\r\nImage auto-clone state is off\r\n2_01:\r\nImage auto-clone state is off\r\n1_01:\r\nImage auto-clone state is off\r\n"
                                + PROMPT);

        assertThat(cloning.notOff(cloning.read(terminal.session(), group))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_01:\r\n2_01:\r\nImage auto-clone state is off\r\nImage auto-clone state is on\r\n",
                "Image auto-clone state is on\r\n1_01:\r\nImage auto-clone state is off\r\n2_01:\r\nImage auto-clone state is off\r\n",
                "1_01:\r\nImage auto-clone state is off\r\nImage auto-clone state is on\r\n2_01:\r\nImage auto-clone state is off\r\n",
            })
    void a_member_that_answers_in_the_block_of_another_is_nobody(String said) {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT).line(SHOW, said + PROMPT);

        assertThatThrownBy(() -> cloning.readFromHere(terminal.session())).isInstanceOf(NotProven.class);
    }

    @Test
    void it_is_switched_off_in_the_words_of_the_release() {
        assertThat(new ImageCloning(Dialect.of(Release.R82)).offLine())
                .isEqualTo("set cluster configuration image auto-clone state off");
    }

    @Test
    void it_is_switched_off_in_gclish_with_a_permit() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line("set smo image auto-clone state off", "1_01:\r\nsuccess\r\n" + PROMPT);

        cloning.switchOff(
                terminal.session(),
                new Permits(Dialect.of(Release.R81_10), group, new History(Clock.systemUTC()))
                        .forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state off", () -> {}));

        assertThat(terminal.finished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image auto-clone state is pending",
                "Image auto-clone state is off\r\nWarning: it will be on after the next boot",
            })
    void a_member_that_says_neither_off_nor_on_is_not_proven(String said) {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(SHOW, "1_01:\r\n" + said + "\r\n2_01:\r\nImage auto-clone state is on\r\n" + PROMPT);

        assertThatThrownBy(() -> cloning.read(terminal.session(), group))
                .isInstanceOf(NotProven.class)
                .hasMessageStartingWith("The image cloning of 1_01 shows what is not known here")
                .hasMessageContaining(said.replace("\r\n", " / "));
    }
}
