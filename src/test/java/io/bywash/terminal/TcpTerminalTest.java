package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A raw TCP port and one that speaks telnet, over real sockets. */
class TcpTerminalTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private ServerSocket server;
    private TcpTerminal terminal;
    private Socket peer;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        terminal = TcpTerminal.open("console of 1_01", new SshEndpoint("127.0.0.1", server.getLocalPort()));
        peer = server.accept();
    }

    @AfterEach
    void disconnect() throws IOException {
        terminal.close();
        peer.close();
        server.close();
    }

    private void says(int... bytes) throws IOException {
        for (int one : bytes) {
            peer.getOutputStream().write(one);
        }
    }

    private void says(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String heardUpTo(String end) {
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith(end)) {
            String piece = terminal.hear(LONG);
            assertThat(piece).isNotEmpty();
            heard.append(piece);
        }
        return heard.toString();
    }

    @Test
    void what_the_far_end_says_is_heard_as_it_is() throws IOException {
        says("\r\nharbour-ch01-01 login: ");

        assertThat(heardUpTo("login: ")).isEqualTo("\r\nharbour-ch01-01 login: ");
    }

    @Test
    void what_is_typed_arrives_as_it_is() throws IOException {
        terminal.type("admin\n");

        assertThat(peer.getInputStream().readNBytes(6)).isEqualTo("admin\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void nothing_is_heard_of_a_line_that_is_silent() {
        assertThat(terminal.hear(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void telnet_s_echo_and_going_ahead_are_agreed_to_and_no_more() throws IOException {
        says(255, 251, 1, 255, 251, 3, 255, 253, 3, 255, 253, 24);

        assertThat(peer.getInputStream().readNBytes(12))
                .containsExactly(bytes(255, 253, 1, 255, 253, 3, 255, 251, 3, 255, 252, 24));
    }

    @Test
    void no_telnet_command_is_seen_on_the_screen() throws IOException {
        says(255, 251, 1);
        says("log");
        says(255, 250, 24, 1, 255, 240);
        says("in: ");

        assertThat(heardUpTo(": ")).isEqualTo("login: ");
    }

    @Test
    void an_option_is_answered_once_so_that_nobody_answers_for_ever() throws IOException {
        says(255, 251, 1, 255, 251, 1, 255, 251, 3);

        assertThat(peer.getInputStream().readNBytes(6)).containsExactly(bytes(255, 253, 1, 255, 253, 3));
    }

    @Test
    void a_telnet_command_that_is_cut_in_half_is_understood() {
        Telnet telnet = new Telnet();

        assertThat(telnet.read(bytes('a', 255), 2)).containsExactly(bytes('a'));
        assertThat(telnet.read(bytes(251), 1)).isEmpty();
        assertThat(telnet.read(bytes(1, 'b'), 2)).containsExactly(bytes('b'));
    }

    @Test
    void a_line_that_the_far_end_closes_is_lost_once_all_was_heard() throws IOException {
        says("the last words");
        peer.close();

        assertThat(heardUpTo("words")).isEqualTo("the last words");
        assertThatThrownBy(() -> terminal.hear(LONG))
                .isInstanceOf(ConnectionLost.class)
                .hasMessageContaining("The console line 'console of 1_01'")
                .hasMessageContaining("the far end closed it");
    }

    @Test
    void a_port_where_nobody_listens_is_told_with_what_to_check() throws IOException {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress("127.0.0.1", 0));
            int port = bound.getLocalPort();

            assertThatThrownBy(() -> TcpTerminal.open("console of 1_01", new SshEndpoint("127.0.0.1", port)))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("No connection to the console port 127.0.0.1:" + port)
                    .hasMessageContaining("Check the address of the terminal server");
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
