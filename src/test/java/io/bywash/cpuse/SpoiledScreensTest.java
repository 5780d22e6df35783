package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Shown;
import io.bywash.gaia.Spoiled;
import io.bywash.group.SgmId;
import io.bywash.terminal.Pieces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
            [CPUpdates]
            \tBUNDLE_CPINFO_AUTOUPDATE\tTake:  77
            \tBUNDLE_R81_10_JUMBO_HF_MAIN\tTake:  66
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
                        .doesNotContain("77"));
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
