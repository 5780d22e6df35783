package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.cluster.GroupReadings;
import io.bywash.cluster.StatusScreen;
import io.bywash.gaia.Captures;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.Shown;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.terminal.Pieces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a careful person reads from the screens of real devices is what is read here. */
class CapturesTest {
    private static final SgmId ON_1_01 = SgmId.parse("1_1");
    private static final SgmId ON_1_02 = SgmId.parse("1_2");
    private static final String CPINFO = "cpinfo-y-all-R81.20-management-abridged.txt";

    private static String shown(String name) {
        return Shown.of(Captures.of(name));
    }

    private static GroupStatus status(String screen) {
        return StatusScreen.read(screen, Instant.EPOCH, List.of("UP", "ACTIVE"));
    }

    @Test
    void chassis_2_of_athens_carries_and_one_sgm_of_chassis_1_is_down() {
        GroupStatus athens = status(shown("asg-stat-v-R76SP-top-dual-chassis-vsx.txt"));

        assertThat(athens.toString())
                .isEqualTo("chassis1 STANDBY: 1_01 UP, 1_02 UP, 1_03 DOWN, 1_04 UP; "
                        + "chassis2 ACTIVE: 2_01 UP, 2_02 UP, 2_03 UP, 2_04 UP");
        assertThat(athens.synchronised()).isEmpty();
        assertThat(athens.policy()).contains("09Jan14 11:30");
        assertThat(athens.version()).isEmpty();
    }

    @Test
    void a_member_that_upgrades_tells_the_pnote_that_holds_it() {
        String line = shown("asg-stat-i-and-pnotes-R80.30SP-member-detached.txt")
                .lines()
                .filter(shown -> shown.startsWith("["))
                .findFirst()
                .orElseThrow();

        assertThat(GroupReadings.byMember(line))
                .containsExactly(entry(ON_1_02, List.of("Active PNOTEs: during_upgrade")));
    }

    @Test
    void a_state_without_the_name_of_its_chassis_is_of_no_sgm() {
        String screen = shown("asg-stat-i-and-pnotes-R80.30SP-member-detached.txt");

        assertThatThrownBy(() -> status(screen))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("|  1                                    DETACHED");
    }

    @Test
    void both_members_say_the_same_of_the_cluster_although_their_lines_are_mixed() {
        Map<SgmId, List<String>> said = GroupReadings.byMember(shown("gexec-cphaprob-stat-R80.30SP-1_02-upgraded.txt"));

        assertThat(said).containsOnlyKeys(ON_1_01, ON_1_02);
        assertThat(told(said.get(ON_1_01)))
                .containsExactly(
                        "Cluster Mode: HA Over LS",
                        "ID Unique Address Assigned Load State Name",
                        "1 (local) 192.0.2.1 100% ACTIVE cti-ch01-01",
                        "2 192.0.2.2 0% DOWN cti-ch01-02",
                        "Active PNOTEs: None",
                        "Last member state change event:",
                        "Event Code: CLUS-112004",
                        "State change: DOWN -> ACTIVE",
                        "Reason for state change: USER DEFINED PNOTE",
                        "Event time: Wed Aug 31 15:18:24 2022");
        assertThat(told(said.get(ON_1_02)))
                .containsSubsequence(
                        "1 192.0.2.1 100% ACTIVE cti-ch01-01",
                        "2 (local) 192.0.2.2 0% DOWN cti-ch01-02",
                        "Active PNOTEs: FSYNC, during_upgrade",
                        "State change: INIT -> DOWN");
    }

