package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bywash.evidence.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By SFTP, and by SCP against a server that has SFTP switched off. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadTest {
    private static final String SFTP = "# SFTP is on";
    private static final String SCP = "Subsystem off /bin/false";

    @TempDir
    private Path folder;

    private Path file;
    private Path there;

    @BeforeEach
    void write() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        file = Files.write(folder.resolve("package.tgz"), bytes);
        there = folder.resolve("it's there");
    }

    @ParameterizedTest
    @ValueSource(strings = {SFTP, SCP})
    void a_file_arrives_byte_by_byte(String how) {
        try (Sshd sshd = server(how);
                SshLink link = open(sshd)) {
            link.upload(file, there.toString(), (sent, of) -> {});

            assertThat(there).hasSameBinaryContentAs(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SFTP, SCP})
    void progress_is_told_up_to_the_end(String how) {
        List<Long> told = new ArrayList<>();
        try (Sshd sshd = server(how);
                SshLink link = open(sshd)) {
            link.upload(file, there.toString(), (sent, of) -> told.add(sent));

            assertThat(told).isSorted().hasSizeGreaterThan(10).endsWith(3_000_001L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SFTP, SCP})
    void what_a_cut_upload_left_is_replaced_whole(String how) throws IOException {
        Files.write(there, new byte[4_000_000]);
        try (Sshd sshd = server(how);
                SshLink link = open(sshd)) {
            link.upload(file, there.toString(), (sent, of) -> {});

            assertThat(there).hasSameBinaryContentAs(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SFTP, SCP})
    void an_upload_that_is_cut_is_told_and_leaves_less_than_the_whole(String how) throws IOException {
        try (Sshd sshd = server(how);
                BlackHole hole = new BlackHole(sshd.port())) {
            HostKeys known = HostKeys.knownHosts(Sshd.write(
                    folder, "hosts", sshd.knownLine("host_ed25519").replaceFirst("]:\\d+", "]:" + hole.port())));
            try (SshLink link = Sshd.open(new SshEndpoint("127.0.0.1", hole.port()), Sshd.password(), known)) {
                assertThatThrownBy(() -> link.upload(file, there.toString(), (sent, of) -> cut(hole)))
                        .isInstanceOf(ConnectionLost.class);
            }
            assertThat(Files.exists(there) ? Files.size(there) : 0).isLessThan(3_000_001);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SFTP, SCP})
    void a_directory_that_is_not_there_is_told(String how) {
        try (Sshd sshd = server(how);
                SshLink link = open(sshd)) {
            Throwable told = catchThrowable(
                    () -> link.upload(file, folder.resolve("no/there").toString(), (sent, of) -> {}));

            assertThat(told)
                    .isInstanceOf(Broken.class)
                    .isNotInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("No such file")
                    .hasMessageContaining("Check that the directory exists");
        }
    }

    @Test
    void all_that_is_said_instead_of_taking_the_file_is_told() {
        try (Sshd sshd = server(
                        "Subsystem off /bin/false\nForceCommand echo 'no scp for you'; echo 'ask the owner' >&2");
                SshLink link = open(sshd)) {
            assertThatThrownBy(() -> link.upload(file, there.toString(), (sent, of) -> {}))
                    .isInstanceOf(Broken.class)
                    .hasMessageContaining("SCP said: no scp for you ask the owner. Check");
        }
    }

    private Sshd server(String how) {
        return Sshd.start(folder, how);
    }

    private static SshLink open(Sshd sshd) {
        return Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known());
    }

    private static void cut(BlackHole hole) {
        try {
            hole.cut();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
