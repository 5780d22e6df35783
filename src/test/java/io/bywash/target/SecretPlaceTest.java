package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPlaceTest {
    private static final String LOGIN = "  passwordFrom: {env: BYWASH_PASSWORD}";
    private static final String EXPERT = "expertPasswordFrom: {env: BYWASH_EXPERT_PASSWORD}";

    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void a_password_in_the_file_is_refused_and_not_repeated() {
        assertThat(folder.faultsOf(LOGIN, "  password: hunter2"))
                .containsExactly(
                        "north.yaml:5: \"password\" is not taken: a secret is never written in a target file, which gets copied and mailed. Put it into an environment variable, or into a file that only its owner can read, and have it changed. Write: passwordFrom: {env: BYWASH_PASSWORD}");
    }

    @Test
    void a_password_beside_the_user_is_refused_with_the_whole_way_to_write_it() {
        assertThat(folder.faultsOf("user: admin", "user: admin\npassword: hunter2"))
                .singleElement()
                .asString()
                .endsWith(" Write: login: {passwordFrom: {env: BYWASH_PASSWORD}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expertPasswordFrom: hunter2",
                "expertPasswordFrom: {hunter2}",
                "expertPasswordFrom: [hunter2]",
                "expertPasswordFrom: {env: hunter2}",
                "expertPasswordFrom: {env: hunter2!}",
                "expertPasswordFrom: {file: [hunter2]}",
                "expertPasswordFrom: {env: {hunter2: x}}",
                "expertPassword: hunter2",
                "Expert-Password: hunter2",
                "expertPasswordFrom: {env: A, env: hunter2}",
                "expertPasswordFrom: 'hunter2",
                "expertPasswordFrom: @hunter2",
                "expertPasswordFrom: hunter2: hunter2"
            })
    void a_secret_written_where_its_place_belongs_is_not_repeated(String line) {
        assertThat(folder.faultsOf(EXPERT, line)).isNotEmpty().noneMatch(fault -> fault.contains("hunter2"));
    }

    @Test
    void a_password_in_the_address_is_not_repeated() {
        assertThat(folder.faultsOf("address: 192.0.2.10", "address: admin:hunter2@gate"))
                .containsExactly(
                        "north.yaml:2: address cannot be what is written there: the user belongs under user, and a password under neither. Write: address: 192.0.2.10");
    }

    @Test
    void a_private_key_in_the_file_is_not_repeated() {
        assertThat(folder.faultsOf(LOGIN, "  key: |\n    -----BEGIN OPENSSH PRIVATE KEY-----\n    b3BlbnNzaC1rZXk"))
                .containsExactly(
                        "north.yaml:5: login.key cannot be what is written there. Expected: the path of the private key. Write: key: ~/.ssh/id_ed25519");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BYWASH_UNSET"})
    void a_variable_that_is_not_set_is_told_with_how_to_set_it(String unset) {
        String name = unset.isEmpty() ? "BYWASH_EMPTY" : unset;
        folder.set("BYWASH_EMPTY", "");

        assertThat(folder.faultsOf(LOGIN, "  passwordFrom: {env: %s}".formatted(name)))
                .containsExactly(
                        "north.yaml:5: login.passwordFrom.env: the environment variable %s is not set, or set to nothing. Write the secret into it before the run: read -rs %s; export %s"
                                .formatted(name, name, name));
    }

    @Test
    void a_variable_of_two_lines_is_told_and_not_repeated() {
        folder.set("BYWASH_PASSWORD", "hunter2\nreboot");

        assertThat(folder.faults(TargetFolder.SOUND))
                .containsExactly(
                        "north.yaml:5: login.passwordFrom.env: what is read from there has more than one line or a control character. Write: the secret alone, on its only line.");
    }

    @Test
    void a_secret_file_that_is_not_there_is_told() {
        assertThat(folder.faultsOf(EXPERT, "expertPasswordFrom: {file: secrets/expert}"))
                .containsExactly(
                        "north.yaml:6: expertPasswordFrom.file cannot be \"secrets/expert\": there is no file secrets/expert. Write: the path of a file that exists; a relative one counts from the directory of the target file.");
    }

    @Test
    void an_empty_secret_file_is_told() {
        folder.write("expert", "");

        assertThat(folder.faultsOf(EXPERT, "expertPasswordFrom: {file: expert}"))
                .containsExactly(
                        "north.yaml:6: expertPasswordFrom.file cannot be \"expert\": expert is empty. Write: the path of the file that has the content.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void a_secret_file_open_to_others_is_told_with_how_to_close_it(String permissions) throws IOException {
        Files.setPosixFilePermissions(
                folder.write("expert", "abracadabra"), PosixFilePermissions.fromString(permissions));

        assertThat(folder.faultsOf(EXPERT, "expertPasswordFrom: {file: expert}"))
                .containsExactly(
                        "north.yaml:6: expertPasswordFrom.file cannot be \"expert\": expert is open to others (%s). Write: chmod 600 expert"
                                .formatted(permissions));
    }

    @Test
    void two_places_for_one_secret_are_told() {
        assertThat(folder.faultsOf(EXPERT, "expertPasswordFrom: {env: BYWASH_EXPERT_PASSWORD, file: expert}"))
                .containsExactly(
                        "north.yaml:6: expertPasswordFrom must have env or file, and not both. Expected: the place the password of the Expert mode is read from, either env (the name of an environment variable) or file (the path of a file). Write: expertPasswordFrom: {env: BYWASH_EXPERT_PASSWORD}");
    }
}
