package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.MemberRefused;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms in which a helper shows what every member answered (REFERENCE 3.2). */
class GlobalAnswerTest {
    private static final SgmId SGM_1_03 = SgmId.parse("1_3");
    private static final SgmId SGM_2_11 = SgmId.parse("2_11");

    @Test
    void members_that_answered_alike_stand_in_one_heading() {
        assertThat(GlobalAnswer.read("""

                -*- 2 blades: 1_03 2_11 -*-
                btime 1741039842

                """))
                .containsExactly(
                        entry(SGM_1_03, List.of("btime 1741039842")), entry(SGM_2_11, List.of("btime 1741039842")));
    }

    @Test
    void members_that_answered_otherwise_stand_in_headings_of_their_own() {
        assertThat(GlobalAnswer.read("""
                -*- 1 blade: 1_03 -*-
                one
                  more

                -*- 1 blade: 2_11 -*-
                other
                """))
                .containsExactly(entry(SGM_1_03, List.of("one", "  more")), entry(SGM_2_11, List.of("other")));
    }

    @Test
    void a_member_may_have_a_heading_with_a_colon() {
        assertThat(GlobalAnswer.read("1_03:\nbtime 7\n2_11:\nbtime 8\n"))
                .containsExactly(entry(SGM_1_03, List.of("btime 7")), entry(SGM_2_11, List.of("btime 8")));
    }

    @Test
    void members_may_be_mixed_with_their_name_before_each_line() {
        assertThat(GlobalAnswer.read("[1_03]Cluster Mode\n[2_11]Cluster Mode\n[1_03]DOWN\n[2_11]ACTIVE\n"))
                .containsExactly(
                        entry(SGM_1_03, List.of("Cluster Mode", "DOWN")),
                        entry(SGM_2_11, List.of("Cluster Mode", "ACTIVE")));
    }

    @Test
    void a_member_that_could_not_be_reached_is_absent() {
        assertThat(GlobalAnswer.read("""
                -*- 1 blade: 1_03 -*-
                btime 7

                Failed to connect to 2_11 (Connection timed out).
                """)).containsOnlyKeys(SGM_1_03);
    }

    @Test
    void a_heading_of_many_members_may_go_over_several_lines() {
        assertThat(GlobalAnswer.read("-*- 3 blades: 1_03\n  1_04\n2_11 -*-\nbtime 7\n"))
                .containsOnlyKeys(SGM_1_03, SgmId.parse("1_4"), SGM_2_11);
        assertThat(GlobalAnswer.read("-*- 2 blades: 1_03  2_11\n-*-\nbtime 7\n"))
                .containsOnlyKeys(SGM_1_03, SGM_2_11);
    }

    @Test
    void the_heading_of_two_full_chassis_is_read() {
        String ids = IntStream.rangeClosed(1, 28)
                .mapToObj(id -> new SgmId(ChassisId.of(id > 14 ? 2 : 1), (id - 1) % 14 + 1).toString())
                .collect(Collectors.joining(" "));

        assertThat(GlobalAnswer.read("-*- 28 blades: " + ids + " -*-\nbtime 7\n"))
                .hasSize(28);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-*- 2 blades: 1_03\nbtime 7\n2_11 -*-",
                "-*- 2 blades: 1_03\n",
                "-*- 1 blade: 1_03 -*-\nbtime 7\nFailed to connect to 1_03 (Connection timed out).",
                "[1_03]btime 7\nFailed to connect to 1_03 (Connection timed out).",
                "Failed to connect to 1_15 (Connection timed out).",
                "btime 7",
                "-*- 3 blades: 1_03 2_11 -*-\nbtime 7",
                "-*- 2 blades: 1_03 1_03 -*-\nbtime 7",
                "-*- 1 blade: 1_15 -*-\nbtime 7",
                "-*- 1 blade: 1_03 -*-\nbtime 7\n-*- 1 blade: 1_03 -*-\nbtime 8",
                "-*- 1 blade: 1_03 -*-\nbtime 7\n-*- 1 sled: 2_11 -*-\nbtime 8",
                "1_03:\nbtime 7\n3_11:\nbtime 8",
            })
    void a_line_of_nobody_in_particular_is_not_guessed_at(String text) {
        assertThatThrownBy(() -> GlobalAnswer.read(text)).isInstanceOf(UnknownLine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-*- 1 blade: 1_03 -*-\nCLINFR0771  Config lock is owned by mary.\nbtime 7",
                "1_03:\nbtime 7\nCLINFR0771  Config lock is owned by mary.",
                "[1_03]CLINFR0771  Config lock is owned by mary.\n[1_03]btime 7",
            })
    void the_notice_of_a_lock_is_no_answer(String text) {
        assertThat(GlobalAnswer.read(text)).containsExactly(entry(SgmId.parse("1_3"), List.of("btime 7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-*- 1 blade: 1_03 -*-\nbtime 7\n-*- 1 blade: 2_11 -*-\n-bash: grep: command not found",
                "[1_03]btime 7\n[2_11] -bash: grep: command not found",
            })
    void a_member_that_refuses_is_named_with_its_words(String text) {
        assertThatThrownBy(() -> GlobalAnswer.read(text))
                .isInstanceOf(MemberRefused.class)
                .hasMessageContaining("2_11 did not answer, it says \"-bash: grep: command not found\"");
    }

    @Provide
    Arbitrary<String> screens() {
        return Arbitraries.of(
                        "-*- 2 blades: 1_03 2_11 -*-",
                        "-*- 1 blade: 2_11 -*-",
                        "-*-",
                        "1_03:",
                        "2_99:",
                        "[1_03]",
                        "[1_03]2: eth1-01: <UP>",
                        "2: eth1-01: <BROADCAST,UP,LOWER_UP> mtu 1500",
                        "2: : <>",
                        "HOST NAME ID #VALS #PEAK #SLINKS",
                        "localhost connections 8158 99999999999 1 1",
                        "This is Check Point's software version R81.20 - Build 059",
                        "btime 99999999999",
                        "Failed to connect to 1_03 (Connection timed out).",
                        "",
                        "-bash: ip: command not found")
                .list()
                .ofMaxSize(12)
                .map(lines -> String.join("\n", lines));
    }

    @Property(tries = 2000)
    void whatever_is_shown_is_read_or_not_proven(@ForAll("screens") String screen, @ForAll String noise) {
        for (String text : List.of(screen, screen + "\n" + noise)) {
            readOrNotProven(() -> GlobalAnswer.read(text).forEach((sgm, lines) -> {
                readOrNotProven(() -> Links.read(sgm, lines));
                readOrNotProven(() -> Connections.read(sgm, lines));
                readOrNotProven(() -> Boot.in("somewhere", lines));
                readOrNotProven(() -> SoftwareVersion.in("somewhere", lines));
            }));
        }
    }

    private static void readOrNotProven(Runnable reading) {
        try {
            reading.run();
        } catch (NotProven e) {
            assertThat(e).hasMessageContaining("\"");
        }
    }
}
