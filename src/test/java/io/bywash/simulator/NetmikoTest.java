package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * netmiko's {@code checkpoint_gaia} driver, with the pauses it makes by itself; what it does stands in
 * {@code netmiko_session.py}. Four sessions, side by side, are held before the tests, which judge what they saw.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NetmikoTest {
    private static final String VERSION = "Product version Check Point Gaia R81.10\nOS build 342\n"
            + "OS kernel version 3.10.0-1160.15.2cpx86_64\nOS edition 64-bit";
    private static final String EXPERT = "[Expert@ketch-ch02-01:0]";

    @TempDir
    static Path folder;

    private static Map<String, String> clish;
    private static Map<String, String> locked;
    private static Map<String, String> bash;
    private static Map<String, String> stranger;
    private static List<Link> leftOpen;

    @BeforeAll
    static void the_sessions() {
        Programs.needNetmiko(folder);
        EmbeddedSettings settings = Desk.twoByTwo(StartingState.FRESH);
        CompletableFuture<Map<String, String>> first = CompletableFuture.supplyAsync(
                () -> session(
                        settings,
                        "prompt version unknown incomplete help_text timing enable changes gclish expert leave_expert hostname"));
        CompletableFuture<Map<String, String>> second =
                CompletableFuture.supplyAsync(() -> session(settings.withLockHeldBy("night_shift"), "locked"));
        CompletableFuture<Map<String, String>> third =
                CompletableFuture.supplyAsync(() -> session(settings.withLoginShell(LoginShell.EXPERT), "prompt"));
        try (EmbeddedGroup group = EmbeddedGroup.start(settings)) {
            stranger = run(group, "Embedded-2", "prompt");
            leftOpen = group.group().links().fromOutside();
        }
        clish = first.join();
        locked = second.join();
        bash = third.join();
    }

    @Test
    void it_finds_the_prompt_of_clish() {
        assertThat(clish).containsEntry("prompt", "ketch-ch02-01>").containsEntry("base_prompt", "ketch-ch02-01");
    }

    @Test
    void it_reads_an_answer_of_several_lines() {
        assertThat(clish).containsEntry("version", VERSION);
    }

    @Test
    void it_reads_an_answer_by_its_silence() {
        assertThat(clish).containsEntry("timing", "ketch-ch02-01");
    }

    @Test
    void it_switches_paging_off() {
        assertThat(clish.get("help").lines()).hasSizeGreaterThan(9).contains("installer", "show");
        assertThat(clish.get("help")).doesNotContain("More");
    }

    @Test
    void it_is_told_what_clish_does_not_know() {
        assertThat(clish).containsEntry("unknown", "CLINFR0329  Invalid command:'show diskspace'.");
    }

    @Test
    void it_is_told_what_is_incomplete() {
        assertThat(clish).containsEntry("incomplete", "CLINFR0349  Incomplete command.");
    }

    @Test
    void it_makes_changes_line_by_line() {
        assertThat(clish).containsEntry("cloning", "Image auto-clone state is off");
    }

    @Test
    void an_enable_does_nothing() {
        assertThat(clish).containsEntry("enable", "");
    }

    @Test
    void a_gclish_within_has_pages_of_its_own() {
        assertThat(clish.get("gclish_page")).endsWith("-- More --");
        assertThat(clish.get("gclish")).contains("1_01:", "2_02:").doesNotContain("More");
    }

    @Test
    void it_enters_expert_mode() {
        assertThat(clish.get("expert_base")).endsWith(EXPERT);
        assertThat(clish.get("expert_prompt")).endsWith(EXPERT + "#");
    }

    @Test
    void it_works_in_expert_mode() {
        assertThat(clish.get("uptime")).matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(clish.get("stat")).contains("| System Status", "Sync to Active chassis:     Enabled");
    }

    @Test
    void it_comes_back_from_expert_mode() {
        assertThat(clish).containsEntry("back", "ketch-ch02-01").containsEntry("hostname", "ketch-ch02-01");
    }

    @Test
    void the_lock_of_somebody_else_refuses_its_change() {
        assertThat(locked)
                .containsEntry(
                        "locked",
                        "CLINFR0519  Configuration lock present. Can not execute this command."
                                + " To acquire the lock use the command 'lock database override'.");
    }

    @Test
    void it_takes_the_lock_of_somebody_else() {
        assertThat(locked).containsEntry("overridden", "").containsEntry("changed", "Image auto-clone state is off");
    }

    @Test
    void it_logs_in_where_bash_is_the_login_shell() {
        assertThat(bash.get("prompt")).endsWith(EXPERT + "#");
    }

    @Test
    void it_disconnects() {
        assertThat(clish).containsEntry("alive", "False");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThat(stranger.get("refused")).startsWith("Authentication failure");
        assertThat(leftOpen).isEmpty();
    }

    private static Map<String, String> session(EmbeddedSettings settings, String steps) {
        try (EmbeddedGroup group = EmbeddedGroup.start(settings)) {
            return run(group, EmbeddedGroup.LOGIN_PASSWORD, steps);
        }
    }

    private static Map<String, String> run(EmbeddedGroup group, String password, String steps) {
        List<String> command = new ArrayList<>(List.of(
                Programs.PYTHON,
                Programs.resource("netmiko_session.py").toString(),
                String.valueOf(group.port()),
                EmbeddedGroup.USER,
                "BYWASH_TEST_PASSWORD",
                "BYWASH_TEST_EXPERT"));
        command.addAll(List.of(steps.split(" ")));
        Programs.Result result = Programs.run(
                folder,
                Map.of("BYWASH_TEST_PASSWORD", password, "BYWASH_TEST_EXPERT", EmbeddedGroup.EXPERT_PASSWORD),
                command);
        assertThat(result.status()).as(result.out() + result.err()).isZero();
        Map<String, String> saw = new LinkedHashMap<>();
        result.out()
                .lines()
                .map(line -> line.split("\t", 2))
                .forEach(told -> saw.put(told[0], told[1].translateEscapes()));
        return saw;
    }
}
