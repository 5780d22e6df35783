package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.SgmId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallationTest {
    @TempDir
    Path root;

    @Test
    void a_member_goes_away_comes_up_and_is_still_held_down_with_its_chassis() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));
        Instant booted = desk.sgm("1_1").booted();
        Set<String> states = new LinkedHashSet<>();
        Set<String> notes = new LinkedHashSet<>();

        desk.gclish("1_1", install(desk, "1_1", "1_1-1_2"), "y", "y", "y", "Ann", "");
        for (int seconds = 0; seconds < 900; seconds += 10) {
            states.add(desk.stateOf("1_1"));
            notes.add(String.join(", ", desk.sgm("1_1").problems()));
            desk.pass(Duration.ofSeconds(10));
        }

        assertThat(states).containsExactly("DETACHED", "INIT", "DOWN");
        assertThat(notes).containsSubsequence("FSYNC, AMW, ROUTED, ADMIN", "FSYNC, AMW, ADMIN", "ADMIN");
        assertThat(desk.sgm("1_1").booted()).isAfter(booted);
        assertThat(desk.expert("1_1", "cpinfo -y all"))
                .contains("[SMO]\n        HOTFIX_R81_10_JUMBO_HF_MAIN     Take:  110\n");
        assertThat(desk.gclish("1_1", "show installer packages installed")).contains("Bundle_T110_F");
        assertThat(desk.expert("2_1", "cpinfo -y all")).doesNotContain("Take:").contains("No hotfixes..");
    }

    @Test
    void a_chassis_comes_up_on_its_own_where_setting_it_down_does_not_survive() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF).withReturnsDown(false));

        desk.install("1_1", "1_1-1_2");

        assertThat(desk.stateOf("1_1")).isEqualTo("ACTIVE");
        assertThat(desk.expert("2_1", "asg stat")).contains("STANDBY                      ACTIVE ");
    }

    @Test
    void members_that_were_set_down_one_by_one_come_back_active() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF), root);
        desk.expert("2_1", "g_clusterXL_admin -b chassis1 down", "y", "Ann", "");
        assertThat(desk.stateOf("1_2")).isEqualTo("DOWN (admin)");

        desk.install("1_1", "1_1-1_2");

        assertThat(desk.stateOf("1_2")).isEqualTo("ACTIVE");
    }

    @Test
    void image_cloning_that_was_left_on_takes_the_hotfix_away_at_boot() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.PACKAGE_VERIFIED));

        desk.install("1_1", "1_1-1_2");

        assertThat(desk.expert("1_1", "cpinfo -y all")).doesNotContain("Take:");
        assertThat(desk.group.ledger().happenings())
                .anyMatch(entry -> entry.what().equals("1_02 cloned its packages from 2_01"));
    }

    @Test
    void a_member_that_is_held_down_takes_no_command_from_elsewhere() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));

        assertThat(desk.gclish("2_1", "show smo image auto-clone state"))
                .doesNotContain("1_01:")
                .contains("2_02:");
        assertThat(desk.gclish("1_1", "show smo image auto-clone state")).contains("1_01:", "1_02:", "2_01:");
        assertThat(desk.gclish("2_1", install(desk, "2_1", "1_1-1_2")))
                .contains("install " + Desk.PACKAGE + " cannot be performed on members :1_01,1_02,");
    }

    @Test
    void a_second_order_is_accepted_and_breaks_the_SGM() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));
        SimulatedSgm sgm = installing(desk, DeviceTimes.INSTALL);

        desk.gclish("1_1", install(desk, "1_1", "1_1"), "y", "y", "y", "Ann", "");
        desk.pass(Duration.ofMinutes(40));

        assertThat(sgm.packages().runningJumbo()).isEmpty();
        assertThat(sgm.problems()).contains("during_upgrade");
    }

    @Test
    void a_second_order_is_accepted_by_an_SGM_that_waits_for_its_reboot() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));
        desk.group.seams().atReboots(new Seams.RebootOddity() {
            @Override
            public boolean happens(SimulatedSgm rebooting) {
                return false;
            }
        });
        SimulatedSgm sgm = installing(desk, Duration.ofMinutes(5));
        desk.pass(Duration.ofMinutes(6));
        assertThat(sgm.packages().runningJumbo()).isPresent();

        desk.gclish("1_1", install(desk, "1_1", "1_1"), "y", "y", "y", "Ann", "");

        assertThat(sgm.packages().runningJumbo()).isEmpty();
    }

    private static SimulatedSgm installing(Desk desk, Duration length) {
        SimulatedSgm sgm = desk.sgm("1_1");
        HotfixPackage hotfix =
                sgm.packages().number(desk.number("1_1")).orElseThrow().stored();
        desk.group.change(
                () -> sgm.setTask(new CpuseTask(CpuseTask.Kind.INSTALL, hotfix, desk.clock.now(), length, "")));
        return sgm;
    }

    @Test
    void it_goes_on_when_nobody_watches() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));
        SimulatedSgm sgm = desk.sgm("1_1");
        HotfixPackage hotfix =
                sgm.packages().number(desk.number("1_1")).orElseThrow().stored();
        desk.group.change(() ->
                sgm.setTask(new CpuseTask(CpuseTask.Kind.INSTALL, hotfix, desk.clock.now(), DeviceTimes.INSTALL, "")));

        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.gclish("1_1", "show installer package " + desk.number("1_1")))
                .containsPattern("Status: +Installing: \\d\\d%");
        desk.pass(Duration.ofMinutes(15));

        assertThat(sgm.packages().runningJumbo()).contains(hotfix);
    }

    @Test
    void it_begins_even_if_the_link_is_cut_right_after_the_last_answer() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));
        LinkCut cut = new LinkCut(Link.hop(SgmId.parse("1_1"), () -> {}));
        desk.clock.whenAdvanced(() -> {
            if (desk.group.audit().stream().anyMatch(entry -> entry.contains("Package Installation"))) {
                throw cut;
            }
        });

        assertThatThrownBy(() -> desk.gclish("1_1", install(desk, "1_1", "1_1-1_2"), "y", "y", "y", "Ann", ""))
                .isSameAs(cut);

        assertThat(desk.sgm("1_2").task()).isPresent();
    }

    @Test
    void a_member_that_reboots_in_the_middle_is_not_reported_as_done() {
        Desk desk = chassisADown(Desk.twoByTwo(StartingState.CLONING_OFF));
        desk.clock.whenAdvanced(() -> {
            if (desk.sgm("1_2").task().isPresent()) {
                desk.group.reboot(desk.sgm("1_2"));
            }
        });

        String screen = desk.gclish("1_1", install(desk, "1_1", "1_1-1_2"), "y", "y", "y", "Ann", "");

        assertThat(screen.substring(screen.lastIndexOf("Update Service Engine")))
                .contains("|1_01 (local) |Package was installed successfully, rebooting...")
                .contains("|1_02         |No response from member ");
        assertThat(desk.sgm("1_2").packages().runningJumbo()).isEmpty();
    }

    @Test
    void on_members_that_carry_it_interrupts_them_and_on_all_of_them_it_stops_the_traffic() {
        Desk desk = new Desk(Desk.twoByTwo(StartingState.CLONING_OFF), root);

        desk.gclish("2_1", install(desk, "2_1", "all"), "y", "y", "y", "Ann", "");
        desk.pass(Duration.ofMinutes(15));

        assertThat(desk.group.ledger().outages()).hasSize(1);
        Span<SortedSet<SgmId>> outage = desk.group.ledger().outages().get(0);
        assertThat(Duration.between(outage.from(), outage.until()))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(20));
        assertThat(desk.stateOf("2_2")).isEqualTo("ACTIVE");
    }

    private Desk chassisADown(EmbeddedSettings settings) {
        Desk desk = new Desk(settings, root);
        desk.chassis(1, "down");
        return desk;
    }

    private static String install(Desk desk, String on, String ids) {
        return "installer install %d member_ids %s".formatted(desk.number(on), ids);
    }
}
