package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSH's {@code scp}, in its own protocol and over SFTP, and {@code sftp}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileTransferClientsTest {
    private static final String BANNER = "This system is for authorized use only.\n";
    private static final int SIZE = 3_000_017;

    @TempDir
    Path folder;

    private EmbeddedGroup group;
    private Path hotfix;

    @BeforeAll
    static void the_clients() {
        OpenSsh.need();
    }

    @BeforeEach
    void a_file() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(17).nextBytes(bytes);
        hotfix = Files.write(folder.resolve("hotfix.tgz"), bytes);
    }

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void scp_of_old_puts_a_file_into_a_directory() {
        OpenSsh client = client(LoginShell.EXPERT);

        Programs.Result said = client.run("scp", "-O", hotfix.toString(), OpenSsh.there() + ":/var/log/");

        assertThat(said).isEqualTo(new Programs.Result(0, "", BANNER));
        assertThat(onTheSmo("/var/log/hotfix.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void scp_of_old_puts_a_file_under_another_name_with_its_date() {
        OpenSsh client = client(LoginShell.EXPERT);

        client.run("scp", "-O", "-p", hotfix.toString(), OpenSsh.there() + ":/var/log/other.tgz");

        assertThat(onTheSmo("/var/log/other.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void scp_of_old_without_a_path_puts_a_file_into_the_home_directory() {
        OpenSsh client = client(LoginShell.EXPERT);

        client.run("scp", "-O", hotfix.toString(), OpenSsh.there() + ":");

        assertThat(onTheSmo("/home/admin/hotfix.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void scp_of_old_gets_a_file() throws IOException {
        OpenSsh client = client(LoginShell.EXPERT);
        Files.copy(hotfix, onTheSmo("/var/log/there.tgz"));

        Programs.Result said = client.run("scp", "-O", OpenSsh.there() + ":/var/log/there.tgz", "back.tgz");

        assertThat(said).isEqualTo(new Programs.Result(0, "", BANNER));
        assertThat(folder.resolve("back.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void scp_of_old_tells_that_there_is_no_such_file() {
        OpenSsh client = client(LoginShell.EXPERT);

        assertThat(client.run("scp", "-O", OpenSsh.there() + ":/var/log/none.tgz", "back.tgz"))
                .isEqualTo(new Programs.Result(1, "", BANNER + "scp: /var/log/none.tgz: No such file or directory\n"));
    }

    @Test
    void scp_of_old_tells_that_there_is_no_such_directory() {
        OpenSsh client = client(LoginShell.EXPERT);

        assertThat(client.run("scp", "-O", hotfix.toString(), OpenSsh.there() + ":/var/nowhere/x.tgz"))
                .isEqualTo(new Programs.Result(1, "", BANNER + "scp: /var/nowhere/x.tgz: No such file or directory\n"));
    }

    @Test
    void scp_of_old_does_not_take_a_directory_for_a_file() {
        OpenSsh client = client(LoginShell.EXPERT);

        assertThat(client.run("scp", "-O", OpenSsh.there() + ":/var/log", "back.tgz"))
                .isEqualTo(new Programs.Result(1, "", BANNER + "scp: /var/log: not a regular file\n"));
    }

    @Test
    void scp_of_old_has_no_shell_that_serves_it_when_clish_is_the_login_shell() {
        OpenSsh client = client(LoginShell.CLISH);

        Programs.Result said = client.run("scp", "-O", hotfix.toString(), OpenSsh.there() + ":/var/log/");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("CLINFR0329  Invalid command:'scp -t /var/log/'.");
        assertThat(onTheSmo("/var/log/hotfix.tgz")).doesNotExist();
    }

    @Test
    void scp_over_sftp_puts_a_file() {
        OpenSsh client = client(LoginShell.EXPERT);

        Programs.Result said = client.run("scp", "-s", hotfix.toString(), OpenSsh.there() + ":/var/log/");

        assertThat(said).isEqualTo(new Programs.Result(0, "", BANNER));
        assertThat(onTheSmo("/var/log/hotfix.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void scp_over_sftp_without_a_path_puts_a_file_into_the_home_directory() {
        OpenSsh client = client(LoginShell.EXPERT);

        client.run("scp", "-s", hotfix.toString(), OpenSsh.there() + ":");

        assertThat(onTheSmo("/home/admin/hotfix.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void scp_over_sftp_gets_a_file() throws IOException {
        OpenSsh client = client(LoginShell.EXPERT);
        Files.copy(hotfix, onTheSmo("/var/log/there.tgz"));

        client.run("scp", "-s", OpenSsh.there() + ":/var/log/there.tgz", "back.tgz");

        assertThat(folder.resolve("back.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void sftp_begins_in_the_home_directory() {
        assertThat(sftp("pwd\n").out()).contains("Remote working directory: /home/admin\n");
    }

    @Test
    void sftp_puts_a_file_and_lists_it() {
        Programs.Result said = sftp("put hotfix.tgz /var/log/\nls -l /var/log/hotfix.tgz\nls /var/log\n");

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .containsPattern("-rw-[-r]{6} +\\S+ +\\S+ +\\S+ +3000017 .* /var/log/hotfix.tgz\n")
                .containsPattern("\n/var/log/hotfix.tgz *\n");
        assertThat(onTheSmo("/var/log/hotfix.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void sftp_goes_on_with_an_upload_that_was_cut() throws IOException {
        OpenSsh client = client(LoginShell.CLISH);
        byte[] half = new byte[1_000_003];
        System.arraycopy(Files.readAllBytes(hotfix), 0, half, 0, half.length);
        Files.write(onTheSmo("/var/log/hotfix.tgz"), half);

        Programs.Result said = sftp(client, "reput hotfix.tgz /var/log/hotfix.tgz\n");

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(onTheSmo("/var/log/hotfix.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void sftp_goes_on_with_a_download_that_was_cut() throws IOException {
        OpenSsh client = client(LoginShell.CLISH);
        Files.copy(hotfix, onTheSmo("/var/log/there.tgz"));
        byte[] half = new byte[1_000_003];
        System.arraycopy(Files.readAllBytes(hotfix), 0, half, 0, half.length);
        Files.write(folder.resolve("back.tgz"), half);

        Programs.Result said = sftp(client, "reget /var/log/there.tgz back.tgz\n");

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(folder.resolve("back.tgz")).hasSameBinaryContentAs(hotfix);
    }

    @Test
    void sftp_renames_and_removes() {
        assertThat(sftp("put hotfix.tgz /tmp/a.tgz\nrename /tmp/a.tgz /tmp/b.tgz\nrm /tmp/b.tgz\n")
                        .status())
                .isZero();
        assertThat(group.ledger().acts().stream().map(Act::line))
                .containsExactly("upload /tmp/a.tgz", "rename /tmp/a.tgz /tmp/b.tgz", "remove /tmp/b.tgz");
    }

    @Test
    void sftp_tells_that_there_is_no_such_directory() {
        Programs.Result said = sftp("put hotfix.tgz /var/nowhere/hotfix.tgz\n");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("/var/nowhere/hotfix.tgz", "No such file or directory");
    }

    @Test
    void a_file_that_scp_of_old_brought_stands_in_the_ledger() {
        client(LoginShell.EXPERT).run("scp", "-O", hotfix.toString(), OpenSsh.there() + ":/var/log/");

        assertThat(group.ledger().acts()).singleElement().satisfies(act -> {
            assertThat(act.line()).isEqualTo("scp -t /var/log/");
            assertThat(act.tookEffect()).isPresent();
        });
    }

    private Programs.Result sftp(String batch) {
        return sftp(client(LoginShell.CLISH), batch);
    }

    /** With a batch sftp would ask for no password, unless it is told before. */
    private static Programs.Result sftp(OpenSsh client, String batch) {
        return client.reading(batch, "sftp", "-oBatchMode=no", "-b-", OpenSsh.there());
    }

    private Path onTheSmo(String path) {
        return group.group().smo().orElseThrow().files().at(path);
    }

    private OpenSsh client(LoginShell shell) {
        group = EmbeddedGroup.start(Desk.twoByTwo(StartingState.FRESH).withLoginShell(shell));
        return new OpenSsh(folder, group);
    }
}
