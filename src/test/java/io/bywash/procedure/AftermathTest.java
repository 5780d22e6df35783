package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.cluster.Patience;
import io.bywash.cluster.StateNotReached;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupCondition;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of an order of an earlier run, by what each SGM says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AftermathTest {
    private static final Instant BEFORE = Instant.parse("2026-11-01T06:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-22T01:40:00Z");
    private static final String STATUS = "asg stat -v";
    private static final Journal.Sent ORDER = new Journal.Sent(
            "2026-11-22T010000Z-harbour", BEFORE, "3.F", "installer install 1 member_ids 1_1-1_2", false);

    private static final Duration SETTLE = Duration.ofMillis(900);

    /** A wait that ends by what is seen. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** A wait for what does not come. */
    private static final Duration IN_VAIN = Duration.ofMillis(200);

    private Bench bench = new Bench();

    private Aftermath aftermath(Duration reboot) {
        Assignment given = bench.assignment();
        Waits waits = given.waits();
        return new Aftermath(
                new Assignment(
                        given.group(),
                        given.chassisA(),
                        given.mode(),
                        given.release(),
                        given.file(),
                        given.take(),
                        given.remoteDirectory(),
                        given.audit(),
                        given.changeTicket(),
                        given.options(),
                        new Waits(
                                waits.chassisDown(),
                                new Patience("reboot", reboot, Duration.ofMillis(1)),
                                waits.chassisUp(),
                                waits.importing(),
                                waits.settle(),
                                waits.noCarrier())),
                bench.means());
    }

    private static Journal.Installation ordered(String... sgms) {
        TreeMap<SgmId, Instant> boots = new TreeMap<>();
        List.of(sgms).forEach(sgm -> boots.put(SgmId.parse(sgm), BEFORE));
        return new Journal.Installation(ORDER, boots);
    }

    private boolean cameThrough(Duration reboot) {
        return aftermath(reboot).cameThrough(ChassisId.CHASSIS1, ordered("1_01", "1_02"));
    }

    /** One SGM that has the hotfix, and when it has booted. */
    private void has(String sgm, Instant booted) {
        bench.sgm(sgm).has(110).booted(booted);
    }

    private void bothHave() {
        has("1_01", AFTER);
        has("1_02", AFTER);
    }

    /** What is waited for in vain. */
    private void assertNotYet(String missing) {
        assertThatThrownBy(() -> cameThrough(IN_VAIN))
                .isInstanceOfSatisfying(
                        StateNotReached.class, e -> assertThat(e.isHopeless()).isFalse())
                .hasMessageContaining("missing    " + missing);
    }

    @Test
    void sgms_that_have_the_hotfix_and_booted_since_have_come_through() {
        bothHave();

        assertThat(cameThrough(LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T06:00:00Z", "2026-11-01T05:59:59Z", "2026-10-01T06:00:00Z"})
    void an_sgm_whose_boot_is_not_later_than_before_has_not_rebooted(Instant booted) {
        has("1_01", AFTER);
        has("1_02", booted);

        assertNotYet("1_01 has the hotfix and has rebooted, 1_02 is at it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void a_boot_that_is_one_second_later_is_another_one(String sgm) {
        bothHave();
        has(sgm, BEFORE.plusSeconds(1));

        assertThat(cameThrough(LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void an_sgm_that_is_installing_is_waited_for(String sgm) {
        bothHave();
        bench.sgm(sgm).installing();

        assertNotYet(
                sgm.equals("1_01")
                        ? "1_01 is at it, 1_02 has the hotfix and has rebooted"
                        : "1_01 has the hotfix and has rebooted, 1_02 is at it");
    }

    @Test
    void what_is_installed_and_waits_for_its_reboot_is_under_way() {
        bothHave();
        bench.sgm("1_02").booted(BEFORE).status("Installed").byInstaller(109).byCpinfo(109);

        assertNotYet("1_01 has the hotfix and has rebooted, 1_02 is at it");
    }

    @Test
    void what_every_proof_shows_before_the_reboot_is_under_way_whatever_the_status_says() {
        bothHave();
        bench.sgm("1_01").booted(BEFORE).status("Imported");

        assertNotYet("1_01 is at it, 1_02 has the hotfix and has rebooted");
    }

    @Test
    void an_installation_that_comes_through_while_it_is_waited_for_has_come_through() {
        bothHave();
        bench.sgm("1_02").booted(BEFORE).installing();
        bench.before(STATUS, () -> {}).before(STATUS, () -> has("1_02", AFTER));

        assertThat(cameThrough(LONG)).isTrue();
    }

    private void assertNotAlike(String how) {
        assertThatThrownBy(() -> cameThrough(LONG))
                .isInstanceOfSatisfying(
                        Misbehaviour.class,
                        e -> assertThat(e.finding().remedy()).isEqualTo(Remedy.AFRESH))
                .hasMessageContaining("did not end alike on every SGM: " + how);
    }

    @ParameterizedTest
    @CsvSource({
        "1_01, '1_01 has rebooted and does not have the hotfix, 1_02 has the hotfix and has rebooted'",
        "1_02, '1_01 has the hotfix and has rebooted, 1_02 has rebooted and does not have the hotfix'",
    })
    void an_sgm_that_came_back_without_the_hotfix_is_for_a_person(String sgm, String how) {
        bothHave();
        bench.sgm(sgm).status("Imported").byInstaller(109).byCpinfo(109);

        assertNotAlike(how);
    }

    @Test
    void a_chassis_that_came_back_without_the_hotfix_is_for_a_person() {
        bench.sgm("1_01").booted(AFTER);
        bench.sgm("1_02").booted(AFTER);

        assertNotAlike(
                "1_01 has rebooted and does not have the hotfix, 1_02 has rebooted and does not have the hotfix");
    }

    @Test
    void an_sgm_that_only_one_proof_shows_the_hotfix_on_has_come_back_without_it() {
        bothHave();
        bench.sgm("1_02").byCpinfo(109);

        assertNotAlike("1_01 has the hotfix and has rebooted, 1_02 has rebooted and does not have the hotfix");
    }

    @ParameterizedTest
    @CsvSource({
        "1_01, '1_01 shows nothing of an installation, 1_02 has the hotfix and has rebooted'",
        "1_02, '1_01 has the hotfix and has rebooted, 1_02 shows nothing of an installation'",
    })
    void an_sgm_that_did_not_begin_beside_one_that_is_through_is_for_a_person(String sgm, String how) {
        bothHave();
        bench.sgm(sgm).status("Imported").byInstaller(109).byCpinfo(109).booted(BEFORE);
        looksTakeAWhile();

        assertNotAlike(how);
    }

    /** Each look takes so much of the bench's clock that several are needed until an order may have settled. */
    private void looksTakeAWhile() {
        bench.settle(SETTLE).taking(STATUS, Duration.ofMillis(200));
    }

    private Instant now() {
        return bench.means().history().now();
    }

    @Test
    void an_order_of_which_nothing_was_seen_as_long_as_it_may_take_to_settle_had_no_effect() {
        looksTakeAWhile();

        assertThat(cameThrough(LONG)).isFalse();
        assertThat(Duration.between(Bench.BEGAN, now())).isGreaterThan(SETTLE);
    }

    @Test
    void an_order_of_which_nothing_is_seen_is_not_void_before_it_may_have_settled() {
        bench.settle(Duration.ofHours(9));

        assertNotYet(
                "1_01 shows nothing of an installation, 1_02 shows nothing of an installation; that counts once it has been so for 32400 s");
    }

    /** At the third look something else is seen; from the fourth on nothing again. */
    private void assertSettlesAnewAfter(Runnable something, Runnable nothing) {
        looksTakeAWhile();
        AtomicReference<Instant> again = new AtomicReference<>();
        bench.before(STATUS, () -> {})
                .before(STATUS, () -> {})
                .before(STATUS, something)
                .before(STATUS, () -> {
                    again.set(now());
                    nothing.run();
                });

        assertThat(cameThrough(LONG)).isFalse();
        assertThat(Duration.between(again.get(), now())).isGreaterThan(SETTLE);
    }

    @Test
    void what_was_seen_in_between_begins_the_time_to_settle_anew() {
        assertSettlesAnewAfter(
                () -> bench.sgm("1_02").installing(), () -> bench.sgm("1_02").status("Imported"));
    }

    @Test
    void an_sgm_that_was_away_in_between_begins_the_time_to_settle_anew() {
        assertSettlesAnewAfter(
                () -> bench.sgm("1_02").word("DETACHED"),
                () -> bench.sgm("1_02").word("UP"));
    }

    @Test
    void an_sgm_that_was_silent_in_between_begins_the_time_to_settle_anew() {
        assertSettlesAnewAfter(
                () -> bench.sgm("1_02").silent(), () -> bench.sgm("1_02").answering());
    }

    @Test
    void what_has_come_through_needs_no_time_to_settle() {
        bothHave();
        bench.settle(Duration.ofHours(9));

        assertThat(cameThrough(LONG)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1_01, DETACHED", "1_02, DETACHED", "1_01, INIT", "1_02, READY"})
    void an_sgm_that_is_neither_up_nor_down_is_waited_for(String sgm, String word) {
        bothHave();
        bench.sgm(sgm).word(word);

        assertNotYet("[%s %s]".formatted(sgm, word));
    }

    @Test
    void an_sgm_that_is_down_is_there() {
        bothHave();
        bench.down(ChassisId.CHASSIS1);

        assertThat(cameThrough(LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void a_silent_sgm_has_not_come_through(String sgm) {
        bothHave();
        bench.sgm(sgm).silent();

        assertThatThrownBy(() -> cameThrough(IN_VAIN))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining(sgm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2_01", "2_02"})
    void it_is_hopeless_when_the_other_chassis_stops_carrying(String sgm) {
        bothHave();
        bench.sgm(sgm).word("DOWN");

        assertThatThrownBy(() -> cameThrough(LONG))
                .isInstanceOfSatisfying(
                        StateNotReached.class, e -> assertThat(e.isHopeless()).isTrue())
                .hasMessageContaining("the chassis that should carry does not: %s DOWN".formatted(sgm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_01", "1_02"})
    void without_the_boot_of_one_sgm_before_the_order_nothing_can_be_told(String known) {
        bothHave();

        assertThatThrownBy(() -> aftermath(LONG).cameThrough(ChassisId.CHASSIS1, ordered(known)))
                .isInstanceOfSatisfying(
                        NotProven.class,
                        e -> assertThat(e.finding().advice()).startsWith("Look at 'show installer packages'"))
                .hasMessageContaining("it says so of [%s]. So it cannot be told".formatted(known));
        assertThat(bench.typed()).isEmpty();
    }

    @Test
    void what_is_done_first_is_told() {
        bothHave();
        cameThrough(LONG);

        assertThat(notes())
                .containsExactly(
                        "Run 2026-11-22T010000Z-harbour ordered an installation on chassis1 and did not see the end of it. What became of it is read first.");
    }

    @Test
    void that_an_order_had_no_effect_is_told() {
        looksTakeAWhile();
        cameThrough(LONG);

        assertThat(notes())
                .contains("No SGM of chassis1 began it: the order of run 2026-11-22T010000Z-harbour had no effect.");
    }

    private List<String> notes() {
        return bench.means().history().facts().stream()
                .filter(Fact.Noted.class::isInstance)
                .map(fact -> ((Fact.Noted) fact).sentence())
                .toList();
    }

    private void withoutCpuse() {
        bench = new Bench(Release.R76SP);
    }

    @Test
    void without_CPUSE_sgms_that_booted_since_and_show_the_hotfix_have_come_through() {
        withoutCpuse();
        bench.sgm("1_01").byCpinfo(110).booted(AFTER);
        bench.sgm("1_02").byCpinfo(110).booted(AFTER);

        assertThat(cameThrough(LONG)).isTrue();
    }

    @Test
    void without_CPUSE_nothing_tells_whether_an_sgm_has_begun() {
        withoutCpuse();
        bench.sgm("1_01").byCpinfo(110).booted(AFTER);

        assertThatThrownBy(() -> cameThrough(Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(
                        NotProven.class, e -> assertThat(e.finding().remedy()).isEqualTo(Remedy.AFRESH))
                .hasMessageContaining(
                        "whether it began cannot be told: 1_01 has the hotfix and has rebooted, 1_02 has not rebooted, and does not say whether it is at it. R76SP has no CPUSE");
    }

    @Test
    void without_CPUSE_an_sgm_that_falls_silent_at_the_end_is_what_is_missing() {
        withoutCpuse();
        bench.before(STATUS, () -> {}).before(STATUS, () -> bench.sgm("1_02").silent());

        assertThatThrownBy(() -> cameThrough(Duration.ofSeconds(2)))
                .isInstanceOf(StateNotReached.class)
                .hasMessageContaining("1_02");
    }

    @Test
    void without_CPUSE_an_outage_is_an_outage_all_the_same() {
        withoutCpuse();
        bench.before(STATUS, () -> {}).before(STATUS, () -> bench.sgm("2_02").word("DOWN"));

        assertThatThrownBy(() -> cameThrough(LONG))
                .isInstanceOfSatisfying(
                        StateNotReached.class, e -> assertThat(e.isHopeless()).isTrue());
    }

    @Test
    void without_CPUSE_a_person_looks_at_what_shows_the_hotfix_there() {
        withoutCpuse();

        assertThatThrownBy(() -> aftermath(LONG).cameThrough(ChassisId.CHASSIS1, ordered("1_01")))
                .isInstanceOfSatisfying(
                        NotProven.class, e -> assertThat(e.finding().advice()).startsWith("Look at 'cpinfo -y all'"));
    }

    private static final Patience AT_ONCE = new Patience("chassisDown", IN_VAIN, Duration.ofMillis(1));
    private static final Patience PATIENTLY = new Patience("chassisDown", LONG, Duration.ofMillis(1));

    private static GroupCondition always(Assessment assessment) {
        return new GroupCondition("the effect", status -> assessment);
    }

    private static final GroupCondition NEVER = always(new Assessment.NotYet("nothing"));

    @Test
    void an_effect_that_shows_is_the_look_that_shows_it() {
        assertThat(aftermath(LONG)
                        .effect(Optional.of("down"), always(new Assessment.Met()), status -> false, PATIENTLY))
                .hasToString("chassis1 STANDBY: 1_01 UP, 1_02 UP; chassis2 ACTIVE: 2_01 UP, 2_02 UP");
    }

    @Test
    void an_order_that_was_answered_and_has_no_effect_is_misbehaviour() {
        assertThatThrownBy(() -> aftermath(LONG).effect(Optional.empty(), NEVER, status -> false, AT_ONCE))
                .isInstanceOf(StateNotReached.class);
    }

    @Test
    void an_order_that_was_cut_off_and_shows_no_effect_is_not_proven() {
        assertThatThrownBy(() -> aftermath(LONG).effect(Optional.of("down"), NEVER, status -> false, AT_ONCE))
                .isInstanceOfSatisfying(NotProven.class, e -> {
                    assertThat(e.finding().remedy()).isEqualTo(Remedy.SAME_COMMAND);
                    assertThat(e.finding().act()).isEqualTo(Finding.OfTheAct.NOT_SEEN);
                })
                .hasMessageContaining("The line died before 'down' was answered, and its effect does not show.");
    }

    @Test
    void an_order_that_was_cut_off_and_shows_a_part_of_its_effect_is_misbehaviour() {
        assertThatThrownBy(() -> aftermath(LONG).effect(Optional.of("down"), NEVER, status -> true, AT_ONCE))
                .isInstanceOf(StateNotReached.class);
    }

    @Test
    void an_order_that_was_cut_off_and_ended_in_an_outage_is_misbehaviour() {
        assertThatThrownBy(() -> aftermath(LONG)
                        .effect(
                                Optional.of("down"),
                                always(new Assessment.Hopeless("nothing carries")),
                                status -> false,
                                PATIENTLY))
                .isInstanceOf(StateNotReached.class);
    }

    @Test
    void an_order_that_no_earlier_run_sent_took_no_effect_and_is_not_waited_for() {
        assertThat(aftermath(LONG).tookEffect(Optional.empty(), always(new Assessment.Met()), PATIENTLY))
                .isFalse();
        assertThat(bench.typed()).isEmpty();
    }

    @Test
    void an_order_of_an_earlier_run_whose_effect_shows_took_effect() {
        assertThat(aftermath(LONG).tookEffect(Optional.of(ORDER), always(new Assessment.Met()), PATIENTLY))
                .isTrue();
        assertThat(notes())
                .containsExactly(
                        "Run 2026-11-22T010000Z-harbour sent 'installer install 1 member_ids 1_1-1_2' before; whether it takes effect is waited for.");
    }

    @Test
    void an_order_of_an_earlier_run_whose_effect_does_not_show_took_none() {
        assertThat(aftermath(LONG).tookEffect(Optional.of(ORDER), NEVER, AT_ONCE))
                .isFalse();
    }
}
