package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.group.SgmId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberBlocksTest {
    private static final SgmId ON_1_03 = SgmId.parse("1_3");
    private static final SgmId ON_2_14 = SgmId.parse("2_14");

    @Test
    void each_member_has_the_lines_below_its_heading_and_all_of_them_when_it_comes_twice() {
        assertThat(MemberBlocks.read("""

                Querying cluster members...

                1_03:
                one
                  two
                2_14 :
                other
                1_3:
                three
                """))
                .containsExactly(entry(ON_1_03, List.of("one", "  two", "three")), entry(ON_2_14, List.of("other")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLINFR0771  Config lock is owned by mary. Use the command 'lock database override' to acquire the lock.",
                "This system is for authorized use only.",
                "** ********* **",
                "**    Connection error. Packages list might be incomplete    **",
            })
    void a_notice_before_the_members_is_of_none_of_them(String notice) {
        assertThat(MemberBlocks.read(notice + "\n1_03:\noff\n")).containsExactly(entry(ON_1_03, List.of("off")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Image auto-clone state is on", "kernel: eth1-Sync: link down", "1_03"})
    void a_line_that_stands_under_no_heading_is_not_dropped(String line) {
        assertThatThrownBy(() -> MemberBlocks.read(line + "\n1_03:\noff\n"))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("\"" + line + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLINFR0771  Config lock is owned by mary. Use the command 'lock database override' to acquire the lock.",
                "CLINFR0771  Config lock is owned by mary. Use 'lock database override' to acquire the lock.",
                "  CLINFR0771  Config lock is owned by mary.",
                "CLICMD0201  Config lock is already turned on.",
            })
    void the_notice_of_a_lock_is_no_member_s_answer_wherever_it_stands(String notice) {
        assertThat(MemberBlocks.read("1_03:\n" + notice + "\noff\n2_14:\noff\n" + notice + "\n"))
                .containsExactly(entry(ON_1_03, List.of("off")), entry(ON_2_14, List.of("off")));
        assertThat(MemberBlocks.of(Optional.empty(), notice + "\noff\n")).containsExactly("off");
    }

    @Test
    void a_member_that_refuses_is_named_with_its_words() {
        assertThatThrownBy(() -> MemberBlocks.read("1_03:\noff\n2_14:\n  CLINFR0329  Invalid command:'x'.\n"))
                .isInstanceOf(MemberRefused.class)
                .hasMessageContaining("2_14 did not answer, it says \"CLINFR0329  Invalid command:'x'.\"");
    }

    @Test
    void what_a_member_does_not_have_is_its_answer() {
        assertThat(MemberBlocks.read("1_03:\nDisplay name: x\n2_14:\nNMSHNM0679  Package 2 is invalid\n"))
                .containsEntry(ON_2_14, List.of("NMSHNM0679  Package 2 is invalid"));
    }

    @Test
    void a_member_is_heard_whatever_another_one_refuses() {
        String text = "1_03:\noff\n2_14:\nCLINFR0329  Invalid command:'x'.\n";

        assertThat(MemberBlocks.of(Optional.of(ON_1_03), text)).containsExactly("off");
        assertThatThrownBy(() -> MemberBlocks.of(Optional.of(ON_2_14), text)).isInstanceOf(MemberRefused.class);
    }

    @Test
    void the_same_notice_below_a_heading_is_of_that_member() {
        assertThat(MemberBlocks.read("1_03:\nQuerying cluster members...\n"))
                .containsExactly(entry(ON_1_03, List.of("Querying cluster members...")));
    }

    @Test
    void a_member_that_cannot_be_reached_is_absent_and_its_line_is_no_other_member_s() {
        assertThat(MemberBlocks.read("1_03:\noff\nFailed to connect to 2_14 (Connection timed out).\n"))
                .containsExactly(entry(ON_1_03, List.of("off")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_03:\noff\nFailed to connect to 1_03 (Connection timed out).\n",
                "Failed to connect to 1_03 (Connection timed out).\n1_03:\noff\n",
                "Failed to connect to 1_15 (Connection timed out).\n1_03:\noff\n",
            })
    void a_member_does_not_answer_and_fail_to(String text) {
        assertThatThrownBy(() -> MemberBlocks.read(text))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("Failed".equals(text.substring(0, 6)) && text.contains("1_15") ? "1_15" : "1_03");
    }

    @Test
    void without_a_heading_every_line_is_of_the_member_we_are_on() {
        assertThat(MemberBlocks.of(Optional.empty(), "one\n two\n")).containsExactly("one", " two");
    }

    @Test
    void with_headings_a_member_without_one_has_said_nothing() {
        assertThat(MemberBlocks.of(Optional.of(ON_2_14), "1_03:\none\n")).isEmpty();
        assertThat(MemberBlocks.of(Optional.of(ON_1_03), "1_03:\none\n")).containsExactly("one");
    }

    @Test
    void with_headings_it_has_to_be_known_which_member_we_are_on() {
        assertThatThrownBy(() -> MemberBlocks.of(Optional.empty(), "1_03:\none\n"))
                .isInstanceOf(UnknownLine.class);
    }
}
