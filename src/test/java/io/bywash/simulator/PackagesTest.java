package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Release;
import io.bywash.group.Take;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PackagesTest {
    @TempDir
    Path root;

    private Desk desk;
    private Path varLog;

    @BeforeEach
    void nothing_was_done() {
        desk = new Desk(Desk.twoByTwo(StartingState.FRESH), root);
        varLog = desk.sgm("2_1").files().at("/var/log");
    }

    @Test
    void the_same_package_has_different_numbers_on_different_members() {
        importFile(EmbeddedPackage.write(varLog, Release.R81_10, new Take(110), 8));

        assertThat(desk.number("2_1")).isNotEqualTo(desk.number("1_1")).isPositive();
        assertThat(desk.sgm("2_1").packages().number(desk.number("2_1")))
                .isEqualTo(desk.sgm("1_1").packages().number(desk.number("1_1")));
    }

    @Test
    void a_number_moves_when_its_package_is_installed() {
        importFile(EmbeddedPackage.write(varLog, Release.R81_10, new Take(110), 8));
        int before = desk.number("1_1");

        desk.gclish("1_1", "set smo image auto-clone state off");
        desk.install("1_1", "1_1");

        assertThat(desk.number("1_1")).isNotEqualTo(before).isPositive();
    }

    @Test
    void a_number_that_the_local_member_lacks_is_refused_there() {
        assertThat(desk.gclish("2_1", "installer verify 9"))
                .contains("|2_01 (local) |Initiating package verification...")
                .endsWith("\n[Mar  4 10:15:00] Package index doesn't exist on the local member ('9')\n");
    }

    @Test
    void each_member_answers_for_a_number_in_its_own_list() {
        importFile(EmbeddedPackage.write(varLog, Release.R81_10, new Take(110), 8));
        int number = desk.number("2_1");

        assertThat(desk.gclish("2_1", "show installer package " + number))
                .contains("2_01:\nDisplay name:      " + Desk.PACKAGE)
                .contains("2_02:\nNMSHNM0679  Package %d is invalid\n".formatted(number))
                .contains("1_01:\nNMSHNM0679  Package %d is invalid\n".formatted(number));
        assertThat(desk.gclish("2_1", "show installer package 1"))
                .contains("2_02:\nDisplay name:      " + Desk.PACKAGE)
                .contains("2_01:\nDisplay name:      Check_Point_R81_10_Core_Reader_Bundle_FULL.tgz");
    }

    @Test
    void one_member_stores_a_private_hotfix_that_the_others_do_not_have() {
        assertThat(desk.gclish("2_1", "show installer packages imported"))
                .containsOnlyOnce("Check_Point_R81_10_JHF_T41_HF3_MAIN_Bundle_T3_");
    }

    @Test
    void an_import_is_stored_on_every_member_in_reach() {
        String screen = importFile(EmbeddedPackage.write(varLog, Release.R81_10, new Take(110), 8));

        assertThat(screen).contains("|1_02         |The package 'Check_Point_R81_10_JU..' was successfully imported.|");
        assertThat(desk.gclish("2_1", "show installer packages imported"))
                .contains("1_01:\n**")
                .contains("Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_F                             \n"
                        + "       ULL.tgz                                        Hotfix                   \n");
    }

    @Test
    void an_exported_package_works_as_well_and_is_listed_as_a_tgz() {
        importFile(EmbeddedPackage.writeExported(varLog, Release.R81_10, new Take(110), 8));

        assertThat(desk.number("1_1")).isPositive();
    }

    @Test
    void a_truncated_an_altered_and_an_empty_file_are_refused_on_every_member() throws IOException {
        Path whole = EmbeddedPackage.write(varLog, Release.R81_10, new Take(110), 8);
        byte[] bytes = Files.readAllBytes(whole);
        byte[] altered = bytes.clone();
        altered[altered.length / 2] ^= 1;
        for (byte[] broken : new byte[][] {Arrays.copyOf(bytes, bytes.length / 2), altered, {}}) {
            Files.write(whole, broken);

            assertThat(importFile(whole))
                    .contains("|1_01         |Package import failed. The package is corrupted.")
                    .contains("Action was aborted (import, '" + Desk.PACKAGE + "')");
            assertThat(desk.number("1_1")).isZero();
        }
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThat(desk.gclish("2_1", "installer import local /var/log/none.tgz"))
                .contains("The file '/var/log/none.tgz' does not exist.");
    }

    @Test
    void a_package_that_is_stored_already_is_told_from_another_build_of_it() throws IOException {
        Path file = EmbeddedPackage.write(varLog, Release.R81_10, new Take(110), 8);
        importFile(file);

        assertThat(importFile(file)).contains("The package you are trying to import already exists.");
        assertThat(desk.group.ledger().acts())
                .extracting(act -> act.tookEffect().isPresent())
                .containsExactly(true, false);
        Files.move(
                EmbeddedPackage.write(Files.createDirectory(root.resolve("else")), Release.R81_10, new Take(110), 9),
                file,
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(importFile(file)).contains("Build number 110 of this package is already stored on this ");
    }

    @Test
    void a_package_for_another_release_is_imported_but_not_allowed() {
        importFile(EmbeddedPackage.write(varLog, Release.R81_20, new Take(110), 8));

        assertThat(desk.gclish("2_1", "installer verify Check_Point_R81_20_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz"))
                .contains("Installation is not allowed.")
                .doesNotContain("Installation is allowed.");
    }

    @Test
    void a_lower_take_becomes_part_of_a_higher_one() {
        PackageStore store = new PackageStore();
        HotfixPackage take90 = new HotfixPackage("Check_Point_T90.tgz", "R81.10", 90, "");
        HotfixPackage take110 = new HotfixPackage("Check_Point_T110.tgz", "R81.10", 110, "");
        store.install(take90);
        store.install(take110);

        assertThat(store.runningJumbo()).contains(take110);
        assertThat(store.named("Check_Point_T90.tgz").orElseThrow().status())
                .isEqualTo(PackageStatus.INSTALLED_AS_PART);
    }

    @Test
    void the_demonstration_package_has_the_same_bytes_each_time() {
        Path one = EmbeddedPackage.write(root, Release.R81_10, new Take(110), 8);
        String first = FileCommands.digest(one, "SHA-256");

        assertThat(FileCommands.digest(EmbeddedPackage.write(root, Release.R81_10, new Take(110), 8), "SHA-256"))
                .isEqualTo(first);
        assertThat(one).hasFileName(Desk.PACKAGE);
        assertThat(EmbeddedPackage.nameOf(Release.R80_30SP, new Take(7)))
                .isEqualTo("Check_Point_R80_30SP_JHF_MAIN_Bundle_T7_FULL.tgz");
    }

    private String importFile(Path file) {
        return desk.gclish("2_1", "installer import local /var/log/" + file.getFileName());
    }
}
