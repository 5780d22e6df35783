package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.SgmId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkFaultsTest {
    private static SshClient client;
    private final AtomicReference<DeviceClock> clock = new AtomicReference<>();

    @BeforeAll
    static void a_client() {
        client = Guest.client();
    }

    @AfterAll
    static void no_client() {
        client.stop();
    }

    @Test
    void a_link_is_cut_just_before_a_command() throws IOException {
        try (EmbeddedGroup group = group(new LinksCut(When.before("hostname", 2)))) {
            Guest guest = Guest.at(client, group).shell();
            guest.sees("]# ");
            guest.types("hostname\r").sees("ketch-ch02-01\r\n");
            guest.types("hostname\r");
            assertThat(guest.isCutOff()).isTrue();
            assertThat(Guest.at(client, group).exec("date +%F")).isNotEmpty();
            assertThat(group.ledger().strikes()).extracting(Ledger.Strike::what).containsExactly("cut 1 connections");
        }
    }

    @Test
    void without_sftp_a_clish_user_has_scp_and_clish() throws IOException {
        try (EmbeddedGroup group = clish(new SftpOff(true));
                Guest guest = Guest.at(client, group)) {
            assertThatThrownBy(guest::sftp).isInstanceOf(IOException.class);
            assertThat(guest.exec("scp -t /nowhere/x")).startsWith("\0");
            assertThat(guest.exec("mv -f -- /var/log/a /var/log/b"))
                    .isEqualTo("CLINFR0329  Invalid command:'mv -f -- /var/log/a /var/log/b'.\n");
            assertThat(group.ledger().strikes()).extracting(Ledger.Strike::what).containsExactly("sftp was refused");
        }
    }

    @Test
    void clish_may_be_in_the_way_of_scp_too() throws IOException {
        try (EmbeddedGroup group = clish(new SftpOff(false));
                Guest guest = Guest.at(client, group)) {
            assertThat(guest.exec("scp -t /nowhere/x")).startsWith("CLINFR0329  Invalid command:'scp -t /nowhere/x'.");
        }
    }

    @Test
    void a_black_hole_swallows_what_is_typed_and_what_is_answered() throws IOException {
        try (EmbeddedGroup group = group(new LinksSilent(When.before("hostname", 1)))) {
            Guest guest = Guest.at(client, group).shell();
            guest.sees("]# ");
            guest.types("hostname\r");
            while (group.ledger().strikes().isEmpty()) {
                Thread.onSpinWait();
            }
            guest.rest();
            try (Guest other = Guest.at(client, group)) {
                guest.types("touch /tmp/lost\r");
                assertThat(other.exec("hostname")).isEqualTo("ketch-ch02-01\n");
            }
            assertThat(guest.rest()).isEmpty();
            assertThat(guest.session().isOpen()).isTrue();
            assertThat(group.ledger().acts()).isEmpty();
        }
    }

    @Test
    void login_is_refused_for_a_while() throws IOException {
        try (EmbeddedGroup group = group(new LoginRefused(When.connection(2), Duration.ofMinutes(3)))) {
            Guest.at(client, group).close();
            assertThatThrownBy(() -> Guest.at(client, group)).isInstanceOf(IOException.class);
            clock.get().advance(Duration.ofMinutes(3));
            Guest.at(client, group).close();

            assertThat(group.ledger().logins())
                    .extracting(Ledger.Login::admitted)
                    .startsWith(true, false)
                    .endsWith(true);
        }
    }

    @Test
    void the_host_key_is_another_one() throws IOException {
        try (EmbeddedGroup group = group(new HostKeyChanged(When.connection(2)))) {
            Guest.at(client, group).close();
            assertThatThrownBy(() -> Guest.at(client, group)).isInstanceOf(IOException.class);
            assertThat(group.ledger().logins()).hasSize(1);
        }
    }

    @Test
    void the_smo_moves_and_moves_back() throws IOException {
        try (EmbeddedGroup group = group(new SmoMoves(When.at(Duration.ofMinutes(1)), Duration.ofMinutes(2)))) {
            Guest first = Guest.at(client, group);
            assertThat(first.exec("hostname")).isEqualTo("ketch-ch02-01\n");
            clock.get().advance(Duration.ofMinutes(2));
            assertThat(first.isCutOff()).isTrue();
            Guest second = Guest.at(client, group);
            assertThat(second.exec("hostname")).isEqualTo("ketch-ch02-02\n");
            clock.get().advance(Duration.ofMinutes(2));
            assertThat(second.isCutOff()).isTrue();
            assertThat(Guest.at(client, group).exec("hostname")).isEqualTo("ketch-ch02-01\n");
            assertThat(group.ledger().outages()).isEmpty();
        }
    }

    @Test
    void the_smo_moves_once() throws IOException {
        try (EmbeddedGroup group = group(new SmoMoves(When.at(Duration.ofMinutes(1)), Duration.ZERO))) {
            clock.get().advance(Duration.ofHours(2));
            assertThat(Guest.at(client, group).exec("hostname")).isEqualTo("ketch-ch02-02\n");
        }
    }

    @Test
    void bytes_come_one_by_one() throws IOException {
        assertThat(sent(LineQuirk.Kind.SINGLE_BYTES, 1, "a  \r\n bc")).containsExactly("a", "  \r\n ", "b", "c");
    }

    @Test
    void escape_sequences_come_in_pieces() throws IOException {
        assertThat(sent(LineQuirk.Kind.SPLIT_ESCAPES, 1, "a\033[2Jb"))
                .containsExactly("a\033", "[", "2Jb")
                .doesNotContain("");
    }

    @Test
    void a_slow_line_sends_small_pieces() throws IOException {
        assertThat(sent(LineQuirk.Kind.SLOW, 300, "x".repeat(130)))
                .containsExactly("x".repeat(64), "x".repeat(64), "xx");
    }

    @Test
    void messages_come_between() throws IOException {
        assertThat(sent(LineQuirk.Kind.NOISE, 5, "prompt> "))
                .hasSize(2)
                .element(1)
                .asString()
                .contains("Broadcast");
    }

    @Test
    void all_quirks_at_once_reach_a_guest() throws IOException {
        EmbeddedSettings settings = Desk.twoByTwo(StartingState.FRESH)
                .withLoginShell(LoginShell.EXPERT)
                .withPace(6000)
                .withFaults(FaultPlan.of("slow line", "one byte at a time", "escape sequences split", "banner noise"));
        try (EmbeddedGroup group = EmbeddedGroup.start(settings);
                Guest guest = Guest.at(client, group).shell()) {
            guest.sees("[Expert@ketch-ch02-01:0]# ");
            guest.types("hostname\r").sees("ketch-ch02-01\r\n");
        }
    }

    private static List<String> sent(LineQuirk.Kind kind, int amount, String text) throws IOException {
        List<String> pieces = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                pieces.add(toString(StandardCharsets.UTF_8));
                reset();
            }
        };
        Wires wires = new Wires();
        wires.add(new LineQuirk(kind, When.atTheStart(), amount).quirk(DeviceClock.byHand(Instant.EPOCH)));
        wires.over(out, true, Link.hop(SgmId.parse("1_1"), () -> {})).write(text.getBytes(StandardCharsets.UTF_8));
        return pieces;
    }

    private EmbeddedGroup group(Fault fault) {
        return group(fault, LoginShell.EXPERT);
    }

    private EmbeddedGroup clish(Fault fault) {
        return group(fault, LoginShell.CLISH);
    }

    private EmbeddedGroup group(Fault fault, LoginShell shell) {
        EmbeddedSettings settings =
                Desk.twoByTwo(StartingState.FRESH).withLoginShell(shell).withFaults(FaultPlan.of("the fault", fault));
        return EmbeddedGroup.start(settings, from -> {
            clock.set(DeviceClock.byHand(from));
            return clock.get();
        });
    }
}
