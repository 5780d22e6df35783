package io.bywash.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {
    private static String pem(String algorithm) throws GeneralSecurityException {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(KeyPairGenerator.getInstance(algorithm)
                                .generateKeyPair()
                                .getPrivate()
                                .getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static void refused(String pem, String why) {
        assertThatThrownBy(() -> SigningKey.of(Secret.of(pem)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_key_of_openssl_is_named_by_the_hash_of_its_public_half() {
        assertThat(SigningKey.of(Secret.of(SampleRun.PRIVATE)).id()).isEqualTo(SampleRun.KEY_ID);
    }

    @Test
    void what_stands_before_and_behind_the_key_is_left_out() {
        assertThat(SigningKey.of(Secret.of("Bag Attributes\r\n" + SampleRun.PRIVATE.replace("\n", "\r\n") + "\r\n"))
                        .id())
                .isEqualTo(SampleRun.KEY_ID);
    }

    @Test
    void the_key_has_no_string_form() {
        assertThat(SampleRun.KEY).hasToString("signing key " + SampleRun.KEY_ID);
    }

    @Test
    void the_public_half_is_told_as_that() {
        refused(SampleRun.PUBLIC, "it is the public half of a key");
    }

    @Test
    void an_encrypted_key_is_told_as_that() {
        refused(
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGb\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "the key is encrypted, and a run has nobody who could type a passphrase.");
    }

    @Test
    void an_encrypted_key_of_the_old_form_is_told_as_that() {
        refused(
                "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END EC PRIVATE KEY-----\n",
                "the key is encrypted");
    }

    @ParameterizedTest
    @CsvSource({"RSA, RSA", "EC, EC", "X25519, X25519", "Ed448, Ed448"})
    void a_key_of_another_kind_is_told_by_its_kind(String algorithm, String told) throws GeneralSecurityException {
        refused(pem(algorithm), "it is a key of %s, and statements are signed with Ed25519.".formatted(told));
    }

    @Test
    void a_key_of_openssh_is_told_as_that() {
        refused(
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n",
                "it is a key of OpenSSH in its own form");
    }

    @Test
    void a_certificate_is_told_as_that() {
        refused("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "it is a 'CERTIFICATE'");
    }

    @Test
    void two_keys_in_a_file_are_one_too_many() {
        refused(SampleRun.PRIVATE + SampleRun.ANOTHER, "it holds more than one thing");
    }

    @Test
    void a_key_that_is_cut_off_is_told_as_that() {
        refused(SampleRun.PRIVATE.substring(0, 60), "it is cut off: a BEGIN line has no END line.");
    }

    @Test
    void a_damaged_key_is_told_as_that() {
        refused(SampleRun.PRIVATE.replace("MC4C", "MC4D"), "it is damaged");
    }

    @Test
    void a_file_of_something_else_is_told_as_that() {
        refused("group: north-gate\n", "it is no key in PEM form");
    }

    @Test
    void nothing_of_a_key_is_shown_in_what_is_wrong_with_it() {
        assertThatThrownBy(() -> SigningKey.of(Secret.of(SampleRun.PRIVATE.replace("MC4C", "MC4D"))))
                .message()
                .doesNotContain(SampleRun.PRIVATE.lines().toList().get(1).substring(10));
    }
}
