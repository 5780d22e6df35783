package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal who starts {@code ssh}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenSshTerminalTest {
    private static final String CLISH = "ketch-ch02-01> ";
    private static final String GLOBAL = "[Global] ketch-ch02-01> ";
    private static final String EXPERT = "[Expert@ketch-ch02-01:0]# ";

    @TempDir
    Path folder;

    private EmbeddedGroup group;

    @BeforeAll
    static void a_client() {
        OpenSsh.need();
        Programs.need(Programs.PYTHON);
    }

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void the_banner_stands_before_the_password_and_the_warning_before_the_prompt() {
        try (Typist ann = clish().typist(24, 80, OpenSsh.there())) {
            assertThat(ann.sees("(admin@127.0.0.1) Password:"))
                    .startsWith("This system is for authorized use only.\r\n");
            assertThat(ann.types(EmbeddedGroup.LOGIN_PASSWORD + "\r").sees(CLISH))
                    .contains("Warning: System diagnostics failed on the following tests: Core Dumps.\r\n")
                    .doesNotContain(EmbeddedGroup.LOGIN_PASSWORD);
        }
    }

    @Test
    void an_unknown_host_is_shown_with_the_fingerprint_of_the_group() {
        OpenSsh client = clish();
        client.write("known_hosts", "");
        try (Typist ann = client.typist(24, 80, "-oStrictHostKeyChecking=ask", OpenSsh.there())) {
            assertThat(ann.sees("(yes/no/[fingerprint])? "))
                    .contains("ECDSA key fingerprint is " + group.hostKeyFingerprint() + ".\r\n");
            ann.types("no\r").sees("Host key verification failed.");
            assertThat(ann.exitStatus()).isEqualTo(255);
        }
    }

    @Test
    void a_password_may_be_tried_again() {
        try (Typist ann = clish().typist(24, 80, "-oNumberOfPasswordPrompts=3", OpenSsh.there())) {
            ann.sees("Password:");
            ann.types("Embedded-2\r").sees("Password:");
            ann.types(EmbeddedGroup.LOGIN_PASSWORD + "\r").sees(CLISH);
        }
    }

    @Test
    void clish_leads_to_expert_mode_and_back() {
        try (Typist ann = atClish(24)) {
            ann.types("expert\r").sees("Enter expert password:");
            assertThat(ann.types("wrong\r").sees(CLISH)).isEqualTo("\r\nWrong password\r\n" + CLISH);
            ann.types("expert\r").sees("Enter expert password:");
            assertThat(ann.types(EmbeddedGroup.EXPERT_PASSWORD + "\r").sees(EXPERT))
                    .isEqualTo("\r\n\r\n\r\nWarning! All configurations should be done through clish\r\n"
                            + "You are in expert mode now.\r\n\r\n"
                            + "\033]0;admin@ketch-ch02-01:~\007\033[?1034h" + EXPERT);
            assertThat(ann.types("hostname -i\r").sees(EXPERT)).startsWith("hostname -i\r\n192.0.2.17\r\n");
            ann.types("exit\r").sees(CLISH);
            ann.types("exit\r").sees("Connection to 127.0.0.1 closed.");
            assertThat(ann.exitStatus()).isZero();
        }
    }

    @Test
    void a_blank_turns_the_page() {
        try (Typist ann = atPager(24)) {
            ann.types(" ").sees("2_02:");
            ann.sees(GLOBAL);
        }
    }

    @Test
    void enter_shows_one_line_more() {
        try (Typist ann = atPager(24)) {
            String erased = "\r          \r";

            assertThat(ann.types("\r").sees("-- More --").replace(erased, "").split("\r\n"))
                    .hasSize(2);
        }
    }

    @Test
    void q_ends_the_pages() {
        try (Typist ann = atPager(24)) {
            assertThat(ann.types("q").sees(GLOBAL)).doesNotContain("2_02:");
        }
    }

    @Test
    void without_rows_there_are_no_pages() {
        try (Typist ann = atClish(24)) {
            ann.types("gclish\r").sees(GLOBAL);
            ann.types("set clienv rows 0\r").sees(GLOBAL);
            assertThat(ann.types("show installer packages\r").sees(GLOBAL))
                    .contains("2_02:")
                    .doesNotContain("More");
        }
    }

    @Test
    void a_larger_window_has_larger_pages() {
        try (Typist ann = atPager(24)) {
            ann.types("q").sees(GLOBAL);
            ann.resizes(120, 100).types("expert\r").sees("Enter expert password:");
            ann.types(EmbeddedGroup.EXPERT_PASSWORD + "\r").sees(EXPERT);
            ann.types("stty size\r").sees("120 100\r\n");
            ann.types("exit\r").sees(GLOBAL);
            assertThat(ann.types("show installer packages\r").sees(GLOBAL))
                    .contains("2_02:")
                    .doesNotContain("More");
        }
    }

    @Test
    void tab_completes_a_word_that_can_be_one_only() {
        try (Typist ann = atClish(24)) {
            assertThat(ann.types("sho\tvers\tall\r").sees("OS build 342")).startsWith("show version all\r\n");
        }
    }

    @Test
    void tab_lists_the_words_that_can_follow_and_the_line_again() {
        try (Typist ann = atClish(24)) {
            assertThat(ann.types("set smo image auto-clone state o\t").sees("\r\n" + CLISH))
                    .isEqualTo("set smo image auto-clone state o\r\noff\r\non\r\n" + CLISH);
            ann.sees("set smo image auto-clone state o");
            ann.types("n\r").sees("Image auto-clone state is on");
        }
    }

    @Test
    void a_question_mark_lists_without_enter() {
        try (Typist ann = atClish(24)) {
            assertThat(ann.types("set virtual-system ?").sees("\r\n" + CLISH))
                    .isEqualTo("set virtual-system \r\n<vs>\r\n" + CLISH);
        }
    }

    @Test
    void control_c_drops_a_half_typed_line() {
        try (Typist ann = atClish(24)) {
            ann.types("set smo image auto-clone state off").sees("off");
            assertThat(ann.types("\003").sees(CLISH)).isEqualTo("^C\r\n" + CLISH);
        }
    }

    @Test
    void control_c_ends_a_command_that_would_never_end() {
        group = EmbeddedGroup.start(settings().withLoginShell(LoginShell.EXPERT));
        try (Typist ann = new OpenSsh(folder, group).loggedIn(24, 80)) {
            ann.sees(EXPERT);
            ann.types("asg monitor\r").sees("System Status");
            ann.types("\003").sees(EXPERT);
            assertThat(ann.types("echo $?\r").sees(EXPERT)).startsWith("echo $?\r\n130\r\n");
        }
    }

    @Test
    void control_d_leaves_clish() {
        try (Typist ann = atClish(24)) {
            ann.types("\004").sees("Connection to 127.0.0.1 closed.");
            assertThat(ann.exitStatus()).isZero();
        }
    }

    @Test
    void control_d_leaves_bash_with_the_last_exit_status() {
        group = EmbeddedGroup.start(settings().withLoginShell(LoginShell.EXPERT));
        try (Typist ann = new OpenSsh(folder, group).loggedIn(24, 80)) {
            ann.sees(EXPERT);
            ann.types("ls /nowhere\r").sees(EXPERT);
            ann.types("\004").sees("logout\r\n");
            assertThat(ann.exitStatus()).isEqualTo(2);
        }
    }

    @Test
    void a_member_that_reboots_closes_the_terminal_of_who_is_on_it() {
        try (Typist ann = atClish(24)) {
            group.group().sgms().stream()
                    .filter(sgm -> sgm.host().equals("ketch-ch02-01"))
                    .forEach(group.group()::reboot);

            ann.sees("Connection to 127.0.0.1 closed");
            assertThat(ann.exitStatus()).isEqualTo(255);
        }
    }

    private Typist atPager(int rows) {
        Typist ann = atClish(rows);
        ann.types("gclish\r").sees(GLOBAL);
        ann.types("show installer packages\r").sees("-- More --");
        return ann;
    }

    private Typist atClish(int rows) {
        Typist ann = clish().loggedIn(rows, 80);
        ann.sees(CLISH);
        return ann;
    }

    private OpenSsh clish() {
        group = EmbeddedGroup.start(settings());
        return new OpenSsh(folder, group);
    }

    private static EmbeddedSettings settings() {
        return Desk.twoByTwo(StartingState.FRESH);
    }
}
