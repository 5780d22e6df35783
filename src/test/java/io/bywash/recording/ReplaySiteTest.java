package io.bywash.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Secret;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.HostRefused;
import io.bywash.terminal.LoginRefused;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import io.bywash.terminal.SshLink;
import io.bywash.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplaySiteTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private ReplaySite serve(MadeHistory history) {
        return ReplaySite.open(
                new Recording(List.of(history.made())), folder.resolve("replay"), 1000, 0, NOW, told::add);
    }

    private static MadeHistory history() {
        return MadeHistory.of(Fact.TargetKind.REAL);
    }

    private SshLink link(ReplaySite site, String password) {
        return SshLink.open(
                new SshEndpoint("127.0.0.1", site.server().port()),
                new SshAccess(
                        Credentials.password("admin", Secret.of(password)),
                        HostKeys.knownHosts(folder.resolve("replay/known_hosts"))));
    }

    private static String heardUpTo(String end, Terminal terminal) {
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith(end)) {
            String piece = terminal.hear(Duration.ofSeconds(10));
            assertThat(piece).as("after " + heard).isNotEmpty();
            heard.append(piece);
        }
        return heard.toString();
    }

    @Test
    void who_knows_the_password_hears_what_the_run_heard_byte_by_byte() {
        MadeHistory history = history().opened(1, "watch").heard(2, "watch", "caf\u00e9 \udcff\u001b]0;t\u0007# ");
        try (ReplaySite site = serve(history);
                SshLink link = link(site, ReplayServer.PASSWORD);
                Terminal terminal = link.terminal("watch")) {
            assertThat(heardUpTo("# ", terminal)).isEqualTo("caf\u00e9 \udcff\u001b]0;t\u0007# ");
        }
    }

    @Test
    void another_password_is_refused() {
        try (ReplaySite site = serve(history().opened(1, "watch"))) {
            assertThatThrownBy(() -> link(site, "guessed")).isInstanceOf(LoginRefused.class);
        }
    }

    @Test
    void a_host_that_was_not_trusted_then_shows_another_key() {
        MadeHistory history = history()
                .failed(1, "watch", Fact.LineTrouble.HOST_REFUSED)
                .opened(2, "watch")
                .heard(3, "watch", "# ");
        try (ReplaySite site = serve(history)) {
            assertThatThrownBy(() -> link(site, ReplayServer.PASSWORD)).isInstanceOf(HostRefused.class);
            try (SshLink link = link(site, ReplayServer.PASSWORD);
                    Terminal terminal = link.terminal("watch")) {
                assertThat(heardUpTo("# ", terminal)).isEqualTo("# ");
            }
        }
    }

    @Test
    void a_file_is_taken_and_only_its_size_is_kept() throws IOException {
        Path file = Files.writeString(folder.resolve("HF.tgz"), "x".repeat(300_000));
        MadeHistory history = history().fact(1, new Fact.TransferEnded(MadeHistory.at(1), "HF.tgz"));
        try (ReplaySite site = serve(history);
                SshLink link = link(site, ReplayServer.PASSWORD)) {
            link.upload(file, "/var/log/HF.tgz.part", (sent, of) -> {});

            assertThat(site.server().isThrough()).isTrue();
        }
    }

    @Test
    void an_upload_that_was_cut_is_cut() throws IOException {
        Path file = Files.writeString(folder.resolve("HF.tgz"), "x".repeat(3_000_000));
        MadeHistory history = history()
                .fact(1, new Fact.Transferred(MadeHistory.at(1), "HF.tgz", 1_000_000, 3_000_000))
                .failed(2, "HF.tgz", Fact.LineTrouble.LOST);
        try (ReplaySite site = serve(history);
                SshLink link = link(site, ReplayServer.PASSWORD)) {
            assertThatThrownBy(() -> link.upload(file, "/var/log/HF.tgz.part", (sent, of) -> {}))
                    .isInstanceOf(io.bywash.terminal.ConnectionLost.class);
        }
    }

    @Test
    void nothing_of_this_machine_can_be_read_over_it() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "of this machine");
        try (ReplaySite site = serve(history());
                SSHClient client = new SSHClient()) {
            client.addHostKeyVerifier(new PromiscuousVerifier());
            client.connect("127.0.0.1", site.server().port());
            client.authPassword("admin", ReplayServer.PASSWORD);
            try (SFTPClient sftp = client.newSFTPClient()) {
                assertThat(sftp.statExistence("/etc/passwd")).isNull();
                assertThat(sftp.statExistence(secret.toString())).isNull();
                assertThat(sftp.statExistence("../../.." + secret)).isNull();
                assertThatThrownBy(() -> sftp.get(
                                secret.toString(), folder.resolve("stolen").toString()))
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(folder.resolve("stolen")).doesNotExist();
    }

    @Test
    void a_single_command_is_not_carried_out() throws IOException {
        try (ReplaySite site = serve(history().opened(1, "watch"));
                SSHClient client = new SSHClient()) {
            client.addHostKeyVerifier(new PromiscuousVerifier());
            client.connect("127.0.0.1", site.server().port());
            client.authPassword("admin", ReplayServer.PASSWORD);

            assertThatThrownBy(() -> client.startSession().exec("id")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_run_on_it_is_told_whole() {
        try (ReplaySite site = serve(history())) {
            assertThat(site.command(0).replace(folder.toString(), ""))
                    .isEqualTo(
                            "mvn verify -Dbywash.confirm=north-gate-replay-20261127T090000Z -Dbywash.target=/replay/target.yaml -Dcucumber.filter.tags='@failover'");
        }
    }

    @Test
    void a_run_on_it_knows_what_the_recorded_one_knew_of_earlier_runs() {
        try (ReplaySite site = serve(history())) {
            Journal journal = Journal.read(
                    site.reports(), "north-gate-replay-20261127T090000Z", Fact.TargetKind.SIMULATED, Optional.empty());

            assertThat(journal.highest()).isEqualTo(3);
            assertThat(journal.last("asg chassis_admin -c 1 down"))
                    .contains(new Journal.Sent(
                            "first-chassisA",
                            Instant.parse("2026-11-26T01:00:00Z"),
                            "3.C",
                            "asg chassis_admin -c 1 down",
                            false));
            assertThat(journal.unsettled("3.C")).contains("first-chassisA");
            assertThat(journal.last("asg chassis_admin -c 1 up").orElseThrow().run())
                    .isEqualTo("second-chassisA");
        }
    }

    @Test
    void the_stand_in_for_the_package_has_its_size() {
        serve(history()).close();

        assertThat(folder.resolve("replay/HF_JUMBO_T110.tgz")).hasSize(400);
    }

    @Test
    void a_folder_that_is_there_is_not_written_into() throws IOException {
        Files.createDirectory(folder.resolve("replay"));

        assertThatThrownBy(() -> serve(history()))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("Name another with -Dbywash.into");
    }
}
