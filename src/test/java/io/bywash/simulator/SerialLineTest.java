package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Command;
import io.bywash.gaia.Consoles;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Tempo;
import io.bywash.gaia.Unanswered;
import io.bywash.group.GatewayMode;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.SshEndpoint;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console of an SGM that reboots, and the driver on it. */
class SerialLineTest {
    private static final SgmId SGM = SgmId.parse("1_2");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private EmbeddedGroup group;
    private final History history = new History(Clock.systemUTC());
    private final StringBuilder heard = new StringBuilder();

    @BeforeEach
    void start() {
        group = EmbeddedGroup.start(EmbeddedSettings.defaults()
                .withGroup(SecurityGroup.dual("harbour", 2, 2))
                .withConsoles(0)
                .withPace(120));
        history.follow(fact -> {
            if (fact instanceof Fact.Heard said) {
                heard.append(said.text());
            }
        });
    }

    @AfterEach
    void stop() {
        group.close();
    }

    private GaiaSession logIn() {
        return new Consoles(
                        Map.of(
                                SGM,
                                new ConsolePort(
                                        new SshEndpoint("127.0.0.1", group.consolePort(SGM)), Optional.empty())),
                        Set.of(SGM),
                        "admin",
                        Secret.of(EmbeddedGroup.LOGIN_PASSWORD),
                        GatewayMode.SECURITY_GATEWAY,
                        Secret.of(EmbeddedGroup.EXPERT_PASSWORD),
                        new Tempo(Duration.ofMillis(20), Duration.ofSeconds(10)),
                        history,
                        new WaitingTime())
                .logIn(SGM, PATIENCE);
    }

    private void reboot() {
        SimulatedGroup all = group.group();
        all.change(() ->
                all.reboots().begin(all.sgm(SGM).orElseThrow(), all.clock().now()));
    }

    @Test
    void a_line_that_is_met_amidst_boot_messages_is_logged_in_to_once_the_sgm_is_there() {
        reboot();

        try (GaiaSession session = logIn()) {
            assertThat(session.here().member()).contains(SGM);
        }
        assertThat(heard).contains("INIT: Entering runlevel: 3");
    }

    @Test
    void no_key_is_typed_before_the_boot_is_over() {
        StringBuilder heardBeforeTheFirstKey = new StringBuilder();
        history.follow(fact -> {
            if (fact instanceof Fact.Typed && heardBeforeTheFirstKey.isEmpty()) {
                heardBeforeTheFirstKey.append(heard);
            }
        });
        reboot();

        logIn().close();

        assertThat(heardBeforeTheFirstKey).endsWith(" login: ");
    }

    @Test
    void a_session_ends_with_the_reboot_and_the_line_does_not() {
        try (GaiaSession session = logIn()) {
            session.reach(Shell.EXPERT);
            reboot();

            assertThatThrownBy(() -> session.run(Command.read(Shell.EXPERT, "grep btime /proc/stat")))
                    .isInstanceOf(Unanswered.class);
            assertThat(session.isOver()).isTrue();
            assertThat(session.logInAgain(PATIENCE).here().member()).contains(SGM);
        }
        assertThat(group.ledger().logins()).filteredOn(Ledger.Login::admitted).hasSize(2);
    }

    @Test
    void a_boot_that_was_over_before_the_line_had_its_turn_is_shown_all_the_same() throws InterruptedException {
        SimulatedGroup all = group.group();
        SimulatedSgm sgm = all.sgm(SGM).orElseThrow();
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        SerialLine line = new SerialLine(all, sgm, 99);
        line.plugIn(screen);
        all.change(() -> sgm.boot(all.clock().now().plusSeconds(1), false));

        Thread turn = new Thread(line);
        turn.start();
        await().until(() -> screen.toString().endsWith(" login: "));
        line.end();
        turn.join();

        assertThat(screen.toString())
                .containsSubsequence("Restarting system.", "Linux version", "Starting sshd", " login: ");
    }
}
