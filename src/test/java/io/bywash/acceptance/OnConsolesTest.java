package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.group.SgmId;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.Ledger;
import io.bywash.simulator.LoginShell;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that install from the serial console of an SGM, of a group that is treated as a real one. */
class OnConsolesTest {
    private static final String CONSOLE = "console of 1_01";

    @TempDir
    private static Path folder;

    private static Later<Visit> clish;
    private static Later<Visit> expert;
    private static Later<Visit> chassisB;
    private static Later<Visit> halfTyped;

    private static EmbeddedSettings group() {
        return Site.group(2, 1).withConsoles(0).withFrom(StartingState.CLONING_OFF);
    }

    @BeforeAll
    static void visitAll() {
        clish = Site.visit(folder.resolve("clish"), group(), site -> site.run("@chassisA"));
        expert = Site.visit(
                folder.resolve("expert"), group().withLoginShell(LoginShell.EXPERT), site -> site.run("@chassisA"));
        chassisB = Site.visit(
                folder.resolve("b"), group().withFrom(StartingState.FAILED_OVER), site -> site.run("@chassisB"));
        halfTyped = Site.visit(folder.resolve("half-typed"), group(), site -> {
            leaveHalfALine(site.group().consolePort(SgmId.parse("1_1")));
            site.run("@chassisA");
        });
    }

    /** Somebody logs in on a console, begins a line and goes home. */
    private static void leaveHalfALine(int port) throws IOException {
        try (Socket person = new Socket("127.0.0.1", port)) {
            types(person, "\n", " login: ");
            types(person, "admin\n", "Password: ");
            types(person, EmbeddedGroup.LOGIN_PASSWORD + "\n", "> ");
            types(person, "reboot", "reboot");
        }
    }

    private static void types(Socket person, String keys, String until) throws IOException {
        person.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith(until)) {
            heard.append((char) person.getInputStream().read());
        }
    }

    private static List<Fact> facts(Later<Visit> visit) {
        return HistoryFile.read(visit.get().run().directory()).facts();
    }

    private static String heardOn(String line, Later<Visit> visit) {
        return facts(visit).stream()
                .filter(Fact.Heard.class::isInstance)
                .map(Fact.Heard.class::cast)
                .filter(heard -> heard.terminal().equals(line))
                .map(Fact.Heard::text)
                .collect(Collectors.joining());
    }

    @Test
    void the_stage_passes_with_clish_as_login_shell() {
        assertThat(clish.get().run().outcome()).as(clish.get().run().console()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void the_stage_passes_with_bash_as_login_shell() {
        assertThat(expert.get().run().outcome())
                .as(expert.get().run().console())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void the_other_chassis_is_installed_from_its_console_too() {
        assertThat(chassisB.get().run().outcome())
                .as(chassisB.get().run().console())
                .isEqualTo(Outcome.PASSED);
        assertThat(heardOn("console of 2_01", chassisB)).contains("Restarting system.");
    }

    @Test
    void the_installation_is_ordered_on_the_console_and_nowhere_else() {
        List<Integer> lines = clish.get().ledger().commands().stream()
                .filter(command -> command.line().startsWith("installer install")
                        && command.line().contains("member_ids"))
                .map(Ledger.CommandReceived::login)
                .distinct()
                .toList();

        assertThat(lines).hasSize(1);
        assertThat(clish.get().ledger().logins())
                .filteredOn(login -> login.number() == lines.get(0))
                .extracting(Ledger.Login::client)
                .containsOnly("console");
    }

    @Test
    void what_the_console_says_through_the_reboot_is_in_the_history() {
        assertThat(heardOn(CONSOLE, clish))
                .containsSubsequence(
                        "The system is going down for reboot NOW!",
                        "Linux version 3.10.0",
                        "INIT: Entering runlevel: 3");
    }

    @Test
    void after_the_reboot_the_run_logs_in_again_on_the_line_that_stayed_up() {
        assertThat(heardOn(CONSOLE, clish))
                .containsSubsequence("Restarting system.", "login: ", "Password: ", "btime ");
        assertThat(facts(clish).stream()
                        .filter(Fact.StepFinished.class::isInstance)
                        .map(Fact.StepFinished.class::cast)
                        .flatMap(step -> step.notes().stream()))
                .anyMatch(
                        note -> note.startsWith(
                                "On its serial console, which stayed up, 1_01 was logged in to again and says that it booted at "));
    }

    @Test
    void nobody_finds_an_open_shell_on_the_console() {
        assertThat(heardOn(CONSOLE, clish)).endsWith("login: ");
    }

    @Test
    void the_password_is_in_no_history() {
        assertThat(facts(clish))
                .extracting(Object::toString)
                .noneMatch(fact -> fact.contains(EmbeddedGroup.LOGIN_PASSWORD));
    }

    @Test
    void a_run_over_consoles_comes_to_the_same_when_it_is_gone_through_again() {
        Recheck.Result again = Recheck.of(clish.get().run().directory());

        assertThat(again.differences()).isEmpty();
        assertThat(again.whole()).isTrue();
    }

    @Test
    void half_a_line_on_the_console_stops_the_run_before_anything_is_changed() {
        assertThat(halfTyped.get().run().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(halfTyped.get().trouble()).contains("had a line on it that somebody has half typed");
        assertThat(halfTyped.get().acts()).isEmpty();
    }

    @Test
    void half_a_line_on_the_console_is_never_sent() {
        assertThat(halfTyped.get().ledger().commands())
                .extracting(Ledger.CommandReceived::line)
                .noneMatch(line -> line.contains("reboot"));
    }

    @Test
    void a_run_that_a_console_stopped_comes_to_the_same_when_it_is_gone_through_again() {
        assertThat(Recheck.of(halfTyped.get().run().directory()).differences()).isEmpty();
    }

    @Test
    void the_whole_procedure_passes_over_the_consoles_of_the_embedded_group() {
        WholeRun run = WholeRun.of(
                "",
                Map.of("bywash.sgms", "1", "bywash.pace", "1500", "bywash.consoles", "yes"),
                folder.resolve("embedded"),
                fact -> {});

        assertThat(run.outcome()).as(run.console()).isEqualTo(Outcome.PASSED);
        assertThat(HistoryFile.read(run.directory()).facts())
                .filteredOn(Fact.LinkOpened.class::isInstance)
                .extracting(fact -> ((Fact.LinkOpened) fact).terminal())
                .contains(CONSOLE, "console of 2_01");
    }
}
