package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.History;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Drives the gate with generated lines, most of them good lines with something small wrong.
 *
 * <p>The number of lines is small here; {@code mvn test -Dtest=GatePropertiesTest -Djqwik.tries.default=1000000} tries as many
 * as one wants.
 */
class GatePropertiesTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 4, 4);
    private static final Map<ChassisId, Set<String>> MEMBERS = Map.of(
            ChassisId.CHASSIS1, Set.of("1_1", "1_2", "1_3", "1_4", "1_01", "1_02", "1_03", "1_04"),
            ChassisId.CHASSIS2, Set.of("2_1", "2_2", "2_3", "2_4", "2_01", "2_02", "2_03", "2_04"));
    private static final List<Phrase> ACTS = List.of(
            Phrase.CHASSIS_DOWN,
            Phrase.CHASSIS_UP,
            Phrase.CLONING_OFF,
            Phrase.IMPORT_PACKAGE,
            Phrase.INSTALL,
            Phrase.LEASE_TAKE,
            Phrase.LEASE_RELEASE);

    private final Permits permits = new Permits(Dialect.of(Release.R81_10), GROUP, new History(Clock.systemUTC()));

    private final Permits withoutCpuse = new Permits(Dialect.of(Release.R76SP), GROUP, new History(Clock.systemUTC()));

    /** A line and how it came about. */
    record Tried(String kind, String line) {}

    @Provide
    Arbitrary<Tried> lines() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.randomValue(random -> new Tried("near miss", GateLines.nearMiss(random)))),
                Tuple.of(
                        2,
                        Arbitraries.randomValue(random -> new Tried("installation", GateLines.installation(random)))),
                Tuple.of(1, Arbitraries.randomValue(random -> new Tried("jumble", GateLines.jumble(random)))),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(40).map(line -> new Tried("anything", line))));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.randomValue(GateLines::path);
    }

    @Property
    void a_permit_for_an_installation_names_members_of_the_step_s_chassis_and_nothing_else(
            @ForAll("lines") Tried tried) {
        MEMBERS.forEach((chassis, members) -> permit(
                        () -> permits.forChassis("3.F", chassis, Phrase.INSTALL, tried.line(), () -> {}))
                .ifPresent(made -> {
                    assertThat(made).matches("installer install \\d{1,3} member_ids [0-9_,-]+");
                    assertThat(members)
                            .containsAll(List.of(
                                    made.replaceFirst(".*member_ids ", "").split("[,-]", -1)));
                }));
    }

    @Property
    void without_CPUSE_it_names_members_of_the_step_s_chassis_and_one_file_and_nothing_else(
            @ForAll("lines") Tried tried) {
        MEMBERS.forEach((chassis, members) -> permit(
                        () -> withoutCpuse.forChassis("3.F", chassis, Phrase.INSTALL, tried.line(), () -> {}))
                .ifPresent(made -> {
                    assertThat(made)
                            .matches(
                                    "asg_hf_installer -b [0-9_,-]+ install file /[A-Za-z0-9._/-]+ no_confirm admin_up");
                    assertThat(members).containsAll(List.of(made.split(" ")[2].split("[,-]", -1)));
                }));
    }

    @Property
    void a_permit_for_a_chassis_is_for_the_step_s_chassis(@ForAll("lines") Tried tried, @ForAll ChassisId chassis) {
        for (Phrase act : List.of(Phrase.CHASSIS_DOWN, Phrase.CHASSIS_UP)) {
            permit(() -> permits.forChassis("5.C", chassis, act, tried.line(), () -> {}))
                    .ifPresent(made -> assertThat(made)
                            .isEqualTo("asg chassis_admin -c %d %s"
                                    .formatted(chassis.number(), act == Phrase.CHASSIS_DOWN ? "down" : "up")));
        }
    }

    @Property
    void a_permit_for_the_group_is_one_of_two_acts(@ForAll("lines") Tried tried) {
        for (Phrase act : ACTS) {
            permit(() -> permits.forGroup("2.D", act, tried.line(), () -> {}))
                    .ifPresent(made -> assertThat(made)
                            .matches("set smo image auto-clone state off|installer import local /[A-Za-z0-9._/-]+"));
        }
    }

    @Property
    void what_passes_as_a_read_is_one_plain_line_of_a_command_that_only_shows(@ForAll("lines") Tried tried) {
        if (Reads.isRead(tried.line())) {
            assertThat(tried.line())
                    .matches("[A-Za-z0-9 ._/%-]*")
                    .matches(
                            "|expert|exit|gclish|clish|member [12]_\\d+|(?:show|asg stat|asg policy verify|cphaprob|uptime|fw ver|cpinfo"
                                    + "|installer verify|grep|cat|ls|stat -c|sha256sum)(?: .*)?"
                                    + "|(?:g_all -a )?(?:fw tab -t connections -s|ip -o link|cphaprob syncstat)"
                                    + "|g_all -a (?:fw ver|cpinfo -y|grep btime|cat /proc/stat)(?: .*)?");
        }
    }

    @Property
    void a_file_is_sent_to_one_plain_absolute_path(@ForAll("paths") String path) {
        permit(() -> permits.forUpload("1.C", path, () -> {}))
                .ifPresent(made -> assertThat(made)
                        .isEqualTo("upload to " + path)
                        .matches("upload to /[A-Za-z0-9._/-]+")
                        .doesNotContain("..", "auto_confirm"));
    }

    @Property
    void a_lease_is_made_or_taken_away_under_its_own_name(@ForAll("lines") Tried tried) {
        for (Phrase act : ACTS) {
            permit(() -> permits.forLease(act, SgmId.parse("1_1"), tried.line()))
                    .ifPresent(made -> assertThat(made)
                            .matches("(?:ln -sT [A-Za-z0-9._:@/-]+|unlink) /(?:[A-Za-z0-9._/-]*/)?bywash\\.lease"));
        }
    }

    @Property
    void no_permit_is_made_for_what_is_never_sent(@ForAll("lines") Tried tried) {
        for (String sent : permitted(tried.line())) {
            assertThat(sent)
                    .isEqualTo(tried.line())
                    .matches("[A-Za-z0-9 ,._/-]+")
                    .doesNotContainPattern(
                            "(?i)\\ball\\b|reboot|shutdown|\\bhalt\\b|agent|auto_confirm|\\boverride\\b|uninstall|state on|(?:^| )(?:touch|rm)(?: |$)");
        }
    }

    @Property(tries = 5000)
    @StatisticsReport(StatisticsReportMode.OFF)
    void a_good_part_of_the_lines_is_close_to_a_good_one(@ForAll("lines") Tried tried) {
        Statistics.label("kind")
                .collect(tried.kind())
                .coverage(share -> share.check("near miss").percentage(percent -> percent > 40.0));
        Statistics.label("at the gate")
                .collect(Reads.isRead(tried.line()) || !permitted(tried.line()).isEmpty() ? "let through" : "refused")
                .coverage(share -> share.check("let through").percentage(percent -> percent > 2.0 && percent < 50.0));
    }

    /** The line as often as some permit can be had for it. */
    private List<String> permitted(String line) {
        List<String> sent = new ArrayList<>();
        for (Phrase act : ACTS) {
            for (ChassisId chassis : ChassisId.values()) {
                permit(() -> permits.forChassis("3.F", chassis, act, line, () -> {}))
                        .ifPresent(sent::add);
            }
            permit(() -> permits.forGroup("2.D", act, line, () -> {})).ifPresent(sent::add);
        }
        return sent;
    }

    private static Optional<String> permit(Supplier<Permit> made) {
        try {
            return Optional.of(made.get().line());
        } catch (Forbidden e) {
            return Optional.empty();
        }
    }
}
