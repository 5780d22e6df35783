package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bywash.evidence.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.password.PasswordChangeRequiredException;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a server of our own can ask that no server of a Debian does, and one that changes its mind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogInTest {
    private final Credentials ada = Credentials.password("ada", Secret.of("sesame"));

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private SshServer server;
    private KeyPair hostKey;

    @BeforeEach
    void prepare() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        hostKey = keys.generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    }

    @AfterEach
    void end() throws IOException {
        server.stop(true);
    }

    @Test
    void a_password_that_has_expired_is_told_and_no_new_one_is_set() throws IOException {
        server.setPasswordAuthenticator((user, password, session) -> {
            throw new PasswordChangeRequiredException("expired", "Your password is 91 days old.", "en");
        });

        assertThatThrownBy(() -> logIn(ada))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining(
                        "The password of user 'ada' has expired: %s wants a new one before anything else (\"Your password is 91 days old.\")",
                        endpoint());
    }

    @Test
    void a_dialogue_that_wants_a_new_password_is_not_given_the_old_one() throws IOException {
        ask("Your password has expired.", "Current password: ");

        assertThatThrownBy(() -> logIn(ada)).hasMessageContaining("The password of user 'ada' has expired");
        assertThat(heard).isEmpty();
    }

    @Test
    void several_questions_at_once_get_each_their_own_answer() throws IOException {
        ask("", "Password: ", "PIN of the token: ", "City: ");

        logIn(new Credentials(
                "ada",
                new Credentials.Password(
                        Secret.of("sesame"), Map.of("pin", Secret.of("1234"), "city", Secret.of("Baghdad")))));

        assertThat(heard).containsExactly("sesame", "1234", "Baghdad");
    }

    @Test
    void no_answer_is_sent_when_one_of_several_questions_has_none() throws IOException {
        ask("", "Password: ", "PIN of the token: ");

        assertThatThrownBy(() -> logIn(ada)).hasMessageContaining("asks user 'ada' \"PIN of the token:\"");
        assertThat(heard).isEmpty();
    }

    @Test
    void credentials_that_were_never_accepted_are_shown_once() throws IOException {
        refuseFrom(1);

        assertThat(catchThrowable(() -> logIn(ada))).isInstanceOf(LoginRefused.class);
        assertThat(catchThrowable(() -> logIn(ada)))
                .isInstanceOf(LoginRefused.class)
                .hasMessageEndingWith("It was not tried again now, so that the user is not locked out.");

        assertThat(heard).hasSize(1);
    }

    @Test
    void a_member_that_has_just_booted_is_left_in_peace_for_a_while() throws IOException {
        Credentials patient = ada.pausing(Duration.ofMinutes(5));
        refuseFrom(2);
        logIn(patient);

        assertThat(catchThrowable(() -> logIn(patient))).isInstanceOf(ConnectionLost.class);
        assertThat(catchThrowable(() -> logIn(patient)))
                .isInstanceOf(ConnectionLost.class)
                .hasMessageContaining("It is tried once more after 300 s");

        assertThat(heard).hasSize(2);
    }

    @Test
    void a_member_that_has_just_booted_is_asked_twice_and_no_more() throws IOException {
        Credentials hasty = ada.pausing(Duration.ZERO);
        refuseFrom(2);
        logIn(hasty);

        assertThat(catchThrowable(() -> logIn(hasty))).isInstanceOf(ConnectionLost.class);
        assertThat(catchThrowable(() -> logIn(hasty))).isInstanceOf(LoginRefused.class);
        assertThat(catchThrowable(() -> logIn(hasty))).isInstanceOf(LoginRefused.class);

        assertThat(heard).hasSize(3);
    }

    @Test
    void a_member_that_comes_to_its_senses_is_believed_again() throws IOException {
        Credentials hasty = ada.pausing(Duration.ZERO);
        server.setPasswordAuthenticator((user, password, session) -> {
            heard.add(password);
            return heard.size() % 2 == 1;
        });
        server.start();

        for (int round = 0; round < 3; round++) {
            assertThatCode(() -> logIn(hasty)).doesNotThrowAnyException();
            assertThat(catchThrowable(() -> logIn(hasty))).isInstanceOf(ConnectionLost.class);
        }
    }

    @Test
    void a_server_that_hangs_up_on_a_password_is_not_shown_it_again() throws IOException {
        server.setPasswordAuthenticator((user, password, session) -> {
            heard.add(password);
            session.close(true);
            return false;
        });

        assertThat(catchThrowable(() -> logIn(ada)))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("broke off the log-in of user 'ada' without a decision");
        assertThat(catchThrowable(() -> logIn(ada))).isInstanceOf(LoginRefused.class);

        assertThat(heard).hasSize(1);
    }

    @Test
    void what_the_device_says_before_the_log_in_is_told_with_a_refusal() throws IOException {
        server.getProperties().put("welcome-banner", "System is booting up.\r\n");
        refuseFrom(1);

        assertThatThrownBy(() -> logIn(ada)).hasMessageContaining("The device said: \"System is booting up.\".");
    }

    @Test
    void each_keystroke_is_sent_at_once() throws IOException {
        try (SshSocket socket = new SshSocket(null, new SshEndpoint("127.0.0.1", 22))) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void a_secret_of_a_log_in_has_no_string_form() {
        Credentials key = new Credentials(
                "ada",
                new Credentials.PrivateKey(Path.of("id"), Secret.of("hunter2"), Optional.of(Secret.of("hunter2"))));

        assertThat(new SshAccess(key, HostKeys.pinned("")).toString()).doesNotContain("hunter2");
    }

    private void refuseFrom(int count) throws IOException {
        server.setPasswordAuthenticator((user, password, session) -> {
            heard.add(password);
            return heard.size() < count;
        });
        server.start();
    }

    private void ask(String instruction, String... questions) throws IOException {
        server.setKeyboardInteractiveAuthenticator(new KeyboardInteractiveAuthenticator() {
            @Override
            public InteractiveChallenge generateChallenge(
                    ServerSession session, String user, String language, String methods) {
                InteractiveChallenge challenge = new InteractiveChallenge();
                challenge.setInteractionName("");
                challenge.setInteractionInstruction(instruction);
                challenge.setLanguageTag("");
                for (String question : questions) {
                    challenge.addPrompt(question, false);
                }
                return challenge;
            }

            @Override
            public boolean authenticate(ServerSession session, String user, List<String> responses) {
                heard.addAll(responses);
                return true;
            }
        });
        server.start();
    }

    private SshEndpoint endpoint() throws IOException {
        if (!server.isStarted()) {
            server.start();
        }
        return new SshEndpoint("127.0.0.1", server.getPort());
    }

    private void logIn(Credentials credentials) throws IOException {
        String fingerprint = HostKeys.sha256Of(HostKeys.blob(hostKey.getPublic()));
        Sshd.open(endpoint(), credentials, HostKeys.pinned(fingerprint)).close();
    }
}
