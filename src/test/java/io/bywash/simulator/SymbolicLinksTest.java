package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SymbolicLinksTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void a_group() {
        desk = new Desk(Desk.twoByTwo(StartingState.FRESH), root);
    }

    @Test
    void a_text_is_kept_as_it_was_written() {
        String text = "holder=Zoë O'Hara;host=lab/1 //x/../;process=4711;since=2031-03-04T10:15:00Z";

        assertThat(desk.expert("1_1", "ln -s \"%s\" /var/log/in-use; echo $?".formatted(text)))
                .isEqualTo("0\n");
        assertThat(desk.expert("1_1", "readlink /var/log/in-use; echo $?")).isEqualTo(text + "\n0\n");
    }

    @Test
    void what_is_no_link_has_no_text() {
        assertThat(desk.expert("1_1", "readlink /var/log/none; echo $?")).isEqualTo("1\n");
        assertThat(desk.expert("1_1", "readlink /etc/.wizard_accepted; echo $?"))
                .isEqualTo("1\n");
        assertThat(desk.expert("1_1", "readlink /tmp; echo $?")).isEqualTo("1\n");
    }

    @Test
    void a_path_that_is_taken_is_refused_be_it_by_a_link_that_leads_nowhere() {
        desk.expert("1_1", "ln -s nowhere /tmp/in-use; touch /tmp/file");

        assertThat(desk.expert("1_1", "ln -s other /tmp/in-use; echo $?"))
                .isEqualTo("ln: failed to create symbolic link '/tmp/in-use': File exists\n1\n");
        assertThat(desk.expert("1_1", "ln -s other /tmp/file"))
                .isEqualTo("ln: failed to create symbolic link '/tmp/file': File exists\n");
        assertThat(desk.expert("1_1", "readlink /tmp/in-use")).isEqualTo("nowhere\n");
    }

    @Test
    void a_link_needs_a_directory_and_a_text_and_goes_into_a_directory_that_is_named() {
        assertThat(desk.expert("1_1", "ln -s text /nowhere/link"))
                .isEqualTo("ln: failed to create symbolic link '/nowhere/link': No such file or directory\n");
        assertThat(desk.expert("1_1", "ln -s '' link"))
                .isEqualTo("ln: failed to create symbolic link 'link' -> '': No such file or directory\n");
        assertThat(desk.expert("1_1", "ln -s /etc/motd /tmp; readlink /tmp/motd"))
                .isEqualTo("/etc/motd\n");
        assertThat(desk.expert("1_1", "ln -sT text /tmp"))
                .isEqualTo("ln: failed to create symbolic link '/tmp': File exists\n");
        assertThat(desk.expert("1_1", "ln"))
                .isEqualTo("ln: missing file operand\nTry 'ln --help' for more information.\n");
    }

    @Test
    void a_link_that_leads_nowhere_is_there_for_those_who_do_not_follow_it() {
        desk.expert("1_1", "ln -s nowhere /tmp/in-use");

        assertThat(desk.expert("1_1", "ls /tmp; ls /tmp/in-use; stat -c '%s %n' /tmp/in-use"))
                .isEqualTo("in-use\n/tmp/in-use\n7 /tmp/in-use\n");
        assertThat(desk.expert("1_1", "ls -l /tmp/in-use"))
                .matches("lrwxrwxrwx 1 admin root 7 \\w{3} .* /tmp/in-use -> nowhere\n");
        assertThat(desk.expert("1_1", "test -L /tmp/in-use; echo $?; test -e /tmp/in-use; echo $?"))
                .isEqualTo("0\n1\n");
        assertThat(desk.expert("1_1", "cat /tmp/in-use")).isEqualTo("cat: /tmp/in-use: No such file or directory\n");
    }

    @Test
    void a_link_is_followed_within_the_sgm_and_never_out_of_it() {
        desk.expert("1_1", "ln -s /etc /tmp/etc; ln -s ../../../../../../etc/passwd /tmp/out; ln -s loop /tmp/loop");

        assertThat(desk.expert("1_1", "ls -a /tmp/etc")).isEqualTo(".wizard_accepted\n");
        assertThat(desk.expert("1_1", "test -f /tmp/etc/.wizard_accepted && echo yes"))
                .isEqualTo("yes\n");
        assertThat(desk.expert("1_1", "cat /tmp/out")).contains("No such file");
        assertThat(desk.expert("1_1", "ln -s /etc/passwd /tmp/passwd; cat /tmp/passwd"))
                .contains("No such file");
        assertThat(desk.expert("1_1", "cat /tmp/loop")).contains("No such file");
    }

    @Test
    void removing_a_link_leaves_what_it_leads_to() {
        desk.expert("1_1", "touch /tmp/file; ln -s file /tmp/one; ln -s file /tmp/two");

        assertThat(desk.expert("1_1", "unlink /tmp/one; rm /tmp/two; ls /tmp")).isEqualTo("file\n");
    }

    @Test
    void unlink_says_what_it_cannot_remove() {
        assertThat(desk.expert("1_1", "unlink /tmp/none; echo $?"))
                .isEqualTo("unlink: cannot unlink '/tmp/none': No such file or directory\n1\n");
        assertThat(desk.expert("1_1", "unlink /tmp")).isEqualTo("unlink: cannot unlink '/tmp': Is a directory\n");
        assertThat(desk.expert("1_1", "unlink"))
                .isEqualTo("unlink: missing operand\nTry 'unlink --help' for more information.\n");
        assertThat(desk.expert("1_1", "unlink a b"))
                .isEqualTo("unlink: extra operand 'b'\nTry 'unlink --help' for more information.\n");
    }

    @Test
    void a_link_is_on_one_sgm_only_and_survives_its_reboot() {
        desk.expert("1_1", "ln -s Ann /var/log/in-use");

        desk.group.reboot(desk.sgm("1_1"));
        desk.pass(Duration.ofMinutes(15));

        assertThat(desk.expert("2_1", "gexec -a -c \"readlink /var/log/in-use\""))
                .isEqualTo("[1_01]Ann\n");
    }
}
