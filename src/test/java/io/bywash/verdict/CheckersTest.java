package io.bywash.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckersTest {
    private final TrafficNeverStops traffic =
            new TrafficNeverStops(SecurityGroup.dual("harbour", 1, 1), Duration.ofSeconds(10));

    @Test
    void traffic_that_one_chassis_always_carried_never_stopped() {
        assertThat(traffic.check(List.of(
                        look(ChassisRole.STANDBY, "UP", ChassisRole.ACTIVE, "UP"),
                        look(ChassisRole.DOWN, "DOWN", ChassisRole.ACTIVE, "UP"))))
                .isEqualTo(new Verdict.Holds(2));
    }

    @Test
    void two_dark_looks_in_a_row_are_an_outage() {
        assertThat(traffic.check(List.of(
                        look(ChassisRole.DOWN, "DOWN", ChassisRole.ACTIVE, "DOWN"),
                        look(ChassisRole.DOWN, "DOWN", ChassisRole.ACTIVE, "DOWN"))))
                .isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void a_run_that_never_looked_cannot_say_that_traffic_never_stopped() {
        assertThat(traffic.check(List.of()))
                .isEqualTo(new Verdict.Unknown("no status of the Security Group was recorded"));
    }

    @Test
    void an_installation_on_one_chassis_is_one_at_a_time() {
        assertThat(new OneChassisAtATime().check(List.of(sent("installer install 3 member_ids 1_1-1_4,1_6"))))
                .isEqualTo(new Verdict.Holds(1));
    }

    @Test
    void an_installation_without_CPUSE_on_one_chassis_is_one_at_a_time() {
        String line = "asg_hf_installer -b 1_1-1_4,1_6 install file /var/log/x_T7.tgz no_confirm admin_up";

        assertThat(new OneChassisAtATime().check(List.of(sent(line)))).isEqualTo(new Verdict.Holds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asg_hf_installer -b all install file /var/log/x_T7.tgz no_confirm",
                "asg_hf_installer install file /var/log/x_T7.tgz no_confirm",
                "asg_hf_installer -b 1_1-2_4 install file /var/log/x_T7.tgz",
                "asg_hf_installer -b 1_1 -b 2_1 install file /var/log/x_T7.tgz",
                "installer install 3 member_ids all",
                "installer install 3",
                "installer install 3 member_ids 1_1-2_4",
                "installer uninstall 3 member_ids 1_1,2_1",
                "installer install 3 member_ids chassis1,2_1",
            })
    void an_installation_on_more_than_one_chassis_is_a_violation(String command) {
        assertThat(new OneChassisAtATime().check(List.of(sent(command)))).isEqualTo(new Verdict.Violated(command));
    }

    @Test
    void an_agent_with_another_build_at_the_end_was_updated() {
        assertThat(new AgentNeverUpdated().check(List.of(builds("{1_01=2291}"), builds("{1_01=2300}"))))
                .isEqualTo(new Verdict.Violated("{1_01=2291}, then {1_01=2300}"));
    }

    @Test
    void an_agent_with_the_same_build_throughout_was_not_updated() {
        assertThat(new AgentNeverUpdated().check(List.of(builds("{1_01=2291}"), builds("{1_01=2291}"))))
                .isEqualTo(new Verdict.Holds(2));
    }

    @Test
    void one_dark_look_between_two_bright_ones_is_no_outage() {
        Fact dark = look(ChassisRole.DOWN, "DOWN", ChassisRole.ACTIVE, "DOWN");
        Fact bright = look(ChassisRole.DOWN, "DOWN", ChassisRole.ACTIVE, "UP");

        assertThat(traffic.check(List.of(dark, bright, dark, bright))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void listing_what_could_be_installed_is_no_installation() {
        assertThat(new OneChassisAtATime().check(List.of(sent("installer install <Tab>"))))
                .isEqualTo(new Verdict.Unknown("no installation was sent in this run"));
    }

    @Test
    void a_command_that_installs_nothing_is_no_installation() {
        assertThat(new OneChassisAtATime().check(List.of(sent("installer verify 3 member_ids all"))))
                .isEqualTo(new Verdict.Unknown("no installation was sent in this run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"installer agent update", "da_cli upgrade", "rpm -U /opt/CPInstLog/DAClient.rpm"})
    void a_command_that_updates_the_agent_is_a_violation(String command) {
        assertThat(new AgentNeverUpdated().check(List.of(builds("{1_01=2291}"), sent(command))))
                .isEqualTo(new Verdict.Violated(command));
    }

    @Test
    void an_agent_whose_builds_were_never_read_cannot_be_vouched_for() {
        assertThat(new AgentNeverUpdated().check(List.of(sent("show installer status build"), measured("state", "UP"))))
                .isEqualTo(new Verdict.Unknown("the builds were not read in this run"));
    }

    private static Fact sent(String command) {
        return new Fact.Exchanged(
                Instant.EPOCH, "work", "", "", "", "prompt", command, "", "prompt", Duration.ZERO, "");
    }

    private static Fact builds(String actual) {
        return measured("builds of the CPUSE Agent", actual);
    }

    private static Fact measured(String name, String actual) {
        return new Fact.StepFinished(
                Instant.EPOCH,
                "note 3",
                "agent",
                Outcome.PASSED,
                List.of(new Measurement(name, "as before", actual, true)),
                List.of(),
                "",
                Duration.ZERO);
    }

    private static Fact look(ChassisRole role1, String word1, ChassisRole role2, String word2) {
        TreeMap<SgmId, SgmStatus> sgms = new TreeMap<>();
        Map.of("1_1", word1, "2_1", word2)
                .forEach((id, word) -> sgms.put(
                        SgmId.parse(id),
                        new SgmStatus(SgmId.parse(id), word.equals("UP") ? SgmState.UP : SgmState.DOWN, word)));
        return new Fact.StatusSeen(
                Instant.EPOCH,
                new GroupStatus(
                        Instant.EPOCH,
                        Map.of(ChassisId.CHASSIS1, role1, ChassisId.CHASSIS2, role2),
                        sgms,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
