package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.Act;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An installation is never ordered while one is under way, whoever ordered it and whatever became of the evidence; the
 * embedded group would accept the order, and break.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverTwiceTest {
    private static final String FOREIGN =
            "Eve.Elsewhere@far-away/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/2026-11-22T01:00:00Z";
    private static final String PACKAGE = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";
    private static final Predicate<Fact> UNDER_WAY =
            fact -> fact instanceof Fact.Heard heard && heard.text().contains("Installing");

    @TempDir
    private static Path folder;

    private static Later<Visit> withoutReports;
    private static Later<Visit> damaged;
    private static Later<Visit> colleague;
    private static Later<Visit> robbed;
    private static Later<Visit> unleased;
    private static volatile String refused;

    @BeforeAll
    static void visitAll() {
        withoutReports = Site.visit(folder.resolve("without-reports"), group().withPace(20), site -> {
            Path lost = site.run("@chassisA", dying(UNDER_WAY)).directory();
            String lease = leaseIn(lost);
            leases(site, lease);
            Files.move(site.reports(), folder.resolve("elsewhere"));
            site.run("@chassisA");
            site.run("@chassisA", Map.of("bywash.confirm", Site.NAME, "bywash.takeOver", lease), fact -> {});
        });
        damaged = Site.visit(folder.resolve("damaged"), group(), site -> {
            Path history = site.run("@chassisA", dying(UNDER_WAY)).directory().resolve("history.jsonl");
            Files.writeString(history, Files.readString(history).replaceFirst("\"RunStarted\"", "\"Run\0tarted\""));
            refused = messageOf(() -> site.run("@chassisA"));
        });
        colleague = Site.visit(
                folder.resolve("colleague"),
                group().withPace(20),
                site -> site.run(
                        "@chassisA", once(beginning("3.F"), () -> Colleague.ordersOn(site.group(), "1_2", PACKAGE))));
        robbed = Site.visit(
                folder.resolve("robbed"),
                group(),
                site -> site.run("@chassisA", once(beginning("3.C"), () -> leases(site, FOREIGN))));
        unleased = Site.visit(
                folder.resolve("unleased"),
                Site.group(1, 1).withFrom(StartingState.PACKAGE_VERIFIED),
                site -> site.run("@imageCloning", once(beginning("2.D"), () -> leases(site, ""))));
    }

    private static EmbeddedSettings group() {
        return Site.group(2, 1).withFrom(StartingState.CLONING_OFF);
    }

    private static Consumer<Fact> dying(Predicate<Fact> at) {
        return fact -> {
            if (at.test(fact)) {
                throw new IllegalStateException("the run dies here");
            }
        };
    }

    private static Consumer<Fact> once(Predicate<Fact> at, Runnable doing) {
        return fact -> {
            if (at.test(fact)) {
                Later.doing(() -> {
                            doing.run();
                            return true;
                        })
                        .get();
            }
        };
    }

    private static Predicate<Fact> beginning(String step) {
        return fact -> fact instanceof Fact.StepStarted started && started.id().equals(step);
    }

    /** Somebody else puts another lease in the place of ours on the SMO, or none. */
    private static void leases(Site site, String lease) {
        Colleague.types(
                site.group(),
                "expert",
                EmbeddedGroup.EXPERT_PASSWORD,
                "unlink /var/log/bywash.lease",
                lease.isEmpty() ? "date" : "ln -sT " + lease + " /var/log/bywash.lease",
                "exit",
                "exit");
    }

    private static String messageOf(Runnable run) {
        try {
            run.run();
            return "nothing was refused";
        } catch (Broken e) {
            return e.getMessage();
        }
    }

    private static String leaseIn(Path run) throws IOException {
        return HistoryFile.read(run).facts().stream()
                .filter(Fact.LeaseHeld.class::isInstance)
                .map(fact -> ((Fact.LeaseHeld) fact).lease())
                .findFirst()
                .orElseThrow();
    }

    private static List<Act> orders(Visit visit) {
        return visit.ledger().acts().stream()
                .filter(act -> act.kind() == Act.Kind.INSTALL)
                .toList();
    }

    @Test
    void an_abandoned_lease_that_no_history_explains_is_for_a_person() {
        WholeRun second = withoutReports.get().runs().get(1);

        assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(second.trouble())
                .contains(
                        "is at work on this Security Group from the host",
                        "No history here is of that run",
                        "-Dbywash.takeOver=");
        assertThat(second.acts()).isEmpty();
    }

    @Test
    void an_installation_under_way_that_no_history_knows_is_read_on_the_SGMs() {
        WholeRun third = withoutReports.get().runs().get(2);

        assertThat(third.outcome()).as(third.console()).isEqualTo(Outcome.REFUSED);
        assertThat(third.trouble())
                .contains("no installation is under way on an SGM of chassis1")
                .contains("1_01=UNDER_WAY, 1_02=UNDER_WAY")
                .contains("Wait until no SGM of chassis1 installs any more");
        assertThat(orders(withoutReports.get())).hasSize(1);
    }

    @Test
    void a_history_whose_beginning_is_damaged_is_for_a_person() {
        assertThat(orders(damaged.get())).hasSize(1);
        assertThat(refused).contains("history.jsonl cannot be read: line 1", "Nothing was connected to.");
    }

    @Test
    void an_installation_that_a_colleague_orders_at_the_last_moment_keeps_ours_back() {
        assertThat(colleague.get().run().outcome())
                .as(colleague.get().run().console())
                .isEqualTo(Outcome.REFUSED);
        assertThat(colleague.get().trouble())
                .contains("'installer install")
                .contains("was not sent: an installation is begun or done on an SGM of chassis1")
                .contains("1_02=an installation is under way");
        assertThat(orders(colleague.get()))
                .singleElement()
                .extracting(Act::line)
                .asString()
                .endsWith("member_ids 1_2");
    }

    @Test
    void a_run_whose_lease_is_another_run_s_by_now_sends_nothing_more() {
        assertThat(robbed.get().run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(robbed.get().trouble())
                .contains("was not sent: the lease of this run is not on the SGMs any more")
                .contains("{2_01=" + FOREIGN + "}");
        assertThat(robbed.get().ledger().acts()).noneMatch(act -> act.kind() == Act.Kind.CHASSIS_DOWN);
    }

    @Test
    void a_run_whose_lease_is_gone_does_not_change_the_image_cloning() {
        assertThat(unleased.get().run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(unleased.get().trouble())
                .contains("'set smo image auto-clone state off' was not sent", "{2_01=none}");
        assertThat(unleased.get().ledger().acts()).noneMatch(act -> act.kind() == Act.Kind.CLONING_OFF);
    }
}
