package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.group.Release;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a member says of itself: when it started, which release it runs, which marker files lie on it. */
class MemberReadingsTest {
    private static final String PROMPT = "[Expert@harbour-ch01-02:0]# ";
    private static final String BOTH_FILES = "ls -d /etc/.wizard_accepted /etc/.asg_auto_confirm";
    private static final String MISSING = "ls: cannot access %s: No such file or directory\r\n";

    private final Dialect dialect = Dialect.of(Release.R81_20);

    private static GaiaSession answering(String line, String said) {
        return ScriptedTerminal.saying(PROMPT).line(line, said + PROMPT).session();
    }

    @Test
    void two_files_on_one_line_of_a_terminal_are_both_there() {
        SgmFiles files = SgmFiles.read(answering(BOTH_FILES, "/etc/.asg_auto_confirm  /etc/.wizard_accepted\r\n"));

        assertThat(files).isEqualTo(new SgmFiles(true, true));
    }

    @Test
    void the_boot_time_is_read_in_seconds_since_1970() {
        assertThat(Boot.read(answering("grep btime /proc/stat", "btime 1741039842\r\n"), dialect))
                .isEqualTo(Instant.parse("2025-03-03T22:10:42Z"));
    }

    @Test
    void a_member_that_does_not_tell_its_boot_time_proves_no_reboot() {
        assertThatThrownBy(() -> Boot.read(answering("grep btime /proc/stat", "btime soon\r\n"), dialect))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("did not say when the member was started. It said: \"btime soon\"");
    }

    @Test
    void what_cannot_be_read_is_told_with_the_line_that_was_sent_and_where() {
        assertThatThrownBy(() -> Boot.read(answering("grep btime /proc/stat", "btime\r\nsoon\r\n"), dialect))
                .hasMessage(
                        "'grep btime /proc/stat' at [Expert@harbour-ch01-02:0]# did not say when the member was started. "
                                + "It said: \"btime / soon\".");
    }

    @Test
    void the_release_is_read_from_the_sentence_of_fw_ver() {
        assertThat(SoftwareVersion.read(
                        answering("fw ver", "This is Check Point's software version R81.20 - Build 059\r\n"), dialect))
                .isEqualTo("R81.20");
    }

    @Test
    void the_release_of_a_scalable_platform_keeps_its_ending() {
        assertThat(SoftwareVersion.read(
                        answering("fw ver", "This is Check Point's software version R80.30SP - Build 7\r\n"), dialect))
                .isEqualTo("R80.30SP");
    }

    @Test
    void a_member_that_names_no_release_proves_none() {
        assertThatThrownBy(() -> SoftwareVersion.read(answering("fw ver", "Product version unavailable\r\n"), dialect))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("names no release. It said: \"Product version unavailable\"");
    }

    @Test
    void both_marker_files_are_there_when_both_are_listed() {
        assertThat(SgmFiles.read(answering(BOTH_FILES, "/etc/.wizard_accepted\r\n/etc/.asg_auto_confirm\r\n")))
                .isEqualTo(new SgmFiles(true, true));
    }

    @Test
    void a_marker_file_is_absent_when_the_member_says_that_there_is_no_such_file() {
        assertThat(SgmFiles.read(answering(
                        BOTH_FILES, MISSING.formatted("/etc/.asg_auto_confirm") + "/etc/.wizard_accepted\r\n")))
                .isEqualTo(new SgmFiles(true, false));
    }

    @Test
    void silence_about_a_marker_file_proves_nothing() {
        assertThatThrownBy(() -> SgmFiles.read(answering(BOTH_FILES, "/etc/.wizard_accepted\r\n")))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("did not say whether /etc/.asg_auto_confirm is there");
    }

    @Test
    void another_trouble_with_a_marker_file_does_not_mean_that_it_is_absent() {
        assertThatThrownBy(() -> SgmFiles.read(answering(
                        BOTH_FILES,
                        "/etc/.wizard_accepted\r\nls: cannot access /etc/.asg_auto_confirm: Permission denied\r\n")))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("Permission denied");
    }

    @Test
    void a_release_that_goes_on_in_an_unknown_way_is_not_cut_off() {
        assertThatThrownBy(() -> SoftwareVersion.read(
                        answering("fw ver", "This is Check Point's software version R81.20_X - Build 059\r\n"),
                        dialect))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("software version R81.20_X");
    }

    @Test
    void two_releases_are_none() {
        assertThatThrownBy(() -> SoftwareVersion.read(
                        answering("fw ver", "software version R81.10 - x\r\nsoftware version R81.20 - x\r\n"), dialect))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("R81.10 - x / software version R81.20");
    }

    @Test
    void two_boot_times_are_none() {
        assertThatThrownBy(() -> Boot.read(
                        answering("grep btime /proc/stat", "btime 1741039842\r\nbtime 1741039843\r\n"), dialect))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("btime 1741039842 / btime 1741039843");
    }

    @Test
    void a_file_that_is_listed_and_missing_at_once_is_neither() {
        assertThatThrownBy(() -> SgmFiles.read(answering(
                        BOTH_FILES,
                        "/etc/.wizard_accepted\r\n/etc/.asg_auto_confirm\r\n"
                                + MISSING.formatted("/etc/.asg_auto_confirm"))))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("/etc/.asg_auto_confirm");
    }
}
