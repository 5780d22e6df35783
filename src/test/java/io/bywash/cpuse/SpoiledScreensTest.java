package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Command;
import io.bywash.gaia.Prompt;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Shown;
import io.bywash.gaia.Spoiled;
import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.terminal.Pieces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A screen of CPUSE that was spoiled on its way never shows a success, or a take, that it did not have. */
class SpoiledScreensTest {
    private static final SgmId ON_1_01 = SgmId.parse("1_1");
    private static final SgmId ON_1_02 = SgmId.parse("1_2");
    private static final String VERIFIED = """
            Querying cluster members...

            Mon Mar  3 23:10:42 EET 2025Update Service Engine
            +------------------------------------------------------------------------------+
            |Member ID    |Status                                                          |
            +-------------+----------------------------------------------------------------+
            |1_01 (local) |Initiating package verification...                              |
            |1_02         |Initiating package verification...                              |
            +-------------+----------------------------------------------------------------+

            Mon Mar  3 23:10:44 EET 2025Update Service Engine
            +------------------------------------------------------------------------------+
            |Member ID    |Status                                                          |
            +-------------+----------------------------------------------------------------+
            |1_01 (local) |Installation is allowed.                                        |
            |1_02         |Package is not ready for verify                                 |
            +-------------+----------------------------------------------------------------+

            [Mar  3 23:10:44] Action was aborted (verify, 'x_T77.tgz').
            """;
    private static final String LISTED = """
            Querying cluster members...

            1_01:
            ** ************************************************************************* **
            **             Connection error. Packages list might be incomplete           **
            ** ************************************************************************* **
            Display name                                      Status
            Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL
                   .tgz                                           Installed
            Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL
                   .tgz                                           Available for Install

            1_02:
            ** ************************************************************************* **
            **             Connection error. Packages list might be incomplete           **
            ** ************************************************************************* **
            Display name                                      Status
            Check_Point_R81_10_JUMBO_HF_Bundle_T66_FULL
                   .tgz                                           Installed as part of T77
            Check_Point_R81_10_JUMBO_HF_Bundle_T77_FULL
                   .tgz                                           Installed
            """;
    private static final String CPINFO = """
            This is Check Point CPinfo Build 914000231 for GAIA
            [IDA]
            \tNo hotfixes..
            [FW1]
            \tHOTFIX_INEXT_NANO_EGG_AUTOUPDATE
            \tHOTFIX_R81_10_JUMBO_HF_MAIN\tTake:  66
            \tHOTFIX_R81_10_JHF_T77_HF3_MAIN\tTake:  77
            [CPUpdates]
            \tBUNDLE_CPINFO_AUTOUPDATE\tTake:  77
            \tBUNDLE_R81_10_JUMBO_HF_MAIN\tTake:  66
            """;

    private static final String INDEX_MISSING = """
            Querying cluster members...

            Mon Mar  3 23:10:42 EET 2025Update Service Engine
            +------------------------------------------------------------------------------+
            |Member ID    |Status                                                          |
            +-------------+----------------------------------------------------------------+
            |1_01 (local) |Initiating package verification...                              |
            |1_02         |Initiating package verification...                              |
            +-------------+----------------------------------------------------------------+

            [Mar  3 23:10:44] Package index doesn't exist on the local member ('4')
            """;
    private static final String UPGRADE = VERIFIED.replace(
            "Package is not ready for verify                                 ",
            "Upgrade is allowed.                                             ");
    private static final String INSTALLED = """
            WARNING: Package Installation (x_T77.tgz) on blades: 1_01,1_02, User: Mary, Reason: x
            Mon Mar  3 23:10:42 EET 2025Update Service Engine
            |Member ID    |Status                                                          |
            |1_01         |Installing package...                                           |
            |1_02 (local) |Installing package...                                           |

            Mon Mar  3 23:10:44 EET 2025Update Service Engine
            |Member ID    |Status                                                          |
            |1_01         |Installing:                    15%                              |
            |1_02 (local) |Installation of package 'x_T77.tgz' failed. See the installation|
            |             | log.                                                           |

            Mon Mar  3 23:10:45 EET 2025Update Service Engine
            |Member ID    |Status                                                          |
            |1_01         |Installing:                    16%                              |
            |1_02 (local) |Installation of package 'x_T77.tgz' failed. See the installation|
            |             | log.                                                           |
            """;
    private static final String REFUSED_BY_ONE = """
            1_01:
            Show packages: no packages to display

            1_02:
            CLINFR0819  User: mary denied access via CLI
            """;

