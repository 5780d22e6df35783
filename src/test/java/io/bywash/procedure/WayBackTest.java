package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back, sentence by sentence: by what was sent, by what each SGM has, and by the last look. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WayBackTest {
    private static final String TAKE = "Take 110";
    private static final String NONE = "no take installed";
    private static final String NOTHING_SENT =
            "This run sent nothing that changes the group: nothing of it is to be taken back.";
    private static final String CLONING_OFF =
            "Leave image cloning off until every SGM of both chassis has the same take.";
    private static final String CLONING_ON =
            "Image cloning, if it was on before and the procedure is given up, only while no SGM has the hotfix: "
                    + "gClish on the SMO: set smo image auto-clone state on.";
    private static final String UP_1 = "Expert mode on the SMO: asg chassis_admin -c 1 up (inferred, 70 %)";
    private static final String DOWN_1 = "Expert mode on the SMO: asg chassis_admin -c 1 down (inferred, 70 %)";

    private final List<Fact> facts = new ArrayList<>();
    private Dialect dialect = Story.DIALECT;
    private StateNow now = shows("STANDBY", "ACTIVE");
    private Rollback rollback = Rollback.BY_WHAT_IS_SEEN;
    private int part = 1;

    private static StateNow shows(String role1, String role2) {
        return StateNow.read(Look.at(words(role1), words(role2)));
    }

    private static String words(String role) {
        return role + (role.equals("DOWN") ? ": DOWN DOWN" : ": UP UP");
    }

    private void sent(Phrase what, String chassis) {
        facts.add(new Fact.ActIntended(Instant.EPOCH, "3.C", "the line", what.key(), chassis));
    }

    /** What both evidences of 1_01, 1_02, 2_01 and 2_02 say. */
    private void takes(String first, String second, String third, String fourth) {
        facts.add(new Fact.TableKept(
                Instant.EPOCH,
                "a table",
                List.of("SGM", "by installer", "by cpinfo"),
                List.of(
                        List.of("1_01", first, first),
                        List.of("1_02", second, second),
                        List.of("2_01", third, third),
                        List.of("2_02", fourth, fourth))));
    }

    private List<String> told(ChassisId... orderedBefore) {
        Assignment assignment = Story.on(2).assignment();
        return new WayBack(
                        assignment, dialect, Traces.of(facts, assignment, Set.of(orderedBefore)), now, rollback, part)
                .told();
    }

    @Test
    void beside_another_run_nothing_is_taken_back() {
        rollback = Rollback.NOT_FROM_HERE;
        sent(Phrase.CHASSIS_DOWN, "chassis1");
        now = shows("DOWN", "ACTIVE");

        assertThat(told()).containsExactly("Nothing is taken back from here while the other run is at work.");
    }

    @ParameterizedTest
    @CsvSource({"STANDBY, ACTIVE", "ACTIVE, STANDBY"})
    void a_run_that_sent_nothing_has_nothing_to_take_back(String role1, String role2) {
        now = shows(role1, role2);

        assertThat(told()).containsExactly(NOTHING_SENT);
    }

    @Test
    void what_was_sent_and_changed_nothing_is_not_taken_back() {
        sent(Phrase.CHASSIS_UP, "chassis1");

        assertThat(told()).containsExactly("Nothing that was sent is to be taken back.");
    }

    @Test
    void without_a_look_the_role_of_either_chassis_is_not_known() {
        sent(Phrase.CHASSIS_UP, "chassis1");
        now = StateNow.read(Look.at("-: UP UP", "-: UP UP"));

        assertThat(told())
                .containsExactly(
                        "The role of chassis2 is not known: look first (asg stat -v).",
                        "The role of chassis1 is not known: look first (asg stat -v).");
    }

    @Test
    void a_chassis_that_this_procedure_did_not_set_down_is_not_set_up_before_it_is_known_why_it_is_down() {
        takes(NONE, NONE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");

        assertThat(told())
                .containsExactly(
                        NOTHING_SENT,
                        "chassis1 is DOWN, and this procedure did not set it down: find out why before it is set up (%s)."
                                .formatted(UP_1));
    }

    private void isOurs(String chassis) {
        assertThat(told())
                .anyMatch(sentence -> sentence.startsWith(chassis + " has no hotfix: Expert mode on the SMO"));
    }

    private void isNotOurs(String chassis) {
        assertThat(told())
                .anyMatch(sentence -> sentence.startsWith(
                        chassis + " is DOWN, and this procedure did not set it down: find out why"));
    }

    @Test
    void a_chassis_that_this_run_set_down_is_ours() {
        takes(NONE, NONE, NONE, NONE);
        sent(Phrase.CHASSIS_DOWN, "chassis1");
        now = shows("DOWN", "ACTIVE");

        isOurs("chassis1");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void chassis_a_was_set_down_by_the_procedure_from_part_3_on(int where) {
        takes(NONE, NONE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");
        part = where;

        isOurs("chassis1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void before_part_3_nothing_of_the_procedure_sets_chassis_a_down(int where) {
        takes(NONE, NONE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");
        part = where;

        isNotOurs("chassis1");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void chassis_b_was_set_down_by_the_procedure_from_part_4_on(int where) {
        takes(NONE, NONE, NONE, NONE);
        now = shows("ACTIVE", "DOWN");
        part = where;

        isOurs("chassis2");
    }

    @Test
    void before_part_4_nothing_of_the_procedure_sets_chassis_b_down() {
        takes(NONE, NONE, NONE, NONE);
        now = shows("ACTIVE", "DOWN");
        part = 3;

        isNotOurs("chassis2");
    }

    @Test
    void a_clean_chassis_comes_back_as_standby_while_the_other_one_carries() {
        takes(NONE, NONE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");
        part = 3;

        assertThat(told())
                .containsExactly(
                        NOTHING_SENT,
                        "chassis1 has no hotfix: %s, when asg stat -v shows each of its SGMs and none starting. It comes back as STANDBY; chassis2 goes on carrying."
                                .formatted(UP_1),
                        CLONING_ON);
    }

    @Test
    void a_clean_chassis_is_set_up_at_once_when_the_other_one_does_not_carry_with_every_sgm() {
        takes(NONE, NONE, NONE, NONE);
        now = StateNow.read(Look.at("DOWN: DOWN DOWN", "ACTIVE: UP ABSENT"));
        part = 3;

        assertThat(told())
                .contains(
                        "chassis2 is not seen to carry with every SGM, and nothing installs on chassis1: set chassis1 up NOW. %s."
                                .formatted(UP_1));
    }

    @Test
    void a_chassis_of_which_nothing_was_read_is_not_set_up_before_it_is_known_what_it_has() {
        now = shows("DOWN", "ACTIVE");
        part = 3;

        assertThat(told())
                .containsExactly(
                        NOTHING_SENT,
                        "chassis1 may not be set up before it is known what its SGMs have (on each: show installer packages installed); then %s."
                                .formatted(UP_1),
                        CLONING_OFF);
    }

    @Test
    void a_chassis_that_has_the_hotfix_is_set_up_or_taken_back_while_it_is_down() {
        takes(TAKE, TAKE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");
        part = 3;

        assertThat(told())
                .containsExactly(
                        NOTHING_SENT,
                        "chassis1 has Take 110 on every SGM: %s, when asg stat -v shows them all back. Or take it back while it is DOWN: in gClish on one of its SGMs installer uninstall <its number there> member_ids 1_1-1_2, wait for the reboots, then set it up."
                                .formatted(UP_1),
                        CLONING_OFF);
    }

    private static final String MAY_INSTALL =
            "chassis1 may still be installing: no set-up, reboot or second order before every SGM of it is back (asg stat -v) and says its take (on each: show installer packages installed). If none or all have Take 110: %s. If only some: in gClish on one of those installer uninstall <its number there> member_ids <those of 1_1-1_2>, wait for the reboots, then set it up."
                    .formatted(UP_1);

    @Test
    void a_chassis_on_which_some_sgms_have_the_hotfix_may_be_installing() {
        takes(TAKE, NONE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");
        part = 3;

        assertThat(told()).containsExactly(NOTHING_SENT, MAY_INSTALL, CLONING_OFF);
    }

    @Test
    void a_chassis_on_which_this_run_ordered_it_may_be_installing() {
        takes(NONE, NONE, NONE, NONE);
        sent(Phrase.INSTALL, "chassis1");
        now = shows("DOWN", "ACTIVE");
        part = 3;

        assertThat(told()).containsExactly(MAY_INSTALL, CLONING_OFF);
    }

    @Test
    void a_chassis_on_which_an_earlier_run_ordered_it_may_be_installing() {
        takes(NONE, NONE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");
        part = 3;

        assertThat(told(ChassisId.CHASSIS1)).containsExactly(NOTHING_SENT, MAY_INSTALL, CLONING_OFF);
    }

    @Test
    void a_standby_chassis_that_has_the_hotfix_is_set_down_only_while_the_other_one_carries() {
        takes(TAKE, TAKE, NONE, NONE);

        assertThat(told())
                .containsExactly(
                        NOTHING_SENT,
                        "chassis1 has Take 110. To take it back, only while chassis2 is ACTIVE with every SGM UP: %s; in gClish on an SGM of chassis1 installer uninstall <its number there> member_ids 1_1-1_2; wait for the reboots; set it up."
                                .formatted(DOWN_1));
    }

    @ParameterizedTest
    @CsvSource({"Take 110, no take installed", "no take installed, Take 110"})
    void of_a_standby_chassis_some_sgms_may_have_the_hotfix(String first, String second) {
        takes(first, second, NONE, NONE);

        assertThat(told()).anyMatch(sentence -> sentence.startsWith("Some SGMs of chassis1 may have Take 110."));
    }

    @Test
    void traffic_may_go_back_only_to_a_chassis_that_could_take_over() {
        takes(TAKE, TAKE, NONE, NONE);
        now = shows("ACTIVE", "STANDBY");
        part = 4;

        assertThat(told())
                .containsExactly(
                        NOTHING_SENT,
                        "Traffic may go back to chassis2 only when it is STANDBY with every SGM UP, with a policy, and synchronised: %s."
                                .formatted(DOWN_1),
                        CLONING_OFF);
    }

    @Test
    void what_carries_is_not_set_down_while_the_other_chassis_is_no_standby() {
        takes(TAKE, TAKE, NONE, NONE);
        now = shows("ACTIVE", "DOWN");
        part = 4;

        assertThat(told())
                .contains(
                        "Traffic may go back to chassis2 only when it is STANDBY with every SGM UP, with a policy, and synchronised.")
                .noneMatch(sentence -> sentence.contains("-c 1 down"));
    }

    @Test
    void a_chassis_without_the_hotfix_is_left_as_it_is_whether_it_carries_or_not() {
        takes(NONE, NONE, NONE, NONE);

        assertThat(told()).containsExactly(NOTHING_SENT);
    }

    @Test
    void image_cloning_that_was_switched_off_is_switched_on_again_only_while_no_sgm_has_the_hotfix() {
        sent(Phrase.CLONING_OFF, "");
        part = 2;

        assertThat(told()).containsExactly(CLONING_ON);
    }

    @Test
    void in_part_2_image_cloning_that_was_not_touched_is_not_spoken_of() {
        part = 2;

        assertThat(told()).containsExactly(NOTHING_SENT);
    }

    @Test
    void from_part_3_on_an_unread_sgm_may_have_the_hotfix_so_that_cloning_stays_off() {
        part = 3;

        assertThat(told()).containsExactly(NOTHING_SENT, CLONING_OFF);
    }

    @ParameterizedTest
    @CsvSource({"Take 110, no take installed", "no take installed, Take 110"})
    void image_cloning_stays_off_while_one_chassis_has_the_hotfix(String on1, String on2) {
        takes(on1, on1, on2, on2);
        part = 3;

        assertThat(told()).contains(CLONING_OFF).doesNotContain(CLONING_ON);
    }

    @Test
    void a_package_that_was_brought_may_stay() {
        sent(Phrase.IMPORT_PACKAGE, "");

        assertThat(told())
                .containsExactly("The package may stay on the SGMs: it changes nothing until it is installed.");
    }

    @Test
    void a_package_that_is_installed_somewhere_is_not_said_to_change_nothing() {
        sent(Phrase.IMPORT_PACKAGE, "");
        takes(TAKE, NONE, NONE, NONE);

        assertThat(told()).noneMatch(sentence -> sentence.startsWith("The package may stay"));
    }

    private void readFirst() {
        rollback = Rollback.BY_WHAT_IS_READ_FIRST;
    }

    private static final String READ_FIRST =
            "Read first which chassis carries (asg stat -v, two times 1 min 30 s apart). If chassis%d is DOWN: ";

    @Test
    void on_a_look_that_supports_nothing_what_was_set_down_is_read_first() {
        readFirst();
        takes(NONE, NONE, NONE, NONE);
        sent(Phrase.CHASSIS_DOWN, "chassis1");

        assertThat(told())
                .containsExactly(READ_FIRST.formatted(1)
                        + "chassis1 has no hotfix: %s, when asg stat -v shows each of its SGMs and none starting; at once when no chassis is ACTIVE."
                                .formatted(UP_1));
    }

    @Test
    void on_a_look_that_supports_nothing_a_chassis_with_an_order_is_read_first() {
        readFirst();
        takes(NONE, NONE, NONE, NONE);
        sent(Phrase.INSTALL, "chassis1");

        assertThat(told()).contains(READ_FIRST.formatted(1) + MAY_INSTALL);
    }

    @Test
    void on_a_look_that_supports_nothing_a_chassis_that_was_last_seen_down_is_read_first() {
        readFirst();
        now = shows("ACTIVE", "DOWN");

        assertThat(told()).anyMatch(sentence -> sentence.startsWith(READ_FIRST.formatted(2)));
    }

    @Test
    void on_a_look_that_supports_nothing_a_chassis_that_was_not_touched_is_not_spoken_of() {
        readFirst();
        takes(TAKE, TAKE, NONE, NONE);

        assertThat(told()).containsExactly(NOTHING_SENT);
    }

    @Test
    void without_a_known_command_it_is_uninstalled_by_the_vendors_guide() {
        dialect = Dialect.of(Release.R76SP);
        takes(TAKE, TAKE, NONE, NONE);
        now = shows("DOWN", "ACTIVE");

        assertThat(told().get(1))
                .contains(
                        "Or take it back while it is DOWN: uninstall it on 1_1-1_2 by the vendor's guide for R81.10, whose command is not known here, wait");
    }

    @Test
    void without_CPUSE_cpinfo_says_what_an_sgm_has() {
        dialect = Dialect.of(Release.R76SP);
        now = shows("DOWN", "ACTIVE");

        assertThat(told().get(1)).contains("before it is known what its SGMs have (on each: cpinfo -y all)");
    }
}
