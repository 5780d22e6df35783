package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.target.TargetSettings.Address;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.10, 22",
        "gate.example.com:2222, gate.example.com, 2222",
        "gate, gate, 22",
        "[2001:db8::10], 2001:db8::10, 22",
        "[2001:db8::10]:65535, 2001:db8::10, 65535",
        "[fe80::1%eth0]:22, fe80::1%eth0, 22"
    })
    void a_host_may_have_a_port(String text, String host, int port) {
        assertThat(AddressText.read(text)).contains(new Address(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gate:",
                "gate:0",
                "gate:65536",
                ":22",
                "ssh://gate",
                "admin@gate",
                "2001:db8::10",
                "[gate]:22"
            })
    void anything_else_is_none(String text) {
        assertThat(AddressText.read(text)).isEmpty();
    }
}
