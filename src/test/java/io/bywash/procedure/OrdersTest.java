package io.bywash.procedure;

import static io.bywash.group.ChassisId.CHASSIS1;
import static io.bywash.group.ChassisId.CHASSIS2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bywash.cluster.StateNotReached;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.evidence.StepRecord;
import io.bywash.evidence.Told;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Shell;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the orders make of what the device answers, and of what an earlier run has sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrdersTest {
    private static final String DOWN = "asg chassis_admin -c 1 down";
    private static final String UP = "asg chassis_admin -c 1 up";
    private static final String INSTALL = "installer install 1 member_ids 1_1-1_2";

    private final Bench bench = new Bench();
    private final StepRecord record = BenchOrder.record();

    private static Fact intended(String step, String line, String kind) {
        return new Fact.ActIntended(Bench.BEGAN.minusSeconds(600), step, line, kind, "chassis1");
    }

    @Test
    void what_the_device_answered_to_the_order_is_noted() {
        BenchOrder.DOWN.makeReady(bench);

        BenchOrder.DOWN.give(bench, record);

        assertThat(record.notes()).containsExactly("The device said: state is DOWN");
    }

    @Test
    void an_order_to_set_up_gives_back_what_the_device_said() {
        BenchOrder.UP.makeReady(bench);

        BenchOrder.onTheSmo(
                bench,
                session -> assertThat(BenchOrder.orders(bench).up(StepId.parse("3.I"), record, session))
                        .isEqualTo("state is UP"));
    }

    @Test
    void an_order_that_was_answered_was_not_cut_off() {
        BenchOrder.DOWN.makeReady(bench);
        ChassisOrders orders = BenchOrder.orders(bench);

        BenchOrder.onTheSmo(bench, session -> orders.down(StepId.parse("3.C"), record, session));

        assertThat(orders.cutOff()).isEmpty();
    }

    @Test
    void an_order_whose_line_died_is_kept_as_cut_off_and_not_given_again() {
        BenchOrder.DOWN.makeReady(bench);
        bench.dying(DOWN);
        ChassisOrders orders = BenchOrder.orders(bench);

        BenchOrder.onTheSmo(bench, session -> orders.down(StepId.parse("3.C"), record, session));

        assertThat(orders.cutOff()).contains(DOWN);
        assertThat(record.notes()).singleElement().asString().startsWith("The device said: unanswered: ");
        assertThat(bench.acts()).containsExactly("2_01: " + DOWN);
    }

    @Test
    void an_order_that_is_answered_is_not_cut_off_though_the_one_before_was() {
        BenchOrder.DOWN.makeReady(bench);
        bench.dying(DOWN);
        ChassisOrders orders = BenchOrder.orders(bench);
        BenchOrder.onTheSmo(bench, session -> orders.down(StepId.parse("3.C"), record, session));
        bench.down(CHASSIS1);

        BenchOrder.onTheSmo(bench, session -> orders.up(StepId.parse("3.I"), record, session));

        assertThat(orders.cutOff()).isEmpty();
    }

    @Test
    void a_chassis_that_no_run_has_set_down_does_not_go_down() {
        assertThat(BenchOrder.orders(bench.down(CHASSIS1)).goesDown()).isFalse();
    }

    @Test
    void a_chassis_that_an_earlier_run_has_set_down_is_not_set_down_again() {
        bench.earlier("a", intended("3.C", DOWN, "chassisDown")).down(CHASSIS1);

        assertThat(BenchOrder.orders(bench).goesDown()).isTrue();
    }

    @Test
    void a_chassis_that_stayed_up_was_not_set_down() {
        bench.earlier("a", intended("3.C", DOWN, "chassisDown")).settle(Duration.ofMillis(50));

        assertThat(BenchOrder.orders(bench).goesDown()).isFalse();
    }

    @Test
    void an_earlier_order_counts_as_void_only_after_it_was_waited_for() {
        bench.earlier("a", intended("3.C", DOWN, "chassisDown"));
        bench.before("asg stat -v", () -> {}).before("asg stat -v", () -> bench.down(CHASSIS1));

        assertThat(BenchOrder.orders(bench).goesDown()).isTrue();
    }

    private Journal.Installation installation() {
        return bench.means().journal().unfinishedInstallation(CHASSIS1).orElseThrow();
    }

    @Test
    void a_chassis_that_is_standby_with_every_sgm_is_up_whoever_set_it_up() {
        bench.earlier("a", intended("3.F", INSTALL, "install"));

        assertThat(BenchOrder.orders(bench).comesUp(installation())).isTrue();
    }

    @Test
    void a_chassis_that_an_earlier_run_has_set_up_is_waited_for() {
        bench.earlier("a", intended("3.F", INSTALL, "install"), intended("3.I", UP, "chassisUp"))
                .down(CHASSIS1)
                .before("asg stat -v", () -> {})
                .before("asg stat -v", () -> {})
                .before("asg stat -v", () -> bench.up(CHASSIS1));

        assertThat(BenchOrder.orders(bench).comesUp(installation())).isTrue();
    }

    @Test
    void a_chassis_that_was_not_set_up_after_the_installation_does_not_come_up() {
        bench.earlier("a", intended("3.I", UP, "chassisUp"), intended("3.F", INSTALL, "install"))
                .down(CHASSIS1)
                .before("asg stat -v", () -> {})
                .before("asg stat -v", () -> bench.up(CHASSIS1));

        assertThat(BenchOrder.orders(bench).comesUp(installation())).isFalse();
    }

    private Optional<String> install() {
        BenchOrder.INSTALL.makeReady(bench);
        return BenchOrder.install(bench, record);
    }

    @Test
    void an_installation_that_was_seen_to_begin_everywhere_was_understood() {
        assertThat(install()).isEmpty();
        assertThat(record.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(record.measurements())
                .extracting(Measurement::toString)
                .contains("questions answered: 5", "installation on 1_02: Installing package...");
        assertThat(record.notes())
                .containsExactly(
                        "The package has number 1 on 1_01.",
                        "The line, or the session on it, ended with its member, as it does when that member reboots.");
    }

    @Test
    void when_the_prompt_comes_back_the_line_is_not_noted_as_dead() {
        bench.installationThatComesBack();

        assertThat(install()).isEmpty();
        assertThat(record.notes()).containsExactly("The package has number 1 on 1_01.");
    }

    @Test
    void an_installation_whose_line_died_before_each_sgm_was_seen_is_kept_as_cut_off() {
        bench.installation("Installing package... / Package is ready for installation");

        assertThat(install()).contains(INSTALL);
        assertThat(record.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(record.measurements())
                .extracting(Measurement::toString)
                .contains("installation on 1_02: the line died before it was seen");
    }

    @Test
    void an_sgm_that_did_not_begin_although_the_prompt_came_back_has_failed_its_step() {
        bench.installation("Installing package... / Package is ready for installation")
                .installationThatComesBack();

        assertThat(install()).isEmpty();
        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(record.finding().advice())
                .isEqualTo(
                        "Look on each SGM of chassis1 whether it installs (show installer packages), and do not order it by hand.");
        assertThat(record.finding().act()).isEqualTo(Finding.OfTheAct.DENIED);
        assertThat(record.finding().deciding()).containsExactly(Deciding.of(SgmId.parse("1_2"), INSTALL));
    }

    @Test
    void an_installation_that_fails_on_one_sgm_ends_the_step_with_its_words() {
        bench.installation(
                "Installing package... / Installing package...",
                "Installing: 5% / Installation failed",
                "Installing: 5% / Installation failed");

        Misbehaviour failed = catchThrowableOfType(Misbehaviour.class, this::install);

        assertThat(failed)
                .hasMessageContaining(
                        "The installation failed: 1_02 says \"Installation failed\". The reboots were not waited for.")
                .hasMessageContaining("Others may install on and reboot. Look on each SGM of chassis1");
        assertThat(((Told) failed).expected()).isEqualTo("the installation to begin on every SGM of chassis1");
        assertThat(failed.finding())
                .returns(Remedy.ON_THE_GROUP, Finding::remedy)
                .returns(Finding.OfTheAct.DENIED, Finding::act)
                .returns(List.of(Deciding.of(SgmId.parse("1_2"), INSTALL)), Finding::deciding);
        assertThat(record.measurements())
                .filteredOn(measured -> !measured.asExpected())
                .extracting(Measurement::name)
                .containsExactly("installation on 1_02");
    }

    @Test
    void what_the_device_says_beside_its_tables_is_told_with_the_failure() {
        bench.installation("Installing package... / Installation failed", "Installing: 5% / Installation failed")
                .installationEndsWith("Action was aborted (install).")
                .installationThatComesBack();

        assertThat(catchThrowableOfType(Misbehaviour.class, this::install))
                .hasMessageContaining(
                        "says \"Installation failed\". The device said: \"Action was aborted (install).\". The reboots");
        assertThat(record.notes()).contains("Action was aborted (install).");
    }

    @Test
    void a_line_that_dies_amid_the_questions_proves_nothing_of_the_installation() {
        bench.dying("y");

        NotProven unproven = catchThrowableOfType(NotProven.class, this::install);

        assertThat(unproven)
                .hasMessageContaining(
                        "before it was certain that all questions of the installation on 1_1-1_2 were answered")
                .hasMessageContaining("Do not order it by hand: the same command finds out");
        assertThat(unproven.expected())
                .isEqualTo("every question answered, and the installation seen to begin on each SGM");
        assertThat(unproven.finding())
                .returns(Remedy.SAME_COMMAND, Finding::remedy)
                .returns(Finding.OfTheAct.NOT_SEEN, Finding::act)
                .returns(List.of(Deciding.answer(INSTALL, List.of())), Finding::deciding);
    }

    @Test
    void nothing_is_installed_from_another_chassis() {
        BenchOrder.INSTALL.makeReady(bench);

        BenchOrder.onTheSmo(bench, session -> {
            session.reach(Shell.GCLISH);
            assertThat(catchThrowableOfType(
                            RuntimeException.class,
                            () -> BenchOrder.installOrder(bench).give(StepId.parse("3.F"), record, session)))
                    .isInstanceOf(Refused.class);
        });
        assertThat(bench.acts()).isEmpty();
    }

    private static final String FILE = "/var/log/" + Bench.PACKAGE;
    private static final String INSTALL_FILE =
            "asg_hf_installer -b 1_1-1_2 install file " + FILE + " no_confirm admin_up";

    private final Bench old = new Bench(Release.R76SP);

    private Optional<String> installFromTheSmo() {
        old.means().lease().take();
        old.down(CHASSIS1);
        try (GaiaSession session = old.means().address().logIn("orders")) {
            return BenchOrder.installOrder(old).giveOnTheSmo(StepId.parse("3.F"), record, session, FILE);
        }
    }

    @Test
    void without_cpuse_an_answer_without_trouble_leaves_it_to_the_reboots() {
        old.sgm("2_01").says(INSTALL_FILE, "Hotfix Installation Wizard");

        assertThat(installFromTheSmo()).isEmpty();
        assertThat(old.acts()).containsExactly("2_01: " + INSTALL_FILE);
        assertThat(record.notes())
                .containsExactly(
                        "The prompt came back. It had said: \"Hotfix Installation Wizard\". What it did is for the reboots and the takes to show.");
        assertThat(record.finding().advice())
                .isEqualTo("Look on each SGM of chassis1 what it does, and do not order it by hand.");
    }

    @Test
    void without_cpuse_a_line_that_died_is_kept_as_cut_off() {
        old.dying(INSTALL_FILE);

        assertThat(installFromTheSmo()).contains(INSTALL_FILE);
        assertThat(record.notes()).singleElement().asString().startsWith("The line ended, or nothing more came.");
    }

    @Test
    void without_cpuse_an_answer_that_tells_of_a_trouble_ends_the_step() {
        old.sgm("2_01").says(INSTALL_FILE, "Hotfix Installation Wizard\n1_02: skipped");

        Misbehaviour refused = catchThrowableOfType(Misbehaviour.class, this::installFromTheSmo);

        assertThat(refused)
                .hasMessageContaining(
                        "The device answered the order with \"1_02: skipped\". It said in all: \"Hotfix Installation Wizard / 1_02: skipped\".")
                .hasMessageContaining("Look on each SGM of chassis1 whether it installs all the same");
        assertThat(((Told) refused).expected()).isEqualTo("'%s' to begin on every SGM".formatted(INSTALL_FILE));
        assertThat(refused.finding().deciding())
                .containsExactly(Deciding.answer(INSTALL_FILE, List.of("1_02: skipped")));
    }

    @Test
    void without_cpuse_a_take_that_is_there_holds_the_installation_back() {
        old.sgm("1_02").byCpinfo(110);

        assertThat(catchThrowableOfType(Refused.class, this::installFromTheSmo))
                .hasMessageContaining("1_02=no CPUSE, no such list by installer, Take 110 by cpinfo");
        assertThat(old.acts()).isEmpty();
    }

    private Failover failover(Steps steps) {
        return new Failover(bench.assignment(), bench.means(), steps);
    }

    private final Steps steps() {
        return new Steps(bench.means().history());
    }

    @Test
    void the_fail_over_proves_that_the_other_chassis_carries() {
        BenchOrder.FAIL_OVER.makeReady(bench);

        BenchOrder.FAIL_OVER.give(bench);

        assertThat(measured())
                .containsExactly(
                        "chassis of the member that answers: chassis2",
                        "role of chassis2: ACTIVE",
                        "shell by its prompt: Expert mode",
                        "VS by its prompt: 0",
                        "chassis1 carries: with every SGM",
                        "state of chassis2: DOWN");
    }

    private List<String> measured() {
        return finished()
                .flatMap(step -> step.measurements().stream())
                .map(Measurement::toString)
                .toList();
    }

    private java.util.stream.Stream<Fact.StepFinished> finished() {
        return bench.means().history().facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast);
    }

    @Test
    void the_answer_of_the_fail_over_is_noted() {
        BenchOrder.FAIL_OVER.makeReady(bench);

        BenchOrder.FAIL_OVER.give(bench);

        assertThat(finished().reduce((first, last) -> last).orElseThrow().notes())
                .contains("The device said: state is DOWN");
    }

    @Test
    void a_fail_over_begins_on_the_chassis_that_is_to_go_down_wherever_the_smo_is() {
        bench.smoIs("1_01");
        Steps steps = steps();

        failover(steps).connect(StepId.parse("4.A"), "connect");

        assertThat(steps.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(bench.typed()).contains("1_01: member 2_1");
    }

    @Test
    void no_hop_is_made_when_the_smo_is_there() {
        failover(steps()).connect(StepId.parse("4.A"), "connect");

        assertThat(bench.typed()).noneMatch(line -> line.contains("member"));
    }

    @Test
    void a_chassis_that_is_not_active_is_no_beginning_of_a_fail_over() {
        bench.role(CHASSIS1, "ACTIVE").role(CHASSIS2, "STANDBY");

        assertThat(catchThrowableOfType(
                        Misbehaviour.class, () -> failover(steps()).connect(StepId.parse("4.A"), "connect")))
                .hasMessageContaining("role of chassis2: STANDBY, expected ACTIVE");
    }

    @Test
    void a_fail_over_whose_line_died_is_proven_by_the_state_of_the_group() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.dyingAfter(
                "asg chassis_admin -c 2 down", () -> bench.down(CHASSIS2).role(CHASSIS1, "ACTIVE"));

        BenchOrder.FAIL_OVER.give(bench);

        assertThat(measured()).contains("chassis1 carries: with every SGM", "state of chassis2: DOWN");
        assertThat(finished().reduce((first, last) -> last).orElseThrow().notes())
                .singleElement()
                .asString()
                .startsWith("The line died with the command, as it does when the SMO moves: ");
    }

    @Test
    void a_fail_over_whose_line_died_and_that_shows_no_effect_is_not_proven() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.patience(Duration.ofMillis(300)).dying("asg chassis_admin -c 2 down");

        assertThat(catchThrowableOfType(NotProven.class, () -> BenchOrder.FAIL_OVER.give(bench)))
                .hasMessageContaining("The line died before 'asg chassis_admin -c 2 down' was answered");
    }

    @Test
    void a_fail_over_whose_line_died_and_that_shows_half_an_effect_has_failed() {
        BenchOrder.FAIL_OVER.makeReady(bench);
        bench.patience(Duration.ofMillis(300))
                .dyingAfter("asg chassis_admin -c 2 down", () -> bench.role(CHASSIS2, "DOWN"));

        assertThat(catchThrowableOfType(StateNotReached.class, () -> BenchOrder.FAIL_OVER.give(bench)))
                .isNotNull();
    }

    @Test
    void the_lines_of_a_fail_over_are_closed_with_it() {
        Failover failover = failover(steps());
        failover.connect(StepId.parse("4.A"), "connect");

        failover.close();

        assertThat(bench.openLines()).containsExactly("watch");
    }

    @Test
    void a_fail_over_that_has_not_begun_has_nothing_to_close() {
        failover(steps()).close();

        assertThat(bench.openLines()).isEmpty();
    }
}
