package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.History;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Drives the gate with generated lines.
 *
 * <p>The number of lines is small here; {@code mvn test -Dtest=GatePropertiesTest -Djqwik.tries.default=1000000} tries as many
 * as one wants.
 */
class GatePropertiesTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 4, 4);
    private static final List<String> PIECES = List.of(
            "installer",
            "install",
            "uninstall",
            "verify",
            "import",
            "local",
            "agent",
            "update",
            "member_ids",
            "all",
            "ALL",
            "1_1",
            "1_01",
            "1_1-1_4",
            "1_4-1_1",
            "2_1",
            "2_1-2_4",
            "1_1-2_4",
            "1_1,2_1",
            "1_1,1_2",
            "1_5",
            "1_14",
            "1_0",
            "chassis1",
            "chassis_active",
            "asg",
            "chassis_admin",
            "-c",
            "1",
            "2",
            "3",
            "down",
            "up",
            "set",
            "smo",
            "image",
            "auto-clone",
            "state",
            "on",
            "off",
            "show",
            "reboot",
            "lock",
            "database",
            "override",
            "touch",
            "/etc/.asg_auto_confirm",
            "/var/log/x.tgz",
            "/var/log/../../etc/passwd",
            ";",
            "&&",
            "|",
            "$(reboot)",
            "`id`",
            "\n",
            "\r",
            "\t",
            "  ",
            " ",
            "\u00a0",
            "\u2028",
            "\uff11_\uff11",
            "'",
            "\"",
            "\\",
            ">",
            "#",
            "member",
            "1_2",
            "exit",
            "expert",
            "cpinfo",
            "-y",
            "fw",
            "ver",
            "stat",
            "-v",
            "",
            "-",
            ",");

    private final Permits permits = new Permits(Dialect.of(Release.R81_10), GROUP, new History(Clock.systemUTC()));

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> pieced =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join(" ", pieces));
        Arbitrary<String> glued =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces));
        Arbitrary<String> members = Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(pieces -> "installer install 3 member_ids " + String.join(",", pieces));
        return Arbitraries.oneOf(pieced, glued, members, Arbitraries.strings().ofMaxLength(40));
    }

    @Property
    void a_permit_for_an_installation_names_members_of_the_step_s_chassis_and_nothing_else(
            @ForAll("lines") String line) {
        permit(() -> permits.forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, line, () -> {}))
                .ifPresent(made -> {
                    assertThat(made).matches("installer install \\d{1,3} member_ids [0-9_,-]+");
                    for (String id : made.replaceFirst(".*member_ids ", "").split("[,-]")) {
                        assertThat(SgmId.parse(id).chassis()).isEqualTo(ChassisId.CHASSIS1);
                        assertThat(GROUP.sgms()).contains(SgmId.parse(id));
                    }
                });
    }

    @Property
    void a_permit_for_a_chassis_is_for_the_step_s_chassis(@ForAll("lines") String line) {
        permit(() -> permits.forChassis("5.C", ChassisId.CHASSIS2, Phrase.CHASSIS_DOWN, line, () -> {}))
                .ifPresent(made -> assertThat(made).isEqualTo("asg chassis_admin -c 2 down"));
    }

    @Property
    void a_permit_for_the_group_is_one_of_two_acts(@ForAll("lines") String line) {
        permit(() -> permits.forGroup("2.D", Phrase.CLONING_OFF, line, () -> {}))
                .ifPresent(made -> assertThat(made).isEqualTo("set smo image auto-clone state off"));
        permit(() -> permits.forGroup("1.F", Phrase.IMPORT_PACKAGE, line, () -> {}))
                .ifPresent(made -> assertThat(made).matches("installer import local /[A-Za-z0-9._/-]+"));
    }

    @Property
    void what_passes_as_a_read_is_one_plain_line_that_only_shows(@ForAll("lines") String line) {
        if (Reads.isRead(line)) {
            assertThat(line)
                    .doesNotContainPattern("[;&|`$<>\\\\\"'\\p{Cntrl}]")
                    .matches(
                            "|(?:expert|exit|gclish|clish|member|asg stat|show|installer verify|cpinfo|fw|grep|ls|stat|sha256sum).*");
        }
    }

    private static Optional<String> permit(Supplier<Permit> made) {
        try {
            return Optional.of(made.get().line());
        } catch (Forbidden e) {
            return Optional.empty();
        }
    }
}
