package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes with {@code -Dbywash.signWith}, each told before anything is started. */
class SigningKeyFileTest {
    @TempDir
    private Path folder;

    private Path key;

    @BeforeEach
    void writeKey() throws IOException {
        key = folder.resolve("signing-key.pem");
        write("""
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIDLztr/zdhkHaeniYxcJNOO7S6iHhPocsk10aH9Ylmc9
                -----END PRIVATE KEY-----
                """);
    }

    private void write(String text) throws IOException {
        Files.writeString(key, text);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private static void refused(Object file, String why) {
        assertThatThrownBy(() -> RunRequest.from(Map.of("bywash.signWith", file.toString())))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("-Dbywash.signWith=%s: ".formatted(file))
                .hasMessageContaining(why)
                .hasMessageEndingWith(" Nothing was started.");
    }

    @Test
    void the_key_that_is_named_is_the_one_to_sign_with() {
        assertThat(RunRequest.from(Map.of("bywash.signWith", key.toString())).signWith())
                .hasValueSatisfying(read -> assertThat(read.id())
                        .isEqualTo("655af2cd3f5a978c09e4b59846686ef0458a10565d42734946ab7cddc983ddab"));
    }

    @Test
    void without_the_setting_nothing_is_signed() {
        assertThat(RunRequest.from(Map.of()).signWith()).isEmpty();
    }

    @Test
    void a_file_that_is_missing_is_told_with_where_it_was_looked_for() {
        refused(
                folder.resolve("signing.pem"),
                "there is no file %s. Write: the path of a file that exists; a relative one counts from the directory where the command is given."
                        .formatted(folder.resolve("signing.pem")));
    }

    @Test
    void a_directory_is_no_key() {
        refused(folder, folder + " is no file.");
    }

    @Test
    void no_name_at_all_is_told() {
        refused("", "no file is named.");
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        write("");

        refused(key, key + " is empty.");
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        refused(key, key + " is open to others (rw-r-----). Write: chmod 600 " + key + ".");
    }

    @Test
    void a_file_that_is_too_large_is_no_key() throws IOException {
        write("x".repeat(70_000));

        refused(key, "the file is too large to be a key.");
    }

    @Test
    void what_is_wrong_with_the_key_itself_is_told() throws IOException {
        write("-----BEGIN PUBLIC KEY-----\nMCowBQ\n-----END PUBLIC KEY-----\n");

        refused(key, "it is the public half of a key");
    }

    @Test
    void the_key_shows_nowhere_in_the_request() throws IOException {
        assertThat(RunRequest.from(Map.of("bywash.signWith", key.toString())).toString())
                .doesNotContain(Files.readAllLines(key).get(1).substring(20));
    }
}
