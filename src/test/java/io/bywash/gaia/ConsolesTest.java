package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.GatewayMode;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.Ledger;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.LoginRefused;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The consoles of an embedded group over TCP, each as somebody left it. */
class ConsolesTest {
    private static final SgmId SGM = SgmId.parse("1_1");
    private static final SgmId OTHER = SgmId.parse("1_2");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LOGIN = " login: ";

    private EmbeddedGroup group;

    @BeforeEach
    void start() {
        group = EmbeddedGroup.start(EmbeddedSettings.defaults()
                .withGroup(SecurityGroup.dual("harbour", 2, 2))
                .withConsoles(0)
                .withPace(1500));
    }

    @AfterEach
    void stop() {
        group.close();
    }

    private ConsolePort port(SgmId sgm) {
        return new ConsolePort(new SshEndpoint("127.0.0.1", group.consolePort(sgm)), Optional.empty());
    }

    private GaiaSession logIn() {
        return logIn(EmbeddedGroup.LOGIN_PASSWORD, port(SGM));
    }

    private static GaiaSession logIn(String password, ConsolePort port) {
        return new Consoles(
                        Map.of(SGM, port),
                        Set.of(SGM),
                        "admin",
                        Secret.of(password),
                        GatewayMode.SECURITY_GATEWAY,
                        Secret.of(EmbeddedGroup.EXPERT_PASSWORD),
                        new Tempo(Duration.ofMillis(20), Duration.ofSeconds(10)),
                        new History(Clock.systemUTC()),
                        new WaitingTime())
                .logIn(SGM, PATIENCE);
    }

    /** Somebody at the console of the SGM, who leaves it as it is when closed. */
    private Person person() {
        return new Person(group.consolePort(SGM));
    }

    private Person loggedIn() {
        return person().types("\n", LOGIN)
                .types("admin\n", "Password: ")
                .types(EmbeddedGroup.LOGIN_PASSWORD + "\n", "harbour-ch01-01> ");
    }

    private Person inExpert() {
        return loggedIn()
                .types("expert\n", "Enter expert password:")
                .types(EmbeddedGroup.EXPERT_PASSWORD + "\n", "[Expert@harbour-ch01-01:0]# ");
    }

    private static final class Person implements AutoCloseable {
        private final Socket socket;

        Person(int port) {
            try {
                socket = new Socket("127.0.0.1", port);
                socket.setSoTimeout(10_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Person types(String keys, String until) {
            StringBuilder heard = new StringBuilder();
            try {
                socket.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
                while (!heard.toString().endsWith(until)) {
                    int next = socket.getInputStream().read();
                    assertThat(next).as(heard.toString()).isNotNegative();
                    heard.append((char) next);
                }
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException("heard " + heard, e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void assertLogsIn() {
        try (GaiaSession session = logIn()) {
            assertThat(session.here().text()).isEqualTo("harbour-ch01-01>");
        }
    }

    @Test
    void at_its_log_in() {
        assertLogsIn();
    }

    @Test
    void at_a_password_question() {
        person().types("\n", LOGIN).types("somebody\n", "Password: ").close();

        assertLogsIn();
    }

    @Test
    void in_a_shell_of_somebody_else() {
        loggedIn().close();

        assertLogsIn();
    }

    @Test
    void in_gclish_within_expert_within_clish() {
        inExpert().types("gclish\n", "[Global] harbour-ch01-01> ").close();

        assertLogsIn();
    }

    @Test
    void on_another_member_behind_a_hop() {
        inExpert().types("member 1_2\n", "[Expert@harbour-ch01-02:0]# ").close();

        assertLogsIn();
    }

    @Test
    void at_the_expert_password_which_is_declined_with_an_empty_answer() {
        loggedIn().types("expert\n", "Enter expert password:").close();

        assertLogsIn();
    }

    @Test
    void with_half_a_command_which_is_never_sent() {
        inExpert().types("reboot", "reboot").close();

        assertThatThrownBy(this::logIn).isInstanceOf(ConsoleUnusable.class).hasMessageContaining("half typed");
        assertThat(group.ledger().commands())
                .extracting(Ledger.CommandReceived::line)
                .noneMatch(line -> line.contains("reboot"));
    }

    @Test
    void with_a_wrong_password_it_is_tried_twice_and_no_more() {
        ConsolePort port = port(SGM);

        assertThatThrownBy(() -> logIn("wrong", port)).isInstanceOf(LoginRefused.class);
        assertThat(group.ledger().logins())
                .filteredOn(login -> !login.admitted())
                .hasSize(2);
    }

    @Test
    void of_another_sgm_which_is_left_again() {
        ConsolePort port = port(OTHER);

        assertThatThrownBy(() -> logIn(EmbeddedGroup.LOGIN_PASSWORD, port))
                .isInstanceOf(ConsoleUnusable.class)
                .hasMessageContaining("names for SGM 1_01 is that of 1_02");
        try (Person next = new Person(group.consolePort(OTHER))) {
            next.types("\n", LOGIN);
        }
    }

    @Test
    void taken_by_somebody_who_is_connected() {
        try (Person there = person()) {
            there.types("\n", LOGIN);

            assertThatThrownBy(this::logIn).hasMessageContaining("is silent: Ctrl-U and Enter brought nothing");
        }
    }

    @Test
    void after_use_it_is_at_its_log_in() {
        try (GaiaSession session = logIn()) {
            session.reach(Shell.EXPERT);
            session.logOut();
        }

        person().types("\n", LOGIN).close();
    }

    @Test
    void a_command_on_it_is_answered_as_over_ssh() {
        try (GaiaSession session = logIn()) {
            Reply reply = session.run(Command.read(Shell.EXPERT, "grep btime /proc/stat"));

            assertThat(reply.lines()).singleElement().asString().startsWith("btime ");
        }
    }

    @Test
    void each_sgm_has_a_port_of_its_own() {
        SortedMap<SgmId, Integer> ports = new TreeMap<>();
        group.installed().keySet().forEach(sgm -> ports.put(sgm, group.consolePort(sgm)));

        assertThat(ports.values()).doesNotHaveDuplicates().hasSize(4);
    }

    private ConsolePort overSsh(String user) {
        return new ConsolePort(
                new SshEndpoint("127.0.0.1", group.terminalServerPort()),
                Optional.of(new SshAccess(
                        Credentials.password(user, Secret.of(EmbeddedGroup.LOGIN_PASSWORD)),
                        HostKeys.pinned(group.terminalServerFingerprint()))));
    }

    @Test
    void behind_a_terminal_server_over_ssh() {
        inExpert().close();

        try (GaiaSession session = logIn(EmbeddedGroup.LOGIN_PASSWORD, overSsh("terminal:1_01"))) {
            assertThat(session.run(Command.read(Shell.EXPERT, "grep btime /proc/stat"))
                            .lines())
                    .hasSize(1);
        }
    }

    @Test
    void behind_a_terminal_server_that_does_not_let_us_in() {
        ConsolePort port = overSsh("nobody");

        assertThatThrownBy(() -> logIn(EmbeddedGroup.LOGIN_PASSWORD, port)).isInstanceOf(LoginRefused.class);
    }
}
