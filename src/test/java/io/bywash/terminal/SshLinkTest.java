package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Secret;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SshLinkTest {
    private static final Credentials CREDENTIALS =
            Credentials.password(EmbeddedGroup.USER, Secret.of(EmbeddedGroup.LOGIN_PASSWORD));

    private static EmbeddedGroup group;

    @BeforeAll
    static void start() {
        group = EmbeddedGroup.start(EmbeddedSettings.defaults());
    }

    @AfterAll
    static void end() {
        group.close();
    }

    @Test
    void the_link_knows_the_host_key_that_the_device_proved() {
        HostKeys keys = HostKeys.pinned(group.hostKeyFingerprint());

        try (SshLink link = Sshd.open(new SshEndpoint("127.0.0.1", group.port()), CREDENTIALS, keys)) {
            assertThat(link.hostKey()).isEqualTo(group.hostKeyFingerprint());
        }
    }
}
