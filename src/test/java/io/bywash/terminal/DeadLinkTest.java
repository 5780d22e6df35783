package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class DeadLinkTest {
    /** A hundredth part of the usual patience, and a little more, as the machine is busy with other tests. */
    private static final Vigilance WAKEFUL = new Vigilance(Duration.ofMillis(250), Duration.ofMillis(1500));

    @TempDir
    private Path folder;

    private Sshd sshd;
    private BlackHole hole;

    @BeforeEach
    void start() throws IOException {
        sshd = Sshd.start(folder);
        hole = new BlackHole(sshd.port());
    }

    @AfterEach
    void end() throws IOException {
        if (hole != null) {
            hole.close();
            sshd.close();
        }
    }

    @Test
    void a_dead_line_is_noticed_within_30_seconds() {
        assertThat(Vigilance.USUAL.dead().plus(Vigilance.USUAL.dead().dividedBy(20)))
                .isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void several_inquiries_must_be_lost_before_a_line_counts_as_dead() {
        assertThat(Vigilance.USUAL.dead())
                .isGreaterThanOrEqualTo(Vigilance.USUAL.inquiry().multipliedBy(4));
    }

    @Test
    void a_line_that_nothing_comes_through_any_more_is_dead() {
        try (SshLink link = open();
                Terminal terminal = link.terminal("quiet")) {
            hole.swallow();

            assertThatThrownBy(() -> hearFor(terminal, Duration.ofSeconds(30)))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("nothing was heard from it for 1.5 s, not even an answer to our inquiries");
        }
    }

    @Test
    void a_device_that_is_merely_quiet_is_not_dead() {
        try (SshLink link = open();
                Terminal terminal = link.terminal("quiet")) {
            terminal.type("sleep 4; echo e''nd\n");

            assertThat(hearFor(terminal, Duration.ofSeconds(6))).contains("end\r\n");
        }
    }

    @Test
    @Timeout(10)
    void a_line_that_fell_silent_is_closed_without_waiting_for_the_other_end() {
        SshLink link = open(Vigilance.USUAL);
        Terminal terminal = link.terminal("quiet");
        hole.swallow();

        terminal.close();
        link.close();

        assertThatThrownBy(() -> terminal.type("uptime\n")).isInstanceOf(ConnectionLost.class);
    }

    @Test
    void an_upload_into_a_dead_line_ends_too() throws IOException {
        Path file = large();
        try (SshLink link = open()) {
            assertThatThrownBy(
                            () -> link.upload(file, folder.resolve("there").toString(), (sent, of) -> hole.swallow()))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("nothing was heard from it");
        }
    }

    @Test
    void a_port_where_nobody_speaks_is_given_up() throws IOException {
        hole.swallow();

        assertThatThrownBy(this::open)
                .isInstanceOf(ConnectionLost.class)
                .hasMessageContaining("nothing was heard from it");
    }

    @Test
    void a_line_that_is_reset_is_lost_at_once() throws IOException {
        try (SshLink link = open();
                Terminal terminal = link.terminal("quiet")) {
            hole.cut();

            assertThatThrownBy(() -> hearFor(terminal, Duration.ofSeconds(30))).isInstanceOf(ConnectionLost.class);
        }
    }

    @Test
    void a_device_that_dies_behind_a_host_on_the_way_is_noticed() throws IOException {
        SshAccess behind = new SshAccess(
                Sshd.password(),
                known(),
                Algorithms.STRICT,
                Optional.of(new SshAccess.Jump(sshd.endpoint(), new SshAccess(Sshd.password(), sshd.known()))));
        Path file = large();
        try (SshLink link = SshLink.open(new SshEndpoint("127.0.0.1", hole.port()), behind, WAKEFUL)) {
            assertThatThrownBy(
                            () -> link.upload(file, folder.resolve("there").toString(), (sent, of) -> hole.swallow()))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("nothing was heard from it");
        }
    }

    private SshLink open() {
        return open(WAKEFUL);
    }

    private SshLink open(Vigilance vigilance) {
        return SshLink.open(
                new SshEndpoint("127.0.0.1", hole.port()), new SshAccess(Sshd.password(), known()), vigilance);
    }

    private HostKeys known() {
        return HostKeys.knownHosts(
                Sshd.write(folder, "hosts", sshd.knownLine("host_ed25519").replaceFirst("]:\\d+", "]:" + hole.port())));
    }

    private Path large() throws IOException {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        return file;
    }

    private static String hearFor(Terminal terminal, Duration atMost) {
        StringBuilder heard = new StringBuilder();
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            heard.append(terminal.hear(Duration.ofMillis(500)));
        }
        return heard.toString();
    }
}
