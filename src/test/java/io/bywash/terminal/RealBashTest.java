package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.cluster.Boot;
import io.bywash.cluster.SgmFiles;
import io.bywash.cpuse.RemoteFile;
import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Tempo;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Expert mode is asked, on a real bash over OpenSSH, on terminals of any width and with habits of any kind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class RealBashTest {
    private static final String EXPERT = """
            PS1='[Expert@harbour-ch01-01:0]# '
            """;
    private static final String NAME = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL_of_a_rather_long_name.tgz";

    @TempDir
    private Path folder;

    /** At a path whose length is always the same, as rows are filled by it. */
    private Path files;

    @BeforeEach
    void makePlace() throws IOException {
        files = Files.createDirectory(Path.of(
                "/tmp", "bywash-%08x".formatted(ThreadLocalRandom.current().nextInt())));
    }

    @AfterEach
    void clear() throws IOException {
        Files.deleteIfExists(files.resolve(NAME));
        Files.delete(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stty cols 250",
                "stty cols 80",
                "stty cols 80; alias ls='ls --color=always'; unset LANG",
                "export LANG=C.UTF-8; PROMPT_COMMAND='printf \"\\033]0;admin@harbour:~\\007\"'",
                "stty cols 80; PROMPT_COMMAND='printf \"\\033]0;admin@harbour:~\\007\"'; alias stat='stat' ; export LC_ALL=C",
            })
    void an_answer_does_not_depend_on_the_terminal(String habit) throws IOException {
        Path file = Files.writeString(files.resolve(NAME), "hotfix");
        Path lease = files.resolve("bywash.lease");
        try (Sshd sshd = Sshd.start(folder)) {
            Files.writeString(folder.resolve("home").resolve(".bash_profile"), EXPERT + habit + "\n");
            History history = new History(Clock.systemUTC());
            try (GaiaSession session = address(sshd, history).logIn("expert")) {
                assertThat(RemoteFile.measure(session, file.toString()))
                        .hasToString("RemoteFile[size=6, sha256=%s]"
                                .formatted(
                                        Sshd.run("sha256sum", file.toString()).substring(0, 64)));
                assertThat(RemoteFile.measure(session, file + ".none").sha256()).isEqualTo("not measured");
                assertThat(Boot.read(session, Dialect.of(Release.R81_10))).isNotNull();
                assertThat(SgmFiles.read(session).wizardDone()).isFalse();
                assertThat(session.run(Command.read(Shell.EXPERT, "readlink " + lease))
                                .lines())
                        .isEmpty();
                Permits permits = new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 1, 1), history);
                Files.createSymbolicLink(lease, Path.of("ada-north-7-20261129T020000Z"));
                assertThat(session.run(Command.read(Shell.EXPERT, "readlink " + lease))
                                .lines())
                        .containsExactly("ada-north-7-20261129T020000Z");
                String release = Dialect.of(Release.R81_10).say(Phrase.LEASE_RELEASE, "path", lease.toString());
                session.run(
                        Command.act(Shell.EXPERT, permits.forLease(Phrase.LEASE_RELEASE, SgmId.parse("1_1"), release)));
                assertThat(Files.exists(lease, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                        .isFalse();
            }
        }
    }

    private static ManagementAddress address(Sshd sshd, History history) {
        return new ManagementAddress(
                new SshEndpoint("127.0.0.1", sshd.port()),
                new SshAccess(Sshd.password(), sshd.known()),
                GatewayMode.SECURITY_GATEWAY,
                Secret.of("unused"),
                new Tempo(Duration.ofMillis(100), Duration.ofSeconds(20)),
                history,
                new WaitingTime());
    }
}
