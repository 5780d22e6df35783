package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import io.bywash.target.TargetFileFaulty;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are refused while nobody was connected to yet, which a port that nobody serves proves. */
class BeforeConnectingTest {
    private static final String PACKAGE = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";

    @AutoClose
    private ServerSocket address;

    @AutoClose
    private Site site;

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) throws IOException {
        folder = temporary;
        address = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        address.setSoTimeout(1);
        site = new Site(folder, Site.group(1, 1));
        site.writing("address: 127.0.0.1:" + site.group().port(), "address: 127.0.0.1:" + address.getLocalPort());
    }

    @AfterEach
    void nobodyWasConnectedTo() {
        assertThatThrownBy(address::accept).isInstanceOf(SocketTimeoutException.class);
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void several_stages_of_a_real_group_are_not_run_at_once() {
        assertThatThrownBy(() -> site.run(""))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith(
                        "A real Security Group is worked on one stage at a time, and this command selects 5: [part 1 (@preliminary), part 2 (@imageCloning)")
                .hasMessageEndingWith(
                        "Nothing was connected to. Write for example -Dcucumber.filter.tags=@preliminary.");
    }

    @Test
    void a_confirmation_of_another_group_is_told_with_the_one_to_type() {
        assertThatThrownBy(() -> site.run("@preliminary", Map.of("bywash.confirm", "south-gate"), fact -> {}))
                .isInstanceOf(Broken.class)
                .hasMessage(
                        "-Dbywash.confirm=south-gate does not name the Security Group of the target file, which is north-gate. Nothing was connected to. If north-gate is the group you mean, write -Dbywash.confirm=north-gate.");
    }

    @Test
    void an_unknown_setting_is_told_with_the_nearest() {
        assertThatThrownBy(() -> site.run("@preliminary", Map.of("bywash.confrim", "north-gate"), fact -> {}))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith(
                        "There is no setting -Dbywash.confrim. Did you mean -Dbywash.confirm? The settings are bywash.target,")
                .hasMessageEndingWith("Nothing was started.");
    }

    @Test
    void a_setting_of_the_embedded_group_does_not_go_with_a_target() {
        assertThatThrownBy(() -> site.run("@preliminary", Map.of("bywash.pace", "2000"), fact -> {}))
                .isInstanceOf(Broken.class)
                .hasMessage(
                        "-Dbywash.pace is for the embedded Security Group, and -Dbywash.target names a real one. Leave one of them out.");
    }

    @Test
    void a_package_that_is_missing_is_a_fault_of_the_target_file() throws IOException {
        Files.delete(folder.resolve(PACKAGE));

        assertFault("there is no file " + folder.resolve(PACKAGE) + ". Write: the path of a file that exists");
    }

    @Test
    void a_package_that_is_empty_is_a_fault_of_the_target_file() {
        site.write(PACKAGE, "");

        assertFault(folder.resolve(PACKAGE) + " is empty. Write: the path of the file that has the content.");
    }

    @Test
    void a_package_of_another_take_is_a_fault_of_the_target_file() {
        String other = PACKAGE.replace("T110", "T111");
        site.write(other, "the hotfix").writing("package: " + PACKAGE, "package: " + other);

        assertFault(
                "its name carries Take 111, but take (line 16) says 110. Write: take: 111, or the path of the package with Take 110.");
    }

    private void assertFault(String fault) {
        assertThatThrownBy(() -> site.run("@preliminary"))
                .isInstanceOf(TargetFileFaulty.class)
                .hasMessageStartingWith(folder.resolve("north.yaml") + ":15: package cannot be ")
                .hasMessageContaining(fault)
                .hasMessageEndingWith("1 fault in the target file; no connection was made.");
    }
}