    private static void readOrNotProven(String screen, Consumer<String> reading) {
        try {
            reading.accept(Shown.of(screen));
        } catch (NotProven e) {
            assertThat(e).hasMessageContaining("\"");
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_member_that_was_refused_is_never_allowed(@ForAll long seed) {
        String spoiled = Spoiled.of(VERIFIED, seed);

        readOrNotProven(
                spoiled,
                screen -> UpdateTable.lastIn(screen)
                        .ifPresent(table -> assertThat(Installer.allowed(table.of(ON_1_02)))
                                .as(spoiled)
                                .isFalse()));
    }

    private static ActionEnd verified(String screen) {
        Prompt prompt = Prompt.read("[Global] harbour-ch01-01 > ").orElseThrow();
        return ActionEnd.of(
                new Reply(
                        Command.read(Shell.GCLISH, "installer verify 4 member_ids all"),
                        screen,
                        prompt,
                        0,
                        Instant.EPOCH),
                Pattern.compile("Installation is allowed\\."));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_verification_that_one_member_refused_succeeded_on_none_it_did_not_succeed_on(@ForAll long seed) {
        for (String screen : List.of(VERIFIED, UPGRADE, INDEX_MISSING)) {
            String spoiled = Spoiled.of(screen, seed);

            readOrNotProven(
                    spoiled,
                    shown -> assertThat(verified(shown).succeededOn(ON_1_02))
                            .as(spoiled)
                            .isFalse());
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_member_that_installs_is_not_said_to_have_failed(@ForAll long seed) {
        String spoiled = Spoiled.of(INSTALLED, seed);
        InstallScope scope = InstallScope.of(SecurityGroup.dual("harbour", 2, 1), ChassisId.CHASSIS1);

        readOrNotProven(
                spoiled,
                shown -> assertThat(InstallStart.of(shown, 5, scope, true).failed())
                        .as(spoiled)
                        .doesNotContainKey(ON_1_01));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void what_one_member_refuses_is_no_list_of_its(@ForAll long seed) {
        String spoiled = Spoiled.of(REFUSED_BY_ONE, seed);

        readOrNotProven(
                spoiled,
                shown -> assertThat(PackageList.read(shown).getOrDefault(ON_1_02, List.of()))
                        .as(spoiled)
                        .isEmpty());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_member_never_has_a_take_that_is_not_installed_on_it(@ForAll long seed) {
        String spoiled = Spoiled.of(LISTED, seed);

        readOrNotProven(spoiled, screen -> {
            Map<SgmId, List<PackageList.Entry>> lists = PackageList.read(screen);
            readOrNotProven(
                    "",
                    nothing -> assertThat(Proof.byInstaller(lists.getOrDefault(ON_1_01, List.of())))
                            .as(spoiled)
                            .isNotEqualTo("Take 77"));
        });
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void cpinfo_never_tells_the_take_of_something_else(@ForAll long seed) {
        String spoiled = Spoiled.of(CPINFO, seed);

        readOrNotProven(
                spoiled,
                screen -> assertThat(Proof.byCpinfo("it", screen.lines().toList()))
                        .as(spoiled)
                        .doesNotContain("Take 77"));
    }

    @Property
    void any_bytes_are_read_or_not_proven(@ForAll byte[] bytes, @ForAll long seed) {
        String raw = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (String screen : List.of(VERIFIED, LISTED, CPINFO)) {
            int middle = Math.floorMod(seed, screen.length());
            String spoiled = screen.substring(0, middle) + raw + screen.substring(middle);

            assertThat(Readings.of(Shown.of(Pieces.atRandom(spoiled, seed))))
                    .isEqualTo(Readings.of(Shown.of(Pieces.whole(spoiled))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "\n",
                "\r",
                "\b",
                "|",
                "-",
                "*",
                "a",
                "1",
                ".",
                "(",
                "[",
                ":",
                "=",
                "1_01 ",
                "1_01:\n",
                "[1_01]",
                "| 1 ",
                "|1_01|x|\n",
                "-*- 1 blade: 1_01 -*-\n",
                "-*- 28 blades: 1_01\n",
                "a ",
                " a",
                "Status ",
                "Status:\n",
                "Take: ",
                "HOTFIX_R81_10_JUMBO_HF_MAIN\tTake: ",
                "Check_Point_T77",
                "\n    .tgz",
                "\u001b",
                "\u001b[",
                "\u001b]",
                "password ",
                "software version R",
                ".1",
                "Chassis 1 ",
                "Sync to Active chassis: ",
                "Display name  ",
                "failed ",
            })
    void a_screen_of_very_much_of_the_same_is_read_in_good_time(String same) {
        String much = same.repeat(60_000 / same.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String screen :
                    List.of(much, "| Chassis 1   ACTIVE |\n" + much, VERIFIED + much, CPINFO + much, much + "> ")) {
                Readings.of(Shown.of(screen));
            }
        });
    }
}
