package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.simulator.Moment.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberFaultsTest {
    private static final Victim SGM_1_2 = new Victim(ChassisId.CHASSIS1, 1);

    @TempDir
    Path root;

    @Test
    void an_sgm_does_not_come_back() {
        Desk desk = installed(new RebootLonger(SGM_1_2, Duration.ofDays(3650)));

        desk.pass(Duration.ofHours(5));

        assertThat(desk.stateOf("1_2")).isEqualTo("DETACHED");
        assertThat(desk.stateOf("1_1")).isEqualTo("DOWN");
        assertThat(desk.expert("1_1", "member 1_2")).contains("Connection timed out");
    }

    @Test
    void an_sgm_comes_back_late() {
        Desk desk = installed(new RebootLonger(SGM_1_2, Duration.ofMinutes(20)));

        assertThat(desk.stateOf("1_2")).isEqualTo("DETACHED");
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.stateOf("1_2")).isEqualTo("DOWN");
    }

    @Test
    void an_interface_stays_down() {
        Desk desk = installed(new LinkLost(SGM_1_2));

        assertThat(desk.expert("1_2", "ip -o link"))
                .contains(": eth2-01: <NO-CARRIER,BROADCAST,MULTICAST,UP> ")
                .contains(": eth1-01: <BROADCAST,MULTICAST,UP,LOWER_UP> ");
        assertThat(desk.expert("1_1", "ip -o link")).doesNotContain("NO-CARRIER");
    }

    @Test
    void an_SGM_is_back_without_synchronisation() {
        Desk desk = installed(new SyncOff(When.next(Kind.BOOT, SGM_1_2), SGM_1_2, "Full-sync failure"));
        desk.chassis(1, "up");

        assertThat(desk.stateOf("1_2")).isEqualTo("ACTIVE");
        assertThat(desk.expert("1_2", "cphaprob syncstat")).contains("\nSync status: Off - Full-sync failure\n");
        assertThat(desk.expert("1_1", "cphaprob syncstat")).contains("\nSync status: OK\n");
        assertThat(desk.group.ledger().synchronised(SgmId.parse("1_2")))
                .extracting(Span::what)
                .endsWith(false);
    }

    @Test
    void a_problem_note_stays() {
        Desk desk = installed(new SgmFails(When.next(Kind.BOOT, SGM_1_2), SgmState.DOWN, "ROUTED"));
        desk.chassis(1, "up");

        assertThat(desk.stateOf("1_1")).isEqualTo("ACTIVE");
        assertThat(desk.stateOf("1_2")).isEqualTo("DOWN");
        assertThat(desk.expert("1_2", "cphaprob stat")).contains("Active PNOTEs: ROUTED\n");
    }

    @Test
    void an_sgm_stays_detached_though_it_answers() {
        Desk desk = installed(new SgmFails(When.next(Kind.BOOT, SGM_1_2), SgmState.DETACHED, ""));
        desk.chassis(1, "up");

        assertThat(desk.stateOf("1_2")).isEqualTo("DETACHED");
        assertThat(desk.expert("1_1", "gexec -b 1_2 -c \"hostname\"")).contains("[1_02]ketch-ch01-02");
    }

    @Test
    void an_sgm_stays_ready() {
        Desk desk = installed(new SgmFails(When.next(Kind.BOOT, SGM_1_2), SgmState.READY, ""));
        desk.chassis(1, "up");

        assertThat(desk.expert("2_1", "asg stat -v")).contains("| 2                      READY ");
    }

    @Test
    void an_sgm_flaps_after_it_was_up() {
        Desk desk = installed(new SgmFlaps(SGM_1_2, 3, Duration.ofSeconds(30), Duration.ofSeconds(20)));
        desk.chassis(1, "up");
        desk.pass(Duration.ofMinutes(5));

        assertThat(states(desk, "1_2")).endsWith("ACTIVE", "DOWN", "ACTIVE", "DOWN", "ACTIVE", "DOWN", "ACTIVE");
        assertThat(desk.group.ledger().strikes()).hasSize(3);
    }

    @Test
    void an_sgm_reboots_twice() {
        Desk desk = installed(new RebootsTwice(SGM_1_2, Duration.ofSeconds(100)));

        desk.pass(Duration.ofMinutes(12));
        assertThat(states(desk, "1_2")).containsSubsequence("DETACHED", "INIT", "DOWN", "DETACHED", "INIT", "DOWN");
    }

    @Test
    void an_sgm_does_not_reboot() {
        Desk desk = new Desk(settings(new RebootLeftOut(SGM_1_2)), root);
        Instant booted = desk.sgm("1_2").booted();
        desk.chassis(1, "down");

        desk.install("1_1", "1_1-1_2");

        assertThat(desk.sgm("1_2").booted()).isEqualTo(booted);
        assertThat(desk.sgm("1_1").booted()).isAfter(booted);
        assertThat(states(desk, "1_2")).doesNotContain("DETACHED");
    }

    @Test
    void the_hotfix_is_lost_by_cloning() {
        Desk desk = installed(new ClonedAtBoot(SGM_1_2));

        assertThat(desk.sgm("1_1").packages().runningJumbo()).isPresent();
        assertThat(desk.sgm("1_2").packages().runningJumbo()).isEmpty();
        assertThat(desk.group.ledger().cloning(SgmId.parse("1_2")))
                .extracting(Span::what)
                .containsExactly(false, true);
        assertThat(desk.group.ledger().cloning(SgmId.parse("1_2")).get(1).byFault())
                .isTrue();
    }

    private Desk installed(Fault fault) {
        Desk desk = new Desk(settings(fault), root);
        desk.chassis(1, "down");
        desk.install("1_1", "1_1-1_2");
        return desk;
    }

    private static EmbeddedSettings settings(Fault fault) {
        return Desk.twoByTwo(StartingState.CLONING_OFF).withFaults(FaultPlan.of("the fault", fault));
    }

    private static List<String> states(Desk desk, String sgm) {
        return desk.group.ledger().states(SgmId.parse(sgm)).stream()
                .map(Span::what)
                .toList();
    }
}
