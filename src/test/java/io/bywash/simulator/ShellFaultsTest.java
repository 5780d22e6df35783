package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.Interview.Question;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.sshd.client.SshClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellFaultsTest {
    private static final String CLOSED = "CLINFR0519  Configuration lock present.";
    private static SshClient client;

    @TempDir
    Path root;

    @BeforeAll
    static void a_client() {
        client = Guest.client();
    }

    @AfterAll
    static void no_client() {
        client.stop();
    }

    @Test
    void the_expert_password_needs_a_newline_of_its_own() throws IOException {
        try (EmbeddedGroup group = group(new NewlineSwallowed());
                Guest guest = Guest.at(client, group).shell()) {
            guest.sees("> ");
            guest.types("expert\r").sees("Enter expert password:");
            guest.types(EmbeddedGroup.EXPERT_PASSWORD + "\r");
            while (group.ledger().strikes().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(guest.rest()).doesNotContain("You are in expert mode");
            guest.types("\r").sees("You are in expert mode now.");
        }
    }

    @Test
    void two_newlines_at_once_show_the_expert_password() throws IOException {
        try (EmbeddedGroup group = group(new NewlineSwallowed());
                Guest guest = Guest.at(client, group).shell()) {
            guest.sees("> ");
            guest.types("expert\r").sees("Enter expert password:");
            guest.types(EmbeddedGroup.EXPERT_PASSWORD + "\r\r")
                    .sees("CLINFR0329  Invalid command:'" + EmbeddedGroup.EXPERT_PASSWORD + "'.");
            guest.sees("Wrong password");
        }
    }

    @Test
    void the_expert_password_is_another_one() throws IOException {
        try (EmbeddedGroup group = group(new ExpertPasswordWrong());
                Guest guest = Guest.at(client, group).shell()) {
            guest.sees("> ");
            guest.types("expert\r").sees("Enter expert password:");
            guest.types(EmbeddedGroup.EXPERT_PASSWORD + "\r").sees("Wrong password\r\n");
            assertThat(group.ledger().strikes()).hasSize(1);
        }
    }

    @Test
    void the_pager_stays_on_and_every_prompt_comes_twice() throws IOException {
        try (EmbeddedGroup group = group(new PagerStays(10));
                Guest guest = Guest.at(client, group).shell()) {
            guest.sees("> ");
            guest.types("gclish\r").sees("[Global] ketch-ch02-01> ");
            guest.types("set clienv rows 0\r").sees("[Global] ketch-ch02-01> ");
            guest.types("show installer packages\r").sees("-- More --");
            guest.types("q").sees("[Global] ketch-ch02-01> ");
        }
        try (EmbeddedGroup group = group(new PromptTwice(""));
                Guest guest = Guest.at(client, group).shell()) {
            guest.sees("ketch-ch02-01> ketch-ch02-01> ");
        }
    }

    @Test
    void somebody_holds_the_lock_and_an_override_takes_it() {
        Desk desk = desk(new LockHeld(When.before("set smo", 1), false));

        assertThat(desk.clish("2_1", "set smo image auto-clone state on")).contains(CLOSED);
        assertThat(desk.clish("2_1", "lock database override")).contains("owned by mira");
        assertThat(desk.clish("2_1", "set smo image auto-clone state on")).doesNotContain(CLOSED);
    }

    @Test
    void somebody_takes_the_lock_back() {
        Desk desk = desk(new LockHeld(When.before("set smo", 1), true));

        assertThat(desk.clish("2_1", "set smo image auto-clone state on")).contains(CLOSED);
        desk.clish("2_1", "lock database override");
        assertThat(desk.clish("2_1", "set smo image auto-clone state on")).contains(CLOSED);
    }

    @Test
    void an_unknown_question_does_nothing_unless_it_is_confirmed() {
        Fault fault = new UnknownQuestion(Question.NAME, 1, "Restart the others? (Y - yes, any other key - no) ");
        Desk careful = desk(fault);
        Desk careless = desk(fault);

        String screen = careful.expert("2_1", "asg chassis_admin -c 1 down", "y", "n", "Ann", "");
        careless.expert("2_1", "asg chassis_admin -c 1 down", "y", "y", "Ann", "");

        assertThat(screen)
                .contains("requires auditing\nRestart the others? (Y - yes, any other key - no) n\nEnter your");
        assertThat(screen).endsWith("Chassis 1 state is DOWN\n");
        assertThat(careful.stateOf("1_1")).isEqualTo("DOWN");
        assertThat(careless.stateOf("1_1")).isEqualTo("DETACHED");
        assertThat(careless.group.ledger().acts())
                .extracting(Act::kind)
                .containsExactly(Act.Kind.CHASSIS_DOWN, Act.Kind.UNKNOWN_QUESTION_CONFIRMED);
        assertThat(careless.group.ledger().acts())
                .allMatch(act -> act.tookEffect().isPresent());
    }

    @Test
    void questions_change_places() {
        Desk audit = desk(new QuestionsSwapped(Question.NAME));
        Desk install = desk(new QuestionsSwapped(Question.REBOOT));

        assertThat(audit.expert("2_1", "asg chassis_admin -c 1 down", "y", "Change 17", "Ann"))
                .contains("[Maintenance]: Change 17\nEnter your full name: Ann\n")
                .contains("User: Ann, Reason: Change 17");
        assertThat(install.gclish("2_1", "installer install " + Desk.PACKAGE + " member_ids 2_1", "n"))
                .contains("Attention! In case image auto-clone")
                .doesNotContain("Do you want to continue?");
    }

    @Test
    void one_command_is_answered_by_an_error_and_the_next_one_runs() {
        Desk desk = desk(new ClishErrs(When.before("show smo", 1), "CLINFR0819  User: admin denied\n"));

        assertThat(desk.gclish("2_1", "show smo image auto-clone state")).endsWith("CLINFR0819  User: admin denied\n");
        assertThat(desk.gclish("2_1", "show smo image auto-clone state")).contains("2_02:");
        assertThat(desk.group.ledger().strikes()).hasSize(1);
    }

    private Desk desk(Fault fault) {
        return new Desk(Desk.twoByTwo(StartingState.CLONING_OFF).withFaults(FaultPlan.of("the fault", fault)), root);
    }

    private static EmbeddedGroup group(Fault fault) {
        return EmbeddedGroup.start(
                Desk.twoByTwo(StartingState.CLONING_OFF).withPace(600).withFaults(FaultPlan.of("the fault", fault)));
    }
}
