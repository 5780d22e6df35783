package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Secret;
import io.bywash.gaia.AnswerSize;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.Take;
import io.bywash.target.TargetSettings.Address;
import io.bywash.target.TargetSettings.Audit;
import io.bywash.target.TargetSettings.Hotfix;
import io.bywash.target.TargetSettings.Waits;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {
    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void what_is_left_out_is_as_usual() {
        assertThat(folder.read(TargetFolder.SOUND))
                .isEqualTo(new TargetSettings(
                        SecurityGroup.dual("north-gate", 2, 2),
                        new Address("192.0.2.10", 22),
                        false,
                        false,
                        new SshAccess(
                                Credentials.password("admin", Secret.of("open sesame")),
                                HostKeys.knownHosts(folder.path(".ssh/known_hosts"))),
                        new TreeMap<>(),
                        Optional.of(Secret.of("open sesame")),
                        Secret.of("abracadabra"),
                        new Hotfix(folder.path(TargetFolder.PACKAGE), new Take(110), "/var/log"),
                        ChassisId.CHASSIS1,
                        Release.R81_10,
                        GatewayMode.SECURITY_GATEWAY,
                        new Audit("Ada Operator", "Maintenance"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Waits(
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(60),
                                Duration.ofMinutes(20),
                                Duration.ofSeconds(90),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(15),
                                Duration.ofMillis(300)),
                        new AnswerSize(8_388_608, 100_000),
                        Map.of(),
                        List.of()));
    }

    @Test
    void how_much_is_read_as_one_answer_may_be_said() {
        assertThat(folder.readSound("mode: gateway", "mode: gateway\nanswer: {lines: 5000}")
                        .answer())
                .isEqualTo(new AnswerSize(8_388_608, 5000));
    }

    @Test
    void a_secret_knows_where_it_was_read_from_and_whether_the_site_is_strict() {
        TargetSettings settings = folder.read(TargetFolder.SOUND + "strictSecrets: true\n");

        assertThat(settings.strictSecrets()).isTrue();
        assertThat(settings.expertPassword().name()).isEqualTo("expertPasswordFrom");
        assertThat(settings.access().secrets()).extracting(Secret::name).containsExactly("login.passwordFrom");
    }

    @Test
    void the_active_chassis_is_the_one_that_is_not_standby() {
        TargetSettings settings = folder.read(TargetFolder.SOUND
                .replace("standbyChassis: chassis1", "standbyChassis: chassis2")
                .replace("activeChassis: chassis2", "activeChassis: chassis1"));

        assertThat(settings.active()).isEqualTo(ChassisId.CHASSIS1);
    }

    @Test
    void a_wait_that_is_given_holds_and_the_others_are_as_usual() {
        Waits patience = folder.readSound("mode: gateway", "mode: gateway\npatience: {reboot: 1h30m}")
                .patience();

        assertThat(patience.reboot()).isEqualTo(Duration.ofMinutes(90));
        assertThat(patience.importing()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void vsx_is_a_mode() {
        assertThat(folder.readSound("mode: gateway", "mode: vsx").mode()).isEqualTo(GatewayMode.VSX);
    }

    @Test
    void the_line_end_of_a_secret_file_is_no_part_of_the_secret() {
        folder.write("expert", " blanks count \r\n");

        TargetSettings settings = folder.readSound(
                "expertPasswordFrom: {env: BYWASH_EXPERT_PASSWORD}", "expertPasswordFrom: {file: expert}");

        assertThat(settings.expertPassword()).isEqualTo(Secret.of(" blanks count "));
    }

    @Test
    void a_tilde_is_the_home_directory() {
        Path hosts = folder.write("hosts", "192.0.2.10 ssh-ed25519 AAAA");

        assertThat(folder.readSound("user: admin", "user: admin\nknownHosts: ~/hosts")
                        .access()
                        .hostKeys())
                .isEqualTo(HostKeys.knownHosts(hosts));
    }

    @Test
    void a_change_ticket_may_be_a_number() {
        assertThat(folder.readSound("mode: gateway", "mode: gateway\nchangeTicket: 1042")
                        .changeTicket())
                .contains("1042");
    }

    @Test
    void the_page_of_a_change_is_linked_to_where_its_number_belongs() {
        assertThat(folder.readSound("mode: gateway", "mode: gateway\nticketLink: https://changes.example.com/browse/{}")
                        .ticketLink())
                .contains("https://changes.example.com/browse/{}");
    }

    @Test
    void words_of_the_dialect_are_kept_as_they_are_written() {
        TargetSettings settings = folder.readSound(
                "mode: gateway", "mode: gateway\ndialect:\n  status: asg stat -v -a\n  returnState: UP");

        assertThat(settings.dialect()).isEqualTo(Map.of("status", "asg stat -v -a", "returnState", "UP"));
    }

    @Test
    void settings_show_no_secret() {
        assertThat(folder.read(TargetFolder.SOUND).toString()).doesNotContain("sesame", "abracadabra");
    }
}
