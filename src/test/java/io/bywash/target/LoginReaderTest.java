package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginReaderTest {
    private static final String LOGIN = "  passwordFrom: {env: BYWASH_PASSWORD}";
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
                        "north.yaml:4: login must have passwordFrom or key, and not both. Expected: the proof the user logs in with, either passwordFrom or key. Write: login: {passwordFrom: {env: BYWASH_PASSWORD}}");
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
}
