package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerTest {
    private static final SgmId SGM_1_1 = SgmId.parse("1_1");

    @TempDir
    Path root;

    @Test
    void an_act_tells_where_it_was_typed_when_it_took_effect_and_on_whom() {
        Desk desk = desk(StartingState.CLONING_OFF, FaultPlan.none());
        desk.pass(Duration.ofMinutes(1));

        desk.chassis(1, "down");

        Act act = desk.group.ledger().acts().get(0);
        assertThat(act.kind()).isEqualTo(Act.Kind.CHASSIS_DOWN);
        assertThat(act.on()).isEqualTo(SgmId.parse("2_1"));
        assertThat(act.shell()).isEqualTo("expert");
        assertThat(act.line()).isEqualTo("asg chassis_admin -c 1 down");
        assertThat(act.tookEffect()).contains(Desk.START.plus(Duration.ofMinutes(1)));
        assertThat(act.touched()).containsExactly(SGM_1_1, SgmId.parse("1_2"));
    }

    @Test
    void an_act_that_was_cancelled_refused_or_already_done_took_no_effect() {
        Desk desk = desk(
                StartingState.CLONING_OFF,
                FaultPlan.of("lock", new LockHeld(When.before("set smo image auto-clone state on", 1), false)));

        desk.expert("2_1", "asg chassis_admin -c 1 down", "n");
        desk.gclish("2_1", "set smo image auto-clone state on");
        desk.expert("2_1", "asg chassis_admin -c 2 up", "y", "Ann", "");
        desk.gclish("2_1", "installer verify 1");

        assertThat(desk.group.ledger().acts())
                .extracting(Act::kind)
                .containsExactly(Act.Kind.CHASSIS_DOWN, Act.Kind.CLONING_ON, Act.Kind.CHASSIS_UP);
        assertThat(desk.group.ledger().acts()).allMatch(act -> act.tookEffect().isEmpty());
    }

    @Test
    void a_link_that_was_made_or_removed_took_effect_and_one_that_was_not_did_not() {
        Desk desk = desk(StartingState.FRESH, FaultPlan.none());

        desk.expert("1_1", "ln -s Ann /tmp/in-use");
        desk.expert("1_1", "ln -s Mira /tmp/in-use");
        desk.expert("1_1", "unlink /tmp/in-use");
        desk.expert("1_1", "unlink /tmp/in-use");
        desk.expert("1_1", "rm -f /tmp/in-use");

        assertThat(desk.group.ledger().acts())
                .extracting(Act::kind)
                .containsExactly(
                        Act.Kind.FILE_MADE,
                        Act.Kind.FILE_MADE,
                        Act.Kind.FILE_REMOVED,
                        Act.Kind.FILE_REMOVED,
                        Act.Kind.FILE_REMOVED);
        assertThat(desk.group.ledger().acts())
                .extracting(act -> act.tookEffect().isPresent())
                .containsExactly(true, false, true, false, false);
    }

    @Test
    void an_outage_by_an_act_is_told_from_one_by_a_fault() {
        Desk ours = desk(StartingState.CLONING_OFF, FaultPlan.none());
        String install = "installer install %d member_ids all".formatted(ours.number("2_1"));
        ours.gclish("2_1", install, "y", "y", "y", "Ann", "");

        Desk theirs = desk(StartingState.CLONING_OFF, FaultPlan.of("the fault", new Blackout()));
        theirs.pass(Duration.ofMinutes(2));

        Span<SortedSet<SgmId>> byUs = ours.group.ledger().outages().get(0);
        assertThat(byUs.byAct()).isTrue();
        assertThat(byUs.byFault()).isFalse();
        assertThat(byUs.because()).containsExactly(Cause.act(install));
        assertThat(theirs.group.ledger().outages().get(0).because()).containsExactly(Cause.fault("the fault"));
    }

    @Test
    void both_chassis_down_is_told_even_while_one_sgm_carries_alone() {
        Desk desk = desk(StartingState.CLONING_OFF, FaultPlan.none());
        desk.chassis(1, "down");
        desk.chassis(2, "down");

        assertThat(desk.group.ledger().outages()).isEmpty();
        assertThat(desk.group.ledger().bothChassisDown()).hasSize(1);
        assertThat(desk.group.ledger().bothChassisDown().get(0).what())
                .containsEntry(ChassisId.CHASSIS1, "DOWN")
                .containsEntry(ChassisId.CHASSIS2, "ACTIVE(!)");
        assertThat(desk.group.ledger().bothChassisDown().get(0).byAct()).isTrue();
    }

    @Test
    void takes_and_cloning_are_told_over_time() {
        Desk desk = desk(StartingState.PACKAGE_VERIFIED, FaultPlan.none());
        desk.gclish("2_1", "set smo image auto-clone state off");
        desk.chassis(1, "down");
        desk.install("1_1", "1_1-1_2");

        assertThat(desk.group.ledger().takes(SGM_1_1))
                .extracting(Span::what)
                .containsExactly(Optional.empty(), Optional.of(new Take(110)));
        Instant installed = desk.group.ledger().takes(SGM_1_1).get(1).from();
        assertThat(installed).isAfter(Desk.START.plus(Duration.ofMinutes(10)));
        assertThat(desk.group.ledger().cloning(SGM_1_1)).extracting(Span::what).containsExactly(false);
        assertThat(desk.group.ledger().states(SGM_1_1))
                .extracting(Span::what)
                .containsExactly("ACTIVE", "DOWN", "DETACHED", "INIT", "DOWN");
        assertThat(desk.group.ledger().takes(SgmId.parse("1_9"))).isEmpty();
    }

    /** Every SGM gets a problem. */
    private record Blackout() implements Fault {
        @Override
        public void lieInWait(Ambush ambush) {
            ambush.at(
                    When.at(Duration.ofMinutes(1)),
                    moment -> ambush.group().sgms().forEach(sgm -> {
                        ambush.struck("blackout", sgm);
                        sgm.falls(new SimulatedSgm.Ailment(SgmState.DOWN, "FSYNC"));
                    }));
        }
    }

    private Desk desk(StartingState from, FaultPlan faults) {
        return new Desk(Desk.twoByTwo(from).withFaults(faults), root);
    }
}
