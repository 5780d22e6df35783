package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermitsTest {
    private static final Prompt ON_1_01 =
            Prompt.read("[Global] harbour-ch01-01 > ").orElseThrow();
    private static final Prompt ON_2_01 =
            Prompt.read("[Global] harbour-ch02-01 > ").orElseThrow();

    private static final String CLONING_OFF = "set smo image auto-clone state off";
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong();
    private final History history = new History(Clock.systemUTC(), now::get);
    private final Permits permits = new Permits(
            Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 4, 4), new History(Clock.systemUTC()));

    private static Permits worded(Map<String, String> own) {
        return new Permits(
                Dialect.of(Release.R81_10).with(own),
                SecurityGroup.dual("harbour", 4, 4),
                new History(Clock.systemUTC()));
    }

    private Permit install(String line) {
        return permits.forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, line, () -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "installer install 3 member_ids 1_1-1_4",
                "installer install 3 member_ids 1_01-1_04",
                "installer install 12 member_ids 1_1,1_3-1_4",
                "installer install 3 member_ids 1_1,1_1",
            })
    void an_installation_on_members_of_the_step_s_chassis_gets_a_permit(String line) {
        assertThat(install(line).line()).isEqualTo(line);
    }

    private static Permit withoutCpuse(String line) {
        return new Permits(
                        Dialect.of(Release.R76SP), SecurityGroup.dual("harbour", 4, 4), new History(Clock.systemUTC()))
                .forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, line, () -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_1-1_4", "1_01,1_03-1_04"})
    void without_CPUSE_an_installation_on_members_of_the_step_s_chassis_gets_a_permit_on_the_SMO(String members) {
        String line = "asg_hf_installer -b %s install file /var/log/x_T7.tgz no_confirm admin_up".formatted(members);
        Permit permit = withoutCpuse(line);

        permit.use(line, Prompt.read("[Expert@harbour-ch02-01:0]# ").orElseThrow());

        assertThat(permit.line()).isEqualTo(line);
    }

    @Test
    void nothing_is_sent_after_a_rule_of_the_run_is_violated() {
        String line = "installer install 3 member_ids 1_1";
        Permit before = install(line);
        permits.haltWhen(() -> Optional.of("one chassis carries: from 22:41:07 on"));

        assertThatThrownBy(() -> before.use(line, ON_1_01))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a rule of this run is violated")
                .hasMessageContaining("one chassis carries: from 22:41:07 on");
        assertThatThrownBy(() -> permits.forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> {})
                        .use(CLONING_OFF, ON_1_01))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_rule_that_the_last_look_violates_counts() {
        String line = "installer install 3 member_ids 1_1";
        AtomicReference<String> violated = new AtomicReference<>();
        permits.haltWhen(() -> Optional.ofNullable(violated.get()));
        Permit permit =
                permits.forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, line, () -> violated.set("it went dark"));

        assertThatThrownBy(() -> permit.use(line, ON_1_01))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it went dark");
    }

    @Test
    void the_lease_is_taken_away_although_a_rule_is_violated() {
        permits.haltWhen(() -> Optional.of("it went dark"));
        String line = "unlink /var/log/bywash.lease";

        assertThatCode(() -> permits.forLease(Phrase.LEASE_RELEASE, SgmId.parse("1_1"), line)
                        .use(line, ON_1_01))
                .doesNotThrowAnyException();
    }

    @Test
    void without_CPUSE_it_is_not_typed_on_the_chassis_that_is_installed() {
        String line = "asg_hf_installer -b 1_1-1_4 install file /var/log/x_T7.tgz no_confirm admin_up";
        Permit permit = withoutCpuse(line);

        assertThatThrownBy(() -> permit.use(
                        line, Prompt.read("[Expert@harbour-ch01-01:0]# ").orElseThrow()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it may be typed on one of [2_01, 2_02, 2_03, 2_04]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asg_hf_installer -b all install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b chassis1 install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b chassis_active install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 2_1-2_4 install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1-2_4 install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1,2_1 install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1-1_5 install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer install file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1-1_4 install file /var/log/x_T7.tgz no_confirm admin_up force",
                "asg_hf_installer -b 1_1-1_4 install file /var/log/x_T7.tgz no_confirm admin_up; reboot",
                "asg_hf_installer -b 1_1-1_4 uninstall file /var/log/x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1-1_4 install file x_T7.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1-1_4 install file /var/log/DeploymentAgent.tgz no_confirm admin_up",
                "asg_hf_installer -b 1_1-1_4 install file /var/log/../../etc/x_T7.tgz no_confirm admin_up",
                "installer install 3 member_ids 1_1-1_4"
            })
    void without_CPUSE_nothing_else_gets_one(String line) {
        assertThatThrownBy(() -> withoutCpuse(line)).isInstanceOf(Forbidden.class);
    }

    @Test
    void without_CPUSE_no_wording_of_a_site_reaches_the_chassis_that_carries() {
        Dialect dialect = Dialect.of(Release.R76SP)
                .with(Map.of(
                        "install",
                        "asg_hf_installer -b chassis_active -b {members} install file {path} no_confirm admin_up"));

        assertThatThrownBy(
                        () -> new Permits(dialect, SecurityGroup.dual("harbour", 4, 4), new History(Clock.systemUTC())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void without_CPUSE_nothing_is_imported() {
        Permits permits = new Permits(
                Dialect.of(Release.R76SP), SecurityGroup.dual("harbour", 4, 4), new History(Clock.systemUTC()));

        assertThatThrownBy(() -> permits.forGroup("1.F", Phrase.IMPORT_PACKAGE, "none", () -> {}))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("this release has nothing for 'importPackage'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "installer install 3 member_ids all",
                "installer install 3 member_ids ALL",
                "installer install 3 member_ids",
                "installer install 3 member_ids ",
                "installer install 3",
                "installer install 3 member_ids 1_1-2_4",
                "installer install 3 member_ids 1_1,2_1",
                "installer install 3 member_ids 2_1-2_4",
                "installer install 3 member_ids chassis1",
                "installer install 3 member_ids 1_1-1_5",
                "installer install 3 member_ids 1_0",
                "installer install 3 member_ids 1_15",
                "installer install 3 member_ids 1_1-1_15",
                "installer install 3 member_ids 1_01-2_02",
                "installer install 3 member_ids 1_1,1_1,2_1",
                "installer install 3 member_ids 1_1,",
                "installer install 3 member_ids 1_1-1_2-2_1",
                "installer install 1_1",
                "installer install 3 member_ids 1_4-1_1",
                "installer install 3 member_ids 1_1-1_4 all",
                "installer install 3 member_ids 1_1-1_4; reboot",
                "installer install 3 member_ids 1_1-1_4\nreboot",
                "installer install 3  member_ids 1_1-1_4",
                " installer install 3 member_ids 1_1-1_4",
                "installer install 3 member_ids 1_1-1_4 ",
                "INSTALLER install 3 member_ids 1_1-1_4",
                "installer install 3 member_ids $(echo all)",
                "installer install 3 member_ids `echo all`",
                "installer install 3 member_ids '1_1'",
                "installer install 3 member_ids １_１",
                "installer uninstall 3 member_ids 1_1-1_4",
                "installer agent update",
                "reboot",
                "shutdown -r now",
                "touch /etc/.asg_auto_confirm",
                "g_all touch /etc/.asg_auto_confirm",
                "set smo image auto-clone state on",
                "lock database override",
                "set config-lock on override",
                "asg chassis_admin -c 1 down",
                "",
            })
    void no_permit_is_made_for_anything_else(String line) {
        assertThatThrownBy(() -> install(line)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CHASSIS_DOWN, asg chassis_admin -c 1 down, true",
        "CHASSIS_DOWN, asg chassis_admin -c 2 down, false",
        "CHASSIS_DOWN, asg chassis_admin -c 1 up, false",
        "CHASSIS_DOWN, asg chassis_admin -c 12 down, false",
        "CHASSIS_UP, asg chassis_admin -c 1 up, true",
        "CHASSIS_UP, asg chassis_admin -c 2 up, false",
    })
    void a_chassis_is_set_down_or_up_only_when_it_is_the_step_s(Phrase act, String line, boolean allowed) {
        if (allowed) {
            assertThat(permits.forChassis("3.C", ChassisId.CHASSIS1, act, line, () -> {})
                            .line())
                    .isEqualTo(line);
        } else {
            assertThatThrownBy(() -> permits.forChassis("3.C", ChassisId.CHASSIS1, act, line, () -> {}))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void image_cloning_can_be_switched_off_and_never_on() {
        assertThat(permits.forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state off", () -> {})
                        .line())
                .isEqualTo("set smo image auto-clone state off");
        assertThatThrownBy(() ->
                        permits.forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state on", () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void what_stops_traffic_gets_no_permit_for_the_whole_group() {
        assertThatThrownBy(() ->
                        permits.forGroup("3.F", Phrase.INSTALL, "installer install 3 member_ids 1_1-1_4", () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phrase.class,
            names = {"CHASSIS_DOWN", "CHASSIS_UP", "CLONING_OFF", "IMPORT_PACKAGE", "INSTALL"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_phrase_that_is_no_act_gets_no_permit(Phrase phrase) {
        String line = Dialect.of(Release.R81_10).say(phrase);

        assertThatThrownBy(() -> permits.forGroup("1.A", phrase, line, () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_site_s_own_wording_of_a_read_has_to_be_a_read() {
        assertThatThrownBy(() -> Dialect.of(Release.R81_10).with(Map.of("everywhere", "g_all -a {command}; reboot")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Dialect.of(Release.R81_10).with(Map.of("everywhere", "gexec -a -c {command}")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Dialect.of(Release.R81_10).with(Map.of("version", "show version all")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Dialect.of(Release.R81_10).with(Map.of("version", "none")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Dialect.of(Release.R81_10).with(Map.of("interfaces", "ip link set eth1-01 down")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Dialect.of(Release.R81_10).with(Map.of("status", "reboot")))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("the wording of 'status' has to be one that only reads");
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void every_shipped_wording_of_a_read_is_a_read(Release release) {
        assertThat(Dialect.of(release).with(Map.of()).release()).isEqualTo(release);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "installer install {number} member_ids {members},2_1",
                "installer install {number} member_ids {members} {members}",
                "installer install 3 member_ids {members}",
            })
    void no_permits_are_made_in_words_that_name_sgms_of_their_own(String wording) {
        Dialect widened = Dialect.of(Release.R81_10).with(Map.of("install", wording));
        SecurityGroup group = SecurityGroup.dual("harbour", 2, 2);

        assertThatThrownBy(() -> new Permits(widened, group, history))
                .isInstanceOf(Forbidden.class)
                .hasMessageEndingWith("the wording of an act is one plain command that names no SGM of its own.");
    }

    @Test
    void a_permit_is_used_once() {
        Permit permit = install("installer install 3 member_ids 1_1-1_4");
        permit.use("installer install 3 member_ids 1_1-1_4", ON_1_01);

        assertThatThrownBy(() -> permit.use("installer install 3 member_ids 1_1-1_4", ON_1_01))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the permit of step 3.F was used before");
    }

    @Test
    void a_permit_is_for_its_own_line() {
        assertThatThrownBy(() -> install("installer install 3 member_ids 1_1-1_4")
                        .use("installer install 4 member_ids 1_1-1_4", ON_1_01))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_installation_is_never_typed_on_a_member_of_the_chassis_that_carries() {
        assertThatThrownBy(() -> install("installer install 3 member_ids 1_1-1_4")
                        .use("installer install 3 member_ids 1_1-1_4", ON_2_01))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is of 2_01");
    }

    @Test
    void the_invariants_are_read_right_before_the_act_and_stop_it() {
        AtomicInteger readings = new AtomicInteger();
        Permit permit = permits.forChassis(
                "3.F", ChassisId.CHASSIS1, Phrase.INSTALL, "installer install 3 member_ids 1_1", () -> {
                    readings.incrementAndGet();
                    throw new Refused("chassis2 does not carry");
                });
        assertThat(readings).hasValue(0);

        assertThatThrownBy(() -> permit.use("installer install 3 member_ids 1_1", ON_1_01))
                .hasMessage("chassis2 does not carry");
        assertThat(readings).hasValue(1);
    }

    @Test
    void what_cannot_be_read_before_an_act_refuses_it() {
        Permit permit = permits.forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> {
            throw new NotProven("the screen shows no SGM");
        });

        assertThatThrownBy(() -> permit.use(CLONING_OFF, ON_1_01))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "'set smo image auto-clone state off' was not sent: what has to hold before it cannot be read."
                                + " the screen shows no SGM");
    }

    @Test
    void what_takes_long_is_read_before_the_state_of_the_group() {
        List<String> order = new ArrayList<>();
        Permit permit = permits.forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, new Safeguard() {
            @Override
            public void look() {
                order.add("look");
            }

            @Override
            public void examine() {
                order.add("examine");
            }
        });

        permit.use(CLONING_OFF, ON_1_01);

        assertThat(order).containsExactly("examine", "look");
    }

    @Test
    void a_state_that_is_older_than_five_seconds_is_read_again() {
        AtomicInteger looks = new AtomicInteger();
        Permit permit = aging().forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> {
            if (looks.incrementAndGet() == 1) {
                now.addAndGet(Duration.ofMillis(5001).toNanos());
            }
        });

        permit.use(CLONING_OFF, ON_1_01);

        assertThat(looks).hasValue(2);
    }

    @Test
    void a_state_that_was_read_before_the_machine_slept_is_read_again() {
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-22T02:00:00Z"));
        History slept = new History(
                new Clock() {
                    @Override
                    public Instant instant() {
                        return clock.get();
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                },
                now::get);
        Permit permit = new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 4, 4), slept)
                .forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> {
                    if (looks.incrementAndGet() == 1) {
                        clock.updateAndGet(time -> time.plus(Duration.ofHours(1)));
                    }
                });

        permit.use(CLONING_OFF, ON_1_01);

        assertThat(looks).hasValue(2);
    }

    @Test
    void a_state_that_is_five_seconds_old_is_fresh() {
        Permit permit =
                aging().forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> now.addAndGet(FIVE_SECONDS.toNanos()));

        permit.use(CLONING_OFF, ON_1_01);

        assertThat(acts()).hasOnlyElementsOfType(Fact.ActIntended.class);
    }

    @Test
    void a_state_that_cannot_be_read_within_five_seconds_refuses_the_act() {
        Permit permit = aging().forGroup(
                        "2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> now.addAndGet(FIVE_SECONDS.toNanos() + 1));

        assertThatThrownBy(() -> permit.use(CLONING_OFF, ON_1_01))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has to be read within 5 s before, and it took longer 3 times");
        assertThat(acts()).isEmpty();
    }

    @Test
    void an_act_whose_state_grew_old_while_it_was_written_down_is_written_off_and_begun_again() {
        history.follow(fact -> {
            if (acts().size() == 1) {
                now.addAndGet(FIVE_SECONDS.toNanos() + 1);
            }
        });

        aging().forGroup("2.D", Phrase.CLONING_OFF, CLONING_OFF, () -> {}).use(CLONING_OFF, ON_1_01);

        assertThat(acts())
                .extracting(fact ->
                        fact instanceof Fact.ActEnded ended ? ended.end().name() : "INTENDED")
                .containsExactly("INTENDED", "NOT_SENT", "INTENDED");
    }

    @Test
    void an_act_is_written_down_with_its_step_its_kind_and_its_chassis() {
        aging().forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, "installer install 3 member_ids 1_1", () -> {})
                .use("installer install 3 member_ids 1_1", ON_1_01);

        assertThat(acts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Fact.ActIntended.class,
                        act -> assertThat(List.of(act.step(), act.line(), act.kind(), act.chassis()))
                                .containsExactly("3.F", "installer install 3 member_ids 1_1", "install", "chassis1"));
    }

    /** What was written down of acts, and of what became of them. */
    private List<Fact> acts() {
        return history.facts().stream()
                .filter(fact -> fact instanceof Fact.ActIntended || fact instanceof Fact.ActEnded)
                .toList();
    }

    private Permits aging() {
        return new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 4, 4), history);
    }

    @Test
    void an_act_that_is_no_command_line_reads_the_invariants_as_well() {
        Permit permit = permits.forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state off", () -> {
            throw new Refused("chassis2 does not carry");
        });

        assertThatThrownBy(() -> permit.use("set smo image auto-clone state off"))
                .hasMessage("chassis2 does not carry");
    }

    @Test
    void a_permit_tells_its_step_its_chassis_and_its_line() {
        Permit permit = install("installer install 3 member_ids 1_1-1_4");

        assertThat(permit.step()).isEqualTo("3.F");
        assertThat(permit.chassis()).contains(ChassisId.CHASSIS1);
        assertThat(permit.line()).isEqualTo("installer install 3 member_ids 1_1-1_4");
    }

    @Test
    void the_lock_that_was_taken_in_one_part_of_the_procedure_may_be_taken_again_in_the_next() {
        install("installer install 3 member_ids 1_1-1_4").forLock();

        assertThat(install("installer install 3 member_ids 1_1-1_4").mayTakeLock())
                .isFalse();
        assertThat(permits.forChassis(
                                "4.F",
                                ChassisId.CHASSIS2,
                                Phrase.INSTALL,
                                "installer install 3 member_ids 2_1-2_4",
                                () -> {})
                        .mayTakeLock())
                .isTrue();
    }

    @Test
    void of_two_permits_that_were_made_before_the_lock_was_taken_only_one_may_take_it() {
        Permit first = install("installer install 3 member_ids 1_1-1_4");
        Permit second = install("installer install 3 member_ids 1_1-1_4");
        first.forLock();

        assertThat(second.mayTakeLock()).isFalse();
        assertThatThrownBy(second::forLock)
                .isInstanceOf(Refused.class)
                .hasMessage("The configuration lock is not taken over a second time for step 3.F.");
    }

    @Test
    void an_act_that_is_sent_again_after_the_lock_does_not_take_it_again() {
        assertThat(install("installer install 3 member_ids 1_1-1_4").again().mayTakeLock())
                .isFalse();
    }

    @Test
    void a_lease_is_put_on_one_sgm_and_taken_away_under_its_own_name_only() {
        SgmId sgm = SgmId.parse("1_1");

        assertThat(permits.forLease(Phrase.LEASE_TAKE, sgm, "ln -sT ada@harbour-pc:7 /var/log/bywash.lease")
                        .line())
                .isEqualTo("ln -sT ada@harbour-pc:7 /var/log/bywash.lease");
        assertThatThrownBy(() -> permits.forLease(Phrase.LEASE_RELEASE, sgm, "unlink /etc/.wizard_accepted"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> permits.forLease(
                        Phrase.LEASE_RELEASE, sgm, "unlink /etc/.wizard_accepted /var/log/bywash.lease"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> permits.forLease(Phrase.LEASE_TAKE, sgm, "ln -sT x;reboot /var/log/bywash.lease"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> permits.forLease(Phrase.CLONING_OFF, sgm, "set smo image auto-clone state off"))
                .isInstanceOf(Forbidden.class)
                .hasMessageEndingWith("'cloningOff' is no act that is permitted this way.");
    }

    @Test
    void a_lease_that_is_for_one_sgm_is_not_put_on_another() {
        String line = "ln -sT ada@harbour-pc:7 /var/log/bywash.lease";

        assertThatThrownBy(() -> permits.forLease(Phrase.LEASE_TAKE, SgmId.parse("1_1"), line)
                        .use(line, ON_2_01))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is of 2_01");
    }

    @Test
    void an_act_for_a_chassis_is_never_for_the_whole_group_however_a_site_words_it() {
        String line = "asg chassis_admin down";

        assertThatThrownBy(
                        () -> worded(Map.of("chassisDown", line)).forGroup("3.C", Phrase.CHASSIS_DOWN, line, () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_chassis_is_not_set_down_by_a_wording_that_names_none() {
        String line = "asg chassis_admin down";

        assertThatThrownBy(() -> worded(Map.of("chassisDown", line))
                        .forChassis("3.C", ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line, () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_wording_that_names_the_chassis_does_not_hide_the_members_of_the_other() {
        Permits own = worded(Map.of("install", "installer install {number} member_ids {members} -c {chassis}"));

        assertThatThrownBy(() -> own.forChassis(
                        "3.F",
                        ChassisId.CHASSIS1,
                        Phrase.INSTALL,
                        "installer install 3 member_ids 2_1-2_4 -c 1",
                        () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void what_is_done_with_a_lease_gets_no_permit_of_another_kind() {
        assertThatThrownBy(
                        () -> permits.forGroup("2.D", Phrase.LEASE_RELEASE, "unlink /etc/.wizard_accepted", () -> {}))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void the_holder_of_a_lease_may_be_called_anything() {
        String line = "ln -sT sam.agent@all-1:7 /var/log/bywash.lease";

        assertThat(permits.forLease(Phrase.LEASE_TAKE, SgmId.parse("1_1"), line).line())
                .isEqualTo(line);
    }

    @Test
    void a_lease_is_not_taken_in_words_that_are_never_sent() {
        assertThatThrownBy(() -> worded(Map.of("leaseTake", "touch /etc/.asg_auto_confirm {lease} {path}")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void an_upload_goes_to_the_path_of_its_permit_once() {
        Permit permit = permits.forUpload("1.C", "/var/log/upload/x_T7.tgz", () -> {});
        permit.use("upload to /var/log/upload/x_T7.tgz");

        assertThatThrownBy(() -> permit.use("upload to /var/log/upload/x_T7.tgz"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the permit of step 1.C was used before");
    }

    @Test
    void a_file_of_our_own_gets_the_name_it_was_sent_for() {
        assertThat(permits.forRename("1.B", "/var/log/x_T7.tgz.part", "/var/log/x_T7.tgz", () -> {})
                        .line())
                .isEqualTo("mv -fT /var/log/x_T7.tgz.part /var/log/x_T7.tgz");
    }

    @ParameterizedTest
    @CsvSource({
        "/var/log/y.tgz.part, /var/log/x.tgz",
        "/etc/hosts, /etc/hosts.old",
        "/var/log/x.tgz, /var/log/x.tgz",
        "/var/log/x.tgz.part/, /var/log/x.tgz",
        "/var/log/x.tgz.part -t, /var/log/x.tgz",
        "/etc/.asg_auto_confirm.part, /etc/.asg_auto_confirm",
        "x.tgz.part, x.tgz",
    })
    void no_other_file_gets_a_name(String from, String to) {
        assertThatThrownBy(() -> permits.forRename("1.B", from, to, () -> {})).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_upload_to_another_path_than_the_permit_s_is_refused() {
        assertThatThrownBy(() -> permits.forUpload("1.C", "/var/log/upload/x_T7.tgz", () -> {})
                        .use("upload to /etc/hosts"))
                .isInstanceOf(Refused.class)
                .hasMessage("'upload to /etc/hosts' was not sent: the permit of step 1.C is for "
                        + "'upload to /var/log/upload/x_T7.tgz'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "x.tgz",
                "~/x.tgz",
                "/var/log/../../etc/passwd",
                "/etc/.asg_auto_confirm",
                "/etc//.asg_auto_confirm",
                "/var/log/x y.tgz",
                "/var/log/x.tgz;reboot",
                "/var/log/x.tgz\n",
                "/var/log/$(reboot)",
                "/var/log/\u00fc.tgz",
            })
    void no_file_is_sent_to_anything_but_a_plain_absolute_path(String path) {
        assertThatThrownBy(() -> permits.forUpload("1.C", path, () -> {})).isInstanceOf(Forbidden.class);
    }

    @Test
    void the_agent_is_not_updated_by_importing_it_either() {
        assertThatThrownBy(() -> permits.forGroup(
                        "1.F",
                        Phrase.IMPORT_PACKAGE,
                        "installer import local /var/log/upload/DeploymentAgent_2300.tgz",
                        () -> {}))
                .isInstanceOf(Forbidden.class)
                .hasMessageEndingWith("it holds a word that this procedure never uses in an act.");
    }

    @ParameterizedTest
    @CsvSource({
        "cloningOff, CLONING_OFF, set smo image auto-clone state on",
        "cloningOff, CLONING_OFF, reboot",
        "cloningOff, CLONING_OFF, g_reboot",
        "cloningOff, CLONING_OFF, touch /etc/.asg_auto_confirm",
        "cloningOff, CLONING_OFF, lock database override",
        "importPackage, IMPORT_PACKAGE, installer agent update",
        "importPackage, IMPORT_PACKAGE, installer import member_ids all",
    })
    void a_site_s_own_wording_does_not_make_a_forbidden_act_possible(String key, Phrase act, String line) {
        assertThatThrownBy(() -> worded(Map.of(key, line)).forGroup("2.D", act, line, () -> {}))
                .isInstanceOf(Forbidden.class)
                .hasMessage("'%s' is never sent: it holds a word that this procedure never uses in an act.", line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; reboot",
                " && reboot",
                " | sh",
                " $(reboot)",
                " `reboot`",
                " > /etc/hosts",
                " 'x'",
                "\n",
                " \u2013f",
                "\u00a0-f"
            })
    void a_site_s_own_wording_is_one_plain_command(String more) {
        assertThatThrownBy(() -> worded(Map.of("chassisDown", "asg chassis_admin -c {chassis} down" + more)))
                .isInstanceOf(Forbidden.class)
                .hasMessageEndingWith("the wording of an act is one plain command that names no SGM of its own.");
    }

    @Test
    void a_chassis_is_set_down_from_whichever_member_we_are_on() {
        String line = "asg chassis_admin -c 1 down";

        permits.forChassis("3.C", ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line, () -> {})
                .use(line, ON_2_01);
        permits.forChassis("3.C", ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line, () -> {})
                .use(line, ON_1_01);
    }

    @Test
    void an_act_is_never_typed_at_a_prompt_that_names_no_member() {
        String line = "asg chassis_admin -c 1 down";
        Prompt nobody = Prompt.read("[Expert@harbour:0]# ").orElseThrow();

        assertThatThrownBy(() -> permits.forChassis("3.C", ChassisId.CHASSIS1, Phrase.CHASSIS_DOWN, line, () -> {})
                        .use(line, nobody))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the prompt [Expert@harbour:0]# is of no SGM named (harbour)");
    }

    @Test
    void what_is_for_another_chassis_is_told_with_the_step_and_its_chassis() {
        assertThatThrownBy(() -> install("installer install 3 member_ids 2_1-2_4"))
                .hasMessage("'installer install 3 member_ids 2_1-2_4' is never sent: "
                        + "step 3.F is for chassis1, and this line is not, or not for it alone.");
    }

    @Test
    void what_is_not_in_the_dialect_is_told_with_the_name_of_the_wording() {
        assertThatThrownBy(() -> install("installer install 3"))
                .hasMessage("'installer install 3' is never sent: it is not what the dialect says for 'install'.");
    }

    @Test
    void an_act_for_a_chassis_is_told_from_one_for_the_whole_group() {
        assertThatThrownBy(() -> permits.forGroup("2.D", Phrase.CHASSIS_DOWN, "asg chassis_admin -c 1 down", () -> {}))
                .hasMessage("'asg chassis_admin -c 1 down' is never sent: "
                        + "'chassisDown' is no act that is permitted this way.");
    }

    @Test
    void another_line_than_the_permit_s_is_told_with_both() {
        assertThatThrownBy(() -> install("installer install 3 member_ids 1_1-1_4")
                        .use("installer install 4 member_ids 1_1-1_4", ON_1_01))
                .hasMessage("'installer install 4 member_ids 1_1-1_4' was not sent: "
                        + "the permit of step 3.F is for 'installer install 3 member_ids 1_1-1_4'.");
    }
}
