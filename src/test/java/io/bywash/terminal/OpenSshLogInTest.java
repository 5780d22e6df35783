package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bywash.evidence.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenSshLogInTest {
    @TempDir
    private Path folder;

    @Test
    void a_password_opens_a_terminal_with_bash() {
        try (Sshd sshd = Sshd.start(folder);
                SshLink link = Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known())) {
            assertThat(says(link, "echo $((40 + 2)) $BASH_VERSINFO")).containsPattern("\r42 [45]\r\n");
        }
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        try (Sshd sshd = Sshd.start(folder)) {
            Credentials wrong = Credentials.password("admin", Secret.of("Open-Sesame-2"));

            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), wrong, sshd.known()))
                    .isInstanceOf(LoginRefused.class)
                    .hasMessageStartingWith(
                            "127.0.0.1:%d refused the log-in of user 'admin' with a password. Check the user"
                                    .formatted(sshd.port()));
        }
    }

    @Test
    void a_wrong_password_is_sent_once_however_often_a_connection_is_asked_for() {
        try (Sshd sshd = Sshd.start(folder)) {
            Credentials wrong = Credentials.password("admin", Secret.of("Open-Sesame-2"));

            for (int count = 0; count < 3; count++) {
                assertThat(catchThrowable(() -> Sshd.open(sshd.endpoint(), wrong, sshd.known())))
                        .isInstanceOf(LoginRefused.class);
            }

            assertThat(sshd.failedLogIns()).isEqualTo(1);
        }
    }

    @Test
    void a_password_is_given_in_a_dialogue_too() {
        try (Sshd sshd = Sshd.withPam(folder, false);
                SshLink link = Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known())) {
            assertThat(says(link, "echo $((40 + 2))")).contains("\r42\r\n");
        }
    }

    @Test
    void a_wrong_password_in_a_dialogue_is_refused_once() {
        try (Sshd sshd = Sshd.withPam(folder, false)) {
            Credentials wrong = Credentials.password("admin", Secret.of("Open-Sesame-2"));

            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), wrong, sshd.known()))
                    .hasMessageContaining("refused the log-in of user 'admin' with a password");
        }
    }

    @Test
    void a_dialogue_with_two_questions_gets_both_answers() {
        try (Sshd sshd = Sshd.withPam(folder, true)) {
            Credentials both = new Credentials(
                    "admin",
                    new Credentials.Password(
                            Secret.of(Sshd.PASSWORD), Map.of("one-time password", Secret.of(Sshd.FIRST_CODE))));

            try (SshLink link = Sshd.open(sshd.endpoint(), both, sshd.known())) {
                assertThat(says(link, "echo $((40 + 2))")).contains("\r42\r\n");
            }
        }
    }

    @Test
    void a_question_without_an_answer_is_told_and_not_answered() {
        try (Sshd sshd = Sshd.withPam(folder, true)) {
            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known()))
                    .isInstanceOf(LoginRefused.class)
                    .hasMessageContaining("asks user 'admin' \"One-time password (OATH) for `admin':\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-t ed25519",
                "-t ecdsa -b 256",
                "-t ecdsa -b 384",
                "-t ecdsa -b 521",
                "-t rsa -b 2048",
                "-t rsa -b 2048 -m PEM",
                "-t rsa -b 2048 -m PKCS8",
                "-t ecdsa -b 256 -m PEM",
                "-t ecdsa -b 256 -m PKCS8"
            })
    void a_key_of_each_kind_logs_in_with_a_passphrase_and_without(String kind) throws IOException {
        try (Sshd sshd = Sshd.start(folder, "PasswordAuthentication no")) {
            Path bare = Sshd.keygen(folder.resolve("bare"), kind.split(" "));
            Path locked = Sshd.keygen(folder.resolve("locked"), (kind + " -N sesame").split(" "));

            sshd.letIn(bare);
            Sshd.open(sshd.endpoint(), key(bare, Optional.empty()), sshd.known())
                    .close();
            sshd.letIn(locked);
            Sshd.open(sshd.endpoint(), key(locked, Optional.of(Secret.of("sesame"))), sshd.known())
                    .close();

            assertThat(sshd.failedLogIns()).isZero();
        }
    }

    @Test
    void a_key_that_the_server_does_not_take_is_told() throws IOException {
        try (Sshd sshd = Sshd.start(folder)) {
            Path key = Sshd.keygen(folder.resolve("id"), "-t", "rsa", "-b", "2048");

            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), key(key, Optional.empty()), sshd.known()))
                    .isInstanceOf(LoginRefused.class)
                    .hasMessageContaining("does not take the key %s for user 'admin'".formatted(key));
        }
    }

    @Test
    void a_server_that_wants_a_key_is_not_told_a_password() {
        try (Sshd sshd = Sshd.start(folder, "PasswordAuthentication no")) {
            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known()))
                    .hasMessageContaining("lets user 'admin' in with publickey, and not with a password");
        }
    }

    @Test
    void a_server_that_wants_a_second_proof_is_told() throws IOException {
        try (Sshd sshd = Sshd.start(folder, "AuthenticationMethods publickey,password")) {
            Path key = Sshd.keygen(folder.resolve("id"), "-t", "ed25519");
            sshd.letIn(key);

            assertThatThrownBy(() -> Sshd.open(sshd.endpoint(), key(key, Optional.empty()), sshd.known()))
                    .hasMessageContaining("accepted the key of user 'admin' and wants password as well");
        }
    }

    @Test
    void a_server_that_closes_the_door_at_the_first_refusal_is_not_asked_again() {
        try (Sshd sshd = Sshd.start(folder, "MaxAuthTries 1")) {
            Credentials wrong = Credentials.password("admin", Secret.of("Open-Sesame-2"));

            assertThat(catchThrowable(() -> Sshd.open(sshd.endpoint(), wrong, sshd.known())))
                    .isInstanceOf(LoginRefused.class);
            assertThat(catchThrowable(() -> Sshd.open(sshd.endpoint(), wrong, sshd.known())))
                    .isInstanceOf(LoginRefused.class);

            assertThat(sshd.failedLogIns()).isEqualTo(1);
        }
    }

    static Credentials key(Path file, Optional<Secret> passphrase) throws IOException {
        return new Credentials(
                "admin", new Credentials.PrivateKey(file, Secret.of(Files.readString(file)), passphrase));
    }

    /** What the shell shows until the command has ended. */
    static String says(SshLink link, String command) {
        try (Terminal terminal = link.terminal("test")) {
            terminal.type(command + "; echo e''nd\n");
            StringBuilder said = new StringBuilder();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (said.indexOf("end\r\n") < 0 && System.nanoTime() < end) {
                said.append(terminal.hear(Duration.ofMillis(200)));
            }
            return said.toString();
        }
    }
}
