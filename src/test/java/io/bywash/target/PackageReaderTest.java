package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageReaderTest {
    private static final String LINE = "package: " + TargetFolder.PACKAGE;

    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void a_package_that_is_not_there_is_told_with_the_path_that_was_looked_at() {
        assertThat(folder.faultsOf(LINE, "package: nope.tgz"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"nope.tgz\": there is no file nope.tgz. Write: the path of a file that exists; a relative one counts from the directory of the target file.");
    }

    @Test
    void an_empty_package_is_told() {
        folder.write("empty.tgz", "");

        assertThat(folder.faultsOf(LINE, "package: empty.tgz"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"empty.tgz\": empty.tgz is empty. Write: the path of the file that has the content.");
    }

    @Test
    void a_file_that_is_neither_tgz_nor_tar_is_told() {
        folder.write("hotfix.zip", "PK");

        assertThat(folder.faultsOf(LINE, "package: hotfix.zip"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"hotfix.zip\": an offline package ends in .tgz and an exported one in .tar. Write: package: Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz");
    }

    @Test
    void a_package_of_another_take_is_told_with_both_takes() {
        assertThat(folder.faultsOf("take: 110", "take: 111"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz\": its name carries Take 110, but take (line 8) says 111. Write: take: 110, or the path of the package with Take 111.");
    }

    @Test
    void a_package_of_another_release_is_told_with_both_releases() {
        assertThat(folder.faultsOf("release: R81.10", "release: R81.20"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz\": its name carries R81.10, but release (line 14) says R81.20. Write: the path of a package for R81.20, or the release the Security Group runs.");
    }

    @Test
    void a_web_page_under_the_name_of_a_package_is_told() {
        folder.write("page.tgz", "<!DOCTYPE html>");

        assertThat(folder.faultsOf(LINE, "package: page.tgz"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"page.tgz\": the file is a web page, as a download without log-in leaves it. Write: the path of the package, after downloading it again.");
    }

    @Test
    void a_name_that_cannot_stand_in_a_command_is_told() {
        folder.write("hotfix (1).tgz", "the hotfix");

        assertThat(folder.faultsOf(LINE, "package: hotfix (1).tgz"))
                .containsExactly(
                        "north.yaml:7: package cannot be \"hotfix (1).tgz\": the file name is typed in commands to the SGMs, and may have letters, digits, dots, hyphens and underscores only. Write: mv to a name of such letters, and that name here.");
    }
}