    private static List<String> told(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void an_import_on_two_members_succeeded() {
        UpdateTable table = UpdateTable.lastIn(shown("installer-import-local-R80.30SP-two-members-success.txt"))
                .orElseThrow();

        assertThat(table.rows())
                .containsExactly(
                        entry(ON_1_01, "The package 'Check_Point_R80_30SP_..' was successfully imported."),
                        entry(ON_1_02, "The package 'Check_Point_R80_30SP_..' was successfully imported."));
        assertThat(table.rows().values()).allMatch(Installer::stored);
        assertThat(table.below()).isEmpty();
    }

    @Test
    void the_import_went_through_all_its_stages_on_both_members_alike() {
        List<UpdateTable> tables = UpdateTable.allIn(shown("installer-import-local-R80.30SP-two-members-success.txt"));

        assertThat(tables.stream().map(table -> table.of(ON_1_02)).distinct())
                .containsExactly(
                        "",
                        "Initiating package import...",
                        "Verifying disk space...",
                        "Disk space is available",
                        "Transferring package...",
                        "Package was transferred successfully",
                        "Importing package...",
                        "The package 'Check_Point_R80_30SP_..' was successfully imported.");
        assertThat(tables).allMatch(table -> table.of(ON_1_01).equals(table.of(ON_1_02)));
    }

    @Test
    void a_verification_that_one_member_refused_allows_nothing() {
        UpdateTable table = UpdateTable.lastIn(shown("installer-verify-R80.30SP-one-member-not-ready.txt"))
                .orElseThrow();

        assertThat(table.rows())
                .containsExactly(
                        entry(ON_1_01, "Package is ready for verification"),
                        entry(ON_1_02, "Package is not ready for verify"));
        assertThat(table.rows().values()).noneMatch(Installer::allowed);
        assertThat(table.below())
                .containsExactly(
                        "[Aug 31 15:35:13] verify Check_Point_R81.10_T338_ScalablePlatform_Upgrade.tgz cannot be performed on members :1_02, please use member_ids option with the correct members list",
                        "[Aug 31 15:35:13] Action was aborted (verify, 'Check_Point_R81.10_T338_ScalablePlatform_Upgrade.tgz').");
    }

    @Test
    void a_half_installed_pair_is_told_apart() {
        String name = "Check_Point_R80_30SP_JHF_MAIN_Bundle_T101_FULL.tgz";
        var lists = PackageList.read(shown("show-installer-packages-R80.30SP-status-column-half-installed.txt"));

        assertThat(lists)
                .containsExactly(
                        entry(ON_1_01, List.of(new PackageList.Entry(name, "Available for Install"))),
                        entry(ON_1_02, List.of(new PackageList.Entry(name, "Installed"))));
        assertThat(Proof.byInstaller(lists.get(ON_1_01))).isEqualTo("no take installed");
        assertThat(Proof.byInstaller(lists.get(ON_1_02))).isEqualTo("Take 101");
    }

    @Test
    void a_note_that_a_person_wrote_into_cpinfo_is_no_line_of_a_device() {
        String screen = shown(CPINFO);

        assertThatThrownBy(() -> Cpinfo.read(screen))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("HOTFIX_R81_20_JUMBO_HF_MAIN            <- no take on this heading");
    }

    @Test
    void cpinfo_without_its_notes_tells_one_take_of_the_jumbo_and_one_heading_without_it() {
        Cpinfo cpinfo = Cpinfo.read(shown(CPINFO).replaceAll("\\s+<-.*|\\s*\\.\\.\\. \\(.*", ""))
                .orElseThrow();

        assertThat(cpinfo.jumboTakes()).containsExactly(new Take(122));
        assertThat(cpinfo.hotfixes())
                .filteredOn(Cpinfo.Hotfix::jumbo)
                .extracting(Cpinfo.Hotfix::section, Cpinfo.Hotfix::take)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("MGMT", Optional.of(new Take(122))),
                        org.assertj.core.groups.Tuple.tuple("FW1", Optional.of(new Take(122))),
                        org.assertj.core.groups.Tuple.tuple("VSEC", Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple("CPUpdates", Optional.of(new Take(122))));
        assertThat(cpinfo.hotfixes()).hasSize(7);
    }

    @Test
    void a_private_hotfix_over_the_jumbo_leaves_the_jumbo_its_take() {
        String screen =
                "This is Check Point CPinfo Build 914000300 for GAIA\n" + shown("cpinfo-private-hotfix-over-jumbo.txt");
        Cpinfo cpinfo = Cpinfo.read(screen).orElseThrow();

        assertThat(Proof.byCpinfo("it", screen.lines().toList())).isEqualTo("Take 103");
        assertThat(cpinfo.privateHotfixes()).containsExactly("HOTFIX_R82_JHF_T103_HF2_MAIN");
        assertThat(cpinfo.hotfixes())
                .contains(new Cpinfo.Hotfix("FW1", "HOTFIX_PUBLIC_CLOUD_CA_BUNDLE_AUTOUPDATE", Optional.empty()));
    }

    @Test
    void headings_with_blanks_and_hyphens_are_headings_and_a_private_hotfix_has_no_take_of_the_jumbo() {
        String screen = shown("cpinfo-R80.20-odd-sections.txt");

        assertThat(Proof.byCpinfo("it", screen.lines().toList()))
                .isEqualTo("no take of a jumbo, but HOTFIX_R80_20_JHF_T118_EQ_251_MAIN");
        assertThat(Cpinfo.read(screen + "[Reporting Module]\nHOTFIX_A Take: 1\n[PROVIDER-1]\nHOTFIX_B Take: 2\n")
                        .orElseThrow()
                        .hotfixes())
                .extracting(Cpinfo.Hotfix::section)
                .containsExactly("MGMT", "Reporting Module", "PROVIDER-1");
    }

    @Test
    void a_package_is_imported_and_the_lock_notice_above_is_no_part_of_it() {
        String screen = shown("show-installer-package-detail-R82.10-imported-with-lock-notice.txt");

        assertThat(PackageStanding.read(screen)).isEqualTo(PackageStanding.NOT_BEGUN);
        assertThat(MemberBlocks.of(Optional.empty(), screen).get(0)).startsWith("Display name:");
    }

    @Test
    void image_cloning_that_was_switched_off_is_read_for_each_member() {
        assertThat(MemberBlocks.read(shown("gclish-s-set-smo-image-auto-clone-off-R80.20SP.txt")))
                .containsExactly(
                        entry(ON_1_01, List.of("Image auto-clone state is off", "success")),
                        entry(ON_1_02, List.of("Image auto-clone state is off", "success")));
    }

    @Test
    void an_installation_drawn_in_place_was_at_15_percent_when_it_was_left() {
        List<UpdateTable> tables = UpdateTable.allIn(shown("installer-install-R80.30SP-pty-raw-member1_2.txt"));

        assertThat(tables).allMatch(table -> table.rows().keySet().equals(java.util.Set.of(ON_1_02)));
        assertThat(tables.stream()
                        .map(table -> table.of(ON_1_02).replaceAll(" +", " "))
                        .distinct())
                .containsExactly(
                        "",
                        "Initiating package installation...",
                        "Package is ready for installation",
                        "Installing package...",
                        "Preparing Installation: 0%",
                        "Extracting Bundle: 1%",
                        "Reading Configuration: 5%",
                        "Validating Install: 7%",
                        "Installing: 10%",
                        "Installing: 14%",
                        "Installing: 15%");
    }

    /** Also of screens that are not known here: what is put into the folder is read, or not proven, and never guessed. */
    @Test
    void every_screen_reads_the_same_whole_byte_by_byte_and_cut_anywhere() {
        for (String name : Captures.names()) {
            String raw = Captures.of(name);
            Map<String, String> whole = Readings.of(Shown.of(Pieces.whole(raw)));

            assertThat(Readings.of(Shown.of(Pieces.byteByByte(raw)))).as(name).isEqualTo(whole);
            LongStream.range(0, 20)
                    .forEach(seed -> assertThat(Shown.of(Pieces.atRandom(raw, seed)))
                            .as("%s, cut by seed %d", name, seed)
                            .isEqualTo(Shown.of(raw)));
        }
    }

    @Test
    void every_screen_reads_the_same_with_the_line_ends_of_a_terminal() {
        for (String name : Captures.names()) {
            String raw = Captures.of(name);
            String onATerminal = raw.replaceAll("\r*\n", "\r\r\n");

            assertThat(Readings.of(Shown.of(onATerminal))).as(name).isEqualTo(Readings.of(Shown.of(raw)));
        }
    }

    @Test
    void no_screen_is_taken_for_one_of_another_kind() {
        for (String name : Captures.names()) {
            Map<String, String> readings = Readings.of(shown(name));

            if (!name.startsWith("asg-stat-v")) {
                assertThat(readings.get("status")).as(name).matches("(?s)|not proven: .*");
            }
            if (!name.startsWith("show-installer-packages")) {
                assertThat(readings.get("take by the installer"))
                        .as(name)
                        .matches("(?s)no take installed|not proven: .*");
            }
            if (!name.startsWith("cpinfo")) {
                assertThat(readings.get("take by cpinfo")).as(name).startsWith("not proven: ");
            }
            assertThat(readings.get("boot")).as(name).startsWith("not proven: ");
            if (!name.startsWith("show-installer-package-detail")) {
                assertThat(readings.get("standing")).as(name).startsWith("not proven: ");
            }
        }
    }

    @Test
    void the_longest_screen_is_read_by_everything_in_good_time() {
        String screen = shown("installer-install-R80.30SP-pty-raw-member1_2.txt");

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Readings.of(screen));
    }
}
