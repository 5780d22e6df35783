package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.simulator.CpuseTask.Kind;
import io.bywash.simulator.TaskTurns.Extent;
import io.bywash.simulator.TaskTurns.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PackageFaultsTest {
    private static final Victim SGM_1_2 = new Victim(ChassisId.CHASSIS1, 1);

    @TempDir
    Path root;

    @Test
    void an_import_is_reported_everywhere_and_missing_on_one() {
        Desk desk = desk(StartingState.FRESH, turn(Kind.IMPORT, Extent.ONE, Turn.LEAVES_NOTHING, 0));

        assertThat(imported(desk)).contains("|1_02         |The package 'Check_Point_R81_10_JU..' was successfully");
        assertThat(desk.number("1_1")).isPositive();
        assertThat(desk.number("1_2")).isZero();
    }

    @Test
    void every_sgm_has_its_own_number_for_our_package() {
        Desk desk = desk(StartingState.CLONING_OFF, new IndexesDiffer(7));

        TreeSet<Integer> numbers = new TreeSet<>();
        desk.group.sgms().forEach(sgm -> numbers.add(desk.number(sgm.id().typed())));
        assertThat(numbers).hasSizeGreaterThan(2);
        assertThat(numbers.last()).isGreaterThan(4);
    }

    @Test
    void the_index_is_gone_from_the_member_where_it_is_typed() {
        Desk desk = desk(StartingState.CLONING_OFF, new IndexGone(When.before("installer verify", 1)));
        int number = desk.number("2_1");

        assertThat(desk.gclish("2_1", "installer verify " + Desk.PACKAGE)).contains("Package index doesn't exist");
        assertThat(desk.number("2_1")).isZero();
        assertThat(desk.number("1_1")).isPositive();
        assertThat(number).isPositive();
    }

    @Test
    void one_sgm_refuses_the_installation() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.VERIFY, Extent.ONE, Turn.REFUSED, 0));

        assertThat(desk.gclish("2_1", "installer verify " + Desk.PACKAGE))
                .contains("|1_01         |Installation is allowed.")
                .contains("|1_02         |Installation is not allowed. Conflicts")
                .contains("Action was aborted (verify,");
    }

    @Test
    void one_sgm_fails_to_install_and_does_not_reboot() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.ONE, Turn.FAILS, 0));
        Instant booted = desk.sgm("1_2").booted();

        assertThat(installed(desk))
                .contains("|1_02         |Installation of package 'Check_Point_R81_10_JU..' failed.");
        assertThat(takes(desk, "1_1")).containsExactly(Optional.empty(), Optional.of(new Take(110)));
        assertThat(takes(desk, "1_2")).containsExactly(Optional.empty());
        assertThat(desk.sgm("1_2").booted()).isEqualTo(booted);
    }

    @Test
    void the_installation_fails_on_one_sgm_while_the_other_goes_on() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.ONE, Turn.FAILS_SOON, 0));

        String screen = installed(desk);

        assertThat(screen.substring(screen.indexOf("failed.")))
                .contains("|1_01 (local) |Installing:")
                .contains("|1_02         |Installation of package 'Check_Point_R81_10_JU..' failed.");
        assertThat(takes(desk, "1_1")).endsWith(Optional.of(new Take(110)));
        assertThat(takes(desk, "1_2")).containsExactly(Optional.empty());
    }

    @Test
    void the_package_is_gone_from_one_member_and_the_device_names_it() {
        Desk desk = desk(StartingState.CLONING_OFF, new PackageGone(When.before("installer verify", 1), SGM_1_2));

        assertThat(desk.gclish("2_1", "installer verify " + Desk.PACKAGE))
                .contains("|1_02         |Package is not ready for verify")
                .contains("cannot be performed on members :1_02, please use member_ids option")
                .contains("Action was aborted (verify,");
    }

    @Test
    void a_private_hotfix_stands_beside_the_jumbo_with_a_take_of_its_own() {
        Desk desk = desk(StartingState.ALL_DONE, new PrivateHotfix(SGM_1_2));

        assertThat(desk.expert("1_2", "cpinfo -y all"))
                .contains("HOTFIX_R81_10_JHF_T41_HF3_MAIN  Take:  3")
                .contains("HOTFIX_R81_10_JUMBO_HF_MAIN     Take:  110");
        assertThat(desk.clish("1_2", "show installer packages installed")).contains("_JHF_T41_HF3_MAIN");
        assertThat(desk.expert("1_1", "cpinfo -y all")).doesNotContain("T41");
    }

    @Test
    void the_installation_ends_at_once_and_never_began() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.CHASSIS, Turn.NEVER_BEGINS, 0));

        assertThat(installed(desk)).doesNotContain("Installing:");
        assertThat(desk.gclish("1_1", "show installer package " + Desk.PACKAGE))
                .contains("Status:            Available for Install");
        assertThat(takes(desk, "1_1")).containsExactly(Optional.empty());
    }

    @Test
    void the_installation_hangs_at_a_percentage() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.ONE, Turn.HANGS, 37));
        CpuseTask usual = new CpuseTask(Kind.INSTALL, hotfix(desk), desk.clock.now(), DeviceTimes.INSTALL, "");
        CpuseTask task = desk.group.seams().twisted(desk.sgm("1_2"), usual);
        desk.group.change(() -> desk.sgm("1_2").setTask(task));

        desk.pass(Duration.ofMinutes(2));
        assertThat(task.statusAt(desk.clock.now())).isEqualTo(usual.statusAt(desk.clock.now()));
        desk.pass(Duration.ofHours(9));

        assertThat(desk.gclish("1_2", "show installer package " + Desk.PACKAGE)).contains("Installing: 37%");
        assertThat(desk.stateOf("1_2")).isEqualTo("DOWN");
        assertThat(desk.group.seams().twisted(desk.sgm("1_1"), usual)).isEqualTo(usual);
    }

    @Test
    void success_is_reported_and_nothing_installed() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.ONE, Turn.LEAVES_NOTHING, 0));
        Instant booted = desk.sgm("1_2").booted();

        assertThat(installed(desk)).contains("|1_02         |Package was installed successfully, rebooting...");
        assertThat(desk.sgm("1_2").booted()).isAfter(booted);
        assertThat(takes(desk, "1_2")).containsExactly(Optional.empty());
    }

    @Test
    void another_take_is_installed_under_our_name() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.ONE, Turn.OTHER_TAKE, -1));

        installed(desk);

        assertThat(desk.expert("1_2", "cpinfo -y all")).contains("Take:  109");
        assertThat(takes(desk, "1_2")).endsWith(Optional.of(new Take(109)));
        assertThat(takes(desk, "1_1")).endsWith(Optional.of(new Take(110)));
    }

    @Test
    void the_chassis_is_installed_in_part() {
        Desk desk = desk(StartingState.CLONING_OFF, turn(Kind.INSTALL, Extent.FROM_THERE_ON, Turn.NEVER_BEGINS, 0));

        installed(desk);

        assertThat(takes(desk, "1_1")).endsWith(Optional.of(new Take(110)));
        assertThat(takes(desk, "1_2")).endsWith(Optional.empty());
    }

    @Test
    void one_disk_is_full() {
        Desk desk = desk(StartingState.FRESH, new DiskFull(SGM_1_2));

        assertThat(imported(desk)).contains("Not enough disk space").contains("Action was aborted (import,");
        assertThat(desk.expert("1_2", "df -h /var/log")).contains("100%");
        assertThat(desk.expert("1_1", "df -h /var/log")).contains("12%");
    }

    @Test
    void another_build_is_stored_already() {
        Desk desk = desk(StartingState.FRESH, new BuildStored(SGM_1_2));

        assertThat(imported(desk)).contains("Build number 110 of this package is already stored");
    }

    private Desk desk(StartingState from, Fault fault) {
        return new Desk(Desk.twoByTwo(from).withFaults(FaultPlan.of("the fault", fault)), root);
    }

    private static Fault turn(Kind kind, Extent extent, Turn turn, int amount) {
        return new TaskTurns(kind, SGM_1_2, extent, turn, amount);
    }

    private static HotfixPackage hotfix(Desk desk) {
        return desk.sgm("1_2").packages().named(Desk.PACKAGE).orElseThrow().stored();
    }

    private static String imported(Desk desk) {
        EmbeddedPackage.write(desk.sgm("2_1").files().at("/var/log"), Release.R81_10, new Take(110), 4);
        String screen = desk.gclish("2_1", "installer import local /var/log/" + Desk.PACKAGE);
        struck(desk);
        return screen;
    }

    private static String installed(Desk desk) {
        desk.chassis(1, "down");
        String screen = desk.gclish(
                "1_1",
                "installer install %d member_ids 1_1-1_2".formatted(desk.number("1_1")),
                "y",
                "y",
                "y",
                "Ann",
                "");
        desk.pass(Duration.ofMinutes(12));
        struck(desk);
        return screen;
    }

    private static void struck(Desk desk) {
        assertThat(desk.group.ledger().strikes())
                .isNotEmpty()
                .allMatch(strike -> strike.fault().equals("the fault"));
    }

    private static Iterable<Optional<Take>> takes(Desk desk, String sgm) {
        return desk.group.ledger().takes(SgmId.parse(sgm)).stream()
                .map(Span::what)
                .toList();
    }
}
