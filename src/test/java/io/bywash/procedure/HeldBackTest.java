package io.bywash.procedure;

import static io.bywash.group.ChassisId.CHASSIS1;
import static io.bywash.group.ChassisId.CHASSIS2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.group.SgmStatus;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each thing that is looked at right before an order holds the order back, and nothing was typed then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldBackTest {
    private static final String EVE = "Eve@desk7/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/2026-11-22T01:00:00Z";

    private final Bench bench = new Bench();

    /** What is wrong when the order is to go out, and what is said about it. */
    private enum Amiss {
        CLONING_ON_ON_ONE_SGM(
                bench -> bench.sgm("1_02").cloning("on"),
                "image cloning has to be off on every SGM",
                "[1_02] say otherwise"),
        ONE_SGM_SKIPS_THE_QUESTIONS(
                bench -> bench.sgm("2_02").autoConfirm(),
                "/etc/.asg_auto_confirm exists on [2_02], so the device would not ask"),
        THE_LEASE_OF_ANOTHER_RUN(
                bench -> bench.sgm("1_01").lease(EVE),
                "the lease of this run is not on the SGMs any more",
                "{1_01=" + EVE + "}"),
        NO_LEASE_ANY_MORE(bench -> bench.sgm("2_01").lease(""), "there is: {2_01=none}"),
        AN_SGM_OF_THE_CARRIER_IS_READY(bench -> bench.sgm("2_02").word("READY"), "2_02 READY"),
        AN_SGM_OF_THE_CARRIER_HAS_A_PROBLEM(bench -> bench.sgm("2_02").word("ACTIVE(!)"), "2_02 ACTIVE(!)"),
        THE_CARRIER_IS_NOT_ACTIVE(bench -> bench.role(CHASSIS2, "STANDBY"), "chassis2 is STANDBY"),
        NO_POLICY(bench -> bench.policy("NA"), "Policy: not shown; synchronisation: on."),
        SYNCHRONISATION_OFF(bench -> bench.synchronisation("Disabled"), "synchronisation: off."),
        SYNCHRONISATION_NOT_SAID(bench -> bench.synchronisation("Unclear"), "synchronisation: not shown."),
        AN_SGM_THAT_LETS_NOBODY_IN(
                bench -> bench.sgm("1_02").silent(), "what has to hold before it cannot be read", "1_02");

        private final Consumer<Bench> happening;
        private final String[] told;

        Amiss(Consumer<Bench> happening, String... told) {
            this.happening = happening;
            this.told = told;
        }
    }

    private Refused refused(BenchOrder order) {
        return catchThrowableOfType(Refused.class, () -> order.give(bench));
    }

    private void isHeldBack(BenchOrder order, Amiss amiss) {
        order.makeReady(bench);
        amiss.happening.accept(bench);

        Refused refused = refused(order);

        assertThat(bench.acts()).isEmpty();
        assertThat(refused.getMessage())
                .contains("'%s' was not sent".formatted(line(order)))
                .contains(amiss.told);
    }

    private static String line(BenchOrder order) {
        return order.typed().substring("2_01: ".length());
    }

    @ParameterizedTest
    @EnumSource
    void an_order_goes_out_when_all_is_well(BenchOrder order) {
        order.makeReady(bench);

        order.give(bench);

        assertThat(bench.acts()).containsExactly(order.typed());
    }

    @ParameterizedTest
    @EnumSource
    void a_chassis_is_not_set_down_with(Amiss amiss) {
        isHeldBack(BenchOrder.DOWN, amiss);
    }

    @ParameterizedTest
    @EnumSource
    void a_chassis_is_not_set_up_with(Amiss amiss) {
        isHeldBack(BenchOrder.UP, amiss);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_installed_with(Amiss amiss) {
        isHeldBack(BenchOrder.INSTALL, amiss);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THE_CARRIER_IS_NOT_ACTIVE")
    void the_traffic_is_not_moved_with(Amiss amiss) {
        isHeldBack(BenchOrder.FAIL_OVER, amiss);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "THE_LEASE_OF_ANOTHER_RUN",
                "NO_LEASE_ANY_MORE",
                "AN_SGM_OF_THE_CARRIER_IS_READY",
                "THE_CARRIER_IS_NOT_ACTIVE"
            })
    void image_cloning_is_not_changed_with(Amiss amiss) {
        BenchOrder.CLONING_OFF.makeReady(bench);
        amiss.happening.accept(bench);

        assertThat(refused(BenchOrder.CLONING_OFF)).isNotNull();
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void image_cloning_is_changed_though_an_sgm_that_cannot_be_asked_has_no_part_in_it() {
        BenchOrder.CLONING_OFF.makeReady(bench);
        bench.sgm("1_02").silent();

        BenchOrder.CLONING_OFF.give(bench);

        assertThat(bench.acts()).containsExactly("2_01: set smo image auto-clone state off");
    }

    @Test
    void image_cloning_is_changed_when_the_other_chassis_carries() {
        BenchOrder.CLONING_OFF.makeReady(bench);
        bench.role(CHASSIS1, "ACTIVE").role(CHASSIS2, "STANDBY");

        BenchOrder.CLONING_OFF.give(bench);

        assertThat(bench.acts()).containsExactly("1_01: set smo image auto-clone state off");
    }

    @Test
    void without_a_carrier_the_whole_status_is_told_when_image_cloning_is_not_changed() {
        BenchOrder.CLONING_OFF.makeReady(bench);
        bench.sgm("2_02").word("READY");

        assertThat(refused(BenchOrder.CLONING_OFF))
                .hasMessageContaining("no chassis carries with every SGM. The whole status: chassis1 STANDBY: 1_01 UP")
                .returns("one chassis carries with every SGM", Refused::expected);
    }

    @Test
    void a_chassis_that_is_down_already_is_not_set_down_once_more() {
        BenchOrder.DOWN.makeReady(bench);
        bench.down(CHASSIS1);

        assertThat(refused(BenchOrder.DOWN))
                .hasMessageContaining(
                        "chassis1 has to be STANDBY before, and it is DOWN. The whole status: chassis1 DOWN")
                .returns("chassis1 is STANDBY", Refused::expected);
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void a_chassis_that_carries_too_is_not_set_up() {
        BenchOrder.UP.makeReady(bench);
        bench.role(CHASSIS1, "ACTIVE");

        assertThat(refused(BenchOrder.UP))
                .hasMessageContaining("chassis1 has to be DOWN or STANDBY before, and it is ACTIVE");
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void a_chassis_that_is_standby_already_may_be_set_up() {
        BenchOrder.UP.makeReady(bench);
        bench.up(CHASSIS1);

        BenchOrder.UP.give(bench);

        assertThat(bench.acts()).containsExactly("2_01: asg chassis_admin -c 1 up");
    }

    @Test
    void nothing_is_installed_on_a_chassis_that_may_take_over() {
        BenchOrder.INSTALL.makeReady(bench);
        bench.up(CHASSIS1);

        assertThat(refused(BenchOrder.INSTALL))
                .hasMessageContaining("chassis1 has to be DOWN before, and it is STANDBY");
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_role_is_the_one_that_the_screen_shows_when_the_order_is_to_go_out_and_not_one_from_before() {
        BenchOrder.INSTALL.makeReady(bench);
        bench.before("show installer package 1", () -> bench.up(CHASSIS1));

        assertThat(refused(BenchOrder.INSTALL)).hasMessageContaining("it is STANDBY");
        assertThat(bench.acts()).isEmpty();
    }

    /** What an SGM of the chassis says when an installation is begun or done on it. */
    private enum Begun {
        UNDER_WAY(BenchSgm::installing, "1_02=an installation is under way"),
        INSTALLED_AND_WAITING_FOR_ITS_REBOOT(
                sgm -> sgm.status("Installed"), "1_02=installed, no take installed by installer"),
        IN_THE_LIST_ALONE(
                sgm -> sgm.byInstaller(110), "1_02=not begun, Take 110 by installer, no take installed by cpinfo"),
        IN_CPINFO_ALONE(sgm -> sgm.byCpinfo(110), "no take installed by installer, Take 110 by cpinfo");

        private final Consumer<BenchSgm> state;
        private final String told;

        Begun(Consumer<BenchSgm> state, String told) {
            this.state = state;
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_installed_where_one_sgm_says(Begun begun) {
        BenchOrder.INSTALL.makeReady(bench);
        begun.state.accept(bench.sgm("1_02"));

        assertThat(refused(BenchOrder.INSTALL))
                .hasMessageContaining("an installation is begun or done on an SGM of chassis1")
                .hasMessageContaining(begun.told)
                .hasMessageContaining("chassis2 carries. Wait until no SGM of chassis1 installs any more")
                .returns("no installation is begun on an SGM of chassis1", Refused::expected);
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void what_is_installed_on_the_other_chassis_does_not_hold_the_installation_back() {
        BenchOrder.INSTALL.makeReady(bench);
        bench.sgm("2_02").has(110);

        BenchOrder.INSTALL.give(bench);

        assertThat(bench.acts()).containsExactly(BenchOrder.INSTALL.typed());
    }

    @Test
    void an_earlier_take_does_not_hold_the_installation_back() {
        BenchOrder.INSTALL.makeReady(bench);
        bench.sgm("1_02").byInstaller(87).byCpinfo(87);

        BenchOrder.INSTALL.give(bench);

        assertThat(bench.acts()).containsExactly(BenchOrder.INSTALL.typed());
    }

    @Test
    void the_traffic_is_not_moved_onto_a_chassis_with_an_sgm_that_is_not_synchronised() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.sgm("1_02").sync("Off - Full-sync failure");

        assertThat(refused(BenchOrder.FAIL_OVER))
                .hasMessageContaining(
                        "it has to be that every SGM is synchronised, and it is not. 1_02: Off - Full-sync failure")
                .hasMessageContaining("'cphaprob syncstat' on each of them names the reason")
                .returns("every SGM is synchronised", Refused::expected)
                .extracting(refused -> refused.finding().remedy())
                .isEqualTo(Remedy.ON_THE_GROUP);
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_traffic_is_not_moved_onto_a_chassis_with_another_policy() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.sgm("1_02").signature("77777777");

        assertThat(refused(BenchOrder.FAIL_OVER))
                .hasMessageContaining("it has to be that every SGM has the same policy, and it is not")
                .hasMessageContaining("until 'asg policy verify' shows one signature on every SGM.");
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_traffic_is_not_moved_onto_a_chassis_with_an_sgm_that_is_ready_only() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.sgm("1_02").word("READY");

        Refused refused = refused(BenchOrder.FAIL_OVER);

        assertThat(refused)
                .hasMessageContaining("chassis1 has to be STANDBY with every SGM UP to take over, and it is not")
                .returns("chassis1 is STANDBY with every SGM UP", Refused::expected);
        assertThat(refused.finding().remedy()).isEqualTo(Remedy.ON_THE_GROUP);
        assertThat(shown(refused)).containsExactly("1_02 READY");
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_traffic_is_not_moved_onto_a_chassis_that_is_down() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.role(CHASSIS1, "DOWN");

        Refused refused = refused(BenchOrder.FAIL_OVER);

        assertThat(refused).hasMessageContaining("chassis1 has to be STANDBY with every SGM UP to take over");
        assertThat(refused.finding().deciding()).isEmpty();
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_chassis_that_carries_is_not_set_down_when_its_role_changes_at_the_last_moment() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.before("g_all -a cphaprob syncstat", () -> bench.role(CHASSIS2, "STANDBY"));

        assertThat(refused(BenchOrder.FAIL_OVER))
                .hasMessageContaining(
                        "chassis2 has to carry with every SGM until it is set down, and it does not: chassis2 is STANDBY");
        assertThat(bench.acts()).isEmpty();
    }

    @Test
    void the_rows_that_decided_are_those_of_the_carrier() {
        BenchOrder.DOWN.makeReady(bench);
        bench.sgm("2_02").word("READY");

        Refused refused = refused(BenchOrder.DOWN);

        assertThat(refused)
                .hasMessageContaining(
                        "while chassis1 is worked on, chassis2 has to carry with every SGM, and it does not: 2_02 READY")
                .hasMessageEndingWith("Set chassis2 right first.")
                .returns("chassis2 carries with every SGM", Refused::expected);
        assertThat(shown(refused)).containsExactly("2_02 READY");
    }

    @Test
    void the_rows_that_decided_are_those_of_the_chassis_to_be_set_down() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.sgm("2_02").word("READY");

        Refused refused = refused(BenchOrder.FAIL_OVER);

        assertThat(refused).hasMessageEndingWith("Find out what is wrong with it first.");
        assertThat(shown(refused)).containsExactly("2_02 READY");
    }

    private static List<String> shown(Refused refused) {
        return refused.finding().deciding().stream()
                .map(Deciding::rows)
                .flatMap(List::stream)
                .map(SgmStatus::toString)
                .toList();
    }

    @Test
    void image_cloning_is_put_right_by_its_own_part() {
        BenchOrder.DOWN.makeReady(bench);
        bench.sgm("2_02").cloning("on");

        assertThat(refused(BenchOrder.DOWN).finding())
                .returns(Remedy.EARLIER_PART, finding -> finding.remedy())
                .returns("@imageCloning", finding -> finding.subject());
    }

    @Test
    void a_lease_that_is_not_ours_any_more_is_for_a_person_on_the_group() {
        BenchOrder.DOWN.makeReady(bench);
        bench.sgm("2_02").lease(EVE);

        assertThat(refused(BenchOrder.DOWN).finding()).returns(Remedy.ON_THE_GROUP, finding -> finding.remedy());
    }

    @Test
    void a_file_of_our_own_is_not_changed_without_the_lease() {
        bench.means().lease().take();
        bench.sgm("2_02").lease(EVE);

        assertThat(catchThrowableOfType(
                        Refused.class,
                        () -> new Invariants(bench.assignment(), bench.means())
                                .leaseIsHeld("upload")
                                .examine()))
                .hasMessageContaining("'upload' was not sent: the lease of this run is not on the SGMs any more");
    }

    @Test
    void what_was_looked_at_and_how_it_was_is_written_down() {
        BenchOrder.FAIL_OVER.makeReady(bench);

        BenchOrder.FAIL_OVER.give(bench);

        assertThat(examined())
                .containsExactly(
                        "image cloning is off on every SGM: {1_01=Image auto-clone state is off, 1_02=Image auto-clone state is off, 2_01=Image auto-clone state is off, 2_02=Image auto-clone state is off}, true",
                        "the lease of this run is on every SGM: on [1_01, 1_02, 2_01, 2_02], true",
                        "no SGM skips the audit questions: skipped on [], true",
                        "every SGM has the same policy: so on all 4, true",
                        "every SGM is synchronised: so on all 4, true",
                        "chassis1 is STANDBY with every SGM UP: chassis1 STANDBY: 1_01 UP, 1_02 UP; chassis2 ACTIVE: 2_01 UP, 2_02 UP, true",
                        "chassis2 carries with every SGM: chassis1 STANDBY: 1_01 UP, 1_02 UP; chassis2 ACTIVE: 2_01 UP, 2_02 UP, true",
                        "the policy is installed and the synchronisation is on: policy 21Nov26 22:41, synchronisation on, true");
    }

    @Test
    void what_held_an_order_back_is_written_down() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.sgm("1_02").sync("Off");

        refused(BenchOrder.FAIL_OVER);

        assertThat(examined()).last().isEqualTo("every SGM is synchronised: 1_02: Off, false");
    }

    private List<String> examined() {
        return bench.means().history().facts().stream()
                .filter(Fact.InvariantExamined.class::isInstance)
                .map(Fact.InvariantExamined.class::cast)
                .map(fact -> "%s: %s, %s".formatted(fact.what(), fact.seen(), fact.held()))
                .toList();
    }
}
