package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bywash.cluster.StatusScreen;
import io.bywash.gaia.MemberBlocks;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads screens that real devices printed, where the collection of them lies beside the checkout. */
class CapturesTest {
    private static final Path CAPTURES = Path.of("..", "shared", "captures");

    private static String capture(String name) throws IOException {
        boolean there = Files.exists(CAPTURES.resolve(name));
        if (!there) {
            System.out.println("SKIPPED: no real screen " + name + " beside this checkout");
        }
        assumeTrue(there);
        return Files.readString(CAPTURES.resolve(name));
    }

    @Test
    void the_status_of_r76sp_is_read() throws IOException {
        GroupStatus status = StatusScreen.read(
                capture("asg-stat-v-R76SP-top-dual-chassis-vsx.txt"), Instant.EPOCH, List.of("UP", "ACTIVE"));

        assertThat(status.role(ChassisId.CHASSIS2)).contains(ChassisRole.ACTIVE);
        assertThat(status.of(ChassisId.CHASSIS1).toString()).isEqualTo("[1_01 UP, 1_02 UP, 1_03 DOWN, 1_04 UP]");
        assertThat(status.of(ChassisId.CHASSIS2)).hasSize(4);
    }

    @Test
    void an_import_on_two_members_succeeded() throws IOException {
        UpdateTable table = UpdateTable.lastIn(capture("installer-import-local-R80.30SP-two-members-success.txt"))
                .orElseThrow();

        assertThat(table.rows().keySet()).containsExactly(SgmId.parse("1_1"), SgmId.parse("1_2"));
        assertThat(table.rows().values()).allMatch(Installer::stored);
    }

    @Test
    void a_verification_that_one_member_refused_allows_nothing() throws IOException {
        UpdateTable table = UpdateTable.lastIn(capture("installer-verify-R80.30SP-one-member-not-ready.txt"))
                .orElseThrow();

        assertThat(table.of(SgmId.parse("1_2"))).isEqualTo("Package is not ready for verify");
        assertThat(table.rows().values()).noneMatch(Installer::allowed);
        assertThat(table.below()).hasSize(2);
    }

    @Test
    void a_half_installed_pair_is_told_apart() throws IOException {
        String name = "Check_Point_R80_30SP_JHF_MAIN_Bundle_T101_FULL.tgz";
        var lists = PackageList.read(capture("show-installer-packages-R80.30SP-status-column-half-installed.txt"));

        assertThat(lists.get(SgmId.parse("1_1"))).containsExactly(new PackageList.Entry(name, "Available for Install"));
        assertThat(lists.get(SgmId.parse("1_2"))).containsExactly(new PackageList.Entry(name, "Installed"));
    }

    @Test
    void the_take_is_read_from_cpinfo() throws IOException {
        assertThat(Cpinfo.read(capture("cpinfo-y-all-R81.20-management-abridged.txt")
                                .replaceAll("\\s+<-.*|\\s*\\.\\.\\. \\(.*", ""))
                        .orElseThrow()
                        .jumboTakes())
                .containsExactly(new Take(122));
    }

    @Test
    void image_cloning_that_was_switched_off_is_read_for_each_member() throws IOException {
        assertThat(MemberBlocks.read(capture("gclish-s-set-smo-image-auto-clone-off-R80.20SP.txt"))
                        .get(SgmId.parse("1_2")))
                .containsExactly("Image auto-clone state is off", "success");
    }
}
