package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Secret;
import io.bywash.terminal.Algorithms;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginReaderTest {
    private static final String LOGIN = "  passwordFrom: {env: BYWASH_PASSWORD}";
    private static final String PASSPHRASE = "  passphraseFrom: {env: BYWASH_PASSPHRASE}";
    private static final String AGENT = "  agentKey: SHA256:uVO7yJZ2LqYsNSHMAJVNpV0zVK8BnCvBfbNNuGAcqHE";
    private static final String JUMP =
            "jump: {address: \"192.0.2.1:2222\", user: ada, login: {passwordFrom: {env: BYWASH_PASSWORD}}}";
    private static final String IMPOSTOR =
            " The file tells the Security Group from an impostor: ssh-keyscan writes a line for it, to be compared with the fingerprint that the device shows on its console.";

    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void a_password_and_a_key_together_are_told() {
        assertThat(folder.faultsOf(LOGIN, LOGIN + "\n  key: " + TargetFolder.PACKAGE))
                .containsExactly(
                        "north.yaml:4: login must have one of passwordFrom, key and agentKey, and no other of them. Expected: the proof the user logs in with, one of passwordFrom, key and agentKey. Write: login: {passwordFrom: {env: BYWASH_PASSWORD}}");
    }

    @Test
    void a_passphrase_without_a_key_is_told() {
        assertThat(folder.faultsOf(LOGIN, LOGIN + "\n  passphraseFrom: {env: BYWASH_PASSWORD}"))
                .containsExactly(
                        "north.yaml:6: login.passphraseFrom stands without a key, and a passphrase belongs to a private key. Write: key: PATH beside it, or leave it out.");
    }

    @Test
    void the_public_half_of_a_key_is_told() {
        folder.write("id.pub", "ssh-ed25519 AAAA ada@desk");

        assertThat(folder.faultsOf(LOGIN, "  key: id.pub"))
                .containsExactly(
                        "north.yaml:5: login.key cannot be \"id.pub\": id.pub is the public half of a key. Write: the path of the private half, most often the same without .pub.");
    }

    @Test
    void the_usual_known_hosts_is_told_when_it_is_not_there() {
        folder.delete(".ssh/known_hosts");

        assertThat(folder.faults(TargetFolder.SOUND))
                .containsExactly(
                        "north.yaml:1: knownHosts: it is left out, and the usual file will not do: there is no file .ssh/known_hosts. Write: the path of a file that exists; a relative one counts from the directory of the target file."
                                + IMPOSTOR);
    }

    @Test
    void a_known_hosts_that_is_not_there_is_told() {
        assertThat(folder.faultsOf("user: admin", "user: admin\nknownHosts: hosts"))
                .containsExactly(
                        "north.yaml:4: knownHosts cannot be \"hosts\": there is no file hosts. Write: the path of a file that exists; a relative one counts from the directory of the target file."
                                + IMPOSTOR);
    }

    @Test
    void a_key_is_read_with_its_passphrase() {
        Path key = folder.write("id", key("sesame"));
        folder.set("BYWASH_PASSPHRASE", "sesame");

        assertThat(access(LOGIN, "  key: id\n" + PASSPHRASE).credentials().proof())
                .isEqualTo(new Credentials.PrivateKey(
                        key, Secret.of(folder.text("id")), Optional.of(Secret.of("sesame"))));
    }

    @Test
    void a_wrong_passphrase_is_a_fault_of_the_file() {
        folder.write("id", key("sesame"));
        folder.set("BYWASH_PASSPHRASE", "hunter2");

        assertThat(folder.faultsOf(LOGIN, "  key: id\n" + PASSPHRASE))
                .containsExactly(
                        "north.yaml:6: login.passphraseFrom: the passphrase does not open id, or the file is damaged. Write: the right passphrase in the place that passphraseFrom names; ssh-keygen -y -f id tries it.");
    }

    @Test
    void a_passphrase_that_is_left_out_is_told() {
        folder.write("id", key("sesame"));

        assertThat(folder.faultsOf(LOGIN, "  key: id"))
                .containsExactly(
                        "north.yaml:5: login.key cannot be \"id\": id cannot be read: it has a passphrase, or is damaged. Write: passphraseFrom beside it if it has one; ssh-keygen -y -f id tries it.");
    }

    @Test
    void a_file_that_is_no_key_is_told() {
        folder.write("id", "the key is under the mat");

        assertThat(folder.faultsOf(LOGIN, "  key: id"))
                .containsExactly(
                        "north.yaml:5: login.key cannot be \"id\": id is no private key in OpenSSH's, PEM or PKCS#8 form. Write: the path of a private key, such as ssh-keygen makes it.");
    }

    @Test
    void an_agent_that_is_not_there_is_told() {
        assertThat(folder.faultsOf(LOGIN, AGENT))
                .containsExactly(
                        "north.yaml:5: login.agentKey cannot be \"SHA256:uVO7yJZ2LqYsNSHMAJVNpV0zVK8BnCvBfbNNuGAcqHE\": SSH_AUTH_SOCK is not set, so there is no ssh-agent. Start one before the run, in the shell that starts it: eval $(ssh-agent); ssh-add PATH");
    }

    @Test
    void a_socket_without_an_agent_is_told() {
        folder.set("SSH_AUTH_SOCK", folder.path("none").toString());

        assertThat(folder.faultsOf(LOGIN, AGENT)).singleElement().asString().contains("none does not answer");
    }

    @Test
    void answers_of_a_dialogue_are_read_from_their_places() {
        folder.set("BYWASH_PIN", "1234");

        assertThat(access(LOGIN, LOGIN + "\n  answers: [{question: PIN, from: {env: BYWASH_PIN}}]")
                        .credentials()
                        .proof())
                .isEqualTo(new Credentials.Password(Secret.of("open sesame"), Map.of("PIN", Secret.of("1234"))));
    }

    @Test
    void an_answer_without_a_place_is_told() {
        assertThat(folder.faultsOf(LOGIN, LOGIN + "\n  answers: [{question: PIN}]"))
                .containsExactly(
                        "north.yaml:6: login.answers item 1.from is missing: the place the answer is read from, either env (the name of an environment variable) or file (the path of a file). Write: from: {env: BYWASH_PIN}");
    }

    @Test
    void an_answer_written_itself_is_not_repeated() {
        assertThat(folder.faultsOf(LOGIN, LOGIN + "\n  answers: [{question: PIN, from: hunter2}]"))
                .isNotEmpty()
                .noneMatch(fault -> fault.contains("hunter2"));
    }

    @Test
    void answers_without_a_password_are_told() {
        folder.write("id", key(null));
        folder.set("BYWASH_PIN", "1234");

        assertThat(folder.faultsOf(LOGIN, "  key: id\n  answers: [{question: PIN, from: {env: BYWASH_PIN}}]"))
                .singleElement()
                .asString()
                .contains("login.answers stand without a password");
    }

    @Test
    void a_jump_host_has_a_log_in_of_its_own() {
        SshAccess access = access("user: admin", "user: admin\n" + JUMP);

        assertThat(access.jump())
                .contains(new SshAccess.Jump(
                        new SshEndpoint("192.0.2.1", 2222),
                        new SshAccess(
                                Credentials.password("ada", Secret.of("open sesame")),
                                HostKeys.knownHosts(folder.path(".ssh/known_hosts")))));
    }

    @Test
    void a_password_of_the_jump_host_in_the_file_is_refused_and_not_repeated() {
        assertThat(folder.faultsOf(
                        "user: admin",
                        "user: admin\njump: {address: 192.0.2.1, user: ada, login: {password: hunter2}}"))
                .isNotEmpty()
                .noneMatch(fault -> fault.contains("hunter2"))
                .anyMatch(fault -> fault.contains("a secret is never written"));
    }

    @Test
    void a_jump_host_without_a_user_is_told() {
        assertThat(folder.faultsOf("user: admin", "user: admin\n" + JUMP.replace("user: ada, ", "")))
                .containsExactly(
                        "north.yaml:4: jump.user is missing: the user who logs in on the jump host, without blanks. Write: user: ada");
    }

    @Test
    void nothing_old_is_allowed_unless_it_is_named() {
        assertThat(folder.read(TargetFolder.SOUND).access().algorithms()).isEqualTo(Algorithms.STRICT);
    }

    @Test
    void old_algorithms_are_allowed_by_name() {
        assertThat(access("user: admin", "user: admin\noldAlgorithms: [ssh-rsa, hmac-sha1]")
                        .algorithms())
                .isEqualTo(new Algorithms(Set.of("ssh-rsa", "hmac-sha1")));
    }

    @Test
    void an_algorithm_that_is_mistyped_is_told_with_the_one_that_was_meant() {
        assertThat(folder.faultsOf("user: admin", "user: admin\noldAlgorithms: [sha-rsa]"))
                .singleElement()
                .asString()
                .contains("oldAlgorithms item 1 cannot be \"sha-rsa\"; did you mean ssh-rsa?");
    }

    private SshAccess access(String line, String instead) {
        return folder.readSound(line, instead).access();
    }

    /** A private key in OpenSSH's form. */
    private static String key(String passphrase) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            OpenSSHKeyEncryptionContext lock = null;
            if (passphrase != null) {
                lock = new OpenSSHKeyEncryptionContext();
                lock.setPassword(passphrase);
                lock.setCipherName("AES");
                lock.setCipherType("256");
                lock.setCipherMode("CTR");
            }
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "ada@desk", lock, text);
            return text.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
