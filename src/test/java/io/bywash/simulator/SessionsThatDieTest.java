package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bywash.group.SgmId;
import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of a command whose session is torn away, as by a kill of the client. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionsThatDieTest {
    private static final String EXPERT_2_1 = "[Expert@ketch-ch02-01:0]# ";
    private static SshClient client;
    private EmbeddedGroup group;
    private SimulatedSgm sgm;

    @BeforeAll
    static void a_client() {
        client = Guest.client();
    }

    @AfterAll
    static void no_client() {
        client.stop();
    }

    @BeforeEach
    void a_group() {
        group = start(600);
        sgm = group.group().sgm(SgmId.parse("1_1")).orElseThrow();
    }

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void an_installation_whose_questions_were_not_all_answered_never_starts() throws IOException {
        try (Guest guest = install()) {
            guest.types("y\r").sees("any other key - no) ");
            guest.types("y\r").sees("any other key - no) ");
            guest.types("y\r").sees("Enter your full name: ");
            guest.types("Ann\r").sees("[Maintenance]: ");
        }

        await().until(this::nobodyIsInClish);
        assertThat(sgm.task()).isEmpty();
        assertThat(installation().tookEffect()).isEmpty();
    }

    @Test
    void an_installation_whose_questions_were_all_answered_goes_on() throws IOException {
        try (Guest guest = install()) {
            guest.types("y\r").sees("any other key - no) ");
            guest.types("y\r").sees("any other key - no) ");
            guest.types("y\r").sees("Enter your full name: ");
            guest.types("Ann\r").sees("[Maintenance]: ");
            guest.types("Change 17\r").sees("Reason: Change 17");
        }

        await().until(this::nobodyIsInClish);
        assertThat(installation().tookEffect()).isPresent();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> group.installed().get(sgm.id()).isPresent());
    }

    @Test
    void an_import_goes_on() throws IOException {
        group.close();
        group = start(60);
        SimulatedSgm smo = group.group().sgm(SgmId.parse("2_1")).orElseThrow();
        group.group()
                .change(() ->
                        group.group().sgms().forEach(each -> each.packages().remove(Desk.PACKAGE)));
        try (Guest guest = expert()) {
            guest.types("gclish -c \"installer import local /var/log/%s\"\r".formatted(Desk.PACKAGE))
                    .sees("Initiating package import...");
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> smo.packages().named(Desk.PACKAGE).isPresent());
    }

    @Test
    void a_chassis_whose_dialogue_was_answered_goes_down() throws IOException {
        try (Guest guest = expert()) {
            guest.types("asg chassis_admin -c 1 down\ry\rAnn\r\r").sees("going DOWN...");
        }

        await().atMost(Duration.ofSeconds(20)).until(sgm::chassisDown);
    }

    @Test
    void the_ledger_tells_one_client_from_another() throws IOException {
        try (Guest one = expert();
                Guest other = expert()) {
            one.types("touch /tmp/one\r").sees(EXPERT_2_1);
            other.types("touch /tmp/other\r").sees(EXPERT_2_1);
        }

        assertThat(group.ledger().acts()).extracting(Act::login).containsExactly(1, 2);
        assertThat(group.ledger().commands())
                .extracting(Ledger.CommandReceived::login)
                .containsExactly(1, 2);
        assertThat(group.ledger().logins()).extracting(Ledger.Login::number).containsExactly(1, 2);
        assertThat(group.ledger().logins()).allMatch(login -> login.client().startsWith("SSH-2.0-APACHE-SSHD-"));
    }

    private static EmbeddedGroup start(double pace) {
        return EmbeddedGroup.start(Desk.twoByTwo(StartingState.CLONING_OFF)
                .withLoginShell(LoginShell.EXPERT)
                .withPace(pace));
    }

    private Guest expert() throws IOException {
        Guest guest = Guest.at(client, group).shell();
        guest.sees(EXPERT_2_1);
        return guest;
    }

    /** Sits in the install dialogue, before its first answer. */
    private Guest install() throws IOException {
        Guest guest = expert();
        guest.types("member 1_1\r").sees("ch01-01:0]# ");
        guest.types("gclish -c \"installer install %s member_ids 1_1-1_2\"\r".formatted(Desk.PACKAGE))
                .sees("([y]es / [n]o)\r\r\n");
        return guest;
    }

    private Act installation() {
        return group.ledger().acts().stream()
                .filter(act -> act.kind() == Act.Kind.INSTALL)
                .findFirst()
                .orElseThrow();
    }

    private boolean nobodyIsInClish() {
        return group.group().sgms().stream()
                .allMatch(each -> each.lock().ownerSeenBy(this).isEmpty());
    }
}
